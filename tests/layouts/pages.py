"""Pages made of the same facts: every layout, notation and language that we claim to read."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """What a page says of one place; the area has one decimal, the day is ISO 8601."""

    name: str
    country: str
    code: str
    area: str
    population: int
    day: str


class Voice(NamedTuple):
    """The labels of a language: country, area, population, day of the tie."""

    country: str
    area: str
    population: str
    day: str


PLACES = (
    ("Springvale", "Canada", "CA"),
    ("Lindenau", "Germany", "DE"),
    ("Kirkwall Bay", "New Zealand", "NZ"),
    ("Villarroble", "Spain", "ES"),
    ("Østermark", "Denmark", "DK"),
    ("Saint-Aubry", "France", "FR"),
)
VOICES = {
    "en": Voice("Country", "Area", "Population", "Date of sisterhood agreement"),
    "de": Voice("Land", "Fläche", "Einwohner", "Partnerschaft seit"),
    "fr": Voice("Pays", "Superficie", "Population", "Date de jumelage"),
    "es": Voice("País", "Superficie", "Población", "Fecha de hermanamiento"),
    "it": Voice("Stato", "Superficie", "Popolazione", "Data del gemellaggio"),
    "pt": Voice("País", "Área", "População", "Data da geminação"),
    "nl": Voice("Land", "Oppervlakte", "Inwoners", "Stedenband sinds"),
    "pl": Voice("Państwo", "Powierzchnia", "Liczba mieszkańców", "Data podpisania umowy"),
    "ru": Voice("Страна", "Площадь", "Население", "Дата подписания соглашения"),
    "tr": Voice("Ülke", "Yüzölçümü", "Nüfus", "Kardeş şehir tarihi"),
    "id": Voice("Negara", "Luas wilayah", "Jumlah penduduk", "Tanggal penandatanganan"),
    "ko": Voice("국가", "면적", "인구", "자매결연일"),
    "ja": Voice("国名", "面積", "人口", "提携年月日"),
    "zh": Voice("国家", "面积", "人口", "结好时间"),
}
# How figures are written: the mark of decimals and the mark of groups.
NOTATIONS = {
    "comma groups": (".", ","),
    "point groups": (",", "."),
    "blank groups": (",", " "),
    "apostrophe groups": (".", "'"),
    "no groups": (".", ""),
}
NOISE = (
    "Home > About us > Sister cities",
    "Login | Contact | Sitemap",
    "Copyright © City Hall. All rights reserved.",
    "Last updated: 3 March 2021",
    "Tel. 02-123-4567",
    "Print this page",
)


def figures(place: Place, notation: str) -> tuple[str, str]:
    """The area and the population of a place as a notation writes them."""
    decimal, group = NOTATIONS[notation]
    return place.area.replace(".", decimal), f"{place.population:,}".replace(",", group)


def _facts(place: Place, voice: Voice, notation: str, *, unit: bool) -> list[tuple[str, str]]:
    area, population = figures(place, notation)
    said = (place.country, f"{area} km²" if unit else area, population, place.day)
    return list(zip(voice, said, strict=True))


def labelled(separator: str, before: str = "", heading: str = "{}", between: str = "\n\n"):
    """Profiles below their names, a label and a value a line; ``#`` in ``before`` counts them."""

    def render(places, voice, notation):
        return between.join(
            "\n".join(
                [
                    heading.format(place.name),
                    *(
                        f"{before.replace('#', str(number))}{label}{separator}{value}"
                        for number, (label, value) in enumerate(
                            _facts(place, voice, notation, unit=True), 1
                        )
                    ),
                ]
            )
            for place in places
        )

    return render


def inline(separator: str, colon: str = ": "):
    """Profiles below their names, all facts on one line."""

    def render(places, voice, notation):
        return "\n\n".join(
            f"{place.name}\n"
            + separator.join(
                f"{label}{colon}{value}"
                for label, value in _facts(place, voice, notation, unit=True)
            )
            for place in places
        )

    return render


