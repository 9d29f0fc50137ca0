"""The review page started: a port of this machine, a key in the address, a browser on it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from pipeline.serve.app import App
from pipeline.serve.desk import Desk
from pipeline.serve.guard import new_keys
from pipeline.serve.refusal import PortTakenError
from pipeline.serve.rerun import Rerun
from pipeline.serve.sitting import Sitting
from pipeline.serve.trial import warm

if TYPE_CHECKING:
    import uvicorn

LOOPBACK = "127.0.0.1"
PORT = 8347


class Served(NamedTuple):
    """What to serve and to whom; ``port`` None takes the usual one, or any if that is taken."""

    raw: Path
    output: Path
    by: str
    today: Callable[[], date]
    port: int | None = None


class Opened(NamedTuple):
    """A server that listens but does not answer yet, and the address with its key."""

    server: uvicorn.Server
    listening: socket.socket
    address: str

    def run(self) -> None:
        """Answers until interrupted; what was begun beside it ends first.

        A thread that is still in a library's code when the interpreter ends can abort it.
        """
        warming = Thread(target=warm)
        warming.start()
        try:
            with self.listening:
                self.server.run(sockets=[self.listening])
        finally:
            warming.join()


def open_server(what: Served) -> Opened:
    """The page of an output, ready to answer.

    Raises:
        NoFindingsError: the output holds no findings of a run.
        PortTakenError: something else listens on the port.
    """
    import uvicorn

    desk = Desk(what.raw, what.output, what.today)
    listening = _listen(what.port)
    port = int(listening.getsockname()[1])
    keys = new_keys()
    app = App(Sitting(desk, what.by), keys, port, Rerun(what.raw, what.output, what.today))
    config = uvicorn.Config(
        app.asgi,
        log_level="warning",
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    return Opened(uvicorn.Server(config), listening, f"http://{LOOPBACK}:{port}/?key={keys.door}")


def _listen(port: int | None) -> socket.socket:
    """A socket of the loopback address on the port asked for, else on the usual one if free."""
    for tried in (PORT, 0) if port is None else (port,):
        opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((LOOPBACK, tried))
            opened.listen()
        except (OSError, OverflowError) as error:
            opened.close()
            problem = error
            continue
        return opened
    raise PortTakenError(port or PORT) from problem
