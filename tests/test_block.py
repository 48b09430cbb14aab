"""The densest block of prose, and which lines are measured beside it."""

from hypothesis import given
from hypothesis import strategies as st

from dumpparse import block

STOP, OPEN, CUT = 2, 0, 14
SIX = [30] * 6  # words of as many paragraphs as a page must have for some of its lines to be left out


def densest(counts, ends=None, barred=()):
    """The densest block of a page of lines of so many words."""
    prose = [unit for unit, count in enumerate(counts) if count >= block.PROSE]
    return block.densest(prose, counts, ends or [STOP] * len(counts), [unit in barred for unit in range(len(counts))])


def measured(counts):
    """Which lines of a page of lines of so many words are measured."""
    prose = [unit for unit, count in enumerate(counts) if count >= block.PROSE]
    return list(block.measured(prose, counts, densest(counts).paragraphs))


@given(st.lists(st.tuples(st.sampled_from([1, 9, 15, 20, 40]), st.sampled_from([STOP, OPEN, CUT]), st.booleans()), min_size=1, max_size=30))
def test_no_stretch_is_denser(lines):
    counts, ends, barred = map(list, zip(*lines, strict=True))

    def worth(unit):
        if counts[unit] < 15 or barred[unit]:
            return -5
        return {STOP: counts[unit] - 6, OPEN: -2, CUT: 0}[ends[unit]]

    found = block.densest([unit for unit, count in enumerate(counts) if count >= 15], counts, ends, barred)
    worths = [worth(unit) for unit in range(len(counts))]
    sums = [sum(worths[begin:end]) for begin in range(len(counts)) for end in range(begin + 1, len(counts) + 1)]
    assert found.weight == max(0, *sums) == sum(worths[found.begin : found.end])
    assert list(found.paragraphs) == [unit for unit, value in enumerate(worths) if value > 0]


def test_captions_cut_teasers_and_what_is_never_the_article_s_make_no_block():
    counts = [30] * 3 + [1] * 12 + [20] * 3
    assert densest(counts)[:4] == (72, 0, 3, 42)
    assert densest(counts, [OPEN] * 3 + [STOP] * 15)[:4] == (42, 15, 18, 0)
    assert densest(counts, [CUT] * 3 + [STOP] * 15)[:4] == (42, 15, 18, 0)
    assert densest(counts, barred=range(3))[:4] == (42, 15, 18, 0)


def test_a_page_without_prose_has_no_block_and_is_measured_as_a_whole():
    assert densest([1, 2, 3]) == (0, 0, 0, 0, [])
    assert measured([1, 2, 3]) == [0, 1, 2]


def test_all_of_a_page_with_five_paragraphs_is_measured():
    assert len(measured([1] * 200 + [30] * 5 + [1] * 200)) == 405
    assert len(measured([1] * 200 + SIX + [1] * 200)) == 6 + 6 + 6


def test_short_lines_are_measured_near_prose_and_longer_ones_within_reach():
    assert measured([1] * 100 + SIX + [1] * 100) == list(range(94, 112))
    assert measured([8] * 100 + SIX + [8] * 100) == list(range(75, 131))


def test_a_table_between_two_paragraphs_is_measured_but_not_half_a_page():
    assert len(measured(SIX + [2] * 119 + [30])) == 126
    assert len(measured(SIX + [2] * 120 + [30])) == 127 - 120 + 12
