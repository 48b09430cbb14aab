"""How sure it is: between 0 and 1 for what there is, null for what there is not, and what --min-confidence takes away."""

import json
import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import dumpparse
from dumpparse import confidence, ending, rules
from dumpparse.article import TRUSTED
from dumpparse.confidence import DATELINE_TRAITS, calibrated, of_article, of_body
from dumpparse.extraction import judge, read_lines
from dumpparse.forest import CUTTING
from dumpparse.measures import measure
from dumpparse.page_traits import TRAITS, _cohesion, genre, traits, words_of
from dumpparse.trees import TOP
from test_properties import text

DUMP = "$FIXTURES/dawn/seed-shape.txt"
P = "The committee met on Friday to discuss the matter at length, and its members agreed that a decision would be taken within the month."
Q = "Two of them, who asked not to be named, said that the money had been there all along and that nobody had thought of looking for it."
R = "The river has risen by a metre since Monday, and the families on its eastern bank were told to move their cattle to higher ground."
ARTICLE = f"Council agrees on new water rates\n\nBy Zofeen Almeida\n\nApril 2, 2021\n\nLAHORE: {P}\n\n{Q}\n\n{R}"
points = st.lists(st.tuples(st.floats(-9, 9), st.floats(0, 1)), min_size=1, max_size=12).map(
    lambda pairs: [list(pair) for pair in zip(sorted(value for value, _ in pairs), sorted(share for _, share in pairs), strict=True)]
)

# From value to share


@given(points, st.floats(-20, 20), st.floats(-20, 20))
@settings(max_examples=300, deadline=None)
@example([[0.0, 0.5]], -1.0, 1.0)
@example([[0.0, 0.2], [0.0, 0.8]], 0.0, 0.0)
def test_a_greater_value_is_no_less_sure(points, one, other):
    less, more = calibrated(min(one, other), points), calibrated(max(one, other), points)
    assert 0 <= less <= more <= 1


@given(points)
@settings(max_examples=100, deadline=None)
def test_beyond_its_points_the_line_is_level(points):
    assert calibrated(points[0][0] - 1, points) == calibrated(-1e9, points) == round(points[0][1], 3)
    assert calibrated(points[-1][0] + 1, points) == calibrated(1e9, points) == round(points[-1][1], 3)


def test_between_two_points_the_line_is_straight():
    assert [calibrated(value, [[-1.0, 0.2], [1.0, 0.6]]) for value in (-1, -0.5, 0, 0.5, 1)] == [0.2, 0.3, 0.4, 0.5, 0.6]


@pytest.mark.parametrize("name", ["body", "dateline", "headline", "published", "authors"])
def test_what_was_learned_rises(name):
    core = rules.core()
    learned = core if name == "body" else core["dateline"] if name == "dateline" else core["fields"][name]
    values, shares = zip(*learned["calibration"], strict=True)
    assert list(values) == sorted(values)
    assert list(shares) == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def test_what_was_learned_asks_only_for_traits_there_are():
    core = rules.core()
    for trees, known in [
        (core["ending"], ending.TRAITS),
        (core["has_article"], TRAITS),
        (core["body"], TRAITS),
        (core["dateline"]["trees"], DATELINE_TRAITS),
        *((trees, field["features"]) for field in core["fields"].values() for trees in field["trees"]),
    ]:
        _, _, asked = trees
        assert max(asked) < len(known)


def test_a_genre_is_told_by_words_and_less_by_each_of_many():
    genres = {"base": 0.0, "words": {"said": 4.0, "basket": -4.0}}
    told = {
        source: genre(words_of(source), genres)
        for source in ("", "She SAID so", "Add to basket", "said basket", "said " + " ".join("abcdefghijklmnopqrst" * 5))
    }
    article, shop = told["She SAID so"], told["Add to basket"]
    assert shop < told[""] == told["said basket"] < article
    assert told[""] < list(told.values())[-1] < article


# What the record says


@given(text)
@settings(max_examples=200, deadline=None)
@example("")
@example(P)
@example(ARTICLE)
@example("Opinion\nEditorial")
@example("A?\nIt rained all night, and the river rose by a metre.\n0 FeBRUAR 2000Published in Dawn   0")
@example("Published in Dawn, March 3rd, 2018")
def test_what_has_a_value_has_a_confidence_and_nothing_else(text):
    record = dumpparse.extract(text).to_dict()
    assert tuple(record["confidence"]) == TRUSTED
    for key, sure in record["confidence"].items():
        assert (sure is None) == (record[key] in (None, [])), key
        assert sure is None or 0 <= sure <= 1, key


@given(text)
@settings(max_examples=100, deadline=None)
@example(ARTICLE)
@example("\n".join(["Oak Side Table", "$9.99"] * 40))
@example("0\nIt rained all night, and the river rose by a metre.O")
def test_traits_are_small_whole_numbers(text):
    page = judge(text)
    found = traits(page, rules.core()["genre"])
    if found is not None:
        assert tuple(found) == TRAITS
        assert all(value in range(TOP + 1) for value in found.values())
        # What somebody cut out of a page is not asked whether it has an article.
        assert of_article(found) >= 0 or len(page.texts) < CUTTING
        assert 0 <= of_body(page, found) <= 1


