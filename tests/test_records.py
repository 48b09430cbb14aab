"""Small dumps, each a shape that was once read wrongly or is easily so, with what must come of it."""

import pytest

import dumpparse

P = "The committee met on Friday to discuss the matter at length, and its members agreed that a decision would be taken within the month."
Q = "Two of them, who asked not to be named, said that the money had been there all along and that nobody had thought of looking for it."
PRINT = "Published in Dawn, March 3rd, 2018"


def page(*lines):
    return dumpparse.extract("\n\n".join(lines))


@pytest.mark.parametrize(
    ("pieces", "places", "agency"),
    [
        (["LAHORE/", "ISLAMABAD:"], ["LAHORE", "ISLAMABAD"], None),
        (["KARACHI,", "Nov 23:"], ["KARACHI"], None),
        (["PARIS, March 7 (", "AFP", f") — {P}"], ["PARIS"], "AFP"),
        (["PARIS, March 7", "(AFP) —"], ["PARIS"], "AFP"),
        (["PARIS", f": {P}"], ["PARIS"], None),
        (["KARACHI", ":"], ["KARACHI"], None),
        (["KHARIAN:"], ["KHARIAN"], None),
    ],
)
def test_a_dateline_cut_over_several_lines(pieces, places, agency):
    article = dumpparse.extract("\n".join([*pieces, Q, P, PRINT]))
    assert article.dateline.places == places
    assert article.dateline.agency == agency
    assert article.body.startswith(pieces[0])


@pytest.mark.parametrize("subhead", ["Background", "Economy", "APC", "Sindh", "Missing tents", "Who pays?", "A way forward"])
def test_subheads_stay_in_the_body(subhead):
    article = page(f"KARACHI: {P}", Q, subhead, P, Q, PRINT)
    assert subhead in article.body.split("\n\n")


@pytest.mark.parametrize("signature", [["Saeed Ahmed", "Karachi"], ["Kashif", "Lahore"], ["Brig (r) Samson Sharaf", "Turbat"]])
def test_letters_are_no_datelines_and_keep_their_signatures(signature):
    article = page(f"KARACHI: {P}", *signature, f"WATER RATES: {Q}", "Dr Farah Naz", "Larkana", PRINT)
    assert article.dateline is None
    assert article.authors == []
    assert article.body.split("\n\n")[1:3] == signature


def test_a_repost_with_the_print_line_first_keeps_its_headline():
    article = page(PRINT, "Petrol pumps sealed in Thatta", f"KARACHI: {P}", Q)
    assert article.headline == "Petrol pumps sealed in Thatta"
    assert article.published == "2018-03-03"


@pytest.mark.parametrize("dateline", ["KARUNDI & LAHORE:", "LAHORE & KARUNDI:", "KARUNDI and LAHORE:", "KARUNDI/LAHORE:"])
def test_one_known_city_vouches_for_the_other(dateline):
    assert len(page(f"{dateline} {P}", Q).dateline.places) == 2


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Zia-ur-Rehman", ["Zia-ur-Rehman"]),
        ("Khaleeq Kiani & Mubarak Zeb Khan", ["Khaleeq Kiani", "Mubarak Zeb Khan"]),
        ("Imtiaz Ali | Staff Reporter", ["Imtiaz Ali"]),
        ("Muhammad Azam, Karachi", ["Muhammad Azam"]),
        ("Brig (r) Samson Sharaf", ["Brig (r) Samson Sharaf"]),
        ("Correspondents", []),
        ("The Newspaper's Staff Reporter", []),
    ],
)
def test_bylines_above_their_stamp_and_on_its_line(byline, authors):
    above = page("E-Paper | April 7, 2021", "Pumps sealed in city drive against theft", byline, "Published April 6, 2021", P, Q)
    beside = page("E-Paper | April 7, 2021", "Pumps sealed in city drive against theft", f"{byline} Published April 6, 2021", P, Q)
    for article in (above, beside):
        assert article.byline == byline
        assert article.authors == authors
        assert article.headline == "Pumps sealed in city drive against theft"


def test_a_headline_with_its_stamp_is_no_byline():
    article = page("Pumps sealed in city drive Published April 6, 2021", P, Q)
    assert (article.headline, article.byline, article.published) == ("Pumps sealed in city drive", None, "2021-04-06")


def test_stamps_of_the_neighbours():
    hindu = page("Pumps sealed in city drive", "November 26, 2023 12:10 am | Updated 12:10 am IST - CHENNAI", P, Q)
    assert hindu.published == "2023-11-26T00:10"
    assert page("Pumps sealed in city drive", "Last Updated: 33 mins ago", P, Q).warnings == ["date-relative"]


def test_text_credits():
    assert page(P, Q, "With input from AFP").agency == "AFP"
    assert page(P, Q, "With additional input from Reuters").body == f"{P}\n\n{Q}"


def test_wrapped_teasers_stay_six_lines():
    title, blurb = "Culture of violence", "The widening gap between the haves and the others is tearing at the town."
    rows = "\n".join(f"{P[:66]}\n{P[66:]}\n" for _ in range(6))
    items = f"Old news\n23 May, 2024\n\nOld news\n\n{blurb}\n{title}\n23 May, 2024\n\n{title}\n\n{blurb}"
    article = dumpparse.extract(f"{rows}\n{PRINT}\n\nOpinion\n\nEditorial\n\n{items}")
    assert [(item.title, item.blurb) for item in article.boilerplate[-1].items] == [("Old news", blurb), (title, blurb)]


def test_a_known_word_inside_a_sentence_is_part_of_it():
    article = dumpparse.extract(f"{P}\nA spokesman for the office on Tuesday told\nDawn\nthat the suspect had been found in a village.\n{Q}\n{PRINT}")
    assert "told Dawn that the suspect" in article.body


def test_a_paragraph_printed_twice_stands_twice():
    assert page(P, Q, P).body.split("\n\n") == [P, Q, P]


def test_only_updated_gives_no_published():
    article = page("Pumps sealed in city drive against theft", "Updated August 19, 2017", P, Q)
    assert (article.published, article.updated) == (None, "2017-08-19")
