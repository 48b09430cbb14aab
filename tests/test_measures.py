"""What is measured of a page: within bounds for any text, and known exactly for some made by hand."""

import os
import re
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dumpparse.characters import MARKS, SOFT_HYPHEN
from dumpparse.extraction import read_lines
from dumpparse.forest import learned
from dumpparse.measures import LINE, PAGE, measure
from dumpparse.scales import scale
from dumpparse.trees import TOP
from dumpparse.wording import told, words_and_capitals, words_of

SMALL = frozenset(range(TOP + 1))
WILD = st.characters(codec=None, categories=None, exclude_categories=())
SENTENCE = "The committee met on Friday to discuss the matter at length, and its members agreed that a decision would be taken within the month."
# 24 words each, and of those with more than four letters only "council" is in more than one.
COUNCIL = "The council spent seven hours over water rates that day, and in the end it took the side of those who pay by meter."
BRIDGE = "A council member said the old bridge had to go, as its iron was so weak that no bus or cart could use it."
SCHOOL = "As for the school, the council put it off until May, when the roof will be dry and its floor fit to walk on."
LINES = [
    SENTENCE, COUNCIL, BRIDGE, SENTENCE.upper(), "Home", "Opinion", "Most Popular", "Comments", "Share", "By Zofeen Almeida", "Published April 2, 2021 09:46pm",
    "2 hours ago", "Published in Dawn, March 3rd, 2018", "LAHORE:", "Energy inflation", "WHILE political differences are part of it...", "$14.99", "12", "…", "—", ".",
    "“”", "©", "* * *", "\u200b", "\x00", "e\u0301", "👩‍👩‍👧", "委員会は金曜日に会合を開き、この問題について長時間にわたり議論した。" * 2, "위원회는 금요일에 모여 이 문제를 오랫동안 논의했다.",
    "ประชุมคณะกรรมการเมื่อวันศุกร์ที่ผ่านมาเพื่อหารือเรื่องนี้อย่างละเอียด", "ß", "ǅ", "İ" * 50, "a" * 1300, "۱۲۳", "    indented", "\u3000字", "date 2024-01-01 x", "date 2024-01-01 ",
]  # fmt: skip
line = st.one_of(st.sampled_from(LINES), st.text(WILD, max_size=30), st.sampled_from(["", " ", "\xa0", "\t", "\x1c"]))
pages = st.lists(line, max_size=60).map("\n".join)
lexicons = st.sampled_from([{}, {"the": 99.0, "council": 1e9}, {"the": -99.0, "home": -1e9}, None])


def measured_of(text, lexicon=None, never=frozenset()):
    """What is measured of a text, and its units."""
    dump, _, _, cues = read_lines(text)
    return measure(dump, cues, learned().lexicon if lexicon is None else lexicon, never), dump.texts


def column(text, name):
    """One measure of each measured line, in order."""
    found, _ = measured_of(text, {})
    return [int(row[LINE.index(name)]) for row in found.rows]


def check(text, lexicon=None):
    """What holds of any page's measures."""
    if not read_lines(text)[3]:
        return  # nothing is measured where there is nothing: judge() asks before
    found, texts = measured_of(text, lexicon)
    assert len(found.page) == len(PAGE)
    assert len(found.counts) == len(texts)
    assert len(found.units) == len(found.rows)
    assert list(found.units) == sorted(set(found.units))
    assert all(0 <= unit < len(texts) for unit in found.units)
    assert all(len(row) == len(LINE) for row in found.rows)
    for name, value in zip(PAGE, found.page, strict=True):
        assert value in SMALL, name
    for row in found.rows:
        for name, value in zip(LINE, row, strict=True):
            assert value in SMALL, name


def test_names_are_told_apart():
    assert len({*PAGE, *LINE}) == len(PAGE) + len(LINE)


@given(pages, lexicons)
@settings(max_examples=250, deadline=None)
@example("", None)
@example(".", None)
@example("date 2024-01-01 x", None)
@example("\x00", {})
@example(f"{SENTENCE}\n" * 70, None)
@example("\n\n".join([SENTENCE] * 70), None)
def test_every_measure_is_a_small_whole_number(text, lexicon):
    check(text, lexicon)


