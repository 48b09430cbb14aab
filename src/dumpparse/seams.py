"""Does a sentence go on across the seam of two lines? What the lines on either side say of it, where no white space tells.

A sentence that is not over says so by what it ends with: a short word in small letters, an opened bracket, the comma of a quotation. A
line that goes on says so by what it begins with. Between two such stands what was a link: a name, a work's title.
"""

from collections.abc import Callable
from functools import cache

from . import bylines, datelines, rules
from .characters import is_caseless, is_small, is_unspaced
from .lines import Dump
from .names import is_name
from .profile import Profile
from .regexes import regex
from .wraps import CLOSERS, STOPS

BLANKS = " \xa0"
SAID = (",”", ',"', ",“", "”,", '",', "“,", "»,", ",»")  # a quotation that is closed, but not the sentence: “It is,” / Joe Smith / said
PROSE = 40  # code points of a piece that is no button's
EASTERN = "\u2e80"  # where the scripts of Chinese, Japanese and Korean begin
_SHORT, _SHORTISH = 4, 6  # letters of words, fewer of which end no line (articles and prepositions, in most languages), and no long one
# Japanese particles: one before a sign that is no hiragana begins no line, and some end none, not even a title.
_PARTICLES, _UNENDING = frozenset("はがをにのともでへや"), frozenset("はがのとや、")
_POINTS = frozenset("。，、；」』）")  # none of these begins a paragraph
_SIGNS = frozenset(",.;:)!?،؛")  # nor these, before white space
_BEHIND = frozenset(["", *_SIGNS, " ", "\xa0"])
_EASTERN_QUOTES = frozenset("「『（《〈")
QUOTES = frozenset("“‘«")  # they open after white space, and close in „German“ and »so«
_CREDITS = ("提供", "攝影", "摄影", "撮影", "攝", "摄")  # what captions end with in these scripts
_BEGUN = 8  # code points of a sentence in a script without spaces that has begun
_BEGUN_LINE = 60  # code points of a line with more than one sentence
_NAMED, _SPACES = 5, 3  # words of a name or a work's title, spaces of the line above it


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """What rules/seams.toml says: the words of each kind."""
    return {kind: tuple(words.split()) for kind, words in rules.table("seams").items()}


def begins_with_particle(text: str) -> bool:
    """Whether a line goes on by the word it begins with, in scripts that have no small letters to tell it."""
    first = text[:1]
    if first in _PARTICLES:
        return not "\u3041" <= text[1:2] <= "\u309f"
    return "\uac00" <= first <= "\ud7af" and text.partition(" ")[0] in _words()["korean"]


def _is_pursued(text: str) -> bool:
    """Whether a line in these scripts goes on behind a short one: by a particle, a point, an ending of a verb."""
    return text[:1] in _POINTS or begins_with_particle(text) or text.startswith(_words()["japanese"]) or text.startswith(_words()["chinese"])