def cohesion(*paragraphs):
    """What is told of a body of these paragraphs, that of its opening aside."""
    dump, profile, _, cues = read_lines("\n\n".join(paragraphs))
    return _cohesion(measure(dump, cues, {}, profile.weights.never), range(len(cues)))


def test_paragraphs_of_one_thing_share_their_words():
    story = [
        f"The council {what} the harbour bridge, and the engineers {what} its bearings before the council {what} anything."
        for what in ("saw", "shut", "sold")
    ]
    front = [P, R, "Forty letters by the painter Agnes Holm, which everybody thought had burned, go on show at the museum of arts this week."]
    one, many = cohesion(*story), cohesion(*front)
    assert one[0] == many[0] == 3
    assert all(value > 3 * other for value, other in zip(one[1:], many[1:], strict=True))
    assert cohesion(P) == (1, TOP, TOP, TOP)
    assert cohesion(P, P)[1:] == (TOP, TOP, TOP)


def test_words_are_shared_alike_where_they_are_bits_and_sets():
    words = [f"w{number:05}" for number in range(12_000)]
    paragraphs = [" ".join(words[at : at + 40]) + "." for at in range(0, 12_000, 20)]
    few, many = cohesion(*paragraphs[:200]), cohesion(*paragraphs)
    assert few[0] == many[0] == TOP
    # Each half of a paragraph is in the one before it or in the next.
    assert all(value >= TOP - 2 for value in (*few[1:3], *many[1:3]))


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\ufeff"])
def test_an_empty_text_has_no_confidence_in_anything(text):
    article = dumpparse.extract(text)
    assert article.confidence == dict.fromkeys(TRUSTED)
    assert article.warnings == ["no-body"]
    assert traits(judge(text), rules.core()["genre"]) is None
    assert of_article(None) >= 0
    assert of_body(judge(text), None) is None


def test_an_article_has_them():
    article = dumpparse.extract(ARTICLE)
    assert article.body
    assert article.confidence["body"] > 0
    assert article.confidence["updated"] is None


# What is taken away


def test_nothing_is_less_sure_than_nought():
    article = dumpparse.extract(ARTICLE)
    article.require_confidence(0)
    assert article == dumpparse.extract(ARTICLE)


def sure_of(**confidence):
    """An article with some values, and how sure it is of them."""
    return dumpparse.Article(headline="Water", byline="By A B", authors=["A B"], published="2021-04-02", body=P, confidence=confidence)


def test_what_is_less_sure_is_taken_away_with_a_warning():
    article = sure_of(headline=0.9, byline=0.49, authors=0.49, published=0.5, body=0.8)
    article.require_confidence(0.5)
    assert (article.headline, article.byline, article.authors, article.published, article.body) == ("Water", None, [], "2021-04-02", P)
    assert article.confidence == {**dict.fromkeys(TRUSTED), "headline": 0.9, "published": 0.5, "body": 0.8}
    assert article.warnings == ["low-confidence"]


def test_a_body_that_is_taken_away_is_no_body():
    article = sure_of(headline=0.9, body=0.3)
    article.require_confidence(0.5)
    assert (article.headline, article.body) == ("Water", None)
    assert article.warnings == ["low-confidence", "no-body"]
    article.require_confidence(0.5)  # the second time there is nothing left
    assert article.warnings == ["low-confidence", "no-body"]


def test_what_is_taken_away_leaves_no_evidence():
    article = dumpparse.extract(ARTICLE)
    article.require_confidence(1.1)
    record = article.to_dict(spans=True)
    assert all(record[key] in (None, []) for key in TRUSTED)
    assert not set(TRUSTED) & set(record["evidence"])
    assert "".join(ARTICLE[block["start"] : block["end"]] for block in record["blocks"]) == ARTICLE


def test_what_was_not_there_is_not_missed():
    article = dumpparse.extract("")
    article.require_confidence(1)
    assert article.warnings == ["no-body"]


def test_min_confidence_on_the_command_line(shell):
    done = shell(f"dumpparse extract {DUMP}; dumpparse extract --min-confidence 0 {DUMP}; dumpparse extract --min-confidence 0.999999 {DUMP}")
    assert (done.returncode, done.stderr) == (0, b"")
    plain, same, none = map(json.loads, done.stdout.splitlines())
    assert plain["body"]
    assert same == plain
    assert none["body"] is None
    assert none["confidence"] == dict.fromkeys(TRUSTED)
    assert none["warnings"] == [*plain["warnings"], "low-confidence", "no-body"]
    assert [none[key] for key in ("publication", "print", "captions")] == [plain[key] for key in ("publication", "print", "captions")]


def test_min_confidence_and_require_are_asked_together(shell):
    done = shell(f"dumpparse extract --min-confidence 0.999999 --require body --fields body,confidence,warnings {DUMP}")
    assert done.returncode == 1
    assert list(json.loads(done.stdout)) == ["body", "confidence", "warnings"]
    assert b"no body" in done.stderr


