"""The place that a sentence opens with in scripts without capitals: "日本東港市は", "중국 동항시는"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.place import country_code, find_countries

_WITHIN = 24
# A sign of a name in Han or kana.
HAN = r"[\u30a0-\u30ff\u3400-\u9fff々ーぁ-ん]"
_COUNTED = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{2,8})(?:은|는) (?=인구|면적)")
_GENERIC = re.compile(r"[城都]市$")  # "德国北部城市" names no city
_JOINT = re.compile(r"[\s・·の:,、]*")


class Opening(NamedTuple):
    """The name that a sentence opens with, and whether its country stands beside it."""

    span: Span
    beside: bool


def find_glyphic(text: str, sentence: Span) -> Opening | None:
    """The name of a place with a word for its kind at the start of a sentence, behind its country."""
    start, beside = _behind_countries(text, sentence)
    match = _opening().match(text, start, sentence.end)
    if match is None:
        return _find_inside(text, sentence)
    if match["name"] in toml_table("structure.toml")["own_places"]:
        return None
    bracket = (match["bracket"] or "").strip()
    country = bool(country_code(bracket) or find_countries(bracket))
    return Opening(Span(*match.span("name")), beside or country)


def _find_inside(text: str, sentence: Span) -> Opening | None:
    """The name behind its country, or before its people, inside a sentence: "是美国加州的长滩。"."""
    for country in find_countries(text, *sentence):
        behind = _behind_country().match(text, country.span.end, sentence.end)
        if behind is not None and not _GENERIC.search(behind["name"]):
            return Opening(Span(*behind.span("name")), beside=True)
    counted = _COUNTED.search(text, *sentence)
    if counted is None or counted["name"] in toml_table("structure.toml")["own_places"]:
        return None
    return Opening(Span(*counted.span("name")), beside=False)


@cache
def _behind_country() -> re.Pattern[str]:
    kinds = "|".join(toml_table("structure.toml")["glyphic_kinds"])
    region = rf"(?:(?:{HAN}){{2,9}}?(?:州|省|府|県|县|縣)|[가-힣]{{1,6}}(?:성|도|주|현) )"
    return re.compile(
        rf"[\s・·]?(?:{region}[の的]?)?(?P<name>[가-힣]{{2,8}}(?:시|군|구)(?=[가-힣]{{1,3}}[ ,])"
        rf"|(?:(?![のはがとにをでの的]){HAN}){{1,8}}?(?:{kinds})(?=[はがとに是与與和于於，,。])"
        rf"|(?<=的)[\u4e00-\u9fff]{{2,6}}(?=[。，]))"
    )


def _behind_countries(text: str, sentence: Span) -> tuple[int, bool]:
    """Where a sentence goes on behind a country at its start: "カナダ・東港市", "중국 산둥성 동항시"."""
    found = find_countries(text, sentence.start, min(sentence.end, sentence.start + _WITHIN))
    if not found or found[0].span.start != sentence.start:
        return sentence.start, False
    joint = _JOINT.match(text, found[0].span.end)
    return (joint.end() if joint else found[0].span.end), True


@cache
def _opening() -> re.Pattern[str]:
    table = toml_table("structure.toml")
    kinds = "|".join(table["glyphic_kinds"])
    behind = "|".join(table["behind_glyphic_names"])
    return re.compile(
        rf"(?:[가-힣]{{1,6}}(?:성|도|주) )?(?P<name>(?:(?![のはがとにをで]){HAN}){{1,9}}?(?:{kinds})|[가-힣]{{2,8}}(?:시|군|구|현)"
        rf"|(?:เมือง|จังหวัด|เทศบาล|อำเภอ)[\u0e00-\u0e7f]{{2,25}})"
        rf"(?:\((?P<bracket>[^()\n]{{2,20}})\))?(?=\s|{behind})"
    )