@given(st.lists(st.tuples(st.sampled_from(LINES), st.integers(1, 90)), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_runs_of_one_line(runs):
    check("\n".join(line for line, times in runs for _ in range(times)))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(LINES * 100),
        "\n".join(f"Menu entry {number}" for number in range(5000)),
        "\n\n".join(f"{SENTENCE} {number}" for number in range(3000)),
        "\n".join(["Published April 2, 2021"] * 3000),
        "\n".join([SENTENCE, *["12"] * 4000, SENTENCE]),
        SENTENCE * 3000,
        "字" * 300_000,
        "word " * 100_000,
        "\n" * 10_000 + "x" + "\n" * 10_000,
        " " * 10_000 + SENTENCE + "\n" + SENTENCE,
    ],
    ids=["everything", "menus", "prose", "dates", "far apart", "one line", "one CJK line", "one line of words", "one word", "indent"],
)
def test_huge_pages(text):
    check(text)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=80))
@settings(max_examples=60, deadline=None)
def test_windows_and_sums_are_what_they_say(sizes):
    text = "\n\n".join("Word " + "word " * (size - 2) + "word." if size > 1 else "Word." for size in sizes)
    found, _ = measured_of(text, {})
    assert list(found.counts) == sizes
    windows = [(name, int(name.split()[1]), name.endswith("above")) for name in LINE if re.fullmatch(r"words \d+ (above|below)", name)]
    assert len(windows) > 4
    for unit, row in zip(found.units, found.rows, strict=True):
        of = dict(zip(LINE, row, strict=True))
        for name, far, above in windows:
            assert of[name] == scale(sum(sizes[max(0, unit - far) : unit] if above else sizes[unit + 1 : unit + 1 + far])), name
        assert of["words"] == scale(sizes[unit])
        assert of["words above"] == scale(sum(sizes[:unit]))


def test_scale_is_exact_for_few_and_rises():
    assert [scale(count) for count in range(9)] == list(range(9))
    assert all(scale(count) <= scale(count + 1) <= TOP for count in range(5000))
    assert scale(10**9) == TOP


# By hand. The article's three paragraphs have 24 words each, so they alone are the densest block.

PAGE_BY_HAND = f"""Home
Sport
Most Popular
Council settles water rates
April 2, 2021

{COUNCIL}

{BRIDGE}

{SCHOOL}

Opinion
A bridge too far
Most Popular
Two roads
Contact us"""


def test_the_page_by_hand_is_measured_line_for_line():
    found, texts = measured_of(PAGE_BY_HAND, {})
    assert list(found.units) == list(range(13)) == list(range(len(texts)))
    assert list(found.counts) == [1, 1, 2, 4, 3, 24, 24, 24, 1, 4, 2, 2, 2]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("words", [1, 1, 2, 4, 3, 18, 18, 18, 1, 4, 2, 2, 2]),
        ("in block", [0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0]),
        # From the block's first and to its last line, these being 32.
        ("below block start", [27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]),
        ("above block end", [39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27]),
        # From 32 at the block's first line: one more for each heading down to the line, itself included; one less for each still to come.
        ("headings since block", [31, 31, 32, 32, 32, 32, 32, 32, 33, 33, 34, 34, 34]),
        ("dates since block", [31, 31, 31, 31, 32, 32, 32, 32, 32, 32, 32, 32, 32]),
        ("to date above", [25, 25, 25, 25, 0, 1, 2, 3, 4, 5, 6, 7, 8]),
        ("to date below", [4, 3, 2, 1, 25, 25, 25, 25, 25, 25, 25, 25, 25]),
        ("to prose above", [25, 25, 25, 25, 25, 25, 1, 1, 1, 2, 3, 4, 5]),
        ("to prose below", [5, 4, 3, 2, 1, 1, 1, 25, 25, 25, 25, 25, 25]),
        ("to heading above", [25, 25, 0, 1, 2, 3, 4, 5, 0, 1, 0, 1, 2]),
        ("prose above", [0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3]),
        ("below headline", [29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41]),
        ("dates around", [1] * 13),
        ("comments around", [0] * 13),
        # Windows: the sums of the words of so many lines, fewer at the page's edges.
        ("words 1 above", [0, 1, 1, 2, 4, 3, 18, 18, 18, 1, 4, 2, 2]),
        ("words 2 above", [0, 1, 2, 3, 6, 7, 19, 24, 24, 18, 5, 6, 4]),
        ("words 1 below", [1, 2, 4, 3, 18, 18, 18, 1, 4, 2, 2, 2, 0]),
        # In 24ths of its words of more than four letters; 25 where it has none.
        ("shared with headline", [25, 0, 0, 24, 0, 9, 6, 6, 0, 0, 0, 0, 0]),
        ("shared with block", [25, 0, 0, 18, 0, 3, 6, 6, 0, 24, 0, 0, 0]),
        ("shared above", [25, 0, 0, 0, 0, 0, 6, 6, 0, 24, 0, 0, 0]),
        ("shared below", [25, 0, 0, 18, 0, 3, 6, 0, 0, 0, 0, 0, 0]),
        ("run of lines", [5, 5, 5, 5, 5, 1, 1, 1, 5, 5, 5, 5, 5]),
        ("end", [0, 0, 0, 0, 1, 2, 2, 2, 0, 0, 0, 0, 0]),
        ("end above", [15, 0, 0, 0, 0, 1, 2, 2, 2, 0, 0, 0, 0]),
        ("end below", [0, 0, 0, 1, 2, 2, 2, 0, 0, 0, 0, 0, 15]),
        ("begin", [1] * 13),
        ("commas", [0, 0, 0, 0, 1, 1, 1, 2, 0, 0, 0, 0, 0]),
        ("indent", [32] * 13),
    ],
)
def test_by_hand(name, expected):
    assert column(PAGE_BY_HAND, name) == expected


