"""The same facts in every shape of table, header and notation are read back equal."""

from decimal import Decimal
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline


class Fact(NamedTuple):
    name: str
    country: str
    area: Decimal
    population: int
    as_of: str = ""


COUNTRIES = {"JP": "Japan", "DE": "Germany", "MX": "Mexico", "PL": "Poland", "KE": "Kenya"}
NAMES = (
    "Aldar",
    "North Borun",
    "Karsevik",
    "Dornfeld",
    "Elmwick on Sea",
    "Fosna",
    "Gralin",
    "Hovde",
)

# (name, country, area, population) as headers of one language say them.
LABELS = {
    "en": ("Municipality", "Country", "Land area", "Population"),
    "de": ("Gemeinde", "Land", "Fläche", "Einwohner"),
    "fr": ("Commune", "Pays", "Superficie", "Population"),
    "es": ("Municipio", "País", "Superficie", "Población"),
    "it": ("Comune", "Paese", "Superficie", "Abitanti"),
    "pl": ("Gmina", "Kraj", "Powierzchnia", "Ludność"),
    "ru": ("Город", "Страна", "Площадь", "Население"),
    "id": ("Kota", "Negara", "Luas", "Penduduk"),
    "ja": ("市町村名", "国名", "面積", "人口"),
    "zh": ("城市", "国家", "面积", "人口"),
    "ko": ("도시명", "국가", "면적", "인구"),
}
NOTATIONS = {
    "1,234.5": (",", "."),
    "1.234,5": (".", ","),
    "1 234,5": (" ", ","),
    "1234.5": ("", "."),
}
FIELDS = ("name", "country", "area", "population")


def written(value, notation):
    grouping, decimal = NOTATIONS[notation]
    return f"{value:,}".translate({ord(","): grouping, ord("."): decimal})


def cells_of(fact, order, notation, scale):
    people = Decimal(fact.population) / 1000 if scale else fact.population
    texts = {
        "name": fact.name,
        "country": COUNTRIES[fact.country],
        "area": written(fact.area, notation),
        "population": written(people, notation),
    }
    return [texts[field] for field in order]


def labels_of(language, order):
    return [LABELS[language][FIELDS.index(field)] for field in order]


def with_units(labels, order, population=""):
    units = {"area": " (km²)", "population": population}
    return [label + units.get(field, "") for label, field in zip(labels, order, strict=True)]


def joined(mark):
    return lambda rows: "".join(mark.join(row) + "\n" for row in rows)


def piped(rows):
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def markdown(rows):
    rule = "|" + " --- |" * len(rows[0]) + "\n"
    head, *body = piped(rows).splitlines(keepends=True)
    return head + rule + "".join(body)


def quoted(rows):
    return "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)


def wide(text):
    return sum(2 if character >= "\u2e80" else 1 for character in text)


