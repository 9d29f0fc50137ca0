"""Examples of checks as whole documents: what ``explain`` shows and the tests read.

An example says what matters. The lines that make a profile of it are put above: a name, a country
and a tie, each where the example says nothing of the kind. A text that has a ``City:`` of its own
is a whole page already. A form feed parts the documents of an example about several.
"""

from __future__ import annotations

from collections.abc import Iterator

DOCUMENTS = "\f"
PAGE = "City:"
# The line above an example, and the words with which the example says such a thing itself.
FRAME = (
    ("City: Mariposa", ()),
    ("Country: Canada", ("Country:",)),
    ("Sister city since: May 6, 2010", ("ister", "riend")),
)


def documents(example: str) -> tuple[str, ...]:
    """The texts of the documents that an example stands for."""
    return tuple(map(_page, example.split(DOCUMENTS)))


def _page(example: str) -> str:
    above = () if PAGE in example else _frame(example)
    return "\n".join((*above, example)).strip("\n") + "\n"


def _frame(example: str) -> Iterator[str]:
    for line, words in FRAME:
        if not any(word in example for word in words):
            yield line
