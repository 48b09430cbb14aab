"""Datelines, and what only looks like one."""

import pytest

import dumpparse
from dumpparse.datelines import find
from dumpparse.profile import profile

PROFILE = profile()
PROSE = "The committee met on Friday to discuss the matter, and a decision is expected within days."


@pytest.mark.parametrize(
    ("text", "places", "day", "agency"),
    [
        ("ISLAMABAD:", ("ISLAMABAD",), None, None),
        ("DERA MURAD JAMALI:", ("DERA MURAD JAMALI",), None, None),
        ("LAHORE/ISLAMABAD:", ("LAHORE", "ISLAMABAD"), None, None),
        ("KOT MOMIN/LAHORE:", ("KOT MOMIN", "LAHORE"), None, None),
        ("KARACHI, Nov 23:", ("KARACHI",), (11, 23), None),
        ("BEIRUT/THE HAGUE, March 7 (Reuters) -", ("BEIRUT", "THE HAGUE"), (3, 7), "Reuters"),
        ("PARIS, March 7 (AFP) —", ("PARIS",), (3, 7), "AFP"),
        ("LA CROSSE, Wis. (AP) —", ("LA CROSSE, Wis.",), None, "AP"),
        ("ST. LOUIS, MO (KTVI) –", ("ST. LOUIS, MO",), None, "KTVI"),
        ("KATHMANDU, April 25 (Reuters) -", ("KATHMANDU",), (4, 25), "Reuters"),
        ("Montpellier (SID) –", ("Montpellier",), None, "SID"),
        ("Madrid, 3 mar (EFE).-", ("Madrid",), (3, 3), "EFE"),
        ("(ANSA) - ROMA, 28 LUG -", ("ROMA",), (7, 28), "ANSA"),
        ("МОСКВА, 29 июня. /ТАСС/.", ("МОСКВА",), (6, 29), "ТАСС"),
        ("London (CNN)", ("London",), None, "CNN"),
        ("New Delhi, Nov 1 (PTI)", ("New Delhi",), (11, 1), "PTI"),
        ("JAKARTA, KOMPAS.com -", ("JAKARTA",), None, "KOMPAS.com"),
        ("ISLAMABAD -", ("ISLAMABAD",), None, None),
        ("ISLAMABAD, (UrduPoint / Pakistan Point News - 31st Jul, 2024)", ("ISLAMABAD",), (7, 31), "UrduPoint / Pakistan Point News"),
        ("BERLIN and PARIS —", ("BERLIN", "PARIS"), None, None),
        ("CALDEN.", ("CALDEN",), None, None),
    ],
)
def test_forms(text, places, day, agency):
    found = find(f"{text} {PROSE}", PROFILE)
    assert found.places == places
    assert found.text == text
    assert (found.month and (found.month, found.day)) == day
    assert found.agency == agency


@pytest.mark.parametrize(
    "text",
    [
        "WATCH: The mayor speaks", "BREAKING: Bridge falls", "Exclusive: Inside the mill", "OPINION: It is late", "WHILE political differences are part of it, they grow.",
        "NEW YORK — the city that never sleeps — slept.", "LAHORE AND CANDLES: The nights are long", "Interview: A poet at eighty", "By ANWAR IQBAL: notes", "Imtiaz Ali adds: The river rose",
        "From The Past Pages Of Dawn: 1950: A dam", "Senator Smith (D-Ohio) — He said no", "Portland, Maine–based startups", "THE writer is a journalist.", "US: A nation", "The house — It was old — fell",
        PROSE,
    ],
)  # fmt: skip
def test_not_datelines(text):
    assert find(text, PROFILE) is None


def test_an_unknown_place_is_a_guess_that_the_page_confirms():
    text = f"ZARGAT: {PROSE}\n\n{PROSE}"
    assert not find(text, PROFILE).sure
    article = dumpparse.extract(text)
    assert article.dateline.places == ["ZARGAT"]
    assert "alone" in article.fields["dateline"].rule


@pytest.mark.parametrize(
    "rest",
    [
        f"GAS PRICES: {PROSE}",  # a digest has more of them
        "The zargat is a fish of the lower river that few have seen alive.",  # a common noun
        f"Zofeen Almeida\n\nKarachi\n\n{PROSE}\n\nArif Noor\n\nLahore",  # letters are signed
    ],
)
def test_or_not(rest):
    assert dumpparse.extract(f"ZARGAT: {PROSE}\n\n{rest}").dateline is None


@pytest.mark.parametrize(
    ("dateline", "issue", "date"),
    [
        ("KARACHI, Nov 23:", "November 24th, 2012", "2012-11-23"),
        ("KARACHI, Dec 31:", "January 1st, 2013", "2012-12-31"),
        ("KARACHI, Feb 29:", "March 1st, 2013", "2012-02-29"),
        ("KARACHI, Nov 23:", "November 23rd, 2012", "2012-11-23"),
    ],
)
def test_the_year_that_puts_the_day_at_or_before_the_issue(dateline, issue, date):
    article = dumpparse.extract(f"{dateline} {PROSE}\n\n{PROSE}\n\nPublished in Dawn, {issue}")
    assert article.dateline.date == date
    assert article.warnings == []


def test_no_year_without_an_issue():
    article = dumpparse.extract(f"KARACHI, Nov 23: {PROSE}")
    assert article.dateline.date is None
    assert article.warnings == ["dateline-year-unknown"]
