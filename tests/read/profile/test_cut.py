"""Pages that tell of several places in paragraphs and sentences, and pages that tell of one."""

import pytest

from pipeline.normalize.text import fold
from pipeline.read.layout import read_layout

# (page, the places that begin)
CUT = {
    "the page's own county, then its partners of their kinds": (
        (
            "The county and its partners\n\nElm-Bihar lies in the east of Hungary, and with its 6,211 km² it is the fourth "
            "of all. Its 539,674 inhabitants live in 82 settlements.\n\nOur oldest partner is the Alba Voivodeship in "
            "Poland, with which an agreement has been in force since 12 June 2000. The voivodeship occupies 25,122 km² and "
            "has 2,175,000 inhabitants.\n\nNorvale County in Romania is the nearest one. Its area is 7,544 km², the "
            "population 575,398. The cooperation agreement dates from 23 March 1996.\n"
        ),
        ["Elm-Bihar", "Alba Voivodeship", "Norvale County"],
    ),
    "a partner of whom only the tie is told, inside a paragraph": (
        (
            "Partnerstädte\n\nAnn Elm (USA) folgte 1965. Die Stadt zählt 123.851 Einwohner. Mit Durhaven im Nordosten "
            "Englands verbindet uns seit 1969 eine Partnerschaft.\n\nMoshaven in Tansania misst 59 km², hat etwa "
            "184.000 Einwohner und kam 2014 hinzu.\n"
        ),
        ["Ann Elm (USA)", "Durhaven", "Moshaven"],
    ),
    "the speaker behind the word for a tie": (
        (
            "Gemellaggi\n\nHandaval (Cina). Oggi conta 430.000 abitanti su 120 kmq. L'intesa con Elmaval risale "
            "all'ottobre 1988.\n\nCoimval (Portogallo). Con 143.396 abitanti il municipio è firmato il 16 maggio 1998.\n"
        ),
        ["Handaval (Cina)", "Coimval (Portogallo)"],
    ),
    "a first paragraph that goes back to nothing": (
        (
            "City Hall\n\nThere is a pole on a hill. Its twin is Norvale, Japan, a port of about 165,000 on the island of "
            "Elm: the two have been sister cities since 1965.\n\nEasthaven, South Korea - 887,000 people, 844 km2 - "
            "put its name to an agreement in 2010.\n"
        ),
        ["Norvale", "Easthaven, South Korea"],
    ),
    "a newspaper that only speaks of partners": (
        (
            "The Elm Gazette\n\nCity adds a name to the signpost\n\nNorvale, China, a city of 5 million on the river "
            "Elm, became our newest partner last year. The papers were signed Sept. 18, 2012.\n\n"
            "Easthaven, 70 miles west of Warsaw, has 125,000 residents. It was signed in 1990.\n\n"
            "The oldest link is to Lindheim, a former uranium center of about 95,000 people in Germany, added in 1992. "
            "It sits on 152 square kilometers.\n"
        ),
        ["Norvale, China", "Easthaven", "Lindheim"],
    ),
    "the speaker's own name in every paragraph": (
        (
            "Our partners\n\nELMTON - Four gifts stand in Elmton.\n\nNorvale was the first. The South Korean city of "
            "340,000 has been a sister city of Elmton since 1961.\n\nEasthaven followed in 1975; it counts 1 million "
            "people, and Elmton sent blankets.\n\nLindheim in Germany has 590,000 inhabitants. It joined in 1988.\n"
        ),
        ["Norvale", "Easthaven", "Lindheim"],
    ),
    "the city of somewhere, which goes on about none": (
        (
            "The City of Elmton has two sister cities. The oldest relationship is that with Norvale, Kansas, entered "
            "into in 1962. Norvale is a garrison city of 36,000 people with a land area of 24 square miles.\n\n"
            "The sister city agreement with Easthaven followed in 1967. It has 20,000 inhabitants on 68 km².\n"
        ),
        ["Norvale", "Easthaven"],
    ),
    "names that paragraphs begin with, in English": (
        (
            "Twinning\n\nNorvale was the first. The charter dates from 1959. It has some 12,000 inhabitants.\n\n"
            "Easthaven, in the German state of Hesse, joined in 1978 and covers 105 square kilometres.\n\n"
            "El Puerto, finally, lies in the west of Nicaragua. Its area is 1,275 square kilometres.\n"
        ),
        ["Norvale", "Easthaven", "El Puerto"],
    ),
    "German": (
        (
            "Unsere Partnerstädte\n\nNorval in Frankreich zählt 12.300 Einwohner. Die Partnerschaft besteht "
            "seit 1964.\n\nMit Osthafen, Polen, verbindet uns seit 1991 ein Vertrag. Dort leben 25.800 Einwohner.\n"
        ),
        ["Norval", "Osthafen"],
    ),
    "French": (
        (
            "Jumelages\n\nNorval (Allemagne). Le serment fut signé en 1964. La ville compte 12 300 habitants.\n\n"
            "Havreval (Italie). Le jumelage date de 1991 ; 25 800 habitants y vivent.\n"
        ),
        ["Norval (Allemagne)", "Havreval (Italie)"],
    ),
    "Spanish, one region unknown": (
        (
            "Ciudades hermanas\n\nNorvalia, Oregón. El convenio se firmó en 1969. Norvalia tiene 20,078 "
            "habitantes.\n\nPuerto Alto, España. La ciudad cuenta con 83,226 habitantes.\n\n"
            "Villalta, Canadá. Su población es de 531,902 personas.\n"
        ),
        ["Norvalia", "Puerto Alto, España", "Villalta, Canadá"],
    ),
    "Italian": (
        (
            "Gemellaggi\n\nNorvalle (Francia). Il patto fu siglato nel 1964. La città conta 105.000 abitanti.\n\n"
            "Portalto in Brisgovia (Germania). È del 1967 l'accordo, 220.000 abitanti.\n"
        ),
        ["Norvalle (Francia)", "Portalto in Brisgovia"],
    ),
    "Polish": (
        (
            "Miasta partnerskie\n\nNorwala, z którą współpracujemy od 1978 roku, liczy 117 000 mieszkańców i "
            "zajmuje powierzchnię 116,9 km².\n\nWschodnia Zatoka leży w Czechach. Ludność: 23 600 mieszkańców.\n"
        ),
        ["Norwala", "Wschodnia Zatoka"],
    ),
    "Dutch, behind a preposition or a verb": (
        (
            "Zustersteden\n\nMet Bad Norval, sinds 1969 een district van Ooststad in Duitsland, begon het in 1964. "
            "Het district telt 76.000 inwoners.\n\nIn 1989 kwam Havendal erbij, de hoofdstad van Oezbekistan. De "
            "stad telt 24.000 inwoners.\n"
        ),
        ["Bad Norval", "Havendal"],
    ),
    "capitals that lead a paragraph": (
        (
            "Sister Cities\n\nNORVALE. The colonel drew its plan, so the capital of South Australia became the first "
            "sister of Our Town in 1973. Only 22,000 inhabitants live in 15.57 sq.km.\n\n"
            "EASTHAVEN. Across the Straits lies the largest city of Sumatra, Indonesia. It counts 2.2 million "
            "inhabitants.\n"
        ),
        ["NORVALE", "EASTHAVEN"],
    ),
    "minutes with lettered items": (
        (
            "Minutes of the meeting\n\n5. Twinning\n\n(a) Norvale. Mr. S. Walton, Director, reported that Norvale is a "
            "town of 34,400 inhabitants, twinned in 2002.\n\n(b) Easthaven. A letter was read from the Mayor of "
            "Easthaven, Poland. The town was twinned in 2006 and has 38,800 inhabitants.\n"
        ),
        ["Norvale", "Easthaven"],
    ),
    "a dash behind the name, below a town with labels": (
        (
            "NORVALE DISTRICT\nArea: 2,006 sq. mi.\nPopulation: 99,118\n\nTwin towns\n\nEasthaven - the capital. "
            "Estimated population 25,000.\n\nLow Moor del Carmen - border town, population 7,100.\n"
        ),
        ["NORVALE DISTRICT", "Easthaven", "Low Moor del Carmen"],
    ),
    "sentences of one paragraph": (
        (
            "Friendship towns\n\nIn the chain of friendship towns we have partners. Norvale in Denmark, a market town "
            "with 62,000 inhabitants, hosted us. Ostvik on the west coast of Norway burnt in 1904; 47,000 inhabitants "
            "live there. From Vesthamn, Sweden, where 117,000 inhabitants live, comes our statue.\n"
        ),
        ["Norvale", "Ostvik", "Vesthamn"],
    ),
    "a sentence that begins with what is said": (
        (
            "Partners\n\nThe friendship with Norvale, Manitoba, was sealed on 1 July 2000. It has 6,181 inhabitants. "
            "The oldest is Easthaven, the capital of Colorado in the United States, sister city since 1984, with "
            "600,158 inhabitants.\n"
        ),
        ["Norvale", "Easthaven"],
    ),
    "municipalities without a word for a tie": (
        (
            "Our region\n\nNorvale municipality takes in a valley, 849 sq.km in all. 54,337 inhabitants were living "
            "there in 2014.\n\nThe southern one, Easthaven, is the biggest: 2,531 sq.km with 21,221 inhabitants.\n\n"
            "Lowmoor municipality was formed in 1930. Its territory equals 890.2 sq.km, population 41,678.\n"
        ),
        ["Norvale", "Easthaven", "Lowmoor"],
    ),
    "a paragraph that goes back": (
        (
            "Twin towns\n\nNorvale in Denmark has 62,000 inhabitants.\n\nThe city is twinned with us since 1984.\n\n"
            "Easthaven in Norway has 47,000 inhabitants.\n"
        ),
        ["Norvale", "Easthaven"],
    ),
    "the page's own town above its partners": (
        (
            "VILLE DE NORVAL\n\nNos partenaires\n\nNorval, première capitale du pays, s'est ouverte tôt à la coopération. "
            "La commune compte 209 752 habitants sur 45 km².\n\n1. Havreval (France)\nDate de l'accord : 1978\n"
            "Population : 233 000 hab.\n\n2. Portval (Italie)\nDate de l'accord : 1991\nPopulation : 386 663 hab.\n"
        ),
        ["Norval", "Havreval (France)", "Portval (Italie)"],
    ),
    "a name above a paragraph between two that tell more": (
        (
            "Unsere Partner\n\nSaint-Orlan\nRund 35.000 Einwohner leben dort. Die Partnerschaft besteht seit 1980.\n\n"
            "Newhaven-on-Moor\nWolle und Zucker haben die Stadt bekannt gemacht. Die Partnerschaft besteht seit 1984.\n\n"
            "Velk Dol\nDie Stadt zählt 24.200 Einwohner. Die Partnerschaft wurde 1997 besiegelt.\n"
        ),
        ["Saint-Orlan", "Newhaven-on-Moor", "Velk Dol"],
    ),
    "a partner told of in a paragraph that counts no one": (
        (
            "Four sisters\n\nLowmoor was the first. The Korean city has been a sister city of ours since 1961.\n\n"
            "Norvale followed in 1975. It counts 9,000 inhabitants.\n\nEasthaven, in Russia, has 5,900 inhabitants.\n"
        ),
        ["Lowmoor", "Norvale", "Easthaven"],
    ),
    "Swedish": (
        (
            "Vänorter\n\nNorvik i Norge har 47 000 invånare. Vänort sedan 1950.\n\nOsthamn, Danmark, är en "
            "handelsstad med 62 000 invånare.\n"
        ),
        ["Norvik", "Osthamn, Danmark"],
    ),
    "Hungarian": (
        (
            "Testvérvárosok\n\nNorval (Németország) lakossága 47 000 fő, területe 88 km².\n\nKelethaven "
            "(Lengyelország) 62 000 lakosú város. Testvérváros 1995 óta.\n"
        ),
        ["Norval", "Kelethaven"],
    ),
    "Turkish": (
        (
            "Kardeş Şehirler\n\nNorval (Almanya), 47.000 nüfuslu bir liman kentidir.\n\nDoğukent (Polonya), nüfusu "
            "62.000, yüzölçümü 88 km² olan bir kenttir.\n"
        ),
        ["Norval (Almanya)", "Doğukent (Polonya)"],
    ),
    "a heading that goes on about the one above it": (
        (
            "Norvale, China\n\nArea: 40 km²\nPopulation: 12,000\n\nAbout Norvale\n\nIt has 9,000 pupils "
            "on 3 km². GDP: 3 million dollars.\n"
        ),
        ["Norvale, China"],
    ),
    "Korean": (
        (
            "자매도시\n\n노르발시는 중국의 도시다. 인구는 12만 3천명이고 면적은 105㎢이다.\n\n"
            "동항시는 일본의 도시다. 인구는 4만 5천명이고 면적은 88㎢이다.\n"
        ),
        ["노르발시", "동항시"],
    ),
    "Japanese": (
        (
            "姉妹都市\n\n東港市は、カナダの都市です。人口は12万3千人、面積は105平方キロメートルです。\n\n"
            "北谷市は、フランスの都市です。人口は4万5千人、面積は88平方キロメートルです。\n"
        ),
        ["東港市", "北谷市"],
    ),
    "Chinese": (
        (
            "友好城市\n\n东港市位于日本北部。面积105平方公里，人口12万人。\n\n"
            "北谷市位于法国南部。面积88平方公里，人口45万人。\n"
        ),
        ["东港市", "北谷市"],
    ),
    "the adjective of a nation": (
        (
            "Partnerstädte\n\nSeit 1991 ist auch das polnische Osthafen Partnerstadt; es zählt 25.800 Einwohner.\n\n"
            "Die jüngste Partnerschaft gilt dem ungarischen Keletvar (9.400 Einwohner), unterzeichnet 2004.\n"
        ),
        ["Osthafen", "Keletvar"],
    ),
    "Chinese with countries": (
        (
            "姊妹市\n\n日本東港市位於北海道，人口12萬人，1985年締結姊妹市。\n\n美國諾瓦爾市人口6萬2千人，1991年締盟。\n\n"
            "北谷市（法國）人口4萬人。\n"
        ),
        ["東港市", "諾瓦爾市", "北谷市"],
    ),
    "Thai": (
        (
            "เมืองพี่เมืองน้อง\n\nเมืองนอร์วาล ประเทศญี่ปุ่น มีประชากร 12,300 คน พื้นที่ 88 ตารางกิโลเมตร\n\n"
            "เมืองอีสต์ ประเทศเกาหลีใต้ มีประชากร 25,800 คน\n"
        ),
        ["เมืองนอร์วาล", "เมืองอีสต์"],
    ),
    "names with their day above paragraphs": (
        (
            "Town twinning\n\nNorvale (France) - since 1984\nA wine town of 12,300 inhabitants.\n\nOsthafen (Germany) - "
            "since 1991\nThis river port has 25,800 inhabitants and covers 88 km².\n"
        ),
        ["Norvale (France)", "Osthafen (Germany)"],
    ),
    "numbers in square brackets": (
        (
            "Sister Cities\n\n[1] Norvale (Michigan, U.S.A.)\nArea: 90.7 km2\nPopulation: 119,128\n\n"
            "[2] Easthaven (Bavaria, Germany)\nArea: 87.6 km2\nPopulation: 133,906\n"
        ),
        ["Norvale (Michigan, U.S.A.)", "Easthaven (Bavaria, Germany)"],
    ),
    "a partner of which only a year is told": (
        (
            "Freunde\n\nNorval (Frankreich)\nNorval liegt am Fluss und hat rund 4.800 Einwohner. Partnerschaft seit "
            "1960.\n\nOstwald (Frankreich)\nDie alte Stadt hat einen der größten Wälder. Seit 1963 sind wir Partner.\n\n"
            "Hafen (Ruanda)\nDie Partnerschaft besteht seit 1984; der Distrikt hat 626,8 km² und 320.000 Einwohner.\n"
        ),
        ["Norval (Frankreich)", "Ostwald (Frankreich)", "Hafen (Ruanda)"],
    ),
    "the partner above the speaker's own name": (
        (
            "北谷市\n友好交流都市の紹介\n\nモンゴル国 東港市\n\n・面積：4,704平方キロメートル\n・人口：約144万人\n・北谷市との"
            "調印：1999年\n\n北谷市の学生と北谷市民が訪問しました。\n"
        ),
        ["モンゴル国 東港市"],
    ),
    "Russian": (
        (
            "Города-побратимы\n\nНорваль расположен в Германии. Население 12 300 человек, площадь 105 км².\n\n"
            "Восточная Гавань находится в Канаде. Население 45 600 жителей, площадь 88 км².\n"
        ),
        ["Норваль", "Восточная Гавань"],
    ),
}

