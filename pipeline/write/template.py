"""Templates of pages: Jinja with autoescape, and the words of the report as its filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.write.escape import visible, web_link
from pipeline.write.report_excerpt import first_marked
from pipeline.write.report_wording import field_name, grouped, plural, share, value_text

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGE = "pipeline.write"
WORDS = (field_name, first_marked, grouped, plural, share, value_text, visible, web_link)


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
    made.filters.update({word.__name__: word for word in WORDS})
    return made


def source(templates: Environment, names: tuple[str, ...]) -> str:
    """The packages' own styles or scripts as they are, safe to stand in a page."""
    from markupsafe import Markup

    loader = templates.loader
    texts = (loader.get_source(templates, name)[0] for name in names) if loader else ()
    return Markup("\n".join(texts))  # noqa: S704 - files of this package
