"""Digits that count nothing: phones, addresses, time stamps, ordinals, list numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.account.trace import find_traces
from pipeline.model.finding import Identifier
from pipeline.model.source import Span
from pipeline.read.lines import physical_line

# What digits can be besides a quantity; the first group is what is taken.
IDENTIFIERS: tuple[tuple[str, str], ...] = (
    (
        "url",
        r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+|(?<![\w.-])(?!\d+\.(?-i:[A-Z]))(?:[a-z0-9-]{1,63}\.)+(?:com|org|net|gov|edu|info|go|jp|kr|cn|de|fr|it|ru|uk|nz|au)(?:/\S*)?",
    ),
    (
        "coordinate",
        r"\d{1,3} ?[°⁰º?] ?\d{1,2} ?['′](?: ?\d{1,2}(?:[.,]\d+)? ?[\"″])?(?: ?[-~] ?\d{1,3} ?[°] ?\d{1,2} ?')?|\d{1,3}(?:\.\d+)? ?° ?(?:[NSEWO]\b|north|south|east|west)|\{\{coord\|[^{}]{0,200}\}\}",
    ),
    (
        "phone",
        r"(?:(?:(?<![^\W\d_])(?:tel|tty|fax|phone|telephone|telefono|teléfono|telefone|telefon|telefoon|téléphone|telp|ring|call|hotline|helpline|тел|телефон|утас|факс)(?![^\W\d_])|電話|电话|전화|팩스|☎)\W{0,6}(?:[a-z ]{0,16})?)(\+?\(?\d[\d\s()./-]{3,24}\d)",
    ),
    (
        "phone",
        r"(?<![\d.,])\(\d{3}\) \d{3}-\d{4}(?!\d)|(?<![\d.,])\+\d{1,3}[ -]\(?\d{1,4}\)?(?:[ -]\d{2,4}){1,4}|(?<![\d.,-])0\d{1,3}-\d{3,4}-\d{4}(?!\d)|(?<!\d)0\d{1,2} \d{2,4} \d{2,4}(?: \d{2,4})*",
    ),
    (
        "phone",
        r"(?:prefisso|dialling code|dialing code|area code|vorwahl|prefijo|indicatif|市外局番|区号|지역번호)\W{0,4}\d[\d\s,;/()-]{1,40}|(?<![\d.,-])0\d{1,3}-\d{6,8}(?!\d)",
    ),
    (
        "address",
        r"(?<=[路街道巷])\d{1,4}(?:-\d{1,4})?[号號]|\d{1,4}(?:-\d{1,4}){0,2}(?:番地|番|丁目)|\d{1,4}(?:-\d{1,3})?,? [A-Z][a-z]+-(?:ro|gil|daero)\b|(?<=[로길] )\d{1,4}(?:-\d{1,3})?(?=\s*(?:\(|$))|\d{1,2}-jo \d{1,2}-chome",
    ),
    (
        "postal code",
        r"〒 ?\d{3}-?\d{4}|\b(?:zip|postal code|postcode|post code|cod(?:\.|ice)? ?postale?|código postal|codigo postal|código pangsulat|kodigong pangsulat|code postal|postleitzahl|kode pos|poskod|posta kodu|邮编|邮政编码|郵便番号|郵遞區號|우편번호|plz|cap|c\.p\.)[\W_]{0,4}\d{3,7}(?:[\s,;/-]{1,3}\d{3,7}|\s?\([^\d()]{2,20}\)){0,6}|(?<!\d)\(\d{5}\)(?!\d)|(?<![\d-])\d{3}-\d{4}(?=\s*(?:$|tel|☎|電話))",
    ),
    (
        "page stamp",
        r"(?:last (?:updated|modified)|updated|page reviewed|posted on|published on|发布时间|发布日期|更新时间|更新日|掲載日|ページ番号|点击数|최종수정일|등록일)[:：]?\s{0,4}(?:[^\W\d_]{2,9}\.? ?)?\d{1,7}(?:[./年월년月-]? ?[^\W\d_]{0,9}\.?,? ?\d{1,4}){0,2}",
    ),
    (
        "time",
        r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?![\d:])|(?:utc|gmt) ?[+-] ?\d{1,2}(?::\d{2})?|\b\d{1,2} ?[ap]\.m\.|\bfrom \d{1,2} to \d{1,2}\b(?=[.,;]| o'clock)",
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
        "template key",
        r"\b[a-z]+(?:_[a-z]+)*_[a-z]*\d{1,2}(?= ?=)",
    ),
    (
        "page number",
        r"(?<![\d.,] )(?<!\d)1 2 3(?: \d{1,2}){0,12}(?![\d.,])|\b(?:page|p\.|pag\.|seite|página|страница|стр\.)\s?\d{1,4}(?:\s?(?:/|of|von|de)\s?\d{1,4})?|(?<![\d.,])\d{1,3} / \d{1,3}(?=\s|$)",
    ),
    (
        "version",
        r"(?<![\w.])v\d+(?:\.\d+)*\b|\b\d{3,4} ?[x×] ?\d{3,4}\b|\biso \d{3,5}(?:-\d)?|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b",
    ),
    (
        "reference",
        r"\b(?:no|nos|nr|№|ref|id|code|icp备|icp证|isbn|issn|登録番号)\W{0,3}\d[\d-]*|\b[a-z]{1,4}\d?-\d[\w-]*|\b[a-z]{1,20}\d{1,20}[a-z-]{0,20}\d{0,20}\b(?![.,]\d)|\b\d{1,9}/\d{1,9}\b(?=\s?-\s)",
    ),
    (
        "law",
        r"\b(?:l\.i\.|l\.? ?i|legislative instrument|republic act|act|decree|ordinance|decreto|lei|ley)\.? (?:no\.? ?|nº ?|n\. ?)?\d{2,5}\b(?![.,]\d)",
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


@cache
def identifier_pattern() -> re.Pattern[str]:
    """All identifiers as one pattern; the named group that matched tells which."""
    groups = "|".join(f"(?P<i{n}>{pattern})" for n, (_, pattern) in enumerate(IDENTIFIERS))
    return re.compile(rf"{_START}(?:{groups})", re.IGNORECASE | re.MULTILINE)


def find_identifiers(text: str) -> Iterator[Identifier]:
    """Phones, addresses, time stamps, ordinals, list numbers: digits that are no quantity.

    They are tried only where a trace says that one can begin.
    """
    stop = done = 0
    pieces: tuple[Span, ...] = ()
    for trace in find_traces(text):
        if trace.last >= stop:
            pieces = tuple(physical_line(text, trace.last))
            stop = text.find("\n", trace.last) + 1 or len(text) + 1
        for piece in pieces if trace.first < pieces[-1].end else ():
            at, end = max(trace.first, piece.start, done), min(trace.last + 1, piece.end)
            while at < end:
                match = identifier_pattern().match(text, at, piece.end)
                done = at = match.end() if match else at + 1
                if match:
                    yield Identifier(Span(*match.span()), _kind(match))


def _kind(match: re.Match[str]) -> str:
    return IDENTIFIERS[int((match.lastgroup or "").removeprefix("i"))][0]
