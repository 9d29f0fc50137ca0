"""The addresses of the review page, and who answers each of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pipeline.lexicon.taught import taught
from pipeline.review.refusal import RefusedError, UnknownFindingError
from pipeline.serve.act import Act
from pipeline.serve.answer import Answers, Form
from pipeline.serve.guard import Guard, Keys, read_form
from pipeline.serve.look import Look
from pipeline.serve.rerun import Rerun
from pipeline.serve.sitting import Sitting
from pipeline.serve.view import Views

REPLACED = "The output is gone or being replaced: run `pipeline run` if this does not pass."
NO_FINDING = (
    "The last run has no finding of this name. Its text or what was taught has changed since, or "
    "the address is cut short."
)
NO_VIEW = "There is no such page here."
MISMATCH = "This form is of an earlier start of the page. Nothing was decided: open it again."

Answer = Callable[[Request], Awaitable[Response]]


class App:
    """The review page of one sitting as an ASGI application."""

    def __init__(self, sitting: Sitting, keys: Keys, port: int, rerun: Rerun) -> None:
        self.desk, self.keys = sitting.desk, keys
        self.views = Views(sitting, keys, rerun)
        answers = Answers(self.desk, self.views, rerun.today)
        routes = self._routes(Look(answers, rerun), Act(answers, sitting, rerun))
        self.asgi = Guard(Starlette(routes=routes), port, keys)

    def _routes(self, look: Look, act: Act) -> list[Route]:
        shown = {
            "/": look.overview,
            "/changes": look.changes,
            "/findings": look.queue,
            "/next": look.next,
            "/finding/{id}": look.finding,
            "/record/{id:path}": look.record,
            "/history": look.history,
            "/teaching": look.teaching,
            "/bulk": look.bulk,
            "/read": look.read,
            "/try": look.tried,
            "/run": look.run_state,
            "/static/{name}": look.static,
        }
        told = {
            "/finding/{id}": act.decide,
            "/undo": act.undo,
            "/bulk": act.bulk_done,
            "/teach": act.teach,
            "/run": act.run,
        }
        return [
            *(Route(path, self._fresh(answer), methods=["GET"]) for path, answer in shown.items()),
            *(Route(path, self._told(answer), methods=["POST"]) for path, answer in told.items()),
            Route("/{path:path}", self._fresh(self._nowhere), methods=["GET"]),
        ]

    async def _nowhere(self, _request: Request) -> Response:
        return self.views.refuse(404, NO_VIEW)

    def _fresh(self, answer: Answer) -> Answer:
        """Takes in what others did first; what was refused is a page that says why."""

        async def fresh(request: Request) -> Response:
            try:
                self.desk.refresh()
                with taught(self.desk.lesson.teaching):  # a value typed is read as taught
                    return await answer(request)
            except UnknownFindingError:
                return self.views.refuse(404, NO_FINDING)
            except RefusedError as error:
                return self.views.refuse(409, str(error))
            except OSError:
                return self.views.refuse(503, REPLACED)

        return fresh

    def _told(self, answer: Callable[[Request, Form], Awaitable[Response]]) -> Answer:
        """Reads the form first; one without our token tells nothing."""

        async def told(request: Request) -> Response:
            form = await read_form(request, self.keys)
            if form is None:
                return self.views.refuse(403, MISMATCH)
            return await answer(request, form)

        return self._fresh(told)
