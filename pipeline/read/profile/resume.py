"""Sentences that count the place named before them: "It is a port of 32 square miles"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.model.source import Span
from pipeline.read.profile.back import refers_back
from pipeline.read.profile.signal import ties
from pipeline.read.profile.tally import MEASURED, tally


def measures_back(text: str, sentence: Span, facts: Collection[str]) -> bool:
    """Whether a sentence counts the place before it: "It is a port of 32 square miles beside Norvale"."""
    if MEASURED.isdisjoint(facts) or not refers_back(text, sentence):
        return False
    return not ties(text[slice(*sentence)])


def is_resumed(text: str, name: Span, sentences: Sequence[Span]) -> bool:
    """Whether a paragraph opens with a name of which its second sentence counts something."""
    if name.start != sentences[0].start or len(sentences) == 1:
        return False
    behind = sentences[1]
    return refers_back(text, behind) and measures_back(text, behind, tally(text, behind))
