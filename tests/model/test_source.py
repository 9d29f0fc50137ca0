"""What spans cover together: asked one by one and through the cover, the answers are the same."""

from __future__ import annotations

import pytest

from pipeline.model.source import Cover, Span

MEETING = (
    # taken, asked, whether they share a character
    ([], (0, 9), False),
    ([(2, 5)], (4, 6), True),
    ([(2, 5)], (5, 6), False),
    ([(2, 5)], (0, 2), False),
    ([(2, 5), (5, 8)], (4, 6), True),
    ([(9, 12), (2, 5)], (6, 9), False),
    ([(2, 20), (4, 6)], (18, 19), True),
)


@pytest.mark.parametrize(("taken", "asked", "meets"), MEETING)
def test_a_span_meets_what_is_taken(taken, asked, meets):
    assert Cover(Span(*span) for span in taken).meets(Span(*asked)) is meets


def test_a_cover_answers_as_its_spans_do():
    starts = [at * 37 % 300 for at in range(40)]
    spans = [Span(at, at + 1 + at % 5) for at in starts]
    cover = Cover(spans)
    for start in range(300):
        asked = Span(start, start + 3)
        assert cover.meets(asked) is any(span.meets(asked) for span in spans)
        assert list(cover.meeting(asked)) == sorted(s for s in spans if s.meets(asked))