def printed(rows, *, right=False):
    widths = [max(map(wide, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        padded = [
            " " * (w - wide(cell)) + cell if right and i else cell + " " * (w - wide(cell))
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("   ".join(padded).rstrip() + "\n")
    return "".join(lines)


def one_cell_a_line(rows):
    return "".join(f"{cell}\n" for row in rows for cell in row)


def on_its_side(mark):
    return lambda rows: joined(mark)(list(zip(*rows, strict=True)))


SHAPES = {
    "pipes": joined(" | "),
    "closed pipes": piped,
    "markdown": markdown,
    "tabs": joined("\t"),
    "semicolons": joined(";"),
    "dashes": joined(" - "),
    "slashes": joined(" / "),
    "dots": joined(" · "),
    "quoted commas": quoted,
    "printed": printed,
    "printed to the right": lambda rows: printed(rows, right=True),
    "blanks": joined(" "),
    "one cell a line": one_cell_a_line,
    "tabs on its side": on_its_side("\t"),
    "pipes on its side": on_its_side(" | "),
}


def one_row(labels, order, scale, year):
    return [with_units(labels, order, f"{year and ' '}{year}{scale}")]


def units_below(labels, order, scale, year):
    below = {"area": "(km²)", "population": f"{year}{scale}"}
    return [labels, [below.get(field, "") for field in order]]


def numbered_below(labels, order, scale, year):
    return [
        *one_row(labels, order, scale, year),
        [f"({n})" for n in range(1, len(order) + 1)],
    ]


def year_above(labels, order, scale, year):
    upper = [year if field == "population" else "" for field in order]
    return [upper, with_units(labels, order, scale)]


HEADERS = {
    "one row": one_row,
    "units below": units_below,
    "numbers below": numbered_below,
    "year above": year_above,
}
ONE_ROW_ONLY = {
    *("blanks", "dashes", "slashes", "dots"),
    *("one cell a line", "semicolons", "quoted commas", "markdown"),
}
WITH_MORE_ROWS = {"pipes", "closed pipes", "markdown", "tabs", "printed", "printed to the right"}
BEFORE = (
    "",
    "Our partners\n\n",
    "Home | News | Contact\nTable 3.1  Key figures\n\n",
    "Population and area, census of 2011\n\n",
)
YEARS = {"Population and area, census of 2011\n\n": "2011"}
SCALES = ("", " (thousands)", " (1,000)", " (тыс.)", " (千人)")
BEHIND = (
    "",
    "\nSource: our own count.\n",
    "\nThe bridge between them is 12 km long; 300 people built it.\n",
)

facts = st.lists(
    st.builds(
        Fact,
        st.sampled_from(NAMES),
        st.sampled_from(tuple(COUNTRIES)),
        st.integers(101, 39_999).map(lambda tenths: Decimal(tenths) / 10).filter(lambda v: v % 1),
        st.integers(11, 30_000).map(lambda hundreds: hundreds * 100),
    ),
    min_size=2,
    max_size=6,
    unique_by=lambda fact: fact.name,
)


@st.composite
def tables(draw):
    """The facts of a table and a page that shows them."""
    shape = draw(st.sampled_from(tuple(SHAPES)))
    plain = shape in ONE_ROW_ONLY or "side" in shape
    header = "one row" if plain else draw(st.sampled_from(tuple(HEADERS)))
    notation = draw(st.sampled_from(tuple(NOTATIONS)))
    scale = draw(st.sampled_from(SCALES))
    year = draw(st.sampled_from(("", "2019")))
    language = draw(st.sampled_from(tuple(LABELS)))
    rows = draw(facts)
    rest = draw(st.permutations(("country", "area", "population")))
    order = ["name", *rest]
    if shape == "blanks":  # a name of several words is told from a country by the figure behind it
        notation = "1.234,5" if notation == "1 234,5" else notation
        order = ["country", "name", *(field for field in rest if field != "country")]
    head = HEADERS[header](labels_of(language, order), order, scale, year)
    body = [cells_of(fact, order, notation, scale) for fact in rows]
    if draw(st.booleans()) and shape in WITH_MORE_ROWS:
        sums = {"name": "Total", "area": "1.5", "population": "99,000,000"}
        body.append([sums.get(field, "-") for field in order])
    before, behind = draw(st.sampled_from(BEFORE)), draw(st.sampled_from(BEHIND))
    told = [fact._replace(as_of=year or YEARS.get(before, "")) for fact in rows]
    return told, before + SHAPES[shape]([*head, *body]) + behind


FIELDS_READ = ("name", "country", "area_km2", "population")


@settings(max_examples=80)
@given(tables())
def test_every_shape_of_table_is_read_back_equal(drawn):
    told, text = drawn
    assert facts_of(text) == sorted(told, key=str)


def facts_of(text):
    read = []
    for record in pipeline.read_text(text).records:
        values = [record.one(field) for field in FIELDS_READ]
        as_of = values[-1].as_of if values[-1] else ""
        read.append(Fact(*(value.value if value else None for value in values), as_of))
    return sorted(read, key=str)
