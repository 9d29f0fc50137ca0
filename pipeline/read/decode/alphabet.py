"""What texts of each encoding look like: the characters to expect, and those that show an error."""

from __future__ import annotations

import re
from typing import NamedTuple


class Alphabet(NamedTuple):
    """What texts of one encoding look like.

    ``frequent`` characters weigh 1; ``ranges`` of codes weigh as they say, if the second byte is
    not below ``trail``; all others are rare. Characters of an ``odd`` match count against it. Of
    fewer than ``least`` characters none is sure: three stray bytes spell a word in Cyrillic.
    """

    encoding: str
    frequent: frozenset[str]
    ranges: tuple[tuple[int, int, float], ...]
    trail: int = 0
    least: int = 1
    odd: re.Pattern[str] = re.compile(r"[^\S\s]")


# The most frequent characters of general text and of place profiles, by hand (2026-11).
_HANGUL = frozenset(
    "이다의에는을가를도로한하고지사기인대시은서자리해정수일전그나라부원보제어여과아스장국상만년주동관성구민들소공세비"
    "거연조산교면신당유선적물경중화생위계데용미안방모개분내학발업무호회실행진문남반려역군양북천읍월간합체결현"
    "약농식품단표심영음온평균총액달러억명우매류협촌특별광항호텔강변속축최근료름없있된였었했습니까우오란토르몽골키크셈폴바카메데티브프테베핀필케손타파페포플피콜쿠탄터톤트즈네노두드디레로루㎢㎡㎞㎜℃"
)
_SIMPLIFIED = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后"
    "多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去性好应开它合"
    "还因由其然前外天政四日社义事平形相全表间与关各重新线内数正心反明看原又利比或但质气第向道此变条只没结解问意建"
    "月公无系军情最立代通并提直题展五果料位入常文总次品式活设及管特件长求头资边流路级少图山统接较将组见计期根论运"
    "农几九区强放决西被先回任取南给色光门即保北造百规热领七海口东导器金增争济阶术交受联认六共权收改清己美再单风切"
    "打白教速花带安场身车真务具万每目至达积示议报八离华名确才科张马节米整空元温传土广需段研界省市县镇乡街村辖邻湖"
    "州湾岛港旅游矿亿均约位于友城贸额游客历史降摄氏尔亚阿斯克拉马巴哥伦西兰德罗丹纳尼森圣瑞布索卡鲁瓦维朗伊莫萨塔曼"
    "韩朝泰越菲宾印蒙古俄英葡牙奥荷麦其贵阳苏浙福建河辽宁吉林黑龙徽川云陕甘肃疆澳津京"
)
_TRADITIONAL = frozenset(
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後"
    "多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去性好應開它合"
    "還因由其然前外天政四日社義事平形相全表間與關各重新線內數正心反明看原又利比或但質氣第向道此變條只沒結解問意建"
    "月公無系軍情最立代通並提直題展五果料位入常文總次品式活設及管特件長求頭資邊流路級少圖山統接較將組見計期根論運"
    "農幾九區強放決西被先回任取南給色光門即保北造百規熱領七海口東導器金增爭濟階術交受聯認六共權收改清己美再單風切"
    "打白教速花帶安場身車真務具萬每目至達積示議報八離華名確才科張馬節米整空元溫傳土廣需段研界省市縣鎮鄉街村里轄鄰"
    "湖州灣島港旅遊臺億均約位於友城貿額觀光歷史降攝氏爾亞阿斯克拉馬巴哥倫西蘭德羅丹納尼森聖瑞布索卡魯瓦維朗伊莫薩塔曼"
    "韓朝泰越菲賓印蒙古俄英葡牙奧荷麥其貴陽蘇浙福建河遼寧吉林黑龍徽川雲陝甘肅疆澳津京"
)
_JAPANESE = frozenset(
    "日本人口面積県市町村区郡島年月国大中小上下東西南北山川海地方京都道府世帯数総平均気温降水量産業農工商漁観光姉妹友"
    "好提携締結交流学校生徒児童位置標高概要歴史文化自然約千万億円米第次距離泉港湾空鉄駅神社寺城公園祭出会員時分間前"
    "後新古長行事政治経済教育体館院立民者一二三四五六七八九十百入全内外主力手木金土火風林田野原石岩橋谷池沼崎浜松竹"
    "ー梅桜花福広岡愛群馬栃茨岐阜静滋奈良和歌兵庫鳥取徳香媛佐賀熊鹿沖縄青森秋形宮城埼玉葉神富井知重阪"
)
_LATIN = frozenset("äöüßéèêëàâçîïôûùñáíóúåøæœÄÖÜÉÅØãõÁÀÍÎÓÔÚÑÇ°²³½¼¾·–—‘’“”•…€£±×µ«»©®™")
_CENTRAL = frozenset("äöüßéáíóúýôÄÖÜÉÁÍÓÚ–—‘’“”•…€°×«»©")
_TURKISH = frozenset("çöüâîışğÇÖÜİŞĞéäß–—‘’“”•…€°²³×«»")
_GREEK = frozenset("αβγδεζηθικλμνξοπρςστυφχψωάέήίόύώ")
_RUSSIAN = frozenset("абвгдежзийклмнопрстухчшыья")

