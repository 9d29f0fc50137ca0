"""R03 to R06: a scale word, a unit or a sign that is lost or mistaken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.checks.mend.candidate import (
    FRACTION,
    IN_FULL,
    INHERITED,
    OTHER_UNIT,
    SCALE_LOST,
    SCALE_MISTAKEN,
    UNIT,
    Candidate,
)
from pipeline.checks.mend.literal import Written, exponent, scale_after, scales
from pipeline.model.value import Value
from pipeline.normalize.conversion import factor
from pipeline.normalize.digits import DIGITS
from pipeline.normalize.text import fold
from pipeline.normalize.unit import Unit, unit_at

SQUARE = "kilometer ** 2"
# A unit begins behind a digit, a word, or a scale word that is written without a blank: 16.69万㎡.
_BEFORE_UNIT = re.compile(r"[\d万萬亿億만억]|[^\W\d_](?=\s)")
# Beside a page's own scale word, the words that a writer loses most.
COMMON_SCALES = ("million", "thousand", "billion")
# Ten thousand and a hundred million: translators take one for the other.
COUNTERPARTS = {
    "million": ("万", "萬"),
    "万": ("亿",),
    "亿": ("万",),
    "萬": ("億",),
    "億": ("万",),
    "만": ("억",),
    "억": ("만",),
}
# A header's multiplier: "Population (1,000)".
HEADER_FACTOR = 1000
SIGNED = frozenset({"annual_temperature_c", "elevation_m"})
PERCENT = frozenset({"industry_shares", "poverty_rate", "area_share", "population_share"})


def scale_slips(parts: Written, siblings: Sequence[Value]) -> Iterator[Candidate]:
    """R03 and R05: a scale word lost or mistaken; one that the siblings write comes first."""
    written_here = {scale for sibling in siblings if (scale := scale_of(sibling))}
    nearby = (*sorted(written_here), *COUNTERPARTS.get(parts.scale, ()), *COMMON_SCALES)
    known = [word for word in nearby if word in scales()]
    if not parts.scale and parts.factor >= HEADER_FACTOR:
        reason = "the figure is given in full, not in the thousands of its header"
        yield Candidate(parts.digits, parts.amount, "R03", reason, IN_FULL, evident=True)
    for word in dict.fromkeys(known):
        shift = exponent(word) - exponent(parts.scale)
        if shift == 0:
            continue
        number = parts.amount * Decimal(1).scaleb(shift) * parts.factor
        inherited = word in written_here and not parts.scale
        prior = INHERITED if inherited else SCALE_MISTAKEN if parts.scale else SCALE_LOST
        whose = "the page's other figures write it" if inherited else "such a word is easily lost"
        reason = f"“{word}” is meant" + (f", not “{parts.scale}”" if parts.scale else f"; {whose}")
        code = "R05" if inherited else "R03"
        yield Candidate(parts.with_scale(word), number, code, reason, prior, evident=inherited)


def scale_of(value: Value) -> str:
    """The scale word of a value's literal, or empty."""
    folded = fold(value.evidence.text).lower()
    run = DIGITS.search(folded)
    return scale_after(folded, run.end()) if run else ""


def unit_slips(value: Value) -> Iterator[Candidate]:
    """R04: another unit of area is meant; square metres for a whole place above all."""
    folded = fold(value.evidence.text)
    unit = _unit_of(folded)
    if value.field != "area_km2" or not value.number:
        return
    name, written_here = (
        (unit.name, value.evidence.text[: unit.span.start]) if unit else (SQUARE, folded)
    )
    for other, spelling in ((SQUARE, "km²"), ("hectare", "ha"), ("mile ** 2", "sq mi")):
        if other == name:
            continue
        number = value.number / factor(name, SQUARE) * factor(other, SQUARE)
        metres = name == "meter ** 2" and other == SQUARE
        literal = f"{written_here.strip()} {spelling}"
        reason = f"{spelling} is meant" + (", not square metres" if metres else "")
        prior = UNIT if metres else OTHER_UNIT
        yield Candidate(literal, number, "R04", reason, prior, evident=metres)


def _unit_of(folded: str) -> Unit | None:
    """The unit of area that ends a literal, or None."""
    for at in (match.end() for match in _BEFORE_UNIT.finditer(folded)):
        unit = unit_at(folded, at + len(folded[at:]) - len(folded[at:].lstrip()), len(folded))
        if unit and unit.dimension == "area" and unit.span.end == len(folded):
            return unit
    return None


def signs(value: Value, parts: Written) -> Iterator[Candidate]:
    """R06: a sign lost, or a dash taken for one; only for what can be below zero."""
    if (value.field in SIGNED or value.unit == "percent") and value.number:
        literal = parts.with_digits(parts.digits).lstrip("-−– ")
        flipped = literal if value.number < 0 else f"-{literal}"
        yield Candidate(flipped, -value.number, "R06", "the sign is the other one", OTHER_UNIT)


def fractions(value: Value, parts: Written) -> Iterator[Candidate]:
    """R03: a share written as a fraction of one, or a percentage taken for one."""
    if value.field not in PERCENT:
        return
    for shift, reason in (
        (2, "a fraction taken for a percentage"),
        (-2, "a percentage multiplied by a hundred once more"),
    ):
        number = parts.amount.scaleb(shift)
        literal = parts.with_digits(f"{number:f}")
        yield Candidate(literal, number * parts.factor, "R03", reason, FRACTION)
