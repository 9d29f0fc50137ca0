"""The addresses of the review page, and what each of them answers."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from pipeline.checks.catalogue import BY_CODE
from pipeline.lexicon.taught import taught
from pipeline.model.finding import Finding
from pipeline.review.decisions import UNDO
from pipeline.review.reading import read_as
from pipeline.review.refusal import ConflictError, RefusedError, UnknownFindingError
from pipeline.serve.bulk import BulkError, carry_out, preview
from pipeline.serve.desk import Choice, Desk
from pipeline.serve.filters import Filters, filters_of
from pipeline.serve.guard import Guard, Keys, read_form
from pipeline.serve.overview import overview_of
from pipeline.serve.rerun import Rerun
from pipeline.serve.screen import links_of, profile_of, screen_of
from pipeline.serve.teach import choices_of, lecture_of
from pipeline.serve.trial import try_value
from pipeline.serve.view import Views
from pipeline.write.report_top import Held
from pipeline.write.report_wording import value_text

IN_LIST, IN_HISTORY = 50, 100
TOLD = ("new", "returned", "fixed", "outgrown", "drifted")
STYLES = ("base.css", "summary.css", "finding.css", "review.css")
SCRIPTS = ("review.js",)
SOURCES = {
    "review.css": (STYLES, "text/css"),
    "review.js": (SCRIPTS, "text/javascript"),
    "icon.svg": (("icon.svg",), "image/svg+xml"),
}
REPLACED = "The output is gone or being replaced: run `pipeline run` if this does not pass."
MISMATCH = "This form is of an earlier start of the page. Nothing was decided: open it again."

Answer = Callable[[Request], Awaitable[Response]]
Form = dict[str, str]


class Refused(NamedTuple):
    """Why an answer was not taken, and what had been typed."""

    status: int = 200
    reason: str = ""
    typed: str = ""
    taught: str = ""
    conflict: ConflictError | None = None


NOT_REFUSED = Refused()


class App:
    """The review page of one desk as an ASGI application."""

    def __init__(self, desk: Desk, keys: Keys, port: int, rerun: Rerun) -> None:
        self.desk, self.keys, self.rerun = desk, keys, rerun
        self.today = rerun.today
        self.views = Views(desk, keys, rerun)
        self.asgi = Guard(Starlette(routes=self._routes()), port, keys)

    def _routes(self) -> list[Route]:
        shown = {
            "/": self.overview,
            "/changes": self.changes,
            "/findings": self.queue,
            "/next": self.next,
            "/finding/{id}": self.finding,
            "/record/{id:path}": self.record,
            "/history": self.history,
            "/teaching": self.teaching,
            "/bulk": self.bulk,
            "/read": self.read,
            "/try": self.tried,
            "/run": self.run_state,
            "/static/{name}": self.static,
        }
        told = {
            "/finding/{id}": self.decide,
            "/undo": self.undo,
            "/bulk": self.bulk_done,
            "/teach": self.teach,
            "/run": self.run,
        }
        return [
            *(Route(path, self._fresh(answer), methods=["GET"]) for path, answer in shown.items()),
            *(Route(path, self._told(answer), methods=["POST"]) for path, answer in told.items()),
        ]

    def _fresh(self, answer: Answer) -> Answer:
        """Takes in what others did first; what was refused is a page that says why."""

        async def fresh(request: Request) -> Response:
            try:
                self.desk.refresh()
                with taught(self.desk.lesson.teaching):  # a value typed is read as taught
                    return await answer(request)
            except UnknownFindingError as error:
                return self.views.show("refused.html", 404, reason=str(error))
            except RefusedError as error:
                return self.views.show("refused.html", 409, reason=str(error))
            except OSError:
                return self.views.show("refused.html", 503, reason=REPLACED)

        return fresh

    def _told(self, answer: Callable[[Request, Form], Awaitable[Response]]) -> Answer:
        """Reads the form first; one without our token tells nothing."""

        async def told(request: Request) -> Response:
            form = await read_form(request, self.keys)
            if form is None:
                return self.views.show("refused.html", 403, reason=MISMATCH)
            return await answer(request, form)

        return self._fresh(told)

    async def overview(self, _request: Request) -> Response:
        """All findings at a glance, with pictures."""
        told = {name: len(self.desk.changes.get(name, ())) for name in TOLD}
        return self.views.show(
            "overview.html",
            overview=overview_of(self.desk),
            told=told,
        )

    async def changes(self, _request: Request) -> Response:
        """What the last run told of the one before it."""
        told = {name: self.desk.changes.get(name, ()) for name in TOLD}
        return self.views.show("changes.html", told=told, most=IN_HISTORY)

    async def queue(self, request: Request) -> Response:
        """The findings that fit the filters, a page of them."""
        filters = filters_of(request.query_params)
        rows = self.desk.index.select(filters)
        page = max(_number(request.query_params.get("page", "")), 1)
        at = (page - 1) * IN_LIST
        briefs = [self.desk.index.brief(row) for row in rows[at : at + IN_LIST].tolist()]
        return self.views.show(
            "queue.html",
            filters=filters,
            briefs=briefs,
            count=len(rows),
            page=page,
            pages=-(-len(rows) // IN_LIST),
            facets=self.desk.index.counts(filters),
        )

    async def next(self, request: Request) -> Response:
        """Leads to the first finding of the queue."""
        return self._to_next(filters_of(request.query_params), None)

    async def finding(self, request: Request) -> Response:
        """One finding's screen."""
        return self._screen(request.path_params["id"], filters_of(request.query_params))

    async def decide(self, request: Request, form: Form) -> Response:
        """Puts an answer on the log and shows the next finding, or says why it is refused."""
        id_, filters = request.path_params["id"], filters_of(request.query_params)
        choice = _choice(form)
        try:
            self.desk.decide(id_, choice)
        except ConflictError as error:
            return self._screen(id_, filters, Refused(409, conflict=error))
        except RefusedError as error:
            return self._screen(id_, filters, Refused(422, str(error), form.get("value", "")))
        if choice.verdict == UNDO:
            return RedirectResponse(self._address(id_, filters), 303)
        return self._to_next(filters, self.desk.index.row(id_))

    async def undo(self, request: Request, _form: Form) -> Response:
        """Takes back the last thing done here and shows what it was about."""
        filters = filters_of(request.query_params)
        undone = self.desk.undo_last()
        taken = undone.decisions
        if undone.taught:
            return RedirectResponse("/teaching", 303)
        if len(taken) > 1:
            return RedirectResponse(f"/findings?{filters.query}", 303)
        return RedirectResponse(self._address(taken[0].finding_id, filters), 303)

    async def record(self, request: Request) -> Response:
        """A whole profile with all its literals and values."""
        place = self.desk.index.place(request.path_params["id"])
        if place is None:
            return self.views.show("refused.html", 404, reason="The last run has no such record.")
        excerpts, lines = profile_of(self.desk, place)
        rows = self.desk.index.of_record(place.record_id).tolist()
        found = [self.desk.index.brief(row) for row in rows]
        return self.views.show(
            "record.html",
            place=place,
            excerpts=excerpts,
            lines=lines,
            links=links_of(lines),
            found=found,
        )

    async def history(self, request: Request) -> Response:
        """What was decided, the newest first."""
        page = max(_number(request.query_params.get("page", "")), 1)
        entries = self.desk.journal.latest(IN_HISTORY, (page - 1) * IN_HISTORY)
        pages = -(-len(self.desk.journal) // IN_HISTORY)
        return self.views.show("history.html", entries=entries, page=page, pages=pages)

    async def teaching(self, _request: Request) -> Response:
        """What is taught of these texts, with forms to teach more."""
        return self._lessons()

    async def teach(self, request: Request, form: Form) -> Response:
        """Writes a lesson down; from a finding's screen the next finding follows."""
        filters = filters_of(request.query_params)
        row = self.desk.index.row(form.get("finding", ""))
        try:
            lecture = lecture_of(form, self.desk.lesson.teaching, self.desk.by)
            self.desk.teach(lecture.change, lecture.words)
        except RefusedError as error:
            if row is None:
                return self._lessons(str(error), form)
            return self._screen(form["finding"], filters, Refused(422, taught=str(error)))
        return RedirectResponse("/teaching", 303) if row is None else self._to_next(filters, row)

    async def bulk(self, request: Request) -> Response:
        """What one answer to all findings of a filter would change."""
        filters = filters_of(request.query_params)
        plan = preview(self.desk, filters, request.query_params.get("verdict", ""))
        return self.views.show("bulk.html", filters=filters, plan=plan, reason="")

    async def bulk_done(self, request: Request, form: Form) -> Response:
        """Carries a previewed answer out, if what it would change is still what was shown."""
        filters = filters_of(request.query_params)
        try:
            carry_out(self.desk, filters, form)
        except (BulkError, ConflictError) as error:
            plan = preview(self.desk, filters, form.get("verdict", ""))
            return self.views.show("bulk.html", 409, filters=filters, plan=plan, reason=str(error))
        return RedirectResponse(f"/findings?{filters.query}", 303)

    async def read(self, request: Request) -> Response:
        """How a typed value reads, while it is being typed."""
        finding, text = self._typed(request)
        reading = read_as(finding.field, text) if text and finding.record_id else None
        if reading is None:
            return JSONResponse({"reads": ""})
        held = Held(finding.field, reading.value, reading.currency or reading.unit, text)
        return JSONResponse({"reads": value_text(held)})

    async def tried(self, request: Request) -> Response:
        """What a typed value that reads would do; others are served meanwhile."""
        finding, text = self._typed(request)
        document = self.desk.texts.read(finding.document)
        trial = await to_thread(try_value, document, finding, text, self.today())
        return JSONResponse(trial._asdict())

    def _typed(self, request: Request) -> tuple[Finding, str]:
        asked = request.query_params
        return self.desk.finding(asked.get("finding", "")), asked.get("value", "").strip()

    async def run(self, _request: Request, _form: Form) -> Response:
        """Starts a run with what was decided."""
        self.rerun.start(self.desk.run)
        return RedirectResponse("/", 303)

    async def run_state(self, _request: Request) -> Response:
        """How far the run is, for the script that watches it."""
        rerun = self.rerun
        return JSONResponse({"running": rerun.running, "done": rerun.done, "total": rerun.total})

    async def static(self, request: Request) -> Response:
        """The page's own style and script; nothing else is a file here."""
        source = SOURCES.get(request.path_params["name"])
        if source is None:
            return Response("", 404)
        names, kind = source
        return Response(_source(names), media_type=kind)

    def _lessons(self, reason: str = "", form: Form | None = None) -> Response:
        return self.views.show(
            "teaching.html",
            422 if reason else 200,
            lesson=self.desk.lesson,
            choices=choices_of(self.desk.lesson.teaching),
            checks=sorted(BY_CODE),
            until=self._in_a_year(),
            today=self.today(),
            reason=reason,
            form=form or {},
        )

    def _in_a_year(self) -> date:
        return self.today() + timedelta(days=365)

    def _screen(self, id_: str, filters: Filters, refused: Refused = NOT_REFUSED) -> Response:
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
            before=self._link(before, filters),
            after=self._link(after, filters),
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

    def _to_next(self, filters: Filters, row: int | None) -> Response:
        """The finding after a row; from the last one on, the first that waits."""
        if row is None:
            rows = self.desk.index.select(filters)
            after = int(rows[0]) if len(rows) else None
        else:
            before, after, *_ = self.desk.index.around(row, filters)
            after = after if after is not None else before
        if after is None:
            return RedirectResponse(f"/findings?{filters.query}", 303)
        return RedirectResponse(self._link(after, filters), 303)

    def _link(self, row: int | None, filters: Filters) -> str:
        return self._address(self.desk.index.ids[row], filters) if row is not None else ""

    def _address(self, id_: str, filters: Filters) -> str:
        query = f"?{filters.query}" if filters.query else ""
        return f"/finding/{quote(id_, safe='')}{query}"


def _choice(form: Form) -> Choice:
    verdict, _, offer = form.get("answer", "").partition(":")
    return Choice(
        verdict,
        _number(offer),
        form.get("value", ""),
        form.get("note", "").strip(),
        _number(form.get("seen", "")),
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _source(names: tuple[str, ...]) -> bytes:
    """The package's own style or script, those of the report first."""
    folders = (files("pipeline.serve") / "templates", files("pipeline.write") / "templates")
    found = (next(f / name for f in folders if (f / name).is_file()) for name in names)
    return b"\n".join(file.read_bytes() for file in found)
