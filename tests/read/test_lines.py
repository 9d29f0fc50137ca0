"""What one line is by its shape, and where its words end."""

from __future__ import annotations

import pytest

from pipeline.model.source import LineKind, Span
from pipeline.normalize.text import fold
from pipeline.read.lines import read_line

# (line, what it is, its words)
LINES = (
    ("◆まちの話題◆", LineKind.BULLET, "まちの話題"),
    ("■交流の記録■", LineKind.BULLET, "交流の記録"),
    ("★ Our partners ★", LineKind.BULLET, "Our partners"),
    ("◆提携の経緯◆", LineKind.FIELD, ""),
    ("| Norvale |", LineKind.BULLET, "Norvale"),
    ("*Norvale*", LineKind.BULLET, "Norvale*"),
    ("Elm District :: Government of Alba", LineKind.HEADING, "Elm District :: Government of Alba"),
    ("Address: Government of Alba", LineKind.FIELD, "Government of Alba"),
)


@pytest.mark.parametrize(("said", "kind", "words"), LINES)
def test_a_line_is_told_by_its_shape(said, kind, words):
    text = fold(said)
    line = read_line(text, Span(0, len(text)))[0]
    assert (line.kind, text[slice(*line.body)]) == (kind, words)
