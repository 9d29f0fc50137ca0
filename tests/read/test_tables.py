"""Tables found by their shape, and what only looks like one."""

import pytest

from pipeline.normalize.text import fold
from pipeline.read.lines import physical_lines
from pipeline.read.tables import find_tables

# (text, heads of the columns with their field, cells of the rows)
TABLES = (
    (
        (
            "Province Area (Sq. Km) Population Density (per Sq. Km)\nAldar 94,394 1,307,111 13.8\n"
            "North-Borun\n31,328 1,972,317 63.0\nCarse 51,476 1,592,661 30.9\n"
        ),
        (
            "Province:region Area (Sq. Km):area_km2 Population:population"
            " Density (per Sq. Km):density_per_km2"
        ),
        (
            ("Aldar", "94,394", "1,307,111", "13.8"),
            ("North-Borun", "31,328", "1,972,317", "63.0"),
            ("Carse", "51,476", "1,592,661", "30.9"),
        ),
    ),
    (
        "Parish / sq. km / sq. miles / Census 2011\nAldar  22.7  8.8  89,057\nSt. Borun  430.7  166.3  573,369\n",
        "Parish:region sq. km:area_km2 sq. miles:area_km2 Census 2011:population",
        (("Aldar", "22.7", "8.8", "89,057"), ("St. Borun", "430.7", "166.3", "573,369")),
    ),
    (
        (
            "Kreis\nSitz\nFläche\nkm²\nEinwohner\n(31. Dez. 2010)\nAldar Aldar 1.213,17 69.015\n"
            "Karsevik Karsevik 771,01 88.013\nSt. Borun St. Borun 85,72 125.394\nFosna Lowbury 99,50 11.204\n"
        ),
        "Kreis:region Sitz: Fläche km²:area_km2 Einwohner (31. Dez. 2010):population",
        (
            ("Aldar", "Aldar", "1.213,17", "69.015"),
            ("Karsevik", "Karsevik", "771,01", "88.013"),
            ("St. Borun", "St. Borun", "85,72", "125.394"),
            ("Fosna", "Lowbury", "99,50", "11.204"),
        ),
    ),
    (
        (
            "Comune Popolazione residenti Superficie km² Densità abitanti/km² Altitudine m s.l.m.\n"
            "1. Aldar 35.591 147,22 242 390\n2. Ponte nelle Alpi 8.114 58,16 140 397\n"
        ),
        (
            "Comune:name Popolazione residenti:population Superficie km²:area_km2"
            " Densità abitanti/km²:density_per_km2 Altitudine m s.l.m.:elevation_m"
        ),
        (
            ("Aldar", "35.591", "147,22", "242", "390"),
            ("Ponte nelle Alpi", "8.114", "58,16", "140", "397"),
        ),
    ),
    (
        "County        Shire town      Population\nAldar         Lowbury         37,363\nBorun         St. Oran        30,233\n",
        "County:region Shire town: Population:population",
        (("Aldar", "Lowbury", "37,363"), ("Borun", "St. Oran", "30,233")),
    ),
    (
        "Where       Country    Since    Population\nAldar       Japan      1975     57,246\nBorun       Canada     1986     79,470\n",
        "Where:location Country:country Since:agreement_date Population:population",
        (("Aldar", "Japan", "1975", "57,246"), ("Borun", "Canada", "1986", "79,470")),
    ),
    (
        "Parish / sq. km / people / wards\n\nAldar 22.7 89,057 4\nSt. Borun 430.7 573,369 7\n",
        "Parish:region sq. km:area_km2 people:population wards:jurisdiction",
        (("Aldar", "22.7", "89,057", "4"), ("St. Borun", "430.7", "573,369", "7")),
    ),
    (
        "Kreis Fläche km² Einwohner\n\nAldar 213,17 69.015\nSt. Borun 85,72 125.394\nCarse 99,5 9.204\n",
        "Kreis:region Fläche km²:area_km2 Einwohner:population",
        (
            ("Aldar", "213,17", "69.015"),
            ("St. Borun", "85,72", "125.394"),
            ("Carse", "99,5", "9.204"),
        ),
    ),
    (
        (
            "Район / площадь, кв. км / население, чел.\n\n"
            "Алдар 1213,17 69015\nКарсевик 771,01 88013\nБорун 85,72 125394\n"
        ),
        "Район:region площадь, кв. км:area_km2 население, чел.:population",
        (
            ("Алдар", "1213,17", "69015"),
            ("Карсевик", "771,01", "88013"),
            ("Борун", "85,72", "125394"),
        ),
    ),
    (
        "District, sq km, persons\nAldar, 1,213, 69,015\nSt. Borun, 857, 125,394\nCarse, 95, 9,204\n",
        "District:region sq km:area_km2 persons:population",
        (("Aldar", "1,213", "69,015"), ("St. Borun", "857", "125,394"), ("Carse", "95", "9,204")),
    ),
    (
        (
            "Canton    Seat    Area (km²)    Population    Growth\n"
            "Aldar   Lowbury   3 231   108 790   1,5%\nBorun   St. Oran   1 708   80 432   2,5%\n"
            "Carse   -   12,5   1 234   1,9%\nDelling      9,4   812   0,5%\nElm   Ford      9 012   1,1%\n"
        ),
        "Canton:region Seat: Area (km²):area_km2 Population:population Growth:",
        (
            ("Aldar", "Lowbury", "3 231", "108 790", "1,5%"),
            ("Borun", "St. Oran", "1 708", "80 432", "2,5%"),
            ("Carse", None, "12,5", "1 234", "1,9%"),
            ("Delling", None, "9,4", "812", "0,5%"),
            ("Elm", "Ford", None, "9 012", "1,1%"),
        ),
    ),
    (
        "Island            Land (ha)     per km²\nAldar                 6,719          130\nBorun                 1,827          110\n",
        "Island:region Land (ha):area_km2 per km²:density_per_km2",
        (("Aldar", "6,719", "130"), ("Borun", "1,827", "110")),
    ),
    (
        "ISLAND - PARISHES - AREA KM2 - PERSONS PER SQ KM\nAldar - 6 - 744.6 - 179\nBorun - 2 - 400.3 - 133\n",
        "ISLAND:region PARISHES:jurisdiction AREA KM2:area_km2 PERSONS PER SQ KM:density_per_km2",
        (("Aldar", "6", "744.6", "179"), ("Borun", "2", "400.3", "133")),
    ),
    (
        (
            "                  Territory,      Density of population,\n"
            "                  thsd. sq. km    person per 1 sq. km\n\n"
            "Aldar region      12.36           104\nBorun city        0.11            3024\n"
        ),
        (
            ": Territory/thsd. sq. km:area_km2"
            " Density of population/person per 1 sq. km:density_per_km2"
        ),
        (("Aldar region", "12.36", "104"), ("Borun city", "0.11", "3024")),
    ),
    (
        (
            "Ilha\tÁrea (km²)\tPonto mais alto\tAltitude (m)\n"
            "Aldar\t744,6\tPico da Vara\t1 103\nBorun\t400,3\tSerra\t1 021\n"
        ),
        "Ilha:region Área (km²):area_km2 Ponto mais alto: Ponto mais alto/Altitude (m):",
        (("Aldar", "744,6", "Pico da Vara", "1 103"), ("Borun", "400,3", "Serra", "1 021")),
    ),
    (
        (
            "\tComune\tPopolazione\nresidenti\tSuperficie\nkm²\tDensità\nabitanti/km²\n"
            "1.\tAldar\t35.591\t147,22\t242\n2.\tBorun\t8.114\t58,16\t140\n3.\tCarse\t5.573\t252,81\t22\n"
        ),
        (
            ": Comune:name Popolazione residenti:population Superficie km²:area_km2"
            " Densità abitanti/km²:density_per_km2"
        ),
        (
            ("1.", "Aldar", "35.591", "147,22", "242"),
            ("2.", "Borun", "8.114", "58,16", "140"),
            ("3.", "Carse", "5.573", "252,81", "22"),
        ),
    ),
    (
        (
            "Province Seat Land sq km Population Boats\n"
            "| Aldar | Lowbury | 2,100 | 60,485 | 9 |\n| North Borun | Kasse | 9,560 | 194,067 | 12 |\n"
        ),
        "Province:region Seat: Land sq km:area_km2 Population:population Boats:",
        (
            ("Aldar", "Lowbury", "2,100", "60,485", "9"),
            ("North Borun", "Kasse", "9,560", "194,067", "12"),
        ),
    ),
    (
        (
            "Province Area (Sq.Km) Population\n2022 1/ Households Persons\nper Sq.Km Seat\n"
            "Aldar 94,394 2,252,483 451,396 23.9 Kabu\nBorun 31,328 2,757,539 561,210 88.0 Ndo\n"
        ),
        (
            "Province:region Area (Sq.Km):area_km2 Population 2022 1/:population Households:households"
            " Persons per Sq.Km:density_per_km2 Seat:"
        ),
        (
            ("Aldar", "94,394", "2,252,483", "451,396", "23.9", "Kabu"),
            ("Borun", "31,328", "2,757,539", "561,210", "88.0", "Ndo"),
        ),
    ),
    (
        (
            "County         Seat           Established        Sq. Miles    July 1, 2019\n"
            "                                                               Population\n"
            "Aldar          Lowbury        Sept. 22, 1862         3,089          16,820\n"
            "Borun          St. Oran       Dec. 23, 1847            679          94,665\n"
        ),
        "County:region Seat: Established:founded Sq. Miles:area_km2 July 1, 2019/Population:population",
        (
            ("Aldar", "Lowbury", "Sept. 22, 1862", "3,089", "16,820"),
            ("Borun", "St. Oran", "Dec. 23, 1847", "679", "94,665"),
        ),
    ),
    (
        (
            "City\nAldar\nBorun\nCarse\nArea (km2)\n209.57\n200.61\n230.54\n"
            "Population\n166,393\n40,535\n43,950\n"
        ),
        "City:name Area (km2):area_km2 Population:population",
        (
            ("Aldar", "209.57", "166,393"),
            ("Borun", "200.61", "40,535"),
            ("Carse", "230.54", "43,950"),
        ),
    ),
    (
        (
            "City            Aldar              Borun\nCountry         Japan              Latvia\n"
            "Sister city     11 September       7 August\nsince           1984               1969\n"
            "Population      148,934            6,800\nArea            63 km²             135.7 km²\n"
        ),
        ":name Country:country since:agreement_date Population:population Area:area_km2",
        (
            ("Aldar", "Japan", "1984", "148,934", "63 km²"),
            ("Borun", "Latvia", "1969", "6,800", "135.7 km²"),
        ),
    ),
    (
        "District\tPopulation\t\tArea (km²)\n\tMale\tTotal\t\nAldar\t12\t24\t310\nBorun\t8\t16\t295\n",
        "District:region Population/Male: Population/Total:population Area (km²):area_km2",
        (("Aldar", "12", "24", "310"), ("Borun", "8", "16", "295")),
    ),
    (
        "Name\tArea\tPopulation\n(km2)\t2011\t2021\nAldar\t310\t24900\t25100\nBorun\t295\t16400\t16000\n",
        "Name:name Area/(km2):area_km2 Population/2011:population Population/2021:population",
        (("Aldar", "310", "24900", "25100"), ("Borun", "295", "16400", "16000")),
    ),
    (
        (
            "Code\nCounty\nArea (km2)\nPopulation Census\n(2009)\nCapital\n"
            "1\tAldar\t212.5\t939,370\tAldar Bay\n2\tBorun\t8,270.3\t649,931\tKasse\n"
        ),
        "Code: County:region Area (km2):area_km2 Population Census (2009):population Capital:",
        (
            ("1", "Aldar", "212.5", "939,370", "Aldar Bay"),
            ("2", "Borun", "8,270.3", "649,931", "Kasse"),
        ),
    ),
    (
        (
            "Kecamatan\nSubdistrict\tLuas\nTotal Area\n(km²/sq.km)\tPenduduk (ribu)\nPopulation (thousand)\n"
            "(1)\t(2)\t(3)\nAldar\t36,30\t30,1\nBorun\t32,00\t50,2\n"
        ),
        (
            "Subdistrict:region Luas Total Area (km²/sq.km):area_km2"
            " Penduduk (ribu) Population (thousand):population"
        ),
        (("Aldar", "36,30", "30,1"), ("Borun", "32,00", "50,2")),
    ),
    (
        (
            "Sl.\nNo.\nName of the\nTaluk\nArea\n(sq. km)\nPopulation\n(2011)\n"
            "1 Aldar 310 24,900\n2 North Borun 295 16,400\n"
        ),
        "No.: Name of the Taluk:name Area (sq. km):area_km2 Population (2011):population",
        (("1", "Aldar", "310", "24,900"), ("2", "North Borun", "295", "16,400")),
    ),
    (
        (
            "No Country City Area(㎢) Population(1,000 persons) Date of Agreement\n"
            "1 Japan Aldar 107 175 1996.10.08\n2 China North Borun 27,809 4,975 1997.10.29\n"
        ),
        (
            "No: Country:country City:name Area(㎢):area_km2"
            " Population(1,000 persons):population Date of Agreement:agreement_date"
        ),
        (
            ("1", "Japan", "Aldar", "107", "175", "1996.10.08"),
            ("2", "China", "North Borun", "27,809", "4,975", "1997.10.29"),
        ),
    ),
    (
        (
            "Municipality        No. of      Land Area     Population\n"
            "                    Barangays   (hectares)    (POPCEN 2015)\n"
            "Aldar\n(Old Capital)       36          12,817        50,437\n"
            "Borun               14          12,611        36,096\n"
            "Nueva\nKarsevik            22          13,712        39,419\n"
        ),
        (
            "Municipality:name No. of/Barangays: Land Area/(hectares):area_km2"
            " Population/(POPCEN 2015):population"
        ),
        (
            ("Aldar\n(Old Capital)", "36", "12,817", "50,437"),
            ("Borun", "14", "12,611", "36,096"),
            ("Nueva\nKarsevik", "22", "13,712", "39,419"),
        ),
    ),
    (
        (
            "Name of       Area       Population\nthe Block     (ha)       2001       2011\n"
            "Aldar         31,000     24,900     25,100\nBorun         29,500     16,400     16,000\n"
        ),
        "Name of/the Block:name Area/(ha):area_km2 Population/2001:population Population/2011:population",
        (("Aldar", "31,000", "24,900", "25,100"), ("Borun", "29,500", "16,400", "16,000")),
    ),
    (
        (
            "| Krai | Flag | Arms | Area (km²) | Population (2013 est.) |\n| --- | --- | --- | --- | --- |\n"
            "| Aldar Krai | 167 996 | 2 399 070 |\n| Borun Krai | 431 892 | 1 095 303 |\n"
        ),
        "Krai:name Flag: Arms: Area (km²):area_km2 Population (2013 est.):population",
        (
            ("Aldar Krai", None, None, "167 996", "2 399 070"),
            ("Borun Krai", None, None, "431 892", "1 095 303"),
        ),
    ),
    (
        "City\nCountry\nPopulation\nAldar\nJapan\n354,000\nBorun\nGermany\n590,000\n",
        "City:name Country:country Population:population",
        (("Aldar", "Japan", "354,000"), ("Borun", "Germany", "590,000")),
    ),
    (
        "name;country;population;area_km2\nAldar;Japan;354000;276.84\nBorun;Germany;590000;280\n",
        "name:name country:country population:population area_km2:area_km2",
        (("Aldar", "Japan", "354000", "276.84"), ("Borun", "Germany", "590000", "280")),
    ),
    (
        '"City","Population","Area (km2)"\n"Aldar","354,000","276.84"\n"Borun","590,000","280.0"\n',
        "City:name Population:population Area (km2):area_km2",
        (("Aldar", "354,000", "276.84"), ("Borun", "590,000", "280.0")),
    ),
    (
        "\tAldar\tBorun\nCountry\tJapan\tGermany\nInhabitants\t60,800\t23,700\nRiver\t-\tElbe\nArea\t20.3 km²\t83.9 km²\n",
        ":name Country:country Inhabitants:population River: Area:area_km2",
        (
            ("Aldar", "Japan", "60,800", "", "20.3 km²"),
            ("Borun", "Germany", "23,700", "Elbe", "83.9 km²"),
        ),
    ),
    (
        "No. | Name | Area | Population\n1. | Aldar | 12 | 900\n2. | Borun | 13 | 800\n | North District | 25 | 1,700\n",
        "No.: Name:name Area:area_km2 Population:population",
        (
            ("1.", "Aldar", "12", "900"),
            ("2.", "Borun", "13", "800"),
            (None, "North District", "25", "1,700"),
        ),
    ),
    (
        "Name | Population\nAldar | 24,900\nBorun | 16,400\n- 12 -\nName | Population\nCarse | 66,200\nDorn | 1,200\n",
        "Name:name Population:population",
        (("Aldar", "24,900"), ("Borun", "16,400"), ("Carse", "66,200"), ("Dorn", "1,200")),
    ),
)


