"""The title that a page begins with and says again, as most dumps have the page's `<title>`: where rows run together it tells the headline."""

from collections.abc import Sequence

from .characters import is_small, is_unspaced

# Code points of a page's title, at most and at least, and in a script without spaces; spaces in it at least; how often it is looked for.
_TITLE, _LEAST, _UNSPACED, _SPACES, _TIMES = 300, 20, 12, 2, 12
_LONG_UNSPACED = 16  # code points of a title that stands in no sentence, in a script without spaces
_PARTS = "|-–—_·«»:：｜/•>\n\t"  # what parts a page's title from the site's name
_OPENERS, _AMID, _BY = "(（“„«‘「『,:;，：", ",;:.)）”’»」』(，。：", "by"  # before and behind what is of a sentence, and what is of none
_STOPS, _WORD_LONG = ".。", 40  # at the end of a sentence; code points in which the next word is looked for
_SIGNS_BEHIND = " |-–—_:：·«»"


def find(rows: Sequence[str]) -> str:
    """What a page begins with and says again: its title, as long as it is the same; empty where it says nothing again."""
    text = "\n".join(filter(str.strip, rows)).lstrip()
    folded = text.lower()
    if len(folded) != len(text):
        folded = text
    shortest, longest = 0, min(_TITLE, len(text))
    while shortest < longest:
        middle = (shortest + longest + 1) // 2
        if folded.find(folded[:middle], middle) >= 0:
            shortest = middle
        else:
            longest = middle - 1
    if shortest == _TITLE:
        return ""  # what comes again is longer than a title: a menu
    title = text[:shortest].partition("\n")[0]
    unspaced = is_unspaced(title[len(title) // 2 : len(title) // 2 + 1] or " ")
    if _goes_on(text[len(title) : len(title) + 1]) and title[-1:].isalnum() and not unspaced:
        title = title.rpartition(" ")[0]  # the rest of the word is another's
    title = title.rstrip(_SIGNS_BEHIND)
    enough = len(title) >= _UNSPACED and (unspaced or (len(title) >= _LEAST and title.count(" ") >= _SPACES))
    sentence = title[-1:] in _STOPS and "." not in title[-4:-1]  # "U.S.", "..."
    return title if enough and not sentence and _ends(text, len(title), unspaced) and places(text, title, len(title)) else ""


def _ends(text: str, end: int, unspaced: bool) -> bool:
    """Whether the title that a page begins with ends there: a sign that parts it from the site's name follows, a line's end or, where there are
    capitals, one; else what the page says again may be a name that its title begins with."""
    behind = text[end : end + _WORD_LONG].lstrip(" ")
    return not behind or behind[0] in _PARTS or (unspaced and text[end].isspace()) or behind[0].isupper()


def places(text: str, title: str, at: int = 0) -> list[tuple[int, int]]:
    """Where a title begins and ends in a text, whatever capitals it has there, from `at` on: not within a word or a sentence."""
    folded, sought = (text.lower(), title.lower()) if len(text.lower()) == len(text) and len(title.lower()) == len(title) else (text, title)
    found: list[tuple[int, int]] = []
    for _ in range(_TIMES):
        at = folded.find(sought, at)
        if at < 0:
            break
        end = at + len(sought)
        if not _is_within(text, at, end):
            found.append((at, end))
        at = end
    return found


def _is_within(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text is of a word or a sentence: a letter goes on, or signs or a word in small letters are beside it as in one."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if is_unspaced(text[(start + end) // 2]):
        beside = (before and before in _OPENERS) or (behind and behind in _AMID)
        return bool(beside) or (end - start < _LONG_UNSPACED and before.isalnum() and behind.isalnum())
    if _goes_on(behind) or (before.isalnum() and not text[start].isupper()):
        return True
    above, below = text[max(0, start - _WORD_LONG) : start].rstrip(), text[end : end + _WORD_LONG].split()[:1]
    if (above and above[-1] in _OPENERS) or (below and below[0][0] in _AMID):
        return True
    return bool(below) and is_small(below[0][0]) and below[0] != _BY


def _goes_on(behind: str) -> bool:
    """Whether a character is of the word before it, or of what is written together with it: a capital or a digit may be another line's."""
    return behind.isalpha() and not behind.isupper()
