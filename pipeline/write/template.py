"""Templates of pages: Jinja with autoescape, and the words of the report as its filters."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.write.escape import visible, web_link
from pipeline.write.reporting.excerpt import first_marked
from pipeline.write.reporting.wording import field_name, grouped, plural, share, value_text

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

PACKAGE = "pipeline.write"
QUOTED = re.compile("(“[^“”]*”)")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
WORDS = (field_name, first_marked, grouped, plural, share, value_text, visible, web_link)


@cache
def environment(*packages: str) -> Environment:
    """The templates of the packages, then the report's own; what is undefined raises."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in (*packages, PACKAGE)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    made.filters.update({word.__name__: word for word in (*WORDS, isolated)})
    return made


def isolated(message: str) -> Markup:
    """A message in which what it quotes from right to left keeps its direction to itself."""
    from markupsafe import Markup, escape

    parts = QUOTED.split(visible(message))
    return Markup().join(
        Markup("“<bdi>{}</bdi>”").format(part[1:-1])
        if part.startswith("“") and RIGHT_TO_LEFT.search(part)
        else escape(part)
        for part in parts
    )


def source(templates: Environment, names: tuple[str, ...]) -> str:
    """The packages' own styles or scripts as they are, safe to stand in a page."""
    from markupsafe import Markup

    loader = templates.loader
    texts = (loader.get_source(templates, name)[0] for name in names) if loader else ()
    return Markup("\n".join(texts))  # noqa: S704 - files of this package
