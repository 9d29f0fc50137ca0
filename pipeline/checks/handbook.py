"""``docs/checks.md``: every declared check in words, and why the others are absent."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

from pipeline.checks.absent import ABSENT
from pipeline.checks.catalogue import TOLD
from pipeline.checks.check import Check
from pipeline.checks.example import DOCUMENTS, FRAME
from pipeline.checks.upkeep import Upkeep

HEAD = f"""\
# Checks

<!-- Made from the declarations in pipeline/checks: pytest tests/checks --update-golden -->

An **error** cannot be right, a **warning** wants a look, a **note** informs. A check that cannot
tell is silent; none corrects anything. `pipeline explain CODE` prints one of them. Where an example
is less than a page, it stands below {", ".join(f"`{line}`" for line, _ in FRAME)}.
"""


def handbook() -> str:
    """The whole document, in the order of the codes."""
    declared = sorted(TOLD.values(), key=lambda one: one.code)
    parts = (HEAD, _contents(declared), *map(_chapter, declared), _absent())
    return "\n".join(parts)


def _contents(declared: list[Check | Upkeep]) -> str:
    rows = (
        f"| [{one.code}](#{one.code.lower()}) | {one.severity} | {_title(one)} |"
        for one in declared
    )
    return "\n".join(("| check | | what should hold |", "|---|---|---|", *rows, ""))


def _chapter(one: Check | Upkeep) -> str:
    return "\n".join(_lines(one))


def _lines(one: Check | Upkeep) -> Iterator[str]:
    _, _, reasons = cleandoc(one.rationale).partition("\n\n")
    yield f"## {one.code}\n"
    yield f"**{_title(one)}** ({one.severity}, level {one.level}, looks at a {one.scope})\n"
    yield f"{reasons}\n"
    for title, examples in (("Found", tuple(one.bad)), ("Silent", one.good)):
        for example in examples:
            yield f"{title}:\n\n{_fenced(example)}\n"


def _title(one: Check | Upkeep) -> str:
    return cleandoc(one.rationale).partition("\n")[0]


def _fenced(example: str) -> str:
    text = example.replace(DOCUMENTS, "\n--- another document ---\n")
    return f"```text\n{text}\n```"


def _absent() -> str:
    rows = (f"- **{code}** {reason}" for code, reason in sorted(ABSENT.items()))
    return "\n".join(("## Not checked\n", *rows, ""))