def test_the_page_itself_by_hand():
    found, _ = measured_of(PAGE_BY_HAND, {})
    page = dict(zip(PAGE, found.page, strict=True))
    assert page["page words"] == scale(sum(found.counts))
    assert (page["page lines"], page["page prose lines"], page["block lines"]) == (scale(13), 3, 3)
    assert (page["dates on page"], page["comments on page"], page["second block"]) == (1, 0, 0)
    assert page["gaps on page"] == 16 * 4 // 13


def test_comments_are_counted_eight_lines_up_and_down():
    lines = [" ".join([COUNCIL] * 4), "Comments", *["The council ought to ask those who pay."] * 9, "Reply"]
    found, texts = measured_of("\n".join(lines), {})
    around = dict(zip(found.units, found.columns[LINE.index("comments around")], strict=True))
    assert [around[unit] for unit in range(12) if texts[unit] not in ("Comments", "Reply")] == [1, 1, 2, 2, 2, 2, 2, 2, 2, 1]


def test_a_button_above_all_that_could_be_commented_on_is_no_heading():
    above, _ = measured_of("\n".join(["Comments", *[COUNCIL] * 5]), {})
    below, _ = measured_of("\n".join([*[COUNCIL] * 5, "Comments", COUNCIL]), {})
    for name in ("comments around", "comments above", "headings since block"):
        assert len(set(above.columns[LINE.index(name)])) == 1, name
    assert len(set(below.columns[LINE.index("comments above")])) == 2


def test_a_second_block_is_measured_beside_the_first():
    other = "\n".join(["Home"] * 12)
    found, _ = measured_of(f"{COUNCIL}\n{BRIDGE}\n{SCHOOL}\n{other}\n{COUNCIL}\n{BRIDGE}", {})
    assert dict(zip(PAGE, found.page, strict=True))["second block"] == 32 * 2 * 18 // (3 * 18 + 1)


def test_far_from_prose_short_lines_are_left_out_where_there_is_much_of_it():
    menu = "\n".join(["Home", "Sport", "Water rates"] * 20)
    found, texts = measured_of("\n".join([menu, *[COUNCIL, BRIDGE, SCHOOL] * 3, menu]), {})
    assert list(found.units) == list(range(54, 75))
    assert len(found.counts) == len(texts)


def test_a_page_of_little_prose_is_measured_as_a_whole():
    menu = "\n".join(["Home", "Sport", "Water rates"] * 20)
    found, texts = measured_of(f"{menu}\n{COUNCIL}\n{BRIDGE}\n{menu}", {})
    assert list(found.units) == list(range(len(texts)))


def test_lines_that_are_never_the_article_s_are_left_out():
    _, _, _, cues = read_lines(PAGE_BY_HAND)
    found, _ = measured_of(PAGE_BY_HAND, {}, frozenset(["list_heading", "columns", "date_alone"]))
    barred = {unit for unit, line in enumerate(cues) if not {"list_heading", "columns", "date_alone"}.isdisjoint(line)}
    assert {2, 4, 8, 10} <= barred
    assert set(found.units) == set(range(13)) - barred
    everything, _ = measured_of(PAGE_BY_HAND, {})
    assert list(found.rows) == [everything.rows[unit] for unit in found.units]
    # What is never the article's is no title either, so the date is not the second best one.
    assert [name for name, one, other in zip(PAGE, found.page, everything.page, strict=True) if one != other] == ["second headline"]


