"""The words that a person taught, in force beside the lexicon while one document is read.

Readers deep in the flow look words up; they ask here for those of the teaching in force, and keep
what they make of them in a ``cached`` function, which has a cache per teaching.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

from pipeline.model.teaching import NOTHING, Teaching

Asked = TypeVarTuple("Asked")
T = TypeVar("T")

TEACHINGS_HELD = 16


class _Words:
    """A teaching by identity, which is what caches look up quickly."""

    def __init__(self, teaching: Teaching) -> None:
        self.teaching = teaching


_held = lru_cache(TEACHINGS_HELD)(_Words)
_IN_FORCE: ContextVar[_Words | None] = ContextVar("teaching", default=None)  # None: no teaching


@contextmanager
def taught(teaching: Teaching) -> Iterator[None]:
    """Has the words of a teaching in force within the block."""
    before = _IN_FORCE.set(_held(teaching) if teaching != NOTHING else None)
    try:
        yield
    finally:
        _IN_FORCE.reset(before)


def teaching_in_force() -> Teaching:
    """The teaching whose words are in force."""
    words = _IN_FORCE.get()
    return words.teaching if words else NOTHING


def cached(
    size: int | None = None,
) -> Callable[[Callable[[*Asked], T]], Callable[[*Asked], T]]:
    """Like ``functools.lru_cache``, for what follows from the words in force.

    Where nothing is taught, as mostly, it is ``functools.lru_cache`` itself that is asked.
    """

    def decorate(function: Callable[[*Asked], T]) -> Callable[[*Asked], T]:
        untaught = lru_cache(size)(function)

        @lru_cache(size)
        def held(_words: _Words, *asked: *Asked) -> T:
            return function(*asked)

        @wraps(function)
        def ask(*asked: *Asked) -> T:
            words = _IN_FORCE.get()
            return untaught(*asked) if words is None else held(words, *asked)

        return ask

    return decorate
