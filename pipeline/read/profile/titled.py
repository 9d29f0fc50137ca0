"""Profiles that each open with the same label, which nobody knows: "Dzongkhag: Norvale" names one.

The same label before another name above the facts of every profile is what places there are called.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import BLANK, FIELD, HEADING, Line
from pipeline.normalize.digits import has_digit
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning_at
from pipeline.read.profile.heading import is_proper
from pipeline.read.profile.signal import line_facts

_FEWEST = 2
_LONGEST = 40  # characters of a name
_REGION = ("region",)  # "Kabupaten: ..." is one as long as nothing smaller is named


def with_titles(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with those as headings whose label is the first of every profile, if it is one."""
    named = _repeated(text, lines)
    if not named or not _opens_profiles(text, lines, named):
        return tuple(lines)
    wanted = set(named)
    return tuple(
        Line(HEADING, line.body, None, line.body) if at in wanted else line
        for at, line in enumerate(lines)
    )


def _repeated(text: str, lines: Sequence[Line]) -> list[int]:
    """The lines of the first label that comes again, if it may name what it stands before."""
    labels = {
        at: text[slice(*line.label)]
        for at, line in enumerate(lines)
        if line.kind is FIELD and line.label is not None and not line.heads and line.group is None
    }
    counts = Counter(labels.values())
    first = next((label for label in labels.values() if counts[label] >= _FEWEST), None)
    if first is None or not _may_name(text, lines, labels, first):
        return []
    return [at for at, label in labels.items() if label == first]


def _may_name(text: str, lines: Sequence[Line], labels: dict[int, str], label: str) -> bool:
    """Whether a label that nobody knows, or that of a region, stands before names that are all others."""
    lines_of = {said: lines[at] for at, said in labels.items()}
    meanings = {said: meaning_at(text, one.label or one.span) for said, one in lines_of.items()}
    own = meanings[label]
    if (own.known and own.fields != _REGION) or key(label) in _offices():
        return False
    if any("name" in meaning.fields for meaning in meanings.values()):
        return False
    names = [text[slice(*lines[at].body)] for at, said in labels.items() if said == label]
    return len(set(names)) == len(names) and all(map(_is_name, names))


def _is_name(said: str) -> bool:
    return 0 < len(said) <= _LONGEST and not has_digit(said) and is_proper(said)


def _opens_profiles(text: str, lines: Sequence[Line], named: Sequence[int]) -> bool:
    """Whether facts stand below each of some lines and none above them all, and no heading between."""
    if any(line_facts(text, line) for line in lines[: named[0]]):
        return False
    blocks = [lines[first + 1 : last] for first, last in pairwise((*named, len(lines)))]
    if not all(any(line_facts(text, line) for line in block) for block in blocks):
        return False
    above = ([line for line in block if line.kind is not BLANK] for block in blocks[:-1])
    return all(block[-1].kind is not HEADING for block in above)


@cache
def _offices() -> frozenset[str]:
    return frozenset(map(key, toml_table("structure.toml")["offices"]))