def goes_on_in_the_east(dump: Dump, unit: int, run: int, further: bool, plain: Callable[[], bool]) -> bool:
    """Whether a unit goes on with a sentence in a script without small letters, above it: it is its rest, or a link with the rest below.

    `run`: code points of what stands above; `further`: it was joined there; `plain` says whether the unit is no button, byline or date.
    """
    if run < _BEGUN:
        return False
    texts = dump.texts
    text, above, below = texts[unit], texts[unit - 1], texts[unit + 1] if unit + 1 < len(texts) else ""
    if not is_unspaced(above[-1]):  # Korean
        return len(text) < PROSE and begins_with_particle(below) and plain()
    if above[-1] in CLOSERS and above[-1] != "、":
        return False
    if further:
        return "。" in text
    if above.endswith(_CREDITS):
        return False
    link = len(text) < PROSE // 2 and "。" in below
    if link and (below[:1] in _POINTS or (_is_pursued(below) and plain())):
        return True
    begun = above[-1] in _UNENDING or -1 < above.rfind("。") < len(above) - _BEGUN
    return begun and ("。" in text or ((link or (len(text) < PROSE // 2 and begins_with_particle(below))) and plain()))


def opens_quotation(text: str, above: str) -> bool:
    """Whether a line ends with a sign that opens a quotation: "he said: “".

    `above`: the line above, whose quotation one of the signs that do not tell which they are may close.
    """
    last, before, stem = text[-1], text[-2:-1], text[:-1].rstrip(BLANKS)
    if last in _EASTERN_QUOTES or (last == "«" and "\u0600" <= before < "\u0700"):
        return True
    if last == "„":
        return text.count("„") > text.count("“")
    if before not in BLANKS:
        return False
    if last != '"':
        return last in QUOTES
    said = bool(stem) and (stem[-1] in ",:" or is_small(stem[-1]) or is_caseless(stem[-1]))
    return said and above.count('"') % 2 == 0 and (text.count('"') - _shuts(text)) % 2 == 1


def breaks_off(text: str) -> bool:
    """Whether a line ends with what is left of an article before a vowel ("de l’"), or a letter that Hebrew or Arabic writes with the next word."""
    last = text[-1]
    if last in "'’":
        stem = text[:-1].rpartition(" ")[2]
        return (
            "‘" not in text and text[0] != "'" and " '" not in text
            and (stem if len(stem) > 1 and stem[1:].isupper() else stem.lower()) in _words()["elided"]
        )  # fmt: skip
    return is_caseless(last) and text[-2:-1] == " " and last in _words()["prefixes"]


def _shuts(text: str) -> bool:
    """Whether a line begins with a quotation mark that has a sign behind it, or white space and what is no beginning of a sentence."""
    if text[0] not in '"“' or text[1:2] not in _BEHIND:
        return False
    rest = text[1:].lstrip(BLANKS)
    return not rest or is_small(rest[0]) or is_caseless(rest[0]) or rest[0] in _SIGNS


def closes(text: str, above: str, further: bool) -> bool:
    """Whether a line begins with a sign that goes with what stands above: a point, the end of a quotation, an ending ("-nek").

    `further`: what stands above was joined to a line that opens a quotation.
    """
    first = text[0]
    if first in _POINTS:
        return True
    if first == "-":
        return is_small(text[1:2]) and above[-1].isalnum()
    if further and first == '"' and is_small(text[1:2]):
        return True
    if not _shuts(text):
        return False
    if first == "“":  # it opens in other languages than German
        return above[-1] not in STOPS or text[1:2] in _SIGNS
    return further or (text.count('"') - (text[-1] == '"' and text[-2:-1] in BLANKS)) % 2 == 1


def pauses(text: str) -> bool:
    """Whether a line breaks off at a comma: "The mayor of Elsworth,". A name alone may, above a role, and so may what leads in one."""
    return text[-1] in ",،" and " " in text and not is_name(text[:-1]) and not bylines.has_lead(text)


def opens(text: str, profile: Profile) -> bool:
    """Whether a line that begins with a bracket opens an article: "(CNN) A man …", "(서울=연합뉴스) …"."""
    inside = text[1:].partition(")")[0] if text[0] == "(" else ""
    return bool(inside) and (datelines.is_agency(inside, profile) or datelines.find(text, profile) is not None)


def is_open(text: str) -> bool:
    """Whether a line leaves a sentence open: it ends in a letter that is no capital, or closes a quotation behind a comma."""
    return is_small(text[-1]) or is_caseless(text[-1]) or text.endswith(SAID) or (len(text) == 1 and text.isalpha())


def rest_without_capitals(above: str, text: str, below: str, plain: Callable[[], bool]) -> int:
    """How many lines, `text` and the one `below`, are the rest of a sentence that has begun in a long line of a script without capitals.

    Its last words, or a link and what stands behind that. 0 where it is over, or nothing tells. `plain` says whether
    `text` is no button, byline or date.
    """
    last = above[-1]
    korean = "\uac00" <= last <= "\ud7af"
    if (
        not (korean or is_caseless(last))
        or len(above) < (PROSE if korean else _BEGUN_LINE)
        or len(text) >= PROSE
        or not _begun_without_capitals(above)
    ):
        return 0
    if text[-1] in STOPS:
        return 1
    link = text.count(" ") < _NAMED and not text.endswith((":", "：")) and len(below) >= PROSE and below[-1] in STOPS
    return 2 if link and plain() else 0


def has_begun(text: str, run: int, further: bool) -> bool:
    """Whether a line leaves a sentence open for sure: by the short word it ends with, by one that ends in it, or by what it is a piece of.

    `further`: it was joined to those above, with `run` code points together.
    """
    if text.isalpha() and len(text) < _SHORT and (len(text) == 1 or not text.isupper()):
        return not bylines.leads_in(text)  # "In", "Em", "В"
    if ends_short(text) or (len(text) >= PROSE and ends_short(text, _SHORTISH)) or (further and run >= PROSE):
        return True
    return bylines.is_article(text) or bool(_inner_stop(text))


def goes_on_behind_a_name(above: str, text: str, below: str, further: bool) -> bool:
    """Whether a line that may end without a stop goes on with a name, a link of its own, and then in the middle of a sentence.

    No headline or subhead with a name and a role or a note on the author below it, nor one below which a paragraph begins.
    """
    if below[0] in CLOSERS:
        return (len(below) > 1 and (further or above.count(" ") >= _SPACES)) or ends_small(above)
    words = text.split()
    named = len(words) <= _NAMED and not any(is_small(word) and len(word) >= _SHORT for word in words)
    return named and len(below) >= PROSE and above.count(" ") >= _SPACES and not _note(below)


_inner_stop = regex(r"\w\w[.!?][”\"’]? \S").search
_begun_without_capitals = regex(r"[^\s.]{3}[.।۔][”\"’]? \S").search
_note = regex(r"(?:is|was|ist|est|es|è|é|are|covers|writes|has)\b").match


def is_credit(text: str, below: str, profile: Profile) -> bool:
    """Whether a line names an author, below a headline: "By Jane Doe", or a name with a role on the line below, behind a comma."""
    return bylines.leads_in_name(text) or (below[0] == "," and is_name(text) and profile.is_role(below.strip(", ").partition(",")[0]))


def is_label(text: str, profile: Profile) -> bool:
    """Whether a line is furniture that a button has put into a sentence: ", opens new tab"."""
    return text.lower().strip(" ,") in profile.phrases


def ends_small(text: str) -> bool:
    """Whether the last word of a line begins in lower case."""
    return is_small(text.rpartition(" ")[2][0])


def ends_short(text: str, letters: int = _SHORT) -> bool:
    """Whether the last word of a line begins in lower case and has fewer letters than so many."""
    word = text.rpartition(" ")[2]
    return len(word) < letters and is_small(word[0])


def pursued(dump: Dump, unit: int) -> bool:
    """Whether the unit below begins like the further piece of a sentence."""
    below = unit + 1
    if below == len(dump.texts) or dump.filled[below] != dump.filled[unit] + dump.step:
        return False
    text, row = dump.texts[below], dump.edges[dump.filled[below]]
    if text[0] == "(":
        text = text.partition(")")[2].lstrip() or "("  # "Pune Municipal Corporation" / "(PMC) were breaking …"
    if text[0] == "-" and is_small(text[1:2]):
        return True  # "az / MTI / -nek azt mondta"
    return is_small(text[0]) or text[0] in CLOSERS or (row[0] == " " and row[1] not in BLANKS)


def is_set_off(dump: Dump, unit: int) -> bool:
    """Whether a unit is followed by one with white space and a small letter, as one between "The S&P 500 " and " gained" is."""
    below = unit + 1
    return pursued(dump, unit) and dump.edges[dump.filled[below]][0] == " " and is_small(dump.texts[below][0])


def ends_in_article(text: str) -> bool:
    """Whether a line ends with "An" or the like, which leaves any sentence open."""
    return bylines.is_article(text.rpartition(" ")[2].capitalize())
