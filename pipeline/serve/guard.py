"""Who may talk to the review page: this machine's browser that was given the key, and nobody else.

A page of another site cannot reach it: the Host must be a loopback name (against DNS rebinding),
the Origin of a form must be ours and the form must carry the token (against forged requests), and
the key of the address that the terminal printed is needed once (against other users here).
"""

from __future__ import annotations

from secrets import compare_digest, token_urlsafe
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
SAFE_METHODS = ("GET", "HEAD")
LARGEST_FORM = 1_000_000  # bytes
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
ASK_TERMINAL = "Open the whole address that `pipeline review` printed: it carries the key.\n"


class Keys(NamedTuple):
    """The key that opens the page and the token that its forms carry."""

    door: str
    form: str


def new_keys() -> Keys:
    """Keys that nobody can guess, good for one start of the server."""
    return Keys(token_urlsafe(24), token_urlsafe(24))


class Guard:
    """Lets only allowed requests through, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, port: int, keys: Keys) -> None:
        self._app, self._keys = app, keys
        self._hosts = frozenset(f"{name}:{port}" for name in LOOPBACK)
        self._cookie = f"review-{port}"  # cookies are shared by the ports of a host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a refused request itself, hands on the rest."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = self._refuse(Request(scope))
        await (refused or self._app)(scope, receive, send_guarded)

    def _refuse(self, request: Request) -> Response | None:
        if request.headers.get("host", "") not in self._hosts:
            return PlainTextResponse("Only this machine may ask.\n", 421)
        if request.method not in SAFE_METHODS and not self._is_own(request.headers):
            return PlainTextResponse("Another site may not decide.\n", 403)
        return self._shut(request)

    def _is_own(self, headers: Headers) -> bool:
        """Whether a form was sent by a page of ours, as far as the browser says."""
        origin = headers.get("origin")
        same_host = origin is None or urlsplit(origin).netloc == headers.get("host")
        return same_host and headers.get("sec-fetch-site", "same-origin") == "same-origin"

    def _shut(self, request: Request) -> Response | None:
        """What who has no key gets; who brings it gets a cookie and the address without it."""
        given = request.query_params.get("key", "")
        if given and request.method == "GET" and _same(given, self._keys.door):
            opened = RedirectResponse(request.url.path, 303)
            opened.set_cookie(self._cookie, self._keys.door, httponly=True, samesite="strict")
            return opened
        if _same(request.cookies.get(self._cookie, ""), self._keys.door):
            return None
        return PlainTextResponse(ASK_TERMINAL, 403)


async def read_form(request: Request, keys: Keys) -> dict[str, str] | None:
    """The fields of a form of ours; None for one without the token, or of no honest size."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_FORM:
            return None
    form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return form if _same(form.pop("token", ""), keys.form) else None


def _same(given: str, wanted: str) -> bool:
    return compare_digest(given.encode("utf-8", "backslashreplace"), wanted.encode())
