"""What no rule has claimed: identifiers that count nothing, and figures kept with their noun.

Every figure of a text is accounted for: it is a value, or it is an identifier, or T04 lists it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.extract.page import LOOSE, Candidate, Page
from pipeline.model.finding import Identifier
from pipeline.model.source import Span
from pipeline.normalize.date import find_dates
from pipeline.normalize.digits import find_runs
from pipeline.normalize.figure import Figure, find_figures
from pipeline.normalize.reader import years
from pipeline.normalize.text import is_cjk, slug
from pipeline.read.lines import physical_lines

# What digits can be besides a quantity; the first group is what is taken.
IDENTIFIERS: tuple[tuple[str, str], ...] = (
    (
        "url",
        r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+|(?<![\w.-])(?:[a-z0-9-]{1,63}\.)+(?:com|org|net|gov|edu|info|go|jp|kr|cn|de|fr|it|ru|uk|nz|au)(?:/\S*)?",
    ),
    (
        "coordinate",
        r"\d{1,3} ?[°⁰º?] ?\d{1,2} ?['′](?: ?\d{1,2}(?:[.,]\d+)? ?[\"″])?(?: ?[-~] ?\d{1,3} ?[°] ?\d{1,2} ?')?|\d{1,3}(?:\.\d+)? ?° ?(?:[NSEWO]\b|north|south|east|west)|\{\{coord\|[^{}]{0,200}\}\}",
    ),
    (
        "phone",
        r"(?:(?:(?<![^\W\d_])(?:tel|fax|phone|telephone|telefono|teléfono|telefone|telefon|telefoon|téléphone|telp|ring|call|hotline|helpline|тел|телефон|утас|факс)(?![^\W\d_])|電話|电话|전화|팩스|☎)\W{0,6}(?:[a-z ]{0,16})?)(\+?\(?\d[\d\s()./-]{3,24}\d)",
    ),
    (
        "phone",
        r"(?<![\d.,])\+\d{1,3}[ -]\(?\d{1,4}\)?(?:[ -]\d{2,4}){1,4}|(?<![\d.,-])0\d{1,3}-\d{3,4}-\d{4}(?!\d)|(?<!\d)0\d{1,2} \d{2,4} \d{2,4}(?: \d{2,4})*",
    ),
    (
        "postal code",
        r"〒 ?\d{3}-?\d{4}|\b(?:zip|postal code|postcode|邮编|郵便番号|우편번호|plz|cap|c\.p\.)\W{0,4}(\d{4,7}(?:-\d{3,4})?)|(?<!\d)\(\d{5}\)(?!\d)",
    ),
    (
        "time",
        r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?![\d:])|\b(?:utc|gmt) ?[+-] ?\d{1,2}(?::\d{2})?|\b\d{1,2} ?[ap]\.m\.",
    ),
    (
        "ordinal",
        r"(?<![\d.,])\d{1,3}(?:st|nd|rd|th|º|ª)\b(?! *(?:century|january|february|march|april|may|june|july|august|september|october|november|december))|第\s?\d{1,3}(?!\d)|제\s?\d{1,3}(?!\d)|(?<=\()\d{1,3}(?:st|nd|rd|th)(?=\))",
    ),
    ("footnote", r"\[\d{1,3}\]|[†‡*]\d{1,2}\b"),
    (
        "list number",
        r"^[ \t]{0,40}[-•·*]?[ \t]{0,9}\(?\d{1,3}[.)](?=\s|[^\d\s])|^[ \t]{0,40}\d\.\d\s(?=[^\W\d])",
    ),
    (
        "page number",
        r"\b(?:page|p\.|pag\.|seite|página|страница|стр\.)\s?\d{1,4}(?:\s?(?:/|of|von|de)\s?\d{1,4})?|(?<![\d.,])\d{1,3} / \d{1,3}(?=\s|$)",
    ),
    (
        "version",
        r"(?<![\w.])v\d+(?:\.\d+)*\b|\b\d{3,4}x\d{3,4}\b|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b",
    ),
    (
        "reference",
        r"\b(?:no|nos|nr|№|ref|id|code|icp备|icp证|isbn|issn|登録番号)\W{0,3}\d[\d-]*|\b[a-z]{1,4}\d?-\d[\w-]*|\b[a-z]{1,20}\d{1,20}[a-z-]{0,20}\d{0,20}\b(?![.,]\d)|\b\d{1,9}/\d{1,9}\b(?=\s?-\s)",
    ),
    (
        "grade",
        r"\b(?:grade|class|level|klasse|room|zimmer|section|district|line|route|highway|level) \d{1,3}\b|\b\d{1,2} ?학년",
    ),
    (
        "page counter",
        r"\b(?:comments?|views?|hits?|visitors?|aufrufe|浏览次数|阅读|조회수?|閲覧数)\W{0,4}\(?\d[\d,.]*\)?|(?<![\w,.])\d[\d,.]{0,12} (?:comments?|comentários|views|responses)\b|▼ ?\d{4}(?: \(\d+\))?|\(\d{1,3}\)(?= *$)",
    ),
    (
        "century",
        r"\b\d{1,2}(?:th|st|nd|rd)? ?(?:century|centuries)\b|\b1[0-9]世紀|\b\d{1,2}(?:世紀|世纪|세기)",
    ),
)

# An identifier begins at no letter inside a word ("hotel" is no "tel") and at no blank inside a line.
_START = r"(?:(?<![a-z])|(?![a-z]))(?=\S|^)"

_NOUN = re.compile(r"[ -]*(?:\w+ly )?(?P<noun>[^\W\d_][^\W\d_'-]*(?:[ -][^\W\d_]{3,}){0,2})")
_STOPWORDS = frozenset(
    [
        "of",
        "and",
        "the",
        "in",
        "on",
        "at",
        "to",
        "from",
        "by",
        "for",
        "with",
        "a",
        "an",
        "is",
        "are",
        "was",
        "were",
        "or",
        "as",
        "it",
        "its",
        "that",
        "which",
        "who",
        "per",
        "than",
        "but",
        "have",
        "has",
        "had",
        "will",
        "be",
        "been",
        "years",
        "year",
        "und",
        "der",
        "die",
        "das",
        "en",
        "et",
        "de",
        "la",
        "le",
        "les",
        "y",
        "el",
        "los",
        "con",
        "на",
        "и",
        "в",
        "с",
    ]
)


@cache
def _identifiers() -> re.Pattern[str]:
    groups = "|".join(f"(?P<i{n}>{pattern})" for n, (_, pattern) in enumerate(IDENTIFIERS))
    return re.compile(rf"{_START}(?:{groups})", re.IGNORECASE | re.MULTILINE)


def find_identifiers(text: str) -> Iterator[Identifier]:
    """Phones, addresses, time stamps, ordinals, list numbers: digits that are no quantity."""
    lines = physical_lines(text)
    for match in (match for line in lines for match in _identifiers().finditer(text, *line)):
        name = next(group for group, said in match.groupdict().items() if said is not None)
        yield Identifier(Span(match.start(), match.end()), IDENTIFIERS[int(name[1:])][0])


def find_digits(text: str) -> tuple[Span, ...]:
    """Where every figure of the text stands."""
    return tuple(Span(match.start(), match.end()) for match in find_runs(text))


def read_remainder(page: Page, span: Span, taken: Sequence[Span]) -> Iterator[Candidate]:
    """Figures and dates of a stretch that nothing has taken, each under the noun beside it."""
    free = [Span(*gap) for gap in _gaps(span, taken)]
    for gap in free:
        dates = find_dates(page.text, gap.start, gap.end, page.marks.date_order)
        lone = years(page.text, gap)
        dated = [found[0].span for found in dates]
        for found in (*dates, *(y for y in lone if not any(y[0].span.meets(d) for d in dated))):
            yield Candidate("other:date", found, "loose date", LOOSE)
            dated.append(found[0].span)
        for figure in find_figures(page.text, gap, page.context, dated):
            candidate = _loose(page, figure, span.end)
            if candidate:
                yield candidate


def _gaps(span: Span, taken: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The pieces of a stretch that no taken span covers."""
    at = span.start
    for other in sorted(taken):
        if other.end <= at or other.start >= span.end:
            continue
        if other.start > at:
            yield at, other.start
        at = max(at, other.end)
    if at < span.end:
        yield at, span.end


def _loose(page: Page, figure: Figure, end: int) -> Candidate | None:
    noun = _noun(page.text, figure, end)
    name = noun or figure.dimension
    if not name:
        return None
    return Candidate(
        f"other:{slug(name)}", figure.read(page.context), "loose figure", LOOSE, of=noun
    )


def _noun(text: str, figure: Figure, end: int) -> str:
    """The words behind a figure up to the next small word, at most three."""
    at = figure.span.end
    if at < end and is_cjk(text[at]):
        run = re.compile(r"[\u0e00-\ud7ff]{1,3}").match(text, at, end)
        return run[0] if run else ""
    match = _NOUN.match(text, at, end)
    if match is None:
        return ""
    kept: list[str] = []
    for word in re.split(r"[ -]", match["noun"]):
        if word.lower() in _STOPWORDS:
            break
        kept.append(word)
    return " ".join(kept)
