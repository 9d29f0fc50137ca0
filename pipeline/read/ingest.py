"""Files to raw documents: what each one holds."""

from __future__ import annotations

import hashlib

from pipeline.model.source import RawDocument, Repair
from pipeline.read.decode.damage import find_damage
from pipeline.read.decode.whole import whole
from pipeline.read.formats import find_format, read_as
from pipeline.read.found import Found, content_of, reason_of


def read_document(found: Found) -> RawDocument:
    """The document at a place; with empty text and a repair where it cannot be read."""
    if found.problem:
        return _unread(found.path, found.problem)
    try:
        return read_bytes(found.path, content_of(found.location))
    except OSError as error:
        return _unread(found.path, whole(f"cannot be read: {reason_of(error)}"))


def read_text(found: Found, sha256: str) -> str | None:
    """The text of a document that was read before; None where its bytes are other ones now.

    What is damaged in it, which a document's repairs say, is not looked for.
    """
    try:
        content = content_of(found.location)
    except OSError:
        return None
    is_same = hashlib.sha256(content).hexdigest() == sha256
    return read_as(find_format(found.path, content), content).text if is_same else None


def read_bytes(path: str, content: bytes) -> RawDocument:
    """The document that some bytes are: the same for the same path and bytes, whatever they are."""
    form = find_format(path, content)
    decoded = read_as(form, content)
    repairs = (*decoded.repairs, *find_damage(decoded.text, decoded.repairs))
    if not repairs and not decoded.text.strip():
        repairs = (whole("the file holds no text"),)
    sha256 = hashlib.sha256(content).hexdigest()
    how = (form.name, decoded.encoding, decoded.detection)
    return RawDocument(path, sha256, *how, decoded.text, repairs)


def _unread(path: str, problem: Repair) -> RawDocument:
    return RawDocument(path, "", "", "", "not read", "", (problem,))
