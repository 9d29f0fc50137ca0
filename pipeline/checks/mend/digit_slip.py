"""R01: one digit replaced, transposed or omitted; only an equation can tell such slips apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import log

from pipeline.checks.mend.candidate import ADDED, OMITTED, REPLACED, TRANSPOSED, Candidate
from pipeline.checks.mend.literal import written
from pipeline.model.value import Value
from pipeline.normalize.digits import amounts

# Longer runs are no figures that someone typed.
LONGEST = 12
# A digit more or less makes of shorter runs almost any figure.
SHORTEST = 3
DIGITS = "0123456789"


def digit_slips(value: Value) -> Iterator[Candidate]:
    """R01: one digit replaced, transposed, omitted or added; only equations can tell them apart."""
    parts = written(value)
    if parts is None or len(parts.digits) > LONGEST:
        return
    for edited, prior, reason in (*_digit_edits(parts.digits), *_length_edits(parts.digits)):
        digits = edited[1:] if edited[:1] == "0" and edited[1:2].isdigit() else edited
        rivals = amounts(digits)
        if rivals and not rivals[0].qualifier and rivals[0].value:
            shape = len(edited) == len(parts.digits)
            number = rivals[0 if shape else -1].value * parts.factor
            yield Candidate(
                parts.with_digits(digits), number, "R01", reason.replace(edited, digits), prior
            )


def _digit_edits(digits: str) -> Iterator[tuple[str, float, str]]:
    places = [at for at, character in enumerate(digits) if character.isdigit()]
    count = len(places)
    for at in places:
        for digit in DIGITS:
            if digit != digits[at]:
                edited = digits[:at] + digit + digits[at + 1 :]
                yield edited, REPLACED - log(9 * count), f"one digit replaced: {edited}"
    for one, two in pairwise(places):
        if digits[one] != digits[two]:
            swapped = list(digits)
            swapped[one], swapped[two] = digits[two], digits[one]
            edited = "".join(swapped)
            yield edited, TRANSPOSED - log(count), f"two digits transposed: {edited}"


def _length_edits(digits: str) -> Iterator[tuple[str, float, str]]:
    """A digit left out or typed too many, of a whole number; its groups are set anew."""
    plain = digits.replace(",", "")
    if not plain.isdigit() or len(plain) < SHORTEST:
        return
    grouped = "," if "," in digits else ""
    for at in range(len(plain) + 1):
        for digit in DIGITS if at else DIGITS[1:]:
            edited = f"{int(plain[:at] + digit + plain[at:]):{grouped}}"
            yield edited, OMITTED - log(10 * len(plain)), f"one digit left out: {edited}"
    for at in range(len(plain)):
        edited = f"{int(plain[:at] + plain[at + 1 :]):{grouped}}"
        yield edited, ADDED - log(len(plain)), f"one digit too many: {edited}"
