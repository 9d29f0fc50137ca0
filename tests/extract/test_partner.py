"""The partner that a title brings in, where no heading names the place."""

import pytest

from pipeline import read_text

FACTS = "\n\n면적 : 1,526㎢\n인구 : 67만명\n"

TITLES = (
    ("의사일정 제4항  중국 청하시와의 자매결연 체결 동의안", "청하시"),
    ("예산 심사와의 관계", None),
)


@pytest.mark.parametrize(("title", "name"), TITLES)
def test_the_partner_in_a_title(title, name):
    values = read_text(f"시의회 회의록\n{title}{FACTS}").records[0].values
    found = [value.value for value in values if value.evidence.rule.startswith("partner")]
    assert found == ([name] if name else [])