NONE = (
    "Walk / Long / Hours\nSea road   12   3\nHill road   8   2\n",
    "City\nAldar\nBorun\nMayor\nAnn Low\nBo High\nOffice\nMain Street\nLow Street\n",
    "City\nAldar\nArea\n209.57 km²\nPopulation\n166,393\n",
    "Rank Town Stalls Buses\n1 | Aldar | 12 | 30\n2 | Borun | 14 | 31\n",
    (
        "Country\n Canada\nArea\n (2018-01-01)\n • Total\n2,031.53 km2 (784.38 sq mi)\n • Land\n"
        "1,785.37 km2 (689.34 sq mi)\n • Water\n246.16 km2 (95.04 sq mi)\n"
    ),
    (
        "CapitalLow town\nGovernment\n • GovernorAnn Low (since October 2020)\nArea[1]\n • Total5,513 km2 (2,129 sq mi)\n"
        "Area rankRanked 45th\nPopulation (2018)[2]\n • Total718,028\n • RankRanked 34th\n • Density130/km2 (340/sq mi)\n"
    ),
    "Our walks - 12 km - 3 hours\nThe old road - 8 km - 2 hours\n",
    "Superficie\n• Total\t977 km²\nPoblación (2012)\n• Total\t81 794 hab.\n• Densidad\t83,7 hab/km²\nCódigo postal\t97310\n",
    "Home / Area 4 / Population\nNews / 12 / 2019\n",
    "Our walks / area of 12 km / 3 hours\nThe old road / 8 km / 2 hours\n",
    "",
    "Home | News 24 | Contact | Map 2020 | Population\n",
    "Home | About | City 12 | Events 2021 | Area\nTop | Sitemap | Area 51 | Imprint\n",
    "Opening hours\nMonday      8 - 12      14 - 18\nTuesday     8 - 12      14 - 18\n",
    "City Hall     Main Street 12     12345 Aldar\nPhone         0123 4567          Fax 0123 4568\n",
    (
        "The population grew   in 2010 by 300 people, and    in 2011 by 400 people.\n"
        "The area is wide   and 200 km away, while    others sit 300 km away.\n"
    ),
    "Population: 24,900\nArea: 310 km²\nMayor: A. Smith\n",
    "Population   24,900\nArea         310 km²\nDensity      80 per km²\n",
    "City\nAldar\nCountry\nJapan\nPopulation\n354,000\n",
    "Country\nPopulation\nArea\nJapan\n354,000\n276.84 km²\n",
    "Twinning | Aldar | 12 May 2001\nTwinning | Borun | 3 June 2004\n",
    "In 2010; in 2011; and in 2012, people came; they left; 300 stayed.\n",
    "| name = Aldar\n| population = 24,900\n}}\nThe [[town|towns]] has {{convert|12|km}} of roads.\n",
    "Product;Price;Stock\nApples;12;300\nPears;14;200\n",
    "Player    Goals   Games\nAldar       12      30\nBorun       14      31\n",
)