@pytest.mark.parametrize("least", ["-0.1", "1.01", "90%", "", "high"])
def test_a_confidence_out_of_range_is_a_usage_error(shell, least):
    done = shell(f"dumpparse extract --min-confidence '{least}' {DUMP}")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--min-confidence" in done.stderr


# Pages without an article

MENU = """Skip to main content
Home
News
Politics
World
Business
Science
Health
Sport
Football
Cricket
Culture
Books
Film
Food
Letters
Obituaries
Weather
Puzzles
Video
Podcasts
Newsletters
Sign in
Subscribe
About us
Contact us
Careers
Advertise
Privacy policy
Cookie policy
Terms of use
Accessibility
Site map"""

LOGIN = """Skip to content
The Kelmarsh Courier
Menu
Sign in

Sign in to continue

This content is for subscribers only. Please sign in to your account, or choose a plan to keep reading.

Email address
Password
Remember me
Forgot your password?
Sign in

Don't have an account? Register

Choose your plan
Monthly
$4 a month, cancel at any time
Yearly
$40 a year, two months free

Continue with Google
Continue with Apple

By signing in you agree to our Terms of use and Privacy policy.
Help
Contact us
© 2024 The Kelmarsh Courier. All rights reserved."""

NOT_FOUND = """The Kelmarsh Courier
Home
News
Sport
Opinion
Search

404

Page not found

Sorry, the page you are looking for could not be found. It may have been moved or deleted, or the address may be mistyped.

Go back to the home page
Search the site

Most read
Contact us
Privacy policy
© 2024 The Kelmarsh Courier"""


NICHT_GEFUNDEN = """Kelmarsh Kurier
Startseite
Politik
Sport

Seite nicht gefunden

Die gesuchte Seite gibt es nicht mehr, oder die Adresse wurde falsch eingegeben.

Zur Startseite
Suche
Kontakt
Impressum
Datenschutz"""

CHECKED = """kelmarsh.example

Checking your browser

This may take some seconds, and you will then be taken to the page that you asked for.

Why am I seeing this?
Ray ID: 7f00ba
Privacy
Help
Terms
Status"""


def products():
    """A page of a shop: forty products, each with its name, its price and a button."""
    lot = random.Random(4)
    kinds = ["Oak", "Walnut", "Linen", "Wool", "Copper", "Slate", "Birch", "Cotton", "Enamel", "Rattan"]
    things = [
        "Side Table",
        "Floor Lamp",
        "Throw Blanket",
        "Bread Bin",
        "Coat Rack",
        "Bookcase",
        "Tea Towel",
        "Serving Bowl",
        "Desk Chair",
        "Wall Clock",
    ]
    lines = [
        "Search",
        "Basket (0)",
        "Living",
        "Kitchen",
        "Sale",
        "Home / Furniture & Homeware",
        "Showing 1–40 of 312 results",
        "Sort by: Popularity",
        "Filter",
    ]
    for number in range(40):
        lines += [f"{kinds[number % 10]} {things[(number * 3 + number // 10) % 10]}", f"${lot.randint(9, 300)}.{lot.choice(['00', '50', '99'])}"]
        lines += [lot.choice(["Add to basket", "Add to basket", "Sold out", "Choose options"])]
    lines += ["1", "2", "3", "…", "8", "Next", "Free delivery over $60", "Customer service", "Returns", "Track my order", "© 2024 Hartle & Finch Ltd"]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(MENU, id="menu"),
        pytest.param(products(), id="products"),
        pytest.param(LOGIN, id="login"),
        pytest.param(NOT_FOUND, id="not found"),
        pytest.param(NICHT_GEFUNDEN, id="not found in German"),
        pytest.param(CHECKED, id="a check of the browser"),
    ],
)
def test_a_page_without_an_article_has_no_body(page):
    article = dumpparse.extract(page)
    assert article.body is None
    assert article.warnings == ["no-body"]
    assert article.confidence["body"] is None


def test_an_article_stays_whatever_a_server_says_beside_it():
    paragraphs = "\n\n".join([P, Q, R, P.replace("Friday", "Monday"), Q.replace("Two", "Three")])
    article = dumpparse.extract(
        f"Home\nNews\nSearch\nNo results found\n\nCouncil agrees on new water rates\n\nBy Zofeen Almeida\n\n{paragraphs}\n\nPage not found\nContact us"
    )
    assert article.body.startswith("The committee met on Friday")
    assert "not found" not in article.body


def test_what_somebody_cut_out_of_a_page_is_not_asked_whether_it_has_an_article(monkeypatch):
    monkeypatch.setattr(confidence, "of_article", lambda traits: -1.0)
    paragraph = "Volunteers had rebuilt its hull plank by plank in a barn that belongs to the family of its first captain, number {}."
    lines = ["Ferry returns to the harbour", *map(paragraph.format, range(confidence.WHOLE - 2))]
    assert dumpparse.extract("\n".join(lines)).body
    assert dumpparse.extract("\n".join([*lines, paragraph.format("last")])).body is None
