"""Dates as they stand in lines."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dumpparse.profile import profile

DATES = profile().dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published in Dawn, March 3rd, 2018", [("2018-03-03", None)]),
        ("Published in Dawn, October 1st , 2020", [("2020-10-01", None)]),
        ("Updated 23 May, 2024", [("2024-05-23", "updated")]),
        ("Published 21 Sep, 2017 07:24am", [("2017-09-21T07:24", "published")]),
        ("Published April 6, 2021 - Updated April 6, 2021 09:46pm", [("2021-04-06", "published"), ("2021-04-06T21:46", "updated")]),
        ("Zofeen AlmeidaPublished April 6, 2021 Updated April 7, 2021 12:05am", [("2021-04-06", "published"), ("2021-04-07T00:05", "updated")]),
        ("A republished April 6, 2021 text", [("2021-04-06", None)]),
        ("Apr 28 20232:23 PM EDT", [("2023-04-28T14:23-04:00", None)]),
        ("Last updated: Thursday, 12 October 2020 10:00 +0530", [("2020-10-12T10:00+05:30", "updated")]),
        ("May 2, 2019, 10:00 GMT+5", [("2019-05-02T10:00+05:00", None)]),
        ("May 2, 2019 10:00 IST", [("2019-05-02T10:00", None)]),
        ("2018-03-03T07:24:00Z", [("2018-03-03T07:24+00:00", None)]),
        ("27. Januar 2026 • Name • 3 Minuten", [("2026-01-27", None)]),
        ("12 de octubre de 2020", [("2020-10-12", None)]),
        ("11 мая 2020, 10:00", [("2020-05-11T10:00", None)]),
        ("2021年3月4日", [("2021-03-04", None)]),
        ("31st Jul, 2024", [("2024-07-31", None)]),
        ("May 17,2019", [("2019-05-17", None)]),
        ("13/4/2021", [("2021-04-13", None)]),
        ("04.03.2021, 19:35 Uhr", [("2021-03-04T19:35", None)]),
        ("May the force be with the 5 of you", []),
        ("Tuesday", []),
        ("12 monkeys 2018", []),
        ("1950: a year of 2024 things", []),
    ],
)
def test_find(text, expected):
    assert [(stamp.iso, stamp.kind) for stamp in DATES.find(text)] == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [("3/4/2021", "ambiguous"), ("31 February 2020", "impossible"), ("40.13.2020", "impossible"), ("April 31, 2021", "impossible")],
)
def test_no_value_without_a_guess(text, problem):
    (stamp,) = DATES.find(text)
    assert (stamp.iso, stamp.problem) == (None, problem)


FORMS = ["%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b, %Y", "%Y-%m-%d", "%d.%m.%Y", "%A, %d %B %Y", "%B %-dth, %Y"]


@given(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31)),
    st.sampled_from(FORMS),
    st.sampled_from(["", "Published ", "Updated: ", "Name "]),
)
def test_every_day_in_every_form(day, form, label):
    (stamp,) = DATES.find(label + day.strftime(form))
    assert stamp.iso == day.isoformat()


@given(st.times(), st.sampled_from(["%H:%M", "%I:%M%p", "%I:%M %p"]))
def test_every_time(time, form):
    (stamp,) = DATES.find("Published April 6, 2021 " + time.strftime(form).lower())
    assert stamp.iso == f"2021-04-06T{time:%H:%M}"


@given(st.text(max_size=200))
def test_any_line(text):
    for stamp in DATES.find(text):
        assert 0 <= stamp.labelled_from <= stamp.start < stamp.end <= len(text)
        assert (stamp.iso is None) == (stamp.problem is not None)