def headed(form: str):
    """Profiles whose heading says the country too."""

    def render(places, voice, notation):
        return "\n\n".join(
            "\n".join(
                [
                    form.format(name=place.name, country=place.country),
                    *(
                        f"{label}: {value}"
                        for label, value in _facts(place, voice, notation, unit=True)[1:]
                    ),
                ]
            )
            for place in places
        )

    return render


def blocks(places, voice, notation):
    """Profiles with all labels, then all values."""
    return "\n\n".join(
        "\n".join(
            [
                place.name,
                *voice,
                *(value for _, value in _facts(place, voice, notation, unit=True)),
            ]
        )
        for place in places
    )


def table(draw, *, numbered: bool = False, total: bool = False):
    """One table, the unit of the area in its header."""

    def render(places, voice, notation):
        head = ["City", voice.country, f"{voice.area} (km²)", voice.population, voice.day]
        rows = [
            [place.name, *(value for _, value in _facts(place, voice, notation, unit=False))]
            for place in places
        ]
        if total:
            rows.append(["Total", "", "9999", "99999999", ""])
        if numbered:
            head = ["No.", *head]
            rows = [[str(number), *row] for number, row in enumerate(rows, 1)]
        return draw([head, *rows])

    return render


def turned(draw):
    """One table with a place in each column."""

    def render(places, voice, notation):
        columns = [_facts(place, voice, notation, unit=True) for place in places]
        rows = [
            [label, *(column[index][1] for column in columns)] for index, label in enumerate(voice)
        ]
        return draw([["City", *(place.name for place in places)], *rows])

    return render


def tabs(rows):
    return "\n".join("\t".join(row) for row in rows)


def pipes(rows):
    return "\n".join(" | ".join(row) for row in rows)


def markdown(rows):
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def aligned(rows):
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


LABELLED = {
    "colon": labelled(": "),
    "colon without blank": labelled(":"),
    "blank before colon": labelled(" : "),
    "wide colon": labelled("："),
    "dash": labelled(" – "),
    "equals": labelled(" = "),
    "tab": labelled("\t"),
    "bar": labelled(" | "),
    "wide gap": labelled("      "),
    "arrow": labelled(" → "),
    "leader": labelled(" ........ "),
    "next line": labelled("\n"),
    "colon and next line": labelled(":\n"),
    "bullets": labelled(": ", before="• "),
    "hyphens": labelled(": ", before="- "),
    "numbers": labelled(": ", before="#. "),
    "indented": labelled(": ", before="    "),
    "letters": labelled(": ", before="a) "),
    "no blank lines": labelled(": ", between="\n"),
    "rules between": labelled(": ", between="\n\n----------\n\n"),
    "markdown headings": labelled(": ", heading="## {}"),
    "bold headings": labelled(": ", heading="**{}**"),
    "squares": labelled(": ", heading="■ {}"),
    "brackets": labelled(": ", heading="[{}]"),
    "underlined headings": labelled(": ", heading="{}\n=========="),
    "headings with colon": labelled(": ", heading="{}:"),
}
INLINE = {
    "semicolons": inline("; "),
    "slashes": inline(" / "),
    "bars": inline(" | "),
    "gaps": inline("    "),
}
HEADED = {
    "country behind comma": headed("{name}, {country}"),
    "country in brackets": headed("{name} ({country})"),
    "country behind dash": headed("{name} - {country}"),
    "country before colon": headed("{country}: {name}"),
    "country above": headed("{country}\n\n{name}"),
}
BLOCKS = {"labels, then values": blocks}
TABLES = {
    "tabs": table(tabs),
    "pipes": table(pipes),
    "markdown": table(markdown),
    "aligned": table(aligned),
    "numbered tabs": table(tabs, numbered=True),
    "numbered pipes": table(pipes, numbered=True),
    "tabs with total": table(tabs, total=True),
    "markdown with total": table(markdown, total=True),
    "tabs on their side": turned(tabs),
    "markdown on its side": turned(markdown),
}
LAYOUTS = {**LABELLED, **INLINE, **HEADED, **BLOCKS, **TABLES}