# Three accented letters in a row, a sign within a word ("Å²"), UTF-8 taken for Western ("â€").
_SIGN = "[\x80-\x9f¡-ª¬-º¼-¿€‚ƒ„†‡ˆ‰‹˜™›]"
_ODD_LATIN = re.compile(
    rf"[À-ÖØ-öø-ÿ]{{3,}}|[À-ÿ]{_SIGN}|{_SIGN}[À-ÿ]|{_SIGN}{{2}}|[¹³][a-z]|œæ|[ÂÃ][«»‘-•\xa0]"
)
_ODD_CENTRAL = re.compile("[\xa1-ž˘˙˛˝€]{3,}|[ŕĺŔĹĂÂţ˘˙˛˝]|[^\x00-\x7f][\x80-\xbf€‚-™˘˙˛˝]")
_ODD_GREEK = re.compile("[ά-ώ][Ά-Ϋ]|[A-Za-z][Ά-ώ]|[Ά-ώ][A-Za-z]|ς[ά-ώ]")
# Small before capital is KOI8-R taken for Windows or the reverse; Latin beside Cyrillic is neither.
_ODD_RUSSIAN = re.compile(r"[а-яё][А-ЯЁ]|[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")

ALPHABETS = (
    Alphabet(
        "cp949",
        _HANGUL,
        ((0xB0A1, 0xC8FE, 0.5), (0xA1A1, 0xA3FE, 0.4), (0xA7A1, 0xA9FE, 0.6), (0xCAA1, 0xFDFE, 0)),
        trail=0xA1,
    ),
    Alphabet(
        "gb18030",
        _SIMPLIFIED,
        ((0xB0A1, 0xD7F9, 0.5), (0xA1A1, 0xA3FE, 0.5), (0xA4A1, 0xA5F6, 0), (0xD8A1, 0xF7FE, 0)),
        trail=0xA1,
    ),
    Alphabet(
        "cp932",
        _JAPANESE,
        ((0x829F, 0x8396, 0.9), (0x889F, 0x9872, 0.5), (0x8140, 0x8279, 0.25), (0x989F, 0xEAA4, 0)),
    ),
    Alphabet(
        "euc_jp",
        _JAPANESE,
        ((0xA4A1, 0xA5F6, 0.9), (0xB0A1, 0xCFD3, 0.5), (0xA1A1, 0xA3FE, 0.25), (0xD0A1, 0xF4A6, 0)),
    ),
    Alphabet(
        "big5", _TRADITIONAL, ((0xA440, 0xC67E, 0.5), (0xA140, 0xA3BF, 0.4), (0xC940, 0xF9D5, 0))
    ),
    Alphabet("cp1252", _LATIN, ((0xC0, 0xFF, 0), (0xA0, 0xA0, 0.5)), odd=_ODD_LATIN),
    Alphabet("cp1254", _TURKISH, ((0xA0, 0xA0, 0.5),), least=4, odd=_ODD_LATIN),
    Alphabet("cp1250", _CENTRAL, ((0x8A, 0x9F, 0.7), (0xA3, 0xFE, 0.7)), least=4, odd=_ODD_CENTRAL),
    Alphabet("cp1251", _RUSSIAN, ((0xC0, 0xFF, 0.5), (0x93, 0xBF, 0.2)), 0, 8, _ODD_RUSSIAN),
    Alphabet("koi8_r", _RUSSIAN, ((0xC0, 0xFF, 0.5), (0x9A, 0xB7, 0.2)), 0, 8, _ODD_RUSSIAN),
    Alphabet("cp1253", _GREEK, ((0xC1, 0xFE, 0.5),), 0, 8, _ODD_GREEK),
)
# What a text in any of them mostly consists of, capitals and kana too.
COMMON = frozenset(
    char
    for alphabet in ALPHABETS
    for letter in alphabet.frequent
    for char in (letter, letter.upper())
).union(map(chr, range(0x20, 0x7F)), map(chr, range(0x3000, 0x3100)))
