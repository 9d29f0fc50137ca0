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
    )
)
_PARTS = (
    *(
        "prefisso",
        "ling code",
        "area code",
        "vorwahl",
        "prefijo",
        "indicatif",
        "postal",
        "postcode",
    ),
    *("post code", "pangsulat", "postleitzahl", "kode pos", "poskod", "posta kodu", "c.p."),
    *("updated", "modified", "page reviewed", "posted on", "published on", "utc", "gmt"),
)
_GLYPHS = re.compile(
    "電話|电话|전화|팩스|☎|市外局番|区号|지역번호|邮编|邮政编码|郵便番号|郵遞區號|우편번호|发布时间|发布日期"
    "|更新时间|更新日|掲載日|ページ番号|点击数|최종수정일|등록일|№"
)
_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}+")
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
    told = (trace for pattern in _told(said) for trace in _phrased(said, pattern))
    return sorted((*begun, *_in_pieces(said, beside), *_in_pieces(said, addressed), *told))


def _in_pieces(said: str, offsets: Iterable[int]) -> Iterator[Trace]:
    """Back to the blank before an offset, and a word farther: "from 9 to 12", "第 3"."""
    line, end = 0, -1
    for at in offsets:
        if at > end:
            line, end = said.rfind("\n", 0, at) + 1, said.find("\n", at)
            end = len(said) if end < 0 else end
        blank = said.rfind(" ", max(line, at - _PIECE), at)
        yield Trace(max(line, blank - _WORD_BEFORE), at)


def _phrased(said: str, pattern: re.Pattern[str]) -> Iterator[Trace]:
    """A word that announces a figure, and what may stand before it: "last", "codice"."""
    for match in pattern.finditer(said):
        at = match.start()
        first = max(0, at - _PHRASE_BEFORE)
        yield Trace(max(first, said.rfind("\n", first, at) + 1), at)


def _told(said: str) -> Iterator[re.Pattern[str]]:
    """The words of a page that announce a figure, each with the figure behind it."""
    for word in _WORDS.intersection(_WORD.findall(said)):
        yield _before_figure(word)
    for part in _PARTS:
        if part in said:
            yield _before_figure(part, glued=True)
    if not said.isascii():
        for part in {*_GLYPHS.findall(said)}:
            yield _before_figure(part, glued=True)


@cache
def _before_figure(word: str, *, glued: bool = False) -> re.Pattern[str]:
    """A word with the next figure; its edges are asked last, so that ``re`` can look for the word."""
    written = re.escape(word)
    edges = "" if glued else rf"(?<!{_LETTER}{written})(?!{_LETTER})"
    gap = rf"[\W_]{{0,6}}(?:[a-z ]{{0,16}}|{_LETTER}{{1,9}}[\W_]{{0,4}})[+(]{{0,2}}\d"
    return re.compile(rf"{written}{edges}(?={gap})")
