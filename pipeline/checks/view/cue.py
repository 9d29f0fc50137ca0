"""Words of which a page must have some before a check looks for what they tell.

A table of words is searched for in every profile, and mostly in vain: no profile of the page has
"sister cities" if the page has no "sister". A cue says only that words stand there, never what
stands beside them.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.normalize.glossary import Glossary
from pipeline.normalize.occurrence import Occurrences


class Cue:
    """A table of words, asked whether any of them stands in a text.

    ``beside`` are words of another table, one of which has to be there as well.
    """

    def __init__(self, spellings: Iterable[str], beside: Iterable[str] | None = None) -> None:
        """Takes the words as the lexicon has them."""
        self._words = Glossary(spellings)
        self._beside = Glossary(beside) if beside is not None else None

    def places(self, folded: str) -> Occurrences:
        """Where one of the words begins in a folded text."""
        if self._beside is not None and not self._beside.places(folded).starts:
            return Occurrences(())
        return self._words.places(folded)