def found(text):
    folded = fold(text)
    return folded, find_tables(folded, tuple(physical_lines(folded)))


def heads(text, column):
    return "/".join(" ".join(text[slice(*head)].split()) for head in column.heads)


@pytest.mark.parametrize(("page", "columns", "rows"), TABLES)
@pytest.mark.parametrize("around", ["{}", "Partners\n\n{}\nSource: own count.\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_columns_and_rows_of_a_table(page, columns, rows, around, end):
    text, tables = found(around.format(page).replace("\n", end))
    read = [
        tuple(cell and text[slice(*cell)].replace(end, "\n") for cell in row.cells)
        for table in tables
        for row in table.rows
    ]
    assert {" ".join(f"{heads(text, c)}:{c.field}" for c in table.columns) for table in tables} == {
        fold(columns)
    }
    assert read == [tuple(cell and fold(cell) for cell in row) for row in rows]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_table(text):
    assert found(text)[1] == ()


# (text, parent of every row)
HEADINGS = (
    (
        "Town  Population\nNORTH\nAldar   24,900\nBorun   16,400\nSOUTH\nCarse   66,200\n",
        "NORTH NORTH SOUTH",
    ),
    (
        "Town\tPopulation\nNorth\nAldar\t24,900\nBorun\t16,400\nSouth\nCarse\t66,200\n",
        "North North South",
    ),
    ("Town  Population\nAldar   24,900\nBorun   16,400\n", "- -"),
    # A bullet without words above the rows: it has no cell.
    ("Town  Population\n•\nAldar   24,900\nSOUTH\nCarse   66,200\n", "- SOUTH"),
)


@pytest.mark.parametrize(("page", "parents"), HEADINGS)
def test_headings_among_rows_hold_for_the_rows_below(page, parents):
    text, (table,) = found(page)
    read = [text[slice(*row.parent)] if row.parent else "-" for row in table.rows]
    assert " ".join(read) == parents
