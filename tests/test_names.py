"""What a person's name looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dumpparse.names import is_name


@pytest.mark.parametrize(
    "text",
    [
        "Iftikhar A. Khan",
        "F.S. Aijazuddin",
        "Ludwig van der Rohe",
        "Bashar al-Assad",
        "Siobhán O’Neil",
        "Nelson C.J.",
        "J.-P. Martin",
        "Md. Rafiqul Islam",
        "Gráinne Ó hUallacháin",
        "JEAN-LUC PICARD",
        "Анна Петрова",
        "नरेंद्र सिंह",
        "রফিকুল ইসলাম",
        "Pervez Ul-Haq",
        "นภัสสร วงศ์ริมธาร",
        "بهزاد کیان\u200cمهر",
    ],
)
def test_names(text):
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Karachi",
        "free wheat flour",
        "The Daily Telescope",
        "Prices Rise in Lahore",
        "How We Live",
        "Chapter 3",
        "Name, Surname",
        "A Correspondent",
        "Anna Petrova and Friends",
        "รัฐบาล ประกาศ มาตรการ ใหม่",
    ],
)
def test_no_names(text):
    assert not is_name(text)


@given(st.text())
def test_any_text(text):
    assert is_name(text) in (True, False)
