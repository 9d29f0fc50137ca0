"""The review page started from the command line."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from urllib.parse import urlsplit


def test_it_prints_the_address_serves_it_and_ends_with_an_interrupt(pipeline, raw):
    output = raw.parent / "output"
    pipeline("run", raw, "--output", output, "--today", "2026-01-01")
    command = (sys.executable, "-m", "pipeline", "review", "--output", output, "--no-browser")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as page:
        address = page.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        parts = urlsplit(address)
        wire = HTTPConnection(parts.netloc, timeout=30)
        wire.request("GET", f"/?{parts.query}")
        assert wire.getresponse().status == 303
        wire.close()
        page.send_signal(signal.SIGINT)
        _, complained = page.communicate(timeout=60)
    assert (page.returncode, complained) == (0, "")


def test_a_folder_without_findings_is_refused(pipeline, tmp_path):
    code, printed, complained = pipeline("review", "--output", tmp_path, "--no-browser")
    assert (code, printed) == (2, "")
    assert "pipeline run" in complained


def test_a_port_in_use_is_said(pipeline, raw):
    output = raw.parent / "output"
    pipeline("run", raw, "--output", output, "--today", "2026-01-01")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, _, complained = pipeline("review", "--output", output, "--port", port, "--no-browser")
    assert code == 2
    assert f"cannot listen on port {port}" in complained


def test_a_folder_of_texts_that_is_not_there_is_refused(pipeline, raw, tmp_path):
    output = raw.parent / "output"
    pipeline("run", raw, "--output", output, "--today", "2026-01-01")
    asked = ("review", tmp_path / "nosuch", "--output", output, "--no-browser")
    code, printed, complained = pipeline(*asked)
    assert (code, printed) == (2, "")
    assert "is no folder of texts" in complained
