"""How prose measures and dates a place: area, height, households, founding, money, climate."""

from __future__ import annotations

from pipeline.extract.prose.way import Row, gap, listed, tag, word, words_between

_ON = word("on", "over", "auf", "sur", "su", "op", "na", "en", "em")

MEASURES: tuple[Row, ...] = (
    Row("area of", "area_km2", ("FIG_AREA",), (tag("CUE_AREA"), gap(8), tag("FIG_AREA"))),
    Row(
        "area ratio",
        "area_km2",
        ("FIG_AREA",),
        (tag("CUE_AREA"), gap(4), tag("FIG_BARE"), gap(4), tag("FIG_AREA")),
    ),
    Row("in area", "area_km2", ("FIG_AREA",), (tag("FIG_AREA"), gap(1), tag("CUE_AREA")), 0.9),
    Row(
        "at so many km²",
        "area_km2",
        ("FIG_AREA",),
        (word("at", "with", "mit", "avec", "con"), gap(1), tag("FIG_AREA")),
        0.7,
    ),
    Row(
        "people on so many km²",
        "area_km2",
        ("FIG_AREA",),
        (tag("FIG_PERSON"), gap(3), _ON, tag("FIG_AREA")),
        0.7,
    ),
    Row(
        "so many km² with people",
        "area_km2",
        ("FIG_AREA",),
        (tag("FIG_AREA"), gap(6), word("with", "and", "for"), gap(4), tag("FIG_PERSON")),
        0.6,
    ),
    Row(
        "on so many km² live people",
        "area_km2",
        ("FIG_AREA",),
        (_ON, gap(1), tag("FIG_AREA"), gap(3), tag("CUE_LIVING")),
        0.7,
    ),
    Row(
        "live on so many km²",
        "area_km2",
        ("FIG_AREA",),
        (tag("CUE_LIVING"), gap(2), _ON, gap(1), tag("FIG_AREA")),
        0.7,
    ),
    Row("its km²", "area_km2", ("FIG_AREA",), (word("its"), tag("FIG_AREA")), 0.7),
    Row("so many km²", "area_km2", ("FIG_AREA",), (tag("FIG_AREA"),), 0.5),
    Row(
        "bare area",
        "area_km2",
        ("FIG_BARE",),
        (tag("CUE_AREA"), word("of", "is", "为", "是", ":"), gap(1), tag("FIG_BARE")),
        0.4,
    ),
    Row(
        "elevation of",
        "elevation_m",
        ("FIG_LENGTH",),
        (tag("CUE_ELEVATION"), gap(4), tag("FIG_LENGTH")),
    ),
    Row(
        "above the sea",
        "elevation_m",
        ("FIG_LENGTH",),
        (tag("FIG_LENGTH"), gap(1), word("above"), gap(1), word("sea")),
        0.9,
    ),
    Row(
        "lies at",
        "elevation_m",
        ("FIG_LENGTH",),
        (listed("lying_words"), gap(3), word("at"), gap(2), tag("FIG_LENGTH")),
        0.7,
    ),
    Row(
        "is at",
        "elevation_m",
        ("FIG_LENGTH",),
        (word("is", "ist"), word("at", "auf"), gap(1), tag("FIG_LENGTH")),
        0.6,
    ),
    Row(
        "lies so high",
        "elevation_m",
        ("FIG_LENGTH",),
        (word("lies", "liegt", "ligt"), gap(2), tag("FIG_LENGTH"), word("hoch", "high", "hoog")),
        0.7,
    ),
    Row(
        "at such a height",
        "elevation_m",
        ("FIG_LENGTH",),
        (word("at"), tag("FIG_LENGTH"), tag("COMMA"), tag("NAME")),
        0.6,
    ),
    Row(
        "so high up in",
        "elevation_m",
        ("FIG_LENGTH",),
        (tag("FIG_LENGTH"), word("up"), word("in", "on")),
        0.7,
    ),
    Row("height above the sea", "elevation_m", ("FIG_HEIGHT",), (tag("FIG_HEIGHT"),), 0.9),
    Row(
        "so high",
        "elevation_m",
        ("FIG_LENGTH",),
        (tag("FIG_LENGTH"), gap(2), tag("CUE_ELEVATION")),
        0.8,
    ),
    Row("households", "households", ("FIG_HOUSEHOLD",), (tag("FIG_HOUSEHOLD"),)),
    Row(
        "households in",
        "households",
        ("FIG_BARE", "FIG_HOUSEHOLD"),
        (tag("CUE_HOUSEHOLD"), gap(6), tag("FIG_BARE", "FIG_HOUSEHOLD")),
    ),
    Row(
        "founded in",
        "founded",
        ("DATE", "YEAR"),
        (tag("CUE_FOUNDED"), words_between(8), tag("DATE", "YEAR")),
    ),
    Row(
        "in such a year founded",
        "founded",
        ("DATE", "YEAR"),
        (tag("DATE", "YEAR"), gap(4), tag("CUE_FOUNDED")),
        0.8,
    ),
    Row(
        "was in such a year founded",
        "founded",
        ("DATE", "YEAR"),
        (word("wurde", "werd"), gap(1), tag("DATE", "YEAR"), gap(8), tag("CUE_FOUNDED")),
        0.8,
    ),
    Row(
        "GDP per head of",
        "gdp_per_capita",
        ("FIG_MONEY",),
        (tag("CUE_GDP_HEAD"), gap(6), tag("FIG_MONEY")),
    ),
    Row("GDP of", "gdp", ("FIG_MONEY",), (tag("CUE_GDP"), gap(6), tag("FIG_MONEY"))),
    Row(
        "temperature of",
        "annual_temperature_c",
        ("FIG_TEMPERATURE",),
        (tag("CUE_TEMPERATURE"), gap(5), tag("FIG_TEMPERATURE")),
    ),
    Row(
        "rainfall of",
        "annual_rainfall_mm",
        ("FIG_LENGTH",),
        (tag("CUE_RAINFALL"), gap(5), tag("FIG_LENGTH")),
    ),
)
