"""The name of a partner in a title that brings it in: "중국 룽청시와의 자매결연 체결", "蒼井市との友好提携"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.naming.name import text_candidate
from pipeline.extract.page import INFERRED, Candidate, Page
from pipeline.model.source import HEADING, Line, Profile, Span
from pipeline.normalize.glossary import glossary
from pipeline.normalize.text import key
from pipeline.read.profile.heading import DIVIDED
from pipeline.read.profile.signal import ties

_WEAK = INFERRED * 0.5  # said only where nothing else names the place


def partner_names(page: Page, profile: Profile) -> Iterator[Candidate]:
    """The names that titles among a profile's lines set beside a word for with, and one for a tie."""
    for line in profile.lines:
        if line.kind is not HEADING or page.text[slice(*line.body)].isascii():
            continue
        match = _with().search(page.text, *line.body)
        if match and match.lastgroup:
            span = Span(*match.span(match.lastgroup))
            yield text_candidate("name", page, span, "partner in a title", _WEAK)


def names_partner(text: str, profile: Profile, line: Line) -> bool:
    """Whether a label in a place's profile is for those that it is tied to: "Twins: Norvale (US)"."""
    if profile.heading is None or line.label is None or line.heads:
        return False
    label = text[slice(*line.label)]
    if not (ties(label) or glossary("partner_words").search(label)):
        return False
    own = key(DIVIDED.split(text[slice(*profile.heading)])[0])
    return bool(own) and own not in key(text[slice(*line.body)])


@cache
def _with() -> re.Pattern[str]:
    return re.compile(
        r"(?P<ko>[가-힣]{1,8}(?:시|군|구|현|성|주))(?:\s?\([^()\n]{1,12}\))?[와과]의?\s(?:자매|우호|교류|국제|협약)"
        r"|(?P<ja>[\u30a1-\u30fa\u30fc\u4e00-\u9fff・]{2,12}[市県州省町村区郡])との(?:友好|姉妹|都市|交流|提携)"
        r"|与(?:[\u4e00-\u9fff]{1,5}国)?(?P<zh>[\u4e00-\u9fff·]{1,8}[市县州省郡])(?:缔结|结为|建立|签署|签订|友好)"
    )