# (page, the places that begin): where something looks like the beginning of another
WHOLE = {
    "a participle and districts": (
        (
            "Sister Cities\n\nNorvale, Canada\n\nSituated on the west coast of Ontario, Norvale covers 964 km² and has "
            "2,628,000 inhabitants.\n\nSince the airport on Low Island opened, a zone has been growing. It consists of "
            "Song, Yeong and Cheong; the first is to house 250,000 residents.\n\nIn 1993 we became sister cities.\n"
        ),
        ["Norvale, Canada"],
    ),
    "neighbours": (
        (
            "Norvale\n\nNorvale is a town of 12,000 inhabitants on 40 km². Neighbouring Easthaven, Ontario, has 5,000 "
            "inhabitants. The airport of Lowmoor is near.\n"
        ),
        ["Norvale"],
    ),
    "a neighbour with its distance": (
        "Norvale\n\nNorvale is a twin town with 12,000 inhabitants.\n\nEasthaven, 20 km away, has 5,000 inhabitants.\n",
        ["Norvale"],
    ),
    "years of one town": (
        (
            "Norvale\n\nNorvale had 4,000 inhabitants in 1850.\n\nThe town grew to 9,000 inhabitants by 1900.\n\n"
            "Today 12,000 inhabitants live in Norvale on 40 km².\n"
        ),
        ["Norvale"],
    ),
    "districts of a town": (
        (
            "Norvale\n\nNorvale lies on the river and covers 40 km²; it has 12,000 inhabitants.\n\n"
            "Westend has a church and 3,000 inhabitants.\n\nLowmoor has a mill and 2,000 inhabitants.\n"
        ),
        ["Norvale"],
    ),
    "persons": (
        (
            "Norvale\n\nNorvale has 12,000 inhabitants on 40 km² and is twinned since 1984.\n\nMr. Walton was born "
            "here. Captain Light drew the plan in 1786, when 300 people came.\n"
        ),
        ["Norvale"],
    ),
    "partners that come without figures": (
        (
            "Norvale\n\nNorvale has 12,000 inhabitants on 40 km².\n\nThe town is twinned with Easthaven, Canada, and "
            "Lowmoor in Denmark. Students go there every year.\n"
        ),
        ["Norvale"],
    ),
    "visitors": (
        (
            "Norvale\n\nNorvale has 12,000 inhabitants on 40 km² and four sister cities.\n\n"
            "The festival draws 30,000 people. Castle Hill had 9,000 people in one day.\n"
        ),
        ["Norvale"],
    ),
    "nouns with capitals": (
        (
            "Norval\n\nNorval in Hessen hat 12.000 Einwohner auf 40 km². Rund 300 Menschen arbeiten im Rathaus.\n\n"
            "Handel und Gewerbe ernähren die Stadt. Wirtschaft ist wichtig für 3.000 Einwohner.\n"
        ),
        ["Norval"],
    ),
    "partners counted together above them": (
        (
            "City of Norvale\n\nNorvale has three sister cities with 4 million inhabitants.\n\nEasthaven, Japan\n"
            "Population: 12,000\nArea: 40 km²\n\nLowmoor, France\nPopulation: 9,000\nArea: 30 km²\n"
        ),
        ["Easthaven, Japan", "Lowmoor, France"],
    ),
    "a French page of one town": (
        (
            "Norval\n\nNorval compte 12 300 habitants et couvre 40 km².\n\nLe Marché attire 3 000 visiteurs.\n\n"
            "La commune est jumelée depuis 1984 avec Osthafen (Allemagne).\n"
        ),
        ["Norval"],
    ),
    "wards of a Japanese town": (
        (
            "東港市の概要\n\n東港市は人口12万人、面積105平方キロメートルの市です。\n\n北海道札幌市とは友好都市です。"
            "市内の中央区は人口3万人です。\n"
        ),
        ["東港市"],
    ),
    "sections of one town": (
        (
            "Norvale\n\nEconomy\nFishing and trade employ 3,000 people. Norvale Steel has 900 people.\n\nPopulation\n"
            "Norvale has 12,000 inhabitants.\n\nArea\nIt covers 40 km².\n"
        ),
        ["Norvale"],
    ),
    "a history in German": (
        (
            "Norval\n\nNorval wurde 1250 gegründet. Im Jahr 1850 lebten 4.000 Einwohner hier.\n\nNach dem Krieg kamen "
            "Vertriebene aus Schlesien; Norval wuchs auf 9.000 Einwohner.\n\nHeute zählt Norval 12.000 Einwohner.\n"
        ),
        ["Norval"],
    ),
    "quarters named one by one": (
        (
            "Norval\n\nNorval compte 12 300 habitants sur 40 km².\n\nLe Vieux Port accueille 3 000 habitants. La Croix "
            "Haute en compte 2 000 habitants.\n\nParis est à 300 km.\n"
        ),
        ["Norval"],
    ),
    "a mayor abroad": (
        (
            "Norvale City\n\nNorvale City has 120,000 inhabitants on 400 km² and is a sister city of Easthaven, Japan.\n\n"
            "Mayor John Smith visited Japan in 2010 with 30 people. Smith said Easthaven has been a friend since 1985.\n"
        ),
        ["Norvale City"],
    ),
    "a Korean town and its wards": (
        "노르발시\n\n노르발시는 인구 12만명, 면적 105㎢의 도시다.\n\n중앙동은 인구 3만명이고 동부동은 인구 2만명이다.\n\n자매도시는 일본 동항시이다.\n",
        ["노르발시"],
    ),
    "a Japanese page of one town": (
        "東港市\n\n東港市は、人口12万人、面積105平方キロメートルの都市です。\n\n市は姉妹都市と交流しています。学生30人が訪問しました。\n",
        ["東港市"],
    ),
    "figures told of a country": (
        "Norvale, Japan\n\nNorvale is our sister city with 12,000 inhabitants.\n\nJapan has 47 prefectures and 125 million people.\n",
        ["Norvale, Japan"],
    ),
}


def _names(page):
    text = fold(page)
    return [text[slice(*p.heading)] if p.heading else None for p in read_layout(text).profiles]


@pytest.mark.parametrize(("page", "names"), CUT.values(), ids=CUT)
def test_every_place_begins_a_profile(page, names):
    assert _names(page) == names


@pytest.mark.parametrize(("page", "names"), WHOLE.values(), ids=WHOLE)
def test_one_place_stays_one(page, names):
    assert _names(page) == names
