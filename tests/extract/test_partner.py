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


OWN = (
    ("Norvale\nPopulation: 9,400\nArea: 57 km²\nTwin towns: Elmstad (Peru)\n", None),
    ("Norvale\nPopulation: 9,400\nArea: 57 km²\nRegion: Elm (Peru)\n", "PE"),
    ("Norvale\nCountry: Canada\nPopulation: 9,400\nTwins: Elmstad (US), Kirn (DE)\n", "CA"),
)


@pytest.mark.parametrize(("page", "country"), OWN)
def test_the_country_of_a_partner_is_not_its_own(page, country):
    record = read_text(page).records[0]
    found = record.one("country")
    assert (record.one("name").value, found and found.value) == ("Norvale", country)
