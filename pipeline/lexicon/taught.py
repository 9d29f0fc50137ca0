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
_ALONE = _held(NOTHING)
_IN_FORCE: ContextVar[_Words | None] = ContextVar("teaching", default=None)


@contextmanager
def taught(teaching: Teaching) -> Iterator[None]:
    """Has the words of a teaching in force within the block."""
    before = _IN_FORCE.set(_held(teaching))
    try:
        yield
    finally:
        _IN_FORCE.reset(before)


def teaching_in_force() -> Teaching:
    """The teaching whose words are in force."""
    return (_IN_FORCE.get() or _ALONE).teaching


def cached(
    size: int | None = None,
) -> Callable[[Callable[[*Asked], T]], Callable[[*Asked], T]]:
    """Like ``functools.lru_cache``, for what follows from the words in force."""

    def decorate(function: Callable[[*Asked], T]) -> Callable[[*Asked], T]:
        @lru_cache(size)
        def held(_words: _Words, *asked: *Asked) -> T:
            return function(*asked)

        @wraps(function)
        def ask(*asked: *Asked) -> T:
            return held(_IN_FORCE.get() or _ALONE, *asked)

        return ask

    return decorate
