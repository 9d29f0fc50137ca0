"""Which files of a folder are documents, and that none of them stops a run."""

import os
import pickle
import socket

import pytest

from pipeline.read.found import Found, find_documents
from pipeline.read.ingest import read_bytes, read_document

AS_ROOT = os.geteuid() == 0


def found(raw):
    return {each.path: each.problem and each.problem.message for each in find_documents(raw)}


def write(raw, *paths):
    for path in paths:
        (raw / path).parent.mkdir(parents=True, exist_ok=True)
        (raw / path).write_text(f"Name: {path}\n")


def test_documents_come_in_the_order_of_their_paths(tmp_path):
    write(tmp_path, "b.txt", "a/z.txt", "a.txt", "B.md", "가.txt", "a/_x.txt", "_a/b.txt", ".git/c")
    write(tmp_path, "decisions.jsonl", "a.gold.json", "my-decisions.jsonl", "_profiles.toml")
    paths = ["B.md", "a.txt", "a/z.txt", "b.txt", "my-decisions.jsonl", "가.txt"]
    assert [each.path for each in find_documents(tmp_path)] == paths
    assert not any(each.problem for each in find_documents(tmp_path))


def test_an_empty_folder_holds_no_document(tmp_path):
    assert list(find_documents(tmp_path)) == []


def test_a_missing_folder_is_told(tmp_path):
    assert found(tmp_path / "none") == {".": "cannot be listed: no such file or directory"}


def test_links_are_followed_within_the_folder_only(tmp_path):
    raw = tmp_path / "raw"
    write(tmp_path, "raw/a/x.txt", "raw/_old/y.txt", "outside.txt", "raw2/z.txt")
    (raw / "in.txt").symlink_to("a/x.txt")
    (raw / "old").symlink_to("_old")
    (raw / "out.txt").symlink_to(tmp_path / "outside.txt")
    (raw / "out").symlink_to(tmp_path / "raw2")
    (raw / "gone.txt").symlink_to("nowhere")
    (raw / "self.txt").symlink_to("self.txt")
    told = found(raw)
    assert [path for path, problem in told.items() if not problem] == [
        "a/x.txt",
        "in.txt",
        "old/y.txt",
    ]
    assert "out of the folder" in told["out"]
    assert "out of the folder" in told["out.txt"]
    assert told["gone.txt"] == told["self.txt"] == "a link that leads nowhere"


def test_cycles_of_links_end(tmp_path):
    write(tmp_path, "a/x.txt", "b/y.txt")
    for link, target in (("a/up", ".."), ("a/b", "../b"), ("b/a", "../a"), ("here", ".")):
        (tmp_path / link).symlink_to(target)
    told = found(tmp_path)
    assert {"a/x.txt", "b/y.txt"} <= told.keys()
    assert "read already" in told["here"]
    assert len(told) < 20


def test_the_files_of_a_saved_page_are_one_note(tmp_path):
    write(
        tmp_path, "p.html", "p_files/a.png", "p_files/b.css", "q.htm", "q_files/a", "r_files/a.txt"
    )
    told = found(tmp_path)
    assert [path for path, problem in told.items() if problem] == ["p_files", "q_files"]
    assert "r_files/a.txt" in told


@pytest.mark.parametrize(
    ("name", "path"),
    [
        (b"a\nb.txt", r"a\nb.txt"),
        (b"a\xff\xb0.txt", r"a\xff\xb0.txt"),
        (rb"a\nb.txt", r"a\\nb.txt"),
        ("a\u202eb.txt".encode(), r"a\u202eb.txt"),
        ("면적\u3000표.txt".encode(), "면적\u3000표.txt"),
        (b"a b#c.txt", "a b#c.txt"),
    ],
)
def test_odd_names_are_shown_without_loss(name, path, tmp_path):
    with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:  # noqa: PTH118, PTH123
        file.write(b"Name: Kujo")
    (each,) = find_documents(tmp_path)
    assert each.path == path
    assert each.path.encode().decode() == path
    assert read_document(pickle.loads(pickle.dumps(each))).text == "Name: Kujo"  # noqa: S301


def test_pipes_and_sockets_are_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "s"))
        told = found(tmp_path)
    assert told == dict.fromkeys(("pipe.txt", "s"), "a pipe, a socket or a device; not opened")


@pytest.mark.parametrize("become", ["gone", "folder", "pipe"])
def test_what_is_no_file_any_more_is_told(become, tmp_path):
    location = tmp_path / "a.txt"
    {"gone": lambda _: None, "folder": os.mkdir, "pipe": os.mkfifo}[become](location)
    document = read_document(Found("a.txt", location, None))
    (repair,) = document.repairs
    assert (document.text, document.sha256, repair.code) == ("", "", "T01")
    assert repair.message.startswith("cannot be read: ")


@pytest.mark.skipif(AS_ROOT, reason="root reads everything")
def test_what_may_not_be_read_is_told(tmp_path):
    write(tmp_path, "a.txt", "b/c.txt")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "b").chmod(0)
    try:
        problems = {each.path: read_document(each).repairs for each in find_documents(tmp_path)}
    finally:
        (tmp_path / "b").chmod(0o700)
    assert {path: repair.message for path, (repair,) in problems.items()} == {
        "a.txt": "cannot be read: permission denied",
        "b": "cannot be listed: permission denied",
    }


def test_a_problem_found_becomes_a_document_without_text(tmp_path):
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (each,) = find_documents(tmp_path)
    document = read_document(each)
    assert (document.path, document.text, document.repairs) == ("gone.txt", "", (each.problem,))


@pytest.mark.parametrize(
    ("content", "text", "said"),
    [
        (b"Name: Kujo\r\n", "Name: Kujo\r\n", []),
        (b"", "", ["the file is empty"]),
        (b"\n \n", "\n \n", ["the file holds no text"]),
        (b"\xef\xbb\xbf", "", ["the file holds no text"]),
        (b"F\0o", "F\0o", ["a NUL character within the text; kept as it is"]),
        ("F\ufffdo".encode(), "F\ufffdo", ["a replacement character: what stood here is lost"]),
        ("인구\n".encode() + b"\xff", "인구\n\ufffd", ["bytes that are not utf-8: FF"]),
    ],
)
def test_repairs_of_a_text(content, text, said):
    document = read_bytes("a.txt", content)
    assert (document.text, [repair.message for repair in document.repairs]) == (text, said)


def test_the_document_names_its_bytes_and_how_they_were_read():
    document = read_bytes("a.txt", b"abc")
    assert document.sha256.startswith("ba7816bf8f01cfea")
    how = (document.path, document.format, document.encoding, document.detection)
    assert how == ("a.txt", "txt", "utf-8", "only ASCII characters: certain")
