"""What several addresses of the page answer with: a finding's screen, the lessons, the next one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from pipeline.checks.catalogue import BY_CODE
from pipeline.review.refusal import ConflictError
from pipeline.serve.desk import Desk
from pipeline.serve.filters import Filters
from pipeline.serve.screen import screen_of
from pipeline.serve.teach import choices_of
from pipeline.serve.view import Views

Form = dict[str, str]
MOST_OFFERED = 1000  # documents that a form offers; others can be typed


class Refused(NamedTuple):
    """Why an answer was not taken, and what had been typed."""

    status: int = 200
    reason: str = ""
    typed: str = ""
    taught: str = ""
    conflict: ConflictError | None = None


NOT_REFUSED = Refused()


class Answers:
    """Answers over one desk, on one day."""

    def __init__(self, desk: Desk, views: Views, today: Callable[[], date]) -> None:
        self.desk, self.views, self.today = desk, views, today

    def finding(self, id_: str, filters: Filters, refused: Refused = NOT_REFUSED) -> Response:
        """The screen of a finding, with why an answer to it was refused, if one was."""
        finding = self.desk.finding(id_)
        row = self.desk.index.row(id_) or 0
        before, after, place, length = self.desk.index.around(row, filters)
        return self.views.show(
            "screen.html",
            refused.status,
            filters,
            screen=screen_of(self.desk, finding),
            standing=self.desk.index.status_of(row),
            brief=self.desk.index.brief(row),
            seen=self.desk.journal.entries(id_),
            taken=self.desk.journal.standing(id_),
            before=self.link(before, filters),
            after=self.link(after, filters),
            at=place,
            length=length,
            others=[
                self.desk.index.brief(other)
                for other in self.desk.index.of_record(finding.record_id).tolist()
                if other != row and finding.record_id
            ][:12],
            refused=refused,
            choices=choices_of(self.desk.lesson.teaching),
            until=self._in_a_year(),
        )

    def lessons(self, reason: str = "", form: Form | None = None) -> Response:
        """What is taught, with what a form said that was refused, if one was."""
        return self.views.show(
            "teaching.html",
            422 if reason else 200,
            lesson=self.desk.lesson,
            choices=choices_of(self.desk.lesson.teaching),
            checks=sorted(BY_CODE),
            documents=tuple(islice(self.desk.documents, MOST_OFFERED)),
            until=self._in_a_year(),
            today=self.today(),
            reason=reason,
            form=form or {},
        )

    def _in_a_year(self) -> date:
        return self.today() + timedelta(days=365)

    def to_next(self, filters: Filters, row: int | None) -> Response:
        """The finding after a row; from the last one on, the first that waits."""
        if row is None:
            rows = self.desk.index.select(filters)
            after = int(rows[0]) if len(rows) else None
        else:
            before, after, *_ = self.desk.index.around(row, filters)
            after = after if after is not None else before
        if after is None:
            return RedirectResponse(f"/findings?{filters.query}", 303)
        return RedirectResponse(self.link(after, filters), 303)

    def link(self, row: int | None, filters: Filters) -> str:
        """Where the finding of a row is shown, empty for none."""
        return self.address(self.desk.index.ids[row], filters) if row is not None else ""

    def address(self, id_: str, filters: Filters) -> str:
        """Where a finding is shown within a filtered queue."""
        query = f"?{filters.query}" if filters.query else ""
        return f"/finding/{quote(id_, safe='')}{query}"
