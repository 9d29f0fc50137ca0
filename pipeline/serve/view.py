"""Pages from templates: what every view of the desk shows around its own content."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse

from pipeline.checks.catalogue import TOLD
from pipeline.model.finding import Severity
from pipeline.serve.filters import ALL, Filters
from pipeline.serve.guard import Keys
from pipeline.serve.rerun import Rerun
from pipeline.serve.sitting import Sitting
from pipeline.serve.teach import column_name
from pipeline.write.reporting.wording import field_name
from pipeline.write.template import environment

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGE = "pipeline.serve"
SENTENCE_END = re.compile(r"(?<=[^\s.]{2}[.])\s+(?=[A-Z“])")
NOT_FOUND = 404
EVERYTHING = Filters()
VERDICT_WORDS = {
    "accept": "Accepted",
    "keep": "Kept as written",
    "replace": "Replaced",
    "undo": "Taken back",
    "teach": "Taught",
}


class Views:
    """Renders templates with what the frame of every page needs."""

    def __init__(self, sitting: Sitting, keys: Keys, rerun: Rerun) -> None:
        self.sitting, self.desk = sitting, sitting.desk
        self.keys, self.rerun = keys, rerun

    def show(
        self, template: str, status: int = 200, filters: Filters = EVERYTHING, **shown: object
    ) -> HTMLResponse:
        """A page of the template with its own content."""
        frame = {
            "desk": self.desk,
            "token": self.keys.form,
            "filters": filters,
            "sitting": self.sitting,
            "last": self.sitting.last,
            "rerun": self.rerun,
            "taught": self.desk.is_taught_since(),
            "pending": self.desk.index.decided_since(),
        }
        page = self._templates.get_template(template).render(**frame, **shown)
        return HTMLResponse(page.encode("utf-8", "backslashreplace"), status)

    def refuse(self, status: int, reason: str) -> HTMLResponse:
        """A page that says why something was not done or is not there."""
        return self.show("refused.html", status, reason=reason, is_there=status != NOT_FOUND)

    @cached_property
    def _templates(self) -> Environment:
        made = environment(PACKAGE)
        made.filters.update(
            column_name=column_name,
            title=check_title,
            rationale=rationale,
            facet=facet_text,
            sentences=sentences,
        )
        made.globals.update(verdicts=VERDICT_WORDS, all=ALL, severities=tuple(Severity))
        return made


def check_title(code: str) -> str:
    """A check's claim as a sentence, its code where no check has it."""
    check = TOLD.get(code)
    return check.rationale.partition("\n")[0] if check else code


def rationale(code: str) -> tuple[str, ...]:
    """The paragraphs of a check's rationale after its claim."""
    check = TOLD.get(code)
    text = check.rationale.partition("\n")[2] if check else ""
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def sentences(message: str) -> tuple[str, str]:
    """The first sentence of a message and the rest of it."""
    first, *rest = SENTENCE_END.split(message, maxsplit=1)
    return first, "".join(rest)


def facet_text(value: str, name: str) -> str:
    """A facet's value in plain words."""
    if name == "code":
        return f"{value} {check_title(value)}"
    if name == "field":
        return field_name(value)
    return value
