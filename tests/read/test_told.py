"""A paragraph tells of its subject, of the name beside a country, or of the one that comes again."""

import pytest

from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.told import told_place

PARAGRAPHS = (
    ("Norvale in Hungary is half an hour from Easthaven by train.", "Norvale"),
    ("Our oldest partner is Norvale, Japan. It was founded long ago.", "Norvale"),
    ("New readers ask about the totem pole. It came from Norvale, Alaska.", "Norvale"),
    ("And Norvale, Wisconsin? Milk and cheese. 243,000 people live in Norvale.", "Norvale"),
    ("Norvale, een voormalige gemeente in Rwanda, telde 55.000 inwoners.", "Norvale"),
    ("Easthaven sent a bell. Norvale has 12,000 inhabitants.", "Norvale"),
    ("Norvale municipality takes in a valley, 849 sq.km in all. Easthaven is a spa.", "Norvale"),
    ("The most southern one, Norvale, is at the same time the biggest.", "Norvale"),
    ("Norvale, bordering on Canada, has 40 km².", "Norvale"),
    ("In 1975 the council signed a partnership with Norvale. Easthaven sent a bell.", "Norvale"),
    ("The region knows wine. Our sister city Norvale has 4,100 people.", "Norvale"),
    ("Frascal, het wijnstadje in de heuvels, volgde in 1967.", "Frascal"),
    ("In 1989 Norvale came, the capital of Uzbekistan. The city is big.", "Norvale"),
    ("With Bad Norvale, since 1969 a district of Easthaven in Germany, it began.", "Bad Norvale"),
    ("It has 12,000 inhabitants.", None),
    ("The highest mountain, Mount Norvale, is snowy.", None),
    ("On Monday the mayor opened the bridge.", None),
    ("In May 1990 the choir came for the first time.", None),
    ("Japan has 47 prefectures.", None),
    ("The city has 12,000 inhabitants.", None),
    ("Write to us for the programme of the summer.", None),
)


@pytest.mark.parametrize(("text", "name"), PARAGRAPHS)
def test_the_place_that_a_paragraph_tells_of(text, name):
    told = told_place(fold(text), Span(0, len(text)))
    assert (text[slice(*told.span)] if told else None) == name


def test_the_speakers_own_town_is_not_looked_for():
    text = "Norvale in Hungary is twinned with us. Easthaven has 500 inhabitants."
    told = told_place(text, Span(0, len(text)), home="norvale city council")
    assert told is not None
    assert text[slice(*told.span)] == "Easthaven"
