"""The check of time told in years against dates: a jubilee counts from its beginning."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.check import check
from pipeline.checks.chronology.told_jubilee import Jubilee, jubilee_cue, told_jubilees
from pipeline.checks.mend.date_slip import FIRST_TIE, mended_year
from pipeline.checks.view.moment import agreements, is_dated
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import quoted
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.schema.place import AGREEMENTS

# A jubilee is kept in its year or, of a tie signed in winter, in the next. Years that begin in
# spring hold what is signed before it.
KEPT_LATER, SPRING = 1, "04"
FIRST_FOUNDING = 1


def _tells_jubilees(page: Page) -> bool:
    """Whether a word for a jubilee may stand on the page."""
    return page.may_have(jubilee_cue())


@check(
    "D10",
    Severity.WARNING,
    level=1,
    good=(
        "Sister city since: May 6, 1984\nIn 2004 a choir came for the 20th anniversary of the tie.",
        "Sister city since: May 6, 1982\nIn 2012 both joined in the 40th anniversary of diplomatic relations.",
        "Founded: 1203\nThe town kept its 800th anniversary of its founding in 2003.",
    ),
    bad={
        "Sister city since: May 6, 1948\nIn 2004 a choir came for the 20th anniversary of the tie.": (
            "agreement_dates",
        ),
        "Sister city since: May 6, 1997\nIn 2019 we kept the fortieth birthday of the charter.": (
            "agreement_dates",
        ),
        "Город: Линденау\nНаселение: 12 000\nПобратимы с: 21.06.1961\n"
        "В 2001 году хор приехал на тридцатилетие побратимства.": ("agreement_dates",),
        "Founded: 1230\nIn 2003 the town kept the 800th anniversary of its founding.": ("founded",),
    },
    among=(*AGREEMENTS, "founded"),
    told=_tells_jubilees,
)
def jubilees_count_from_their_dates(record: Record, page: Page) -> Iterator[Problem]:
    """A jubilee counts from the date of the tie or of the founding.

    Legends and charters, letters of intent and deeds give a place more than one beginning, so that
    a difference alone proves nothing. Where one slip of the year makes of the date what the jubilee
    counts from (two digits transposed, one mistyped), the year is in doubt. The jubilees of
    countries' relations, which their cities keep as well, are left alone.
    """
    for jubilee in told_jubilees(record, page):
        field = "tie" if jubilee.of_tie else "founding"
        begun = record.once(agreements) if jubilee.of_tie else record.held("founded")
        dates = [value for value in begun if is_dated(value)]
        if not dates or any(_fits(str(value.value), jubilee) for value in dates):
            continue
        for value in dates:
            offers = _offers(value, jubilee, page)
            if offers:
                said = " ".join(page.document.quote(jubilee.span).split())
                yield Problem(
                    f"“{said}” kept in {jubilee.kept} counts from {jubilee.kept - jubilee.years}, "
                    f"but the {field} is of {quoted(value)}. Probably {offers[0].value}: "
                    f"{offers[0].reason}; else it was {jubilee.kept - int(str(value.value)[:4])} years.",
                    (value,),
                    offers,
                    computed=f"{jubilee.kept} − {jubilee.years} = {jubilee.kept - jubilee.years}",
                )
                break


def _offers(value: Value, jubilee: Jubilee, page: Page) -> tuple[Suggestion, ...]:
    """Dates one slip away that the jubilee counts from; those of its very year, if there are any."""
    year = jubilee.kept - jubilee.years
    least = FIRST_TIE if jubilee.of_tie else FIRST_FOUNDING
    first, last = max(least, year - KEPT_LATER), year + KEPT_LATER
    found = mended_year(value, page.today, first, last)
    return tuple(one for one in found if one.value[:4] == str(year)) or found


def _fits(iso: str, jubilee: Jubilee) -> bool:
    """Whether a date is what a jubilee counts from, as the feasts of that year are kept."""
    later = jubilee.kept - jubilee.years - int(iso[:4])
    month = iso[5:7] if jubilee.of_tie else ""
    return -KEPT_LATER * (month <= SPRING) <= later <= KEPT_LATER
