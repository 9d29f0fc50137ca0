"""Generated profiles of places: varied names, figures and layouts, the same for the same seed.

``python -m benchmarks.profiles FOLDER --documents 50 --kind labelled`` writes a folder of them.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

PROFILES_PER_DOCUMENT = 20
DOCUMENTS_PER_FOLDER = 1_000
SYLLABLES = [
    "al",
    "ba",
    "ber",
    "bor",
    "cal",
    "da",
    "den",
    "dor",
    "el",
    "fa",
    "fen",
    "gar",
    "gol",
    "ha",
    "hel",
    "in",
    "ja",
    "kar",
    "kel",
    "la",
    "lin",
    "lo",
    "mar",
    "mel",
    "mi",
    "mor",
    "na",
    "nel",
    "no",
    "or",
    "pa",
    "per",
    "ra",
    "ri",
    "ron",
    "sa",
    "sel",
    "shi",
    "sol",
    "ta",
    "tel",
    "tor",
    "u",
    "va",
    "ver",
    "vi",
    "wen",
    "yar",
    "zel",
]
ENDS = [
    "ach",
    "an",
    "berg",
    "burg",
    "dale",
    "eck",
    "field",
    "ford",
    "gen",
    "ham",
    "hat",
    "ia",
    "mouth",
    "o",
    "ona",
    "stad",
    "ton",
    "um",
    "ville",
    "wick",
]
HANGUL = [
    "가",
    "고",
    "나",
    "다",
    "단",
    "도",
    "라",
    "려",
    "로",
    "마",
    "명",
    "무",
    "미",
    "산",
    "서",
    "선",
    "송",
    "수",
    "안",
    "양",
    "여",
    "연",
    "영",
    "옥",
    "용",
    "원",
    "은",
    "인",
    "전",
    "정",
    "주",
    "진",
    "천",
    "청",
    "평",
    "포",
    "한",
    "해",
    "호",
    "화",
]
COUNTRIES = (
    ("Australia", "Victoria", "AUD"),
    ("Canada", "Ontario", "CAD"),
    ("China", "Hunan Province", "yuan"),
    ("France", "Normandy", "EUR"),
    ("Germany", "Bavaria", "EUR"),
    ("Italy", "Umbria", "EUR"),
    ("Mexico", "Jalisco", "pesos"),
    ("New Zealand", "Otago", "NZD"),
    ("Poland", "Silesia", "zloty"),
    ("Spain", "Aragon", "EUR"),
    ("Ukraine", "Lviv Oblast", "hryvnia"),
    ("United States", "Oregon", "US dollars"),
)
GERMAN = ("Frankreich", "Italien", "Japan", "Polen", "Schweden", "Tschechien", "Ungarn")
KOREAN = ("일본", "중국", "베트남", "몽골", "미국", "호주", "필리핀")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONATE = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
TRADES = [
    "apples",
    "barley",
    "bicycles",
    "bricks",
    "cheese",
    "copper",
    "cotton",
    "cutlery",
    "door",
    "fittings",
    "ferries",
    "flax",
    "glass",
    "honey",
    "lace",
    "leather",
    "lenses",
    "linen",
    "machine",
    "tools",
    "nuts",
    "oats",
    "olives",
    "optics",
    "pearls",
    "porcelain",
    "pumps",
    "salt",
    "shoes",
    "silk",
    "slate",
    "timber",
    "toys",
    "tyres",
    "violins",
    "watches",
    "wool",
]
THINGS = [
    "a bridge",
    "a brass band",
    "a canal",
    "a fish market",
    "a glass works",
    "a lighthouse",
    "a mill",
    "a music school",
    "a night market",
    "a paper museum",
    "a printing house",
    "a row of warehouses",
    "a sailing club",
    "a ski lift",
    "a tannery",
    "a theatre",
    "an observatory",
    "an old arsenal",
    "hot springs",
    "the former customs house",
    "the oldest pharmacy of the region",
    "two colleges",
    "vineyards on terraces",
]
DEEDS = [
    "draws guests from all over the coast",
    "feeds the valley in dry summers",
    "gave the quarter its name",
    "has been restored by volunteers",
    "holds a fair every autumn",
    "is lit on winter evenings",
    "keeps the young people in town",
    "lies beside the ring road",
    "opened again after the flood",
    "pays for the kindergartens",
    "stands empty since the railway left",
    "was moved stone by stone",
]


class Place(NamedTuple):
    """The figures of one generated place."""

    name: str
    country: tuple[str, str, str]
    area: float
    people: int
    as_of: int
    day: int
    month: int
    year: int


def document(kind: str, number: int, seed: int = 1, profiles: int = PROFILES_PER_DOCUMENT) -> str:
    """One page of several profiles in one layout; ``kind`` is ``labelled`` or ``prose``."""
    random = Random(f"{kind} {number} {seed}")
    layout = random.choice(LAYOUTS[kind])
    written = (layout(random, _place(random)) for _ in range(profiles))
    return f"Partner towns, list no. {number}\n\n" + "\n".join(written)


def fill(
    folder: Path, kind: str, documents: int, seed: int = 1, profiles: int = PROFILES_PER_DOCUMENT
) -> int:
    """Writes so many documents below a folder; gives how many bytes they are."""
    written = 0
    for number in range(documents):
        path = folder / f"{number // DOCUMENTS_PER_FOLDER:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        written += path.write_bytes(document(kind, number, seed, profiles).encode())
    return written


def _place(random: Random) -> Place:
    area = round(10 ** random.uniform(0.7, 3.5), random.choice((0, 1, 2)))
    people = round(area * 10 ** random.uniform(1.0, 3.2))
    year, month = random.randint(1958, 2021), random.randint(1, 12)
    name = _name(random)
    country = random.choice(COUNTRIES)
    return Place(
        name, country, area, people, random.randint(2008, 2022), random.randint(1, 28), month, year
    )


def _name(random: Random) -> str:
    stem = "".join(random.choice(SYLLABLES) for _ in range(random.randint(2, 3)))
    first = (stem + random.choice(ENDS)).capitalize()
    return (
        f"{random.choice(('New', 'Upper', 'Saint', 'Port'))} {first}"
        if random.random() < 0.15
        else first
    )


def _english(random: Random, place: Place) -> str:
    country, region, money = place.country
    export = random.randint(120, 900)
    imported = random.randint(80, 700)
    lines = (
        f"{place.name}, {country}",
        f"Country: {country}",
        f"City: {place.name}, {region}",
        f"Website: http://www.{_host(place)}.example.org/",
        f"Establishment Date of Sisterhood: {MONTHS[place.month - 1][:3]}. {place.day}, {place.year}",
        f"Location: {random.randint(12, 240)} km {random.choice(('north', 'east', 'southwest'))} of {_name(random)}",
        f"Area: {place.area:,}㎢",
        f"Population: {place.people:,} ({place.as_of})",
        f"Jurisdiction: {random.randint(3, 20)} streets, {random.randint(2, 14)} towns",
        f"Trade: {export + imported} million {money} (export {export} million, import {imported} million)",
        f"Industrial Structure: {_shares(random)}",
        "Regional characteristics",
        *_bullets(random),
    )
    return "\n".join(lines) + "\n"


def _dashed(random: Random, place: Place) -> str:
    country, region, _ = place.country
    lines = (
        f"{random.randint(1, 40)}. {place.name}",
        f"- Country / region: {country}, {region}",
        f"- Population (as of {place.as_of}): about {place.people / 1000:,.1f} thousand people",
        f"- Total area: {place.area:,} km²",
        f"- Altitude: {random.randint(2, 1900):,} m above sea level",
        f"- Number of households: {place.people // 3:,}",
        f"- Sister city since: {place.day} {MONTHS[place.month - 1]} {place.year}",
        f"- Main products: {', '.join(random.sample(TRADES, 4))}",
        f"- Mean annual temperature: {random.uniform(7, 13):.1f} °C, rainfall {random.randint(280, 1900):,} mm",
        *(f"  {line}" for line in _bullets(random)),
    )
    return "\n".join(lines) + "\n"


def _german(random: Random, place: Place) -> str:
    lines = (
        f"{place.name} ({random.choice(GERMAN)})",
        f"Fläche: {_continental(place.area)} km²",
        f"Einwohner: {place.people:,}".replace(",", ".") + f" (Stand: 31.12.{place.as_of})",
        f"Höhe: {random.randint(2, 900)} m ü. NN",
        f"Partnerstadt seit: {place.day}. {MONATE[place.month - 1]} {place.year}",
        f"Entfernung: {random.randint(90, 2400)} km",
        f"Wirtschaft: {_name(random)}-Werke mit {random.randint(60, 2400)} Beschäftigten, Hafen, Weinbau",
        f"Internet: www.{_host(place)}.example.org",
    )
    return "\n".join(lines) + "\n"


def _korean(random: Random, place: Place) -> str:
    name = "".join(random.choice(HANGUL) for _ in range(random.randint(2, 3)))
    ten_thousands, rest = divmod(place.people, 10_000)
    people = f"{ten_thousands}만 {rest:,}명" if ten_thousands else f"{rest:,}명"
    lines = (
        f"{random.randint(1, 40)}. {random.choice(KOREAN)} {name}시",
        f" ○ 위치 : {''.join(random.choice(HANGUL) for _ in range(2))}도 남부, 공항에서 {random.randint(9, 180)}㎞",
        f" ○ 면적 : {place.area:,}㎢",
        f" ○ 인구 : {people} ({place.as_of}년 {place.month}월 기준)",
        f" ○ 세대수 : {place.people // 3:,}세대",
        f" ○ 자매결연일 : {place.year}년 {place.month}월 {place.day}일",
        f" ○ 행정구역 : {random.randint(2, 20)}동 {random.randint(1, 12)}면",
        f" ○ 누리집 : http://www.{_host(place)}.example.org",
        f" ○ 특징 : 온천 여관이 {random.randint(3, 90)}곳 있고 해마다 {random.randint(2, 90)}만 명이 묵어 간다",
    )
    return "\n".join(lines) + "\n"


def _prose(random: Random, place: Place) -> str:
    country, region, _ = place.country
    thing = random.choice(THINGS)
    sentences = (
        f"{place.name} lies {random.randint(12, 240)} km {random.choice(('north', 'east', 'south-west'))} of {_name(random)} in {region}, {country}, where {random.choice(THINGS)} {random.choice(DEEDS)}.",
        f"The town covers {place.area:,} square kilometers and had {place.people:,} inhabitants at the count of {place.as_of}.",
        f"{thing.capitalize()} {random.choice(DEEDS)}, and {random.choice(THINGS)} {random.choice(DEEDS)}.",
        f"Most families lived on {random.choice(TRADES)} and {random.choice(TRADES)} until {random.randint(1900, 1990)}; today some {random.randint(12, 88)}% of those in work {random.choice(('commute', 'serve guests', 'work in offices'))}.",
        f"Our council signed the sister city agreement on {MONTHS[place.month - 1]} {place.day}, {place.year}, after a choir from {_name(random)} had been stranded here by {random.choice(('snow', 'a strike', 'high water'))}.",
    )
    more = (
        f"{_name(random)} Street, laid out in {random.randint(1640, 1890)}, leads to {random.choice(THINGS)} which {random.choice(DEEDS)}.",
        f"The town hall stands at an elevation of {random.randint(4, 1500):,} meters.",
        f"About {random.randint(2, 900) * 100:,} visitors come every year, and {random.choice(THINGS)} {random.choice(DEEDS)}.",
        f"In the neighbouring parish of {_name(random)} nobody remembers when {random.choice(THINGS)} {random.choice(DEEDS)}.",
    )
    chosen = random.sample(more, random.randint(2, 4))
    return f"{place.name}, {country}\n\n{' '.join(sentences[:3])}\n\n{' '.join((*sentences[3:], *chosen))}\n"


def _note(random: Random, place: Place) -> str:
    country, region, _ = place.country
    opening = f"With a population of {place.people:,} ({place.as_of}) and an area of {place.area:,} km², {place.name} is the largest town of {region} ({country})."
    talk = (
        f"{_name(random)} and {_name(random)} still argue over whose {random.choice(TRADES)} are better, though {random.choice(THINGS)} {random.choice(DEEDS)}."
        for _ in range(random.randint(2, 4))
    )
    closing = f"The friendship began in {place.year}; {random.randint(3, 60)} pupils travel each way every {MONTHS[place.month - 1]}."
    return f"{place.name}\n{opening} {' '.join(talk)}\n{closing}\n"


def _bullets(random: Random) -> Iterator[str]:
    forms = (
        lambda: (
            f"- Known for {random.choice(TRADES)}; {random.choice(THINGS)} {random.choice(DEEDS)}"
        ),
        lambda: (
            f"- {random.choice(THINGS).capitalize()} {random.choice(DEEDS)} (opened in {random.randint(1880, 2015)})"
        ),
        lambda: f"- About {random.randint(2, 90)},000 visitors come to see {random.choice(THINGS)}",
        lambda: f"- {random.uniform(3, 60):.1f}% of the residents work in {random.choice(TRADES)}",
        lambda: (
            f"- {_name(random)} Works moved here in {random.randint(1880, 2015)} and {random.choice(DEEDS)}"
        ),
    )
    yield from (form() for form in random.sample(forms, 3))


def _shares(random: Random) -> str:
    primary, secondary = random.randint(10, 200), random.randint(150, 500)
    shares = (primary, secondary, 1000 - primary - secondary)
    named = zip(("Primary", "Secondary", "Tertiary"), shares, strict=True)
    return ", ".join(f"{name} ({share / 10}%)" for name, share in named)


def _host(place: Place) -> str:
    return place.name.lower().replace(" ", "")


def _continental(figure: float) -> str:
    return f"{figure:,}".translate(str.maketrans(",.", ".,"))


Layout = Callable[[Random, Place], str]
LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "labelled": (_english, _english, _dashed, _german, _korean),
    "prose": (_prose, _prose, _note),
}


def main() -> None:
    """Writes a folder of profiles."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", choices=LAYOUTS, default="labelled")
    parser.add_argument("--documents", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profiles", type=int, default=PROFILES_PER_DOCUMENT, help="a document")
    given = parser.parse_args()
    fill(given.folder, given.kind, given.documents, given.seed, given.profiles)


if __name__ == "__main__":
    main()
