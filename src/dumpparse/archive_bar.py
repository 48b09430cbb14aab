"""What a web archive prints above a page that it kept: dates, names and sentences that are none of the page's."""

from collections.abc import Sequence

from . import rules
from .regexes import regex

CUE = "archive_bar"
_REACH = 80  # lines from the top within which it ends; the longest seen had 30


def length(texts: Sequence[str]) -> int:
    """How many units from the top down are a web archive's; 0 on most pages. `archive_bar` in rules/generic.toml says what shows it."""
    top = texts[:_REACH]
    for bar in rules.table("generic")[CUE]:
        if bar["shows"] in top:
            ends = regex(bar["ends"]).match
            return max([unit for unit in range(top.index(bar["shows"]), len(top)) if ends(top[unit])], default=-1) + 1
    return 0
