"""Countries by the signs of vehicles, as pages of Europe set them behind a town: "Lyon (F)"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import countries, regions, toml_table
from pipeline.model.source import Span
from pipeline.model.value import Reading

_SURE = frozenset({"DE"})  # rather Germany than Delaware
_SIGN = re.compile(r"[^\W\d_][^\n()]*?\s?\((?P<sign>[A-Z]{1,3})\)\W{0,2}$")


def country_sign(text: str, name: Span) -> Reading[str] | None:
    """The country whose sign in brackets ends a name.

    A letter in brackets says other things too ("Norvale (T)"), and two may be a state's ("Elmwick
    (CA)"): who asks has to know that the page lists partners abroad.
    """
    if text[name.end - 1 : name.end] != ")":
        return None
    found = _SIGN.match(text[slice(*name)])
    code = _signs().get(found["sign"]) if found else None
    if found is None or code is None:
        return None
    start, end = (name.start + at for at in found.span("sign"))
    return Reading(code, Span(start, end), "country:sign")


@cache
def _signs() -> dict[str, str]:
    """Country by sign: those of vehicles, and the ISO codes that are no state's of America."""
    own: dict[str, str] = toml_table("structure.toml")["vehicle_signs"]
    listed = {code: country for code, country in countries().items() if not _is_state(code)}
    return {c.alpha3: code for code, c in listed.items()} | {code: code for code in listed} | own


def _is_state(code: str) -> bool:
    return code not in _SURE and f"US-{code}" in regions()
