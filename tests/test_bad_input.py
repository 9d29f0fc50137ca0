"""Bad input: whatever lies in the folder, the rest is read and the row of a table says what failed."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pipeline.run import Options, run_folder

ROOT = Path(__file__).parent.parent
GOOD = "City: Mariposa\nCountry: Canada\nArea: 425 km²\nPopulation: 1,220,000 (2013)\n"
ESCAPED = "Mariposa\r\nCountry: Canada\r\nPopulation: 12,400\r\n"

BYTES = (
    # what it is, its bytes, a code among its findings (None: no error is found)
    ("empty", b"", "T01"),
    ("blank", b" \n\t\n", "T01"),
    ("binary", bytes(range(256)) * 40, "T01"),
    ("undecodable", GOOD.encode() + b"Note: caf\xff\xfe\x81\x8d\n", "T01"),
    ("NUL and controls", b"Mariposa\nArea: 4\x0025 km\x07\x1b[31m\n", "T01"),
    ("UTF-8 with a mark", b"\xef\xbb\xbf" + GOOD.encode(), None),
    ("UTF-16 LE with a mark", b"\xff\xfe" + GOOD.encode("utf-16-le"), None),
    ("UTF-16 BE with a mark", b"\xfe\xff" + GOOD.encode("utf-16-be"), None),
    ("UTF-16 LE without a mark", ESCAPED.encode("utf-16-le"), None),
    ("UTF-16 BE without a mark", ESCAPED.encode("utf-16-be"), None),
    ("one long line", b"Mariposa has lakes and hills and streams, 12,400 km. " * 95_000, "T01"),
    ("one long word", b"x" * 5_000_000, "T01"),
    ("blanks only", b" \t" * 2_500_000 + b"x", "T01"),
    ("line feeds only", b"\n" * 300_000, "T01"),
    ("labels only", b"Area: " * 800_000, "T01"),
    ("one long number", b"Mariposa\nArea: " + b"9" * 90_000 + b" km\n", None),
    ("one longer number", b"Mariposa\nArea: " + b"9" * 5_000_000 + b" km\n", "T01"),
    ("marks and figures", b"9," * 2_500_000, "T01"),
    ("a huge exponent", "Mariposa\nCountry: Canada\nArea: 1e999999999 km²\n".encode(), None),
    ("brackets", b"(" * 50_000, None),
    ("returns only", b"Mariposa\rCountry: Canada\rArea: 425 km\r", None),
    ("lone surrogate", b"Mariposa\nArea: \xed\xa0\x80 425\n", None),
)


def _run(raw, output):
    return run_folder(Options(raw, output, date(2026, 1, 1), 1))


def _rows(output, table):
    csv.field_size_limit(sys.maxsize)
    with (output / f"{table}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.fixture
def raw(tmp_path):
    """A folder with one good profile, which every test wants to see read."""
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def _assert_good_is_read(output):
    names = {row["document"]: row["name"] for row in _rows(output, "records")}
    assert names["good.txt"] == "Mariposa"


def _codes(output, document):
    return {row["code"] for row in _rows(output, "findings") if row["document"] == document}


@pytest.mark.parametrize(("content", "code"), [row[1:] for row in BYTES], ids=[r[0] for r in BYTES])
def test_whatever_a_file_holds(raw, tmp_path, content, code):
    (raw / "bad.txt").write_bytes(content)
    _run(raw, tmp_path / "out")
    _assert_good_is_read(tmp_path / "out")
    assert "bad.txt" in {row["document"] for row in _rows(tmp_path / "out", "documents")}
    if code:
        assert code in _codes(tmp_path / "out", "bad.txt")
    else:
        unread = [row for row in _rows(tmp_path / "out", "findings") if row["code"] == "T01"]
        assert unread == []


def test_utf_16_is_read(raw, tmp_path):
    for name, encoding in (("marked.txt", "utf-16"), ("bare.txt", "utf-16-le")):
        (raw / name).write_bytes(GOOD.encode(encoding))
    _run(raw, tmp_path / "out")
    areas = {row["document"]: row["area_km2"] for row in _rows(tmp_path / "out", "records")}
    assert areas == {"bare.txt": "425", "good.txt": "425", "marked.txt": "425"}


def _dangling(raw):
    (raw / "bad.txt").symlink_to("nowhere.txt")


def _outward(raw):
    secret = raw.parent / "secret.txt"
    secret.write_text("Secretville\nArea: 1 km²\n", encoding="utf-8")
    (raw / "bad.txt").symlink_to(secret)


def _outward_folder(raw):
    (raw.parent / "secrets").mkdir()
    _outward(raw.parent / "secrets")
    (raw / "bad.txt").symlink_to(raw.parent / "secrets", target_is_directory=True)


def _loop(raw):
    (raw / "bad.txt").symlink_to(".", target_is_directory=True)


def _own_loop(raw):
    (raw / "bad.txt").symlink_to("bad.txt")


def _pipe(raw):
    os.mkfifo(raw / "bad.txt")


@pytest.mark.parametrize("make", [_dangling, _outward, _outward_folder, _own_loop])
def test_a_link_that_leads_nowhere_or_out_is_a_finding(raw, tmp_path, make):
    make(raw)
    _run(raw, tmp_path / "out")
    _assert_good_is_read(tmp_path / "out")
    assert "T01" in _codes(tmp_path / "out", "bad.txt")
    for path in (tmp_path / "out").rglob("*.csv"):
        assert "Secretville" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("make", [_loop, _pipe])
def test_what_is_no_file_stops_nothing(raw, tmp_path, make):
    make(raw)
    _run(raw, tmp_path / "out")
    _assert_good_is_read(tmp_path / "out")


def test_the_files_of_a_saved_page_are_one_note(raw, tmp_path):
    (raw / "page.html").write_text(f"<html><body><p>{GOOD}</p></body></html>", encoding="utf-8")
    (raw / "page_files").mkdir()
    for name in ("style.css", "more.txt"):
        (raw / "page_files" / name).write_text(GOOD, encoding="utf-8")
    _run(raw, tmp_path / "out")
    told = [(row["document"], row["severity"]) for row in _rows(tmp_path / "out", "findings")]
    assert ("page_files", "note") in told
    assert "error" not in dict(told).values()
    assert {row["document"] for row in _rows(tmp_path / "out", "records")} == {
        "good.txt",
        "page.html",
    }


NAMES = (
    b"line\nfeed.txt",
    b"caf\xe9.txt",
    b"\xff\xfe.txt",
    b"tab\there.txt",
    b"\x1b[31mred.txt",
    "\u202etxt.exe.txt".encode(),
    b"=cmd().txt",
    b"back\\slash.txt",
    b"q\"uote's, comma.txt",
    b"x" * 251 + b".txt",
    b"no ending",
    b"page.html",
)


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_file_is_called(raw, tmp_path, name):
    with open(os.path.join(os.fsencode(raw), name), "wb") as opened:  # noqa: PTH123, PTH118
        opened.write(GOOD.replace("Mariposa", "Elgin").encode())
    _run(raw, tmp_path / "out")
    _assert_good_is_read(tmp_path / "out")
    documents = [row["document"] for row in _rows(tmp_path / "out", "documents")]
    assert len(set(documents)) == 2
    assert all(document.isprintable() for document in documents)
    _run(raw, tmp_path / "out")


def _as_someone_who_may_not(*arguments):
    """Runs the command as a user whom permissions bind; root is not, without some privileges."""
    bound = ()
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root without setpriv is not bound by permissions")
        bound = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
    command = (*bound, sys.executable, "-m", "pipeline", *map(str, arguments))
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("folder", [False, True])
def test_what_may_not_be_read_is_a_finding(raw, tmp_path, folder):
    bad = raw / "bad.txt"
    bad.mkdir() if folder else bad.write_text(GOOD, encoding="utf-8")
    bad.chmod(0)
    ran = _as_someone_who_may_not("run", raw, "--output", tmp_path / "out")
    bad.chmod(0o700)
    assert ran.returncode == 0, ran.stderr
    _assert_good_is_read(tmp_path / "out")
    assert "T01" in _codes(tmp_path / "out", "bad.txt")


@pytest.mark.parametrize("depth", ["place/out", "place"])
def test_an_output_that_may_not_be_written_is_one_line(raw, tmp_path, depth):
    place = tmp_path / "place"
    place.mkdir()
    place.chmod(0o500)
    if depth == "place":
        tmp_path.chmod(0o500)
    ran = _as_someone_who_may_not("run", raw, "--output", tmp_path / depth)
    place.chmod(0o700)
    tmp_path.chmod(0o700)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("pipeline: cannot write")
    assert ran.stderr.count("\n") == 1
    assert list(place.iterdir()) == []
