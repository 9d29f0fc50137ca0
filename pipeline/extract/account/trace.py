"""Traces of identifiers: what a line must have for one of them to stand there.

The patterns of ``identifier`` cost a microsecond a character, as each is tried at every word. None
of them matches without a figure that has a certain neighbour, a word before a figure, or a piece of
an address; those are found in a few looks at the whole page. A row added there needs its trace here;
``tests/extract/test_trace.py`` holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pipeline.normalize.glossary import Glossary

# Right beside one digit, in lower case: what is glued to it, before it, and behind it.
_BESIDE_FIGURE = re.compile(
    r"""\d(?:
      (?<=[a-z_+路街道巷第제\[†‡*▼〒]\d) | (?<=[a-z_]-\d) | (?<=[로길第제▼〒]\s\d)
    | (?<=\(\d)(?=(?:\d{0,2}|\d{4})\))
    | (?=[-:/°⁰º?ª号號番丁世세x×학snrt])
    | (?=\ ?(?:°|⁰|º|\?|[x×]|학년|centur|[ap]\.m) | \ (?:\d|/|to\ \d))
    | (?=[.,]{0,12}\ (?:comm|coment|views|resp|[a-z]+-(?:ro|gil|daero)\b))
    | (?=\.\d{1,3}\.\d{1,3}\.\d)
    )""",
    re.VERBOSE,
)
_LIST_NUMBER = re.compile(r"^[ \t]{0,40}[-•·*]?[ \t]{0,9}\(?\d", re.MULTILINE)
_OF_ADDRESS = re.compile(
    r"[:.@{](?:(?<=@)|(?<=:)//|(?<=www\.)|(?<=\{)\{coord\|"
    r"|(?<=\.)(?:com|org|net|gov|edu|info|go|jp|kr|cn|de|fr|it|ru|uk|nz|au))"
)
# Words that stand alone before a figure, and those that others may be glued to.
_WORDS = frozenset(
    (
        *("tel", "tty", "fax", "phone", "telephone", "telefono", "teléfono", "telefone"),
        *("telefon", "telefoon", "téléphone", "telp", "ring", "call", "hotline", "helpline"),
        *("тел", "телефон", "утас", "факс", "zip", "plz", "cap", "page", "p", "pag", "seite"),
        *("página", "страница", "стр", "iso", "no", "nos", "nr", "ref", "id", "code"),
        *("icp备", "icp证", "isbn", "issn", "登録番号", "grade", "class", "level", "klasse"),
        *("room", "zimmer", "section", "district", "line", "route", "highway", "comment"),
        *("comments", "view", "views", "hit", "hits", "visitor", "visitors", "aufrufe"),
        *("浏览次数", "阅读", "조회", "조회수", "閲覧数"),
        *("li", "instrument", "act", "decree", "ordinance", "decreto", "lei", "ley"),
    )
)
_PARTS = (
    *("prefisso", "ling code", "area code", "vorwahl", "prefijo", "indicatif"),
    *("postal", "postcode", "l.i.", "l. i"),
    *("post code", "pangsulat", "postleitzahl", "kode pos", "poskod", "posta kodu", "c.p."),
    *("updated", "modified", "page reviewed", "posted on", "published on", "utc", "gmt"),
)
_GLYPHS = re.compile(
    "電話|电话|전화|팩스|☎|市外局番|区号|지역번호|邮编|邮政编码|郵便番号|郵遞區號|우편번호|发布时间|发布日期"
    "|更新时间|更新日|掲載日|ページ番号|点击数|최종수정일|등록일|№"
)
_LETTER = r"[^\W\d_]"
# What stands between such a word and its figure, which mostly has to be no more than a mark.
_GAP = rf"[\W_]{{0,6}}(?:[a-z ]{{0,16}}|{_LETTER}{{1,9}}[\W_]{{0,4}})[+(]{{0,2}}\d"
_WORD_AND_FIGURE = re.compile(rf"{_LETTER}+{_GAP}")
_WORD_BEFORE, _PHRASE_BEFORE, _PIECE = 8, 16, 400
_ODD = re.compile("[ſᲀ-ᲈ]")  # letters that patterns without regard to case take for others
_PLAIN = str.maketrans("ſᲀᲁᲂᲃᲄᲅᲆᲇᲈ", "sвдосттъѣꙋ")


class Trace(NamedTuple):
    """Where an identifier can begin: from ``first`` to ``last``, both included."""

    first: int
    last: int


def find_traces(text: str) -> list[Trace]:
    """Where in a page's folded text identifiers can begin, in order, each on one line.

    Nowhere else does one.
    """
    said = text.lower()
    if not said.isascii() and _ODD.search(said):
        said = said.translate(_PLAIN)
    beside = (match.start() for match in _BESIDE_FIGURE.finditer(said))
    addressed = (match.start() for match in _OF_ADDRESS.finditer(said))
    begun = (Trace(match.start(), match.start()) for match in _LIST_NUMBER.finditer(said))
    told = _phrased(said, (*_announced(text, said), *_glued(said)))
    return sorted(
        (*begun, *_in_pieces(said, beside, _WORD_BEFORE), *_in_pieces(said, addressed), *told)
    )


def _in_pieces(said: str, offsets: Iterable[int], farther: int = 0) -> Iterator[Trace]:
    """Back to the blank before an offset, and a word farther: "from 9 to 12", "第 3"."""
    line, end = 0, -1
    for at in offsets:
        if at > end:
            line, end = said.rfind("\n", 0, at) + 1, said.find("\n", at)
            end = len(said) if end < 0 else end
        blank = said.rfind(" ", max(line, at - _PIECE), at)
        yield Trace(max(line, blank - farther), at)


def _phrased(said: str, offsets: Iterable[int]) -> Iterator[Trace]:
    """Words that announce a figure, and what may stand before one: "last", "codice"."""
    for at in offsets:
        first = max(0, at - _PHRASE_BEFORE)
        yield Trace(max(first, said.rfind("\n", first, at) + 1), at)


def _announced(text: str, said: str) -> Iterator[int]:
    """Where a word stands that announces the figure behind it."""
    for at in _words().places(text).starts:
        if _WORD_AND_FIGURE.match(said, at):
            yield at


def _glued(said: str) -> Iterator[int]:
    """The same for what other letters may be glued to."""
    parts = [part for part in _PARTS if part in said]
    if not said.isascii():
        parts += set(_GLYPHS.findall(said))
    for part in parts:
        for match in _before_figure(part).finditer(said):
            yield match.start()


@cache
def _words() -> Glossary:
    return Glossary(_WORDS)


@cache
def _before_figure(part: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(part)}(?={_GAP})")
