"""R02 and R09: a mark taken for the other one, a group of digits too many, too few or misshapen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.mend.candidate import (
    ADDED,
    AGAINST_THE_PAGE,
    DOUBLED,
    EMPTY_GROUP,
    GROUP_ADDED,
    GROUP_LOST,
    JOINED,
    MARK,
    MISPLACED,
    OMITTED,
    Candidate,
)
from pipeline.checks.mend.column import decimals
from pipeline.checks.mend.literal import Written
from pipeline.model.value import Marks
from pipeline.normalize.digits import amounts

# Zeros at the end of a round figure are its own ("600,000"); behind four digits they are too many.
TELLING_DIGITS = 4
_GROUPED = re.compile(r"(\d{1,3})((?:([.,' ])\d{3})(?:\3\d{3})*)((?:[.,]\d+)?)")


def separators(parts: Written, marks: Marks, *, is_area: bool) -> Iterator[Candidate]:
    """R02: a mark taken for the other one: 8.034 for 8,034, and 12.245.9 for 12,245.9.

    Decimals of three digits look like a lost group anywhere; thousands look like decimals only
    where the page's other figures use their mark for decimals, or, of an area, which may have
    some, where little else mends it.
    """
    one = re.fullmatch(r"\d{1,3}([.,])\d{3}", parts.digits)
    for amount in amounts(parts.digits) if one else ():
        grows = amount.value > parts.amount
        usual = grows or (one is not None and one[1] == marks.decimal)
        if amount.value != parts.amount and (usual or is_area):
            meant = "groups thousands" if grows else "begins decimals"
            literal = parts.with_digits(_swapped(parts.digits))
            number = amount.value * parts.factor
            prior = MARK if usual else AGAINST_THE_PAGE
            yield Candidate(literal, number, "R02", f"the mark {meant}", prior, evident=usual)
    yield from _mixed(parts)


def _mixed(parts: Written) -> Iterator[Candidate]:
    """One mark in both roles: 12.245.9."""
    mixed = re.fullmatch(r"(\d{1,3}(?:([.,])\d{3})+)\2(\d{1,2}|\d{4,})", parts.digits)
    if mixed:
        whole = re.sub(r"\D", "", mixed[1])
        literal = parts.with_digits(f"{int(whole):,}.{mixed[3]}")
        number = Decimal(f"{whole}.{mixed[3]}") * parts.factor
        reason = "the last mark begins decimals"
        yield Candidate(literal, number, "R02", reason, MARK, evident=True)


def _swapped(text: str) -> str:
    """A literal whose one mark changes sides: 8.034㎢ -> 8,034㎢."""
    return text.translate({ord(","): ".", ord("."): ","})


def groups(parts: Written) -> Iterator[Candidate]:
    """R09 and R02: a group of three digits too many or too few, or a group of another length."""
    grouped = _GROUPED.fullmatch(parts.digits)
    if grouped:
        yield from _without_groups(parts, grouped)
    if (grouped and not grouped[4]) or parts.digits.isdigit():
        mark = grouped[3] if grouped else ","
        literal = parts.with_digits(f"{parts.digits}{mark}000")
        number = _whole(parts.digits) * 1000 * parts.factor
        reason = "the last three digits are lost; the zeros stand for them"
        yield Candidate(literal, number, "R09", reason, GROUP_LOST)
    yield from _odd_groups(parts)
    yield from _with_year(parts)


def misplaced(parts: Written) -> Iterator[Candidate]:
    """R02: the decimal mark one place off, 2.32 for 23.2; no notation shows it, equations do."""
    match = re.fullmatch(r"(\d+|\d{1,3}(?:[.,' ]\d{3})+)([.,])(\d+)", parts.digits)
    if match is None or decimals(parts.amount) != len(match[3]):
        return
    for shift in (1, -1):
        number = parts.amount.scaleb(shift)
        written = f"{number:f}".removesuffix("0" if shift < 0 else "")
        literal = parts.with_digits(written.replace(".", match[2]))
        reason = "the decimal mark is one place off"
        yield Candidate(literal, number * parts.factor, "R02", reason, MISPLACED)


def dropped(parts: Written, marks: Marks) -> Iterator[Candidate]:
    """R02: the decimal mark lost, 902 for 90.2, or set where thousands have theirs, 4.725 for 472,5."""
    if not re.fullmatch(r"\d{3,}|\d{1,3}[.,]\d{3}", parts.digits):
        return
    digits, mark = re.sub(r"\D", "", parts.digits), marks.decimal or "."
    moved = len(digits) != len(parts.digits)
    for places in (1, 2):
        number = Decimal(digits).scaleb(-places)
        literal = parts.with_digits(f"{digits[:-places]}{mark}{digits[-places:]}")
        reason = "the decimal mark is misplaced" if moved else "the decimal mark is lost"
        yield Candidate(literal, number * parts.factor, "R02", reason, MISPLACED)


def _with_year(parts: Written) -> Iterator[Candidate]:
    """R09: a figure that the year beside it was joined to, 3462006 for 346 of 2006."""
    match = re.fullmatch(r"(\d{3,})((?:19|20)\d\d)", parts.digits)
    if match:
        reason = f"the year {match[2]} was joined to the figure"
        number = Decimal(match[1]) * parts.factor
        yield Candidate(parts.with_digits(match[1]), number, "R09", reason, JOINED, evident=True)


def _without_groups(parts: Written, grouped: re.Match[str]) -> Iterator[Candidate]:
    mark, chunks = grouped[3], parts.digits[: grouped.end(2)].split(grouped[3])
    for at in range(1, len(chunks)):
        kept = mark.join((*chunks[:at], *chunks[at + 1 :])) + grouped[4]
        empty = chunks[at] == "000"
        telling = empty and len(re.sub(r"\D", "", kept).strip("0")) >= TELLING_DIGITS
        number = _number(kept, mark) * parts.factor
        reason = f"the group “{mark}{chunks[at]}” is one too many"
        prior = EMPTY_GROUP if empty else GROUP_ADDED
        yield Candidate(parts.with_digits(kept), number, "R09", reason, prior, evident=telling)


def _odd_groups(parts: Written) -> Iterator[Candidate]:
    """Groups that are not of three: 1,2220,000 has a digit too many, 1,220,00 one too few."""
    marks = {character for character in parts.digits if character in ",."}
    if len(marks) != 1 or parts.digits.count(mark := marks.pop()) < 2:
        return
    chunks = parts.digits.split(mark)
    odd = [at for at, chunk in enumerate(chunks[1:], 1) if len(chunk) != 3]
    if len(odd) != 1 or len(chunks[0]) > 3:
        return
    for chunk, prior, reason in _regrouped(chunks[odd[0]]):
        literal = mark.join((*chunks[: odd[0]], chunk, *chunks[odd[0] + 1 :]))
        number = _number(literal, mark) * parts.factor
        yield Candidate(parts.with_digits(literal), number, "R01", reason, prior, evident=True)


def _regrouped(chunk: str) -> Iterator[tuple[str, float, str]]:
    """Groups of three that one digit more or less makes of a chunk, doubled digits first."""
    if len(chunk) == 4:
        made: dict[str, bool] = {}
        for at in range(4):
            doubled = chunk[at] in (chunk[at - 1 : at], chunk[at + 1 : at + 2])
            rest = chunk[:at] + chunk[at + 1 :]
            made[rest] = made.get(rest, False) or doubled
        for rest, doubled in sorted(made.items(), key=lambda pair: not pair[1]):
            reason = "a digit is typed twice" if doubled else "a digit is one too many"
            yield rest, DOUBLED if doubled else ADDED, reason
    if len(chunk) == 2:
        yield f"{chunk}0", OMITTED, "the last digit is lost; a zero stands for it"


def _whole(digits: str) -> Decimal:
    return Decimal(re.sub(r"\D", "", digits))


def _number(digits: str, mark: str) -> Decimal:
    """Digits grouped by one mark, decimals behind the other."""
    return Decimal(re.sub(r"[,']", ".", digits.replace(mark, "")))
