"""The addresses that do: decide, undo, teach, decide many, run again."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.review.decisions import UNDO
from pipeline.review.refusal import ConflictError, RefusedError
from pipeline.serve.answer import Answers, Form, Refused
from pipeline.serve.bulk import BulkError, carry_out, preview
from pipeline.serve.choice import Choice
from pipeline.serve.filters import filters_of, number_of
from pipeline.serve.rerun import Rerun
from pipeline.serve.sitting import Sitting
from pipeline.serve.teach import lecture_of

SHOWN = ("finding", "findings", "record", "history", "teaching", "changes")


class Act:
    """Everything that can be done in a sitting."""

    def __init__(self, answers: Answers, sitting: Sitting, rerun: Rerun) -> None:
        self.answers, self.sitting, self.rerun = answers, sitting, rerun
        self.desk, self.views = answers.desk, answers.views

    async def decide(self, request: Request, form: Form) -> Response:
        """Puts an answer on the log and shows the next finding, or says why it is refused."""
        id_, filters = request.path_params["id"], filters_of(request.query_params)
        choice = _choice(form)
        try:
            self.sitting.decide(id_, choice)
        except ConflictError as error:
            return self.answers.finding(id_, filters, Refused(409, conflict=error))
        except RefusedError as error:
            return self.answers.finding(
                id_, filters, Refused(422, str(error), form.get("value", ""))
            )
        if choice.verdict == UNDO:
            return RedirectResponse(self.answers.address(id_, filters), 303)
        return self.answers.to_next(filters, self.desk.index.row(id_))

    async def undo(self, request: Request, _form: Form) -> Response:
        """Takes back the last thing done here and shows what it was about."""
        filters = filters_of(request.query_params)
        undone = self.sitting.undo_last()
        taken = undone.decisions
        if undone.taught:
            return RedirectResponse("/teaching", 303)
        if len(taken) > 1:
            return RedirectResponse(f"/findings?{filters.query}", 303)
        return RedirectResponse(self.answers.address(taken[0].finding_id, filters), 303)

    async def teach(self, request: Request, form: Form) -> Response:
        """Writes a lesson down; from a finding's screen the next finding follows."""
        filters = filters_of(request.query_params)
        row = self.desk.index.row(form.get("finding", ""))
        try:
            lecture = lecture_of(form, self.desk.lesson.teaching, self.sitting.by)
            self.sitting.teach(lecture.change, lecture.words)
        except RefusedError as error:
            if row is None:
                return self.answers.lessons(str(error), form)
            return self.answers.finding(form["finding"], filters, Refused(422, taught=str(error)))
        return (
            RedirectResponse("/teaching", 303)
            if row is None
            else self.answers.to_next(filters, row)
        )

    async def bulk_done(self, request: Request, form: Form) -> Response:
        """Carries a previewed answer out, if what it would change is still what was shown."""
        filters = filters_of(request.query_params)
        try:
            carry_out(self.sitting, filters, form)
        except (BulkError, ConflictError) as error:
            plan = preview(self.desk, filters, form.get("verdict", ""))
            return self.views.show("bulk.html", 409, filters=filters, plan=plan, reason=str(error))
        return RedirectResponse(f"/findings?{filters.query}", 303)

    async def run(self, request: Request, _form: Form) -> Response:
        """Starts a run with what was decided and taught, and stays where it was asked for."""
        self.rerun.start(self.desk.run)
        return RedirectResponse(_came_from(request), 303)


def _came_from(request: Request) -> str:
    """The view that a form was sent from, the overview where the browser does not say."""
    given = urlsplit(request.headers.get("referer", ""))
    shown = given.path.split("/")[1:2]
    if not shown or shown[0] not in SHOWN:
        return "/"
    return f"{given.path}?{given.query}" if given.query else given.path


def _choice(form: Form) -> Choice:
    verdict, _, offer = form.get("answer", "").partition(":")
    return Choice(
        verdict,
        number_of(offer),
        form.get("value", ""),
        form.get("note", "").strip(),
        number_of(form.get("seen", "")),
    )
