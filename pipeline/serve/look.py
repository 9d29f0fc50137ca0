"""The addresses that show: nothing that is asked of them changes anything."""

from __future__ import annotations

from asyncio import to_thread
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pipeline.model.finding import Finding
from pipeline.review.reading import read_as
from pipeline.serve.answer import Answers
from pipeline.serve.bulk import preview
from pipeline.serve.filters import filters_of, number_of
from pipeline.serve.held import links_of
from pipeline.serve.overview import overview_of
from pipeline.serve.rerun import Rerun
from pipeline.serve.screen import profile_of
from pipeline.serve.trial import try_value
from pipeline.write.reporting.top import Held
from pipeline.write.reporting.wording import value_text

IN_LIST, IN_HISTORY = 50, 100
TOLD = ("new", "returned", "fixed", "outgrown", "drifted")
STYLES = ("base.css", "summary.css", "finding.css", "review.css")
SCRIPTS = ("review.js",)
SOURCES = {
    "review.css": (STYLES, "text/css"),
    "review.js": (SCRIPTS, "text/javascript"),
    "icon.svg": (("icon.svg",), "image/svg+xml"),
}


class Look:
    """Every view of a desk."""

    def __init__(self, answers: Answers, rerun: Rerun) -> None:
        self.answers, self.rerun = answers, rerun
        self.desk, self.views = answers.desk, answers.views

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
        page = max(number_of(request.query_params.get("page", "")), 1)
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
        return self.answers.to_next(filters_of(request.query_params), None)

    async def finding(self, request: Request) -> Response:
        """One finding's screen."""
        return self.answers.finding(request.path_params["id"], filters_of(request.query_params))

    async def record(self, request: Request) -> Response:
        """A whole profile with all its literals and values."""
        place = self.desk.index.places.of(request.path_params["id"])
        if place is None:
            return self.views.refuse(404, "The last run has no record of this name.")
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
        page = max(number_of(request.query_params.get("page", "")), 1)
        entries = self.desk.journal.latest(IN_HISTORY, (page - 1) * IN_HISTORY)
        pages = -(-len(self.desk.journal) // IN_HISTORY)
        return self.views.show("history.html", entries=entries, page=page, pages=pages)

    async def teaching(self, _request: Request) -> Response:
        """What is taught of these texts, with forms to teach more."""
        return self.answers.lessons()

    async def bulk(self, request: Request) -> Response:
        """What one answer to all findings of a filter would change."""
        filters = filters_of(request.query_params)
        plan = preview(self.desk, filters, request.query_params.get("verdict", ""))
        return self.views.show("bulk.html", filters=filters, plan=plan, reason="")

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
        trial = await to_thread(try_value, document, finding, text, self.answers.today())
        return JSONResponse(trial._asdict())

    def _typed(self, request: Request) -> tuple[Finding, str]:
        asked = request.query_params
        return self.desk.finding(asked.get("finding", "")), asked.get("value", "").strip()

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


def _source(names: tuple[str, ...]) -> bytes:
    """The package's own style or script, those of the report first."""
    folders = (files("pipeline.serve") / "templates", files("pipeline.write") / "templates")
    found = (next(f / name for f in folders if (f / name).is_file()) for name in names)
    return b"\n".join(file.read_bytes() for file in found)
