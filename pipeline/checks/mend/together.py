"""R05 for a whole group: parts that lack the scale word or unit that their total has."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.checks.mend.candidate import INHERITED
from pipeline.checks.view.interval import of, total
from pipeline.checks.view.wording import plain, quoted, rewritten
from pipeline.model.finding import Suggestion
from pipeline.model.value import Value

# Scale words of the languages that such pages come from, the likeliest to be lost first: billion,
# million, hundred million (亿, 억), ten thousand (万, 만), thousand; and one place of a decimal.
EXPONENTS = (9, 6, 8, 4, 3, -1, 1)
WORDS = {9: "billions", 6: "millions", 8: "hundred millions", 4: "ten thousands", 3: "thousands"}


def together(whole: Value, parts: Sequence[Value]) -> Suggestion | None:
    """The power of ten that all parts lack so that they make the whole, as one suggestion."""
    made = total(of(part) for part in parts)
    for exponent in EXPONENTS:
        factor = Decimal(1).scaleb(exponent)
        if made.scaled(factor).meets(of(whole)):
            changes = tuple(rewritten(part, (part.number or Decimal(0)) * factor) for part in parts)
            reason = _reason(parts, exponent)
            return Suggestion(plain(whole.number or Decimal(0)), "R05", reason, INHERITED, changes)
    return None


def _reason(parts: Sequence[Value], exponent: int) -> str:
    literals = " and ".join(quoted(part) for part in parts)
    word = WORDS.get(exponent)
    if word:
        return f"{literals} are in {word}, their unit being lost"
    return f"{literals} are {'ten times too large' if exponent < 0 else 'a tenth of what they are'}"
