"""A place's own name in headings and cells: without its country, its section, or what is beside it."""

import pytest

from pipeline.extract.naming.ownname import own_name
from pipeline.model.source import Span

NAMES = (
    ("Canada - Springvale", "Springvale"),
    ("TONGA - QUICK FACTS", "TONGA"),
    ("Kingdom of Tonga (Friendly Islands)", "Kingdom of Tonga"),
    ("Republic of Kenya", "Republic of Kenya"),
    ("Springvale of Canada", "Springvale"),
    ("北海道 蘭越町", "蘭越町"),
    ("港見市 ロシア連邦", "港見市"),
    ("Springvale (Canada)", "Springvale"),
    ("Springvale - République du Bénin", "Springvale"),
    ("ラトビア共和国・鈴川町", "鈴川町"),
    ("リトアニア共和国カスガ市", "カスガ市"),
    ("中国鈴川市", "鈴川市"),
    ("カナダは小さな国", "カナダは小さな国"),
    ("中国", "中国"),
    ("中国地方", "中国地方"),
    ("日本橋区", "日本橋区"),
    ("カナダ・ノルヴェ州キャンベル", "キャンベル"),
    ("アメリカ合衆国ノルヴェニア州エルム市", "エルム市"),
    ("秋川県鹿角町", "鹿角町"),
    ("日本秋川县鹿角市", "鹿角市"),
    ("越南广东省下川市", "下川市"),
    ("北海道", "北海道"),
    ("太宰府市", "太宰府市"),
    ("北九州市", "北九州市"),
    ("ロシア連邦ノルヴェ州", "ノルヴェ州"),
    ("宇都宮市", "宇都宮市"),
)


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_the_name_of_a_place(text, name):
    assert text[slice(*own_name(text, Span(0, len(text))))] == name
