"""The same facts, rendered in every language, layout and notation that we claim, read back equal."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.document import extract_document
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import RawDocument

# A sentence a language, as its pages write it; the unit is part of it.
PROSE = {
    "en": "Norvale has a population of {population} and covers an area of {area} square kilometres.",
    "ko": "인구는 {population}명이며 면적은 {area}㎢이다.",
    "ja": "人口は{population}人、面積は{area}平方キロメートルです。",
    "zh": "总面积{area}平方公里，人口{population}人。",
    "zh_Hant": "面積{area}平方公里，人口{population}人。",
    "de": "Norvale hat {population} Einwohner und eine Fläche von {area} km².",
    "fr": "Norvale compte {population} habitants pour une superficie de {area} km².",
    "es": "Norvale tiene una población de {population} habitantes y una superficie de {area} km².",
    "pt": "Norvale tem uma população de {population} habitantes e uma área de {area} km².",
    "it": "Norvale conta {population} abitanti su una superficie di {area} km².",
    "nl": "Norvale telt {population} inwoners en heeft een oppervlakte van {area} km².",
    "pl": "Norvale liczy {population} mieszkańców i zajmuje powierzchnię {area} km².",
    "ru": "Население города составляет {population} человек, площадь — {area} км².",
    "uk": "Населення міста становить {population} осіб, площа — {area} км².",
    "tr": "Norvale'nin nüfusu {population}, yüzölçümü {area} km²'dir.",
    "id": "Norvale memiliki luas wilayah {area} km² dan jumlah penduduk {population} jiwa.",
    "ms": "Norvale mempunyai keluasan {area} kilometer persegi dan penduduk seramai {population} orang.",
    "fil": "Ang Norvale ay may populasyon na {population} at lawak na {area} kilometro kuwadrado.",
    "vi": "Norvale có diện tích {area} km² và dân số {population} người.",
    "th": "เมืองนี้มีประชากร {population} คน และมีพื้นที่ {area} ตารางกิโลเมตร",
    "ar": "يبلغ عدد سكان المدينة {population} نسمة وتبلغ مساحتها {area} كيلومتر مربع.",
}
LABELS = {"zh_Hant": "zh", "ms": "id", "fil": "tl"}
NOTATIONS = ((",", "."), (".", ","), (" ", ","), ("\u202f", ","), ("'", "."), ("", "."), ("", ","))
LAYOUTS = {
    "colon": "{label}: {value}\n{label2}: {value2}\n",
    "blank": "{label}  {value}\n{label2}  {value2}\n",
    "lines": "{label}\n{value}\n\n{label2}\n{value2}\n",
    "bullets": "• {label}: {value}\n• {label2}: {value2}\n",
    "bars": "{label} | {value}\n{label2} | {value2}\n",
}


def written(number: Decimal, notation: tuple[str, str]) -> str:
    """A number with a notation's marks."""
    grouping, decimal = notation
    return f"{number:,}".replace(".", "\0").replace(",", grouping).replace("\0", decimal)


def read(text: str) -> tuple[Decimal | str | None, ...]:
    """Country, area and population of the only record of a text."""
    digest = sha256(text.encode()).hexdigest()
    (record,) = extract_document(
        RawDocument("a.txt", digest, "text", "utf-8", "given", text)
    ).records
    held = (record.one(field) for field in ("country", "area_km2", "population"))
    return tuple(value.value if value else None for value in held)


def heading(language: str) -> str:
    return f"Norvale, {Locale.parse(language).territories['JP']}\n\n"


numbers = st.tuples(
    st.sampled_from(NOTATIONS),
    st.decimals(100, 90_000, places=1, allow_nan=False).filter(lambda area: area % 1 != 0),
    st.integers(10_000, 30_000_000).map(Decimal),
)


@pytest.mark.parametrize("language", PROSE)
@given(facts=numbers)
@settings(max_examples=6)
def test_a_sentence_is_read_back(
    language: str, facts: tuple[tuple[str, str], Decimal, Decimal]
) -> None:
    notation, area, population = facts
    told = PROSE[language].format(
        area=written(area, notation), population=written(population, notation)
    )
    assert read(f"{heading(language)}{told}\n") == ("JP", area, population)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", PROSE)
@given(facts=numbers, rank=st.integers(0, 2))
@settings(max_examples=2)
def test_labels_are_read_back(
    language: str, layout: str, facts: tuple[tuple[str, str], Decimal, Decimal], rank: int
) -> None:
    notation, area, population = facts
    lexicon = toml_table("labels.toml")
    labels = [lexicon[f][LABELS.get(language, language)] for f in ("area_km2", "population")]
    text = LAYOUTS[layout].format(
        label=labels[0][rank % len(labels[0])],
        value=f"{written(area, notation)} km²",
        label2=labels[1][rank % len(labels[1])],
        value2=written(population, notation),
    )
    assert read(f"{heading(language)}{text}") == ("JP", area, population)
