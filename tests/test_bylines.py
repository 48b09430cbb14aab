"""The names in a line, whoever they are, and how each is led in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dumpparse import bylines
from dumpparse.bylines import ABOVE, BY, LATER_BY, NOTHING, OTHER
from dumpparse.profile import profile


def found(text, led_in=False):
    stamps = profile().dates.find(text)
    return list(bylines.mentions(text, stamps, led_in, bylines.has_lead(text)))


def names(text, led_in=False):
    return [one.name for one in found(text, led_in)]


@pytest.mark.parametrize(
    ("text", "name", "lead"),
    [
        ("By Zofeen Almeida", "Zofeen Almeida", BY),
        ("BY ZOFEEN ALMEIDA", "ZOFEEN ALMEIDA", BY),
        ("Von: Björn Jahnke | 31.10.23", "Björn Jahnke", BY),
        ("Par Chokri GHANEM", "Chokri GHANEM", BY),
        ("by Kay", "Kay", BY),
        ("December 19, 2016 by Maggie Winterfeld", "Maggie Winterfeld", BY),
        ("Gepostet von Katharina Volk | Wohnen", "Katharina Volk", LATER_BY),
        ("Ein Artikel von Pamela Sladek | 27.01.2022 - 12:45", "Pamela Sladek", LATER_BY),
        ("Author: Dennis Najar", "Dennis Najar", BY),
        ("Zofeen Almeida", "Zofeen Almeida", NOTHING),
        ("3 May 2021 Zofeen Almeida", "Zofeen Almeida", NOTHING),
        ("* Claus Boele-Thein", "Claus Boele-Thein", NOTHING),
        ("1. Xiaoying Yu", "Xiaoying Yu", NOTHING),
        ("Photo by Lena Hartwig", "Lena Hartwig", OTHER),
        ("Christoph von Eich", "Christoph von Eich", NOTHING),
        ("作者：谢若含", "谢若含", BY),
        ("谢若含2017-03-01 14:27:02", "谢若含", NOTHING),
    ],
)
def test_a_name_and_what_leads_it_in(text, name, lead):
    assert (name, lead) in [(one.name, one.lead) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "all_of_them"),
    [
        ("By Danielle Desi, Donna Enz, and Natalie Nguy", ["Danielle Desi", "Donna Enz", "Natalie Nguy"]),
        ("Von Alexander Roth und Laura Wagen", ["Alexander Roth", "Laura Wagen"]),
        ("Joe Davids • Jennifer Rub", ["Joe Davids", "Jennifer Rub"]),
    ],
)
def test_several_names(text, all_of_them):
    assert [name for name in names(text) if len(name.split()) > 1] == all_of_them


def test_a_name_on_the_line_below_its_label():
    assert [(one.name, one.lead) for one in found("realiberry", led_in=True)] == [("realiberry", ABOVE)]
    assert names("realiberry") == []
    for line in ("By", "by:", "Written by", "Von", "Autor:"):
        assert bylines.leads_in(line), line
    for line in ("By the sea", "Goodbye", "Written", "By Daily Mail Reporter"):
        assert not bylines.leads_in(line), line


@pytest.mark.parametrize(
    "text", ["The Daily Telegraph", "How We Live", "▼ -0.04", "© La Vanguardia", "時00分", "free wheat flour", "", "12:30", "Von lsk"]
)
def test_no_names(text):
    assert names(text) == []


def test_words_that_follow_a_name_are_told():
    assert ("Sina Zehr", 1) in [(one.name, one.rest) for one in found("Von Sina Zehr Landespolitische Korrespondentin")]


@given(st.text(), st.booleans())
def test_any_text(text, led_in):
    for one in found(text, led_in):
        assert one.name
        assert one.name.split() == one.name.split(" ")
        assert all(word in text for word in one.name.split())
