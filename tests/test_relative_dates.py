"""What a page says by the time that has passed, in many languages, and where it does not tell the day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dumpparse
from dumpparse.article import Source
from dumpparse.fields.relative_dates import read
from dumpparse.rules import table
from test_records import P, Q

NOON = datetime.datetime(2024, 5, 23, 12, 0, tzinfo=datetime.UTC)


def kind_of(text):
    return {"updated": "updated", "published": "published"}.get(text.strip(" :").lower())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 hours ago", "2024-05-23"), ("An hour ago", "2024-05-23"), ("about 20 hours ago", "2024-05-22"), ("1 day ago", "2024-05-22"),
        ("3 seconds ago", "2024-05-23"), ("vor 14 Minuten", "2024-05-23"), ("vor 3 Stunden", "2024-05-23"), ("vor 2 Tagen", "2024-05-21"),
        ("vor 1 Std.", "2024-05-23"), ("Hace 13 horas", "2024-05-22"), ("hace una hora", "2024-05-23"), ("Há 2 dias", "2024-05-21"),
        ("1 時間前", "2024-05-23"), ("10分前", "2024-05-23"), ("2日前", "2024-05-21"), ("3시간 전", "2024-05-23"), ("2天前", "2024-05-21"),
        ("il y a 3 heures", "2024-05-23"), ("3 ore fa", "2024-05-23"), ("2 uur geleden", "2024-05-23"), ("för 2 timmar sedan", "2024-05-23"),
        ("2 godziny temu", "2024-05-23"), ("2 часа назад", "2024-05-23"), ("час назад", "2024-05-23"), ("5 saat önce", "2024-05-23"),
        ("2 jam yang lalu", "2024-05-23"), ("for 2 timer siden", "2024-05-23"), ("před 3 hodinami", "2024-05-23"), ("منذ 3 ساعات", "2024-05-23"),
        ("Yesterday 12:35PM", "2024-05-22"), ("Heute, 12:37 Uhr", "2024-05-23"), ("gestern um 9:10 Uhr", "2024-05-22"), ("30 days ago", "2024-04-23"),
        ("Vandaag, 11:22", "2024-05-23"), ("ieri alle 9:10", "2024-05-22"), ("hier à 14h20", "2024-05-22"), ("сегодня, 11:15", "2024-05-23"), ("I dag kl. 10.15", "2024-05-23"),
    ],
)  # fmt: skip
def test_the_day(text, day):
    assert read(text, NOON, kind_of) == ("published", day)


@pytest.mark.parametrize(
    "text",
    [
        "3 weeks ago",
        "1 month ago",
        "8 months ago",
        "Há 50 Anos",
        "vor 2 Wochen",
        "2週間前",
        "3か月前",
        "12 hours ago",
        "vor wenigen Wochen",
    ],
)
def test_no_day_is_guessed(text):
    """Weeks and more are rounded; twelve hours before noon is one day or the other."""
    assert read(text, NOON, kind_of) == ("published", None)


@pytest.mark.parametrize(
    ("text", "kind"), [("Updated 3 hours ago", "updated"), ("Updated: 33 mins ago", "updated"), ("Published 6 days ago", "published")]
)
def test_what_it_is_of(text, kind):
    assert read(text, NOON, kind_of)[0] == kind


@given(st.integers(0, 40), st.sampled_from(["second", "minute", "hour"]), st.datetimes(datetime.datetime(1990, 1, 1)))
def test_the_day_is_that_of_every_moment_it_could_be(number, unit, crawled):
    crawled = crawled.replace(tzinfo=datetime.UTC)
    _, day = read(f"{number} {unit}s ago", crawled, kind_of)
    one = datetime.timedelta(**{f"{unit}s": 1})
    days = {(crawled - one * (number + part)).date().isoformat() for part in (0, 0.25, 0.5, 0.75, 1)}
    assert days == {day} if day else len(days) == 2


@given(st.text())
def test_any_text(text):
    read(text, NOON, kind_of)


def test_words_are_in_lower_case_and_of_one_meaning():
    words = [word for name, words in table("relative").items() if name != "one" for word in words.split("|")]
    assert all(word == word.lower() == word.strip() for word in words)
    assert len(set(words)) == len(words)


def page(*lines, crawled="2024-05-23T12:00:00Z"):
    text = "\n\n".join(["Pumps sealed in city drive against theft", *lines, P, Q, P])
    return dumpparse.extract(text, Source(crawled=crawled))


def test_a_page_that_says_when_by_the_time_that_has_passed():
    article = page("By Sarah Miller", "3 hours ago")
    assert (article.published, article.updated) == ("2024-05-23", None)
    assert "date-relative" not in article.warnings
    assert article.fields["published"].rule == "time that had passed at the crawl"
    assert article.fields["published"].text == "3 hours ago"
    assert article.confidence["published"] is not None
    assert page("Last Updated: 33 mins ago").updated == "2024-05-23"
    assert page("Last Updated: 33 mins ago").published is None


@pytest.mark.parametrize("crawled", [None, "nonsense", ""])
def test_without_the_time_of_the_crawl_it_is_a_warning(crawled):
    article = page("By Sarah Miller", "3 hours ago", crawled=crawled)
    assert article.published is None
    assert article.warnings == ["date-relative"]


@pytest.mark.parametrize("crawled", ["2024-05-23", "20240523"])
def test_a_crawl_of_which_only_the_day_is_known_dates_days_alone(crawled):
    for line in ("3 hours ago", "33 mins ago", "5 seconds ago"):
        article = page("By Sarah Miller", line, crawled=crawled)
        assert article.published is None
        assert article.warnings == ["date-relative"]
    assert page("By Sarah Miller", "2 days ago", crawled=crawled).published == "2024-05-21"
    assert read("Yesterday 12:35PM", datetime.date(2024, 5, 23), kind_of) == ("published", "2024-05-22")


def test_the_time_of_the_crawl_as_indexes_have_it():
    assert page("By Sarah Miller", "3 hours ago", crawled="20240523100000").published == "2024-05-23"
    for crawled in ("20241323100000", "202405231000", "2024052310000०", "0001-01-01T00:00:00+05:00"):
        assert page("By Sarah Miller", "3 hours ago", crawled=crawled).published is None
    assert read("Yesterday", datetime.date(1, 1, 1), kind_of) == ("published", None)


def test_offsets_of_the_crawl():
    assert page("By Sarah Miller", "3 hours ago", crawled="2024-05-23T01:30:00-05:00").published == "2024-05-23"
    assert page("By Sarah Miller", "3 hours ago", crawled="2024-05-23T02:00:00").published == "2024-05-22"


def test_a_date_goes_before_it():
    article = page("By Sarah Miller", "Published May 20, 2024", "Updated 3 hours ago")
    assert (article.published, article.updated) == ("2024-05-20", "2024-05-23")
    assert page("By Sarah Miller", "May 20, 2024", "3 hours ago").published == "2024-05-20"


def test_weeks_stay_a_warning():
    article = page("By Sarah Miller", "3 weeks ago")
    assert article.published is None
    assert article.warnings == ["date-relative"]


def test_the_time_of_the_crawl_is_in_the_record():
    assert page("3 hours ago").to_dict()["source"] == {"path": None, "encoding": None, "crawled": "2024-05-23T12:00:00Z"}
