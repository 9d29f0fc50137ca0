"""What the rows of tables become: the newest census, the caption's country, sums left out."""

import pytest

import pipeline

ROWS = "Aldar\t24,900\t25,100\nBorun\t16,400\t16,000\n"

# (page, (name, country, population, as of) of every record)
PAGES = (
    (f"Town\tPopulation 2011\tPopulation 2021\n{ROWS}", "Aldar - 25100 2021; Borun - 16000 2021"),
    (f"Town\tPopulation 2021\tPopulation 2011\n{ROWS}", "Aldar - 24900 2021; Borun - 16400 2021"),
    (f"Town\tPopulation\tMale population\n{ROWS}", "Aldar - 24900 -; Borun - 16400 -"),
    (
        "Parish / sq. km / sq. miles / Census 2011\nAldar  22.7  8.8  89,057\nBorun  430.7  166.3  73,369\n",
        "Aldar - 89057 2011; Borun - 73369 2011",
    ),
    (
        "Parish / sq. km / Cattle 2011\nAldar  22.7  89,057\nBorun  430.7  73,369\n",
        "Aldar - - -; Borun - - -",
    ),
    (
        (
            "The Aldar district lies by the sea. Some 62 000 hectares are under vines; 356 whales were counted.\n\n"
            f"Town\tPopulation\n{ROWS.replace('25,100', '').replace('16,000', '')}"
        ),
        "Aldar - 24900 -; Borun - 16400 -",
    ),
    (
        f"Towns of Mexico, population census of 2010\n\nTown\tPopulation\tMayors\n{ROWS}",
        "Aldar MX 24900 2010; Borun MX 16400 2010",
    ),
    (
        "Table 1. Towns of the Philippines\n\nTown\tPopulation\nJordan\t24,900\nTotal\t24,900\n",
        "Jordan PH 24900 -",
    ),
    (
        f"Town\tPopulation\n{ROWS.replace('24,900', '900')}SUB-TOTAL\t24,900\nGrand-Total\t1\n",
        "Aldar - 900 -; Borun - 16400 -",
    ),
    (
        "Stadt\tEinwohner\nAldar\t900\nBorun\t800\nZwischensumme\t1.700\n",
        "Aldar - 900 -; Borun - 800 -",
    ),
    (
        "Town | Country | Population\nAldar | S | 24,900\nBorun | F | 16,400\nSum | | 41,300\n",
        "Aldar SE 24900 -; Borun FR 16400 -",
    ),
    (
        "Town     Population\nJapan\n  Nara     354,000\n  Sanda    113,000\nKenya\n  Voi       89,500\n",
        "Nara JP 354000 -; Sanda JP 113000 -; Voi KE 89500 -",
    ),
    (
        "Nr | Town* | Pop.[1]\n1 | Aldar* | 24,900[2]\n2 | 012 Borun | 16,400\n3 | Carse | -\n",
        "Aldar - 24900 -; Borun - 16400 -; Carse - - -",
    ),
    (
        (
            "ISO\tGebiet\tSitz\tFläche in km²\tEinwohner\nAKM\tAldar\tLow\t146.219\t736.735\n"
            "BKT\tBorun\tHigh\t300.629\t894.333\n"
        ),
        "Aldar - 736735 -; Borun - 894333 -",
    ),
    (
        (
            "2021 census: Ghana grows\nThe first figures of the Population and Housing Census came today,"
            " the service told newsmen in the capital this morning.\n\nRegion by region:\n"
            "1. Aldar - 5.4M\n2. Borun - 901k\n3. Upper Carse - 2859821\n4. Dorn - 747K\n5. Elm - 653,000\n"
        ),
        "Aldar GH 5400000 2021; Borun GH 901000 2021; Upper Carse GH 2859821 2021; Dorn GH 747000 2021; Elm GH 653000 2021",
    ),
    (
        f"Prices in US$ went up; Kenya did not mind.\n\nTown\tPopulation\n{ROWS}",
        "Aldar KE 24900 -; Borun KE 16400 -",
    ),
    (
        f"Kenya has no winter. The flight from Uganda takes an hour.\n\nTown\tPopulation\n{ROWS}",
        "Aldar KE 24900 -; Borun KE 16400 -",
    ),
    (
        f"TOWNS OF NEW HAMPSHIRE\n\nSettlers from England and from Ireland came first.\n\nTown\tPopulation\n{ROWS}",
        "Aldar US 24900 -; Borun US 16400 -",
    ),
    (
        f"TOWNS OF BAVARIA\n\nFlights from Kenya and from Uganda take an hour.\n\nTown\tPopulation\n{ROWS}",
        "Aldar DE 24900 -; Borun DE 16400 -",
    ),
    (
        f"TOWNS OF THE VALLEY\n\nRoads lead to Bavaria, to Ohio and to Kenya.\n\nTown\tPopulation\n{ROWS}",
        "Aldar KE 24900 -; Borun KE 16400 -",
    ),
    (
        f"Flights from Kenya and from Uganda take an hour.\n\nTown\tPopulation\n{ROWS}",
        "Aldar - 24900 -; Borun - 16400 -",
    ),
    (
        (
            "Town      Population   Partners    Remarks\nAldar     24,900       Low         none\n"
            "                       High        $16,200 not included\nBorun     16,400       none        -\n"
        ),
        "Aldar - 24900 -; Borun - 16400 -",
    ),
    ("Strong winds\n1. Aldar - 54\n2. Borun - 91\n3. Carse - 28\n4. Dorn - 74\n5. Elm - 65\n", ""),
    (
        "Place\tPopulation\nAldar\t24,900\nBorun\t16,400\nTotal for region\t41,300\n",
        "Aldar - 24900 -; Borun - 16400 -",
    ),
    (
        "Place\tPopulation\nTotal Bay\t24,900\nBorun\t16,400\nJumlah seluruh wilayah\t41,300\n",
        "Borun - 16400 -",
    ),
    (
        (
            "Code Province Capital Land km2 Districts Citizens\nSouthern Region\n03 Aldar Port Moresby 29,998 4 269,756\n"
            "02 Borun Kerema 34,472 2 158,197\nHighlands Region\n08 Carse Wabag 11,704 5 432,045\n"
        ),
        "Aldar - 269756 -; Borun - 158197 -; Carse - 432045 -",
    ),
    (
        (
            "Rooms of the inn with beds m2 and guests\nSouthern Wing\n03 Aldar room 29 4 69\n"
            "02 Borun room 34 2 58\nNorthern Wing\n08 Carse room 11 5 32\n"
        ),
        "",
    ),
    (
        "Departments of Bolivia\n\nDepartment | Capital | Population\nAldar | Trinidad | 24,900\nBorun | Sucre | 16,400\n",
        "Aldar BO 24900 -; Borun BO 16400 -",
    ),
    ("Population by county\n\nAldar..... 24,900\nBorun..... 16,400\n", ""),
    ("Opening hours\nMonday | 8 | 12\nTuesday | 8 | 12\n", ""),
)


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_the_records_of_a_table(page, expected):
    read = []
    for record in pipeline.read_text(page).records:
        name, country, population = (
            record.one(field) for field in ("name", "country", "population")
        )
        told = (
            name and name.value,
            country and country.value,
            population and int(population.value),
            population and population.as_of,
        )
        read.append(" ".join(str(part or "-") for part in told))
    assert "; ".join(read) == expected


# (a header, the days of ties that its first row has)
TIES = (
    ("Sister City | Country | Year | Population", "sisterhood_date=1987"),
    ("Twin town | Country | Date | Population", "sisterhood_date=1987"),
    ("Friendship City | Country | Since | Population", "agreement_date=1987"),
    ("Partner city | Country | Twinned since | Population", "agreement_date=1987"),
    ("Town | Country | Year | Population", ""),
    ("Sister City | Country | Mayor since | Population", ""),
    ("Sister City | Country | Year of census | Population", ""),
)


@pytest.mark.parametrize(("header", "expected"), TIES)
def test_a_year_beside_a_partner_is_that_of_the_tie(header, expected):
    page = f"{header}\nAldar | Norway | 1987 | 12,345\nBorun | Kenya | 1991 | 8,912\n"
    held = [v for v in pipeline.read_text(page).records[0].values if v.in_force]
    assert " ".join(f"{v.field}={v.value}" for v in held if v.field.endswith("_date")) == expected
