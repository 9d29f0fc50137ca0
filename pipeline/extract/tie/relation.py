"""Sentences that speak of a tie as such, "our partnership with Norvale", and of no other event."""

from __future__ import annotations

from functools import cache

from pipeline.extract.prose.clause import negative_words
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.tie.denied import is_denied
from pipeline.extract.tie.event import is_other_event
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary


def speaks_of_tie_alone(text: str, span: Span, sentence: Sentence) -> bool:
    """Whether a sentence tells of a tie as such, gives one date, and tells of nothing else.

    "Our partnership with Norvale was launched in 2005", whatever the verb; none of "our twin town".
    """
    if sum(1 for token in sentence.taken if token.date) != 1:
        return False
    if not _relation().search(text, *span) or is_denied(text, span):
        return False
    return not (negative_words("agreement").search(text, *span) or is_other_event(text, *span))


@cache
def _relation() -> Glossary:
    """What a tie is called as such."""
    return Glossary(toml_table("structure.toml")["relation_nouns"])