def test_the_lexicon_counts_in_sixths_from_the_middle():
    at = LINE.index("lexicon")

    def said(**lexicon):
        found, _ = measured_of(PAGE_BY_HAND, lexicon)
        return [row[at] for row in found.rows]

    assert said() == [32] * 13
    assert said(council=1.0) == [32, 32, 32, 38, 32, 38, 38, 38, 32, 32, 32, 32, 32]
    assert said(council=1.0, bridge=-0.5)[6] == 35
    assert said(council=100.0)[3] == TOP
    assert said(council=-100.0)[3] == 0


def test_the_lexicon_says_the_same_in_every_process():
    # Their sum in floating point depends on the order, and a set of words has another order in each process.
    # These are chosen to add up to a half, three of the measure's steps, so that the last bit counts.
    code = f"""
import random
from dumpparse.extraction import read_lines
from dumpparse.measures import LINE, measure
lot, text = random.Random(7), {COUNCIL!r}
words = sorted(set(text.lower().split()[:12]))
dump, _, _, cues = read_lines(text)
for _ in range(100):
    worths = [round(lot.uniform(-1, 1), 2) for _ in words[1:]]
    lexicon = dict(zip(words, [*worths, round(0.5 - sum(worths), 2)]))
    print(measure(dump, cues, lexicon).rows[0][LINE.index("lexicon")], end=" ")
"""
    said = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": str(seed)}
        ).stdout
        for seed in range(4)
    }
    assert len(said) == 1


def test_what_the_lexicon_is_asked_for():
    words = words_of("One two three four five six seven eight nine ten eleven twelve THIRTEEN fourteen fifteen sixteen seventeen")
    assert told(words) == set(words) - {"thirteen"}
    assert told(words[:16]) == set(words[:16])


@pytest.mark.parametrize(
    ("text", "end", "begin"),
    [
        ("small", 0, 0), ("Capital", 0, 1), ("CAPITALS 12", 1, 2), ("字", 0, 3), ("3 ships.", 2, 4), ("(What?", 4, 5), ("“No!”", 7 + 3, 6), ("* Home:", 5, 7),
        ("a,", 6, 0), ("to be continued…", 14, 0), ("to be continued...", 14, 0), ("50 %", 13, 4), ("(AP)", 7, 5),
    ],
)  # fmt: skip
def test_how_a_line_begins_and_ends(text, end, begin):
    found, _ = measured_of(f"{COUNCIL}\n\n{text}", {})
    assert (found.rows[1][LINE.index("end")], found.rows[1][LINE.index("begin")]) == (end, begin)


def test_a_script_without_spaces_counts_half_of_its_characters():
    found, _ = measured_of("委員会は金曜日に会合を開き、この問題について長時間にわたり議論した。", {})
    assert list(found.counts) == [34 // 2]


def test_words_as_bits_and_as_sets_measure_the_same(monkeypatch):
    text = "\n".join(["Old bridge must go, council says", *LINES, BRIDGE, COUNCIL, SCHOOL, "The bridge again", *LINES])
    as_bits, _ = measured_of(text)
    monkeypatch.setattr("dumpparse.topics._BITS", 0)
    as_sets, _ = measured_of(text)
    assert as_sets[:4] == as_bits[:4]
    bits, sets = as_bits.topics, as_sets.topics
    assert {unit: bits.many(words) for unit, words in bits.by_unit.items()} == {unit: sets.many(words) for unit, words in sets.by_unit.items()}


@given(st.text(WILD, max_size=700))
@settings(max_examples=300, deadline=None)
@example("ΑΣ’Α ΣΤΗΣ’")
@example("Kelvin İzmir Don’t © 2020 Stop—Go")
@example("\ud800 Émile “Zola”")
@example("Klapp\xadbrü\xadcke von Ol\xadders\xadhau\xadsen")
@example("0\xad0")
def test_words_and_capitals_are_those_of_the_patterns_where_no_soft_hyphen_parts_a_word(text):
    whole = text[:600].replace(SOFT_HYPHEN, "")
    assert words_of(text) == re.findall(rf"[\w{MARKS}]+|©", whole.lower())
    assert words_and_capitals(text)[1] == len(re.findall(r"(?<!\w)[A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω]", whole[:300]))
