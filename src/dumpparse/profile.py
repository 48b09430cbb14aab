"""The rules in force for one dump: the generic ones and, where the dump shows its publisher, that one's on top."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property

from . import rules
from .dates import Dates
from .labels import Weights
from .lines import Dump
from .names import is_name
from .regexes import regex

# Lines longer than this, in code points, are prose: no date in them is a stamp, no sign in them a menu's.
MIDDLING = 200


# How a publisher writes numeric dates, by what its file says of them.
_ORDERS = {"day first": 0, "month first": 1}


class Pattern:
    """A regular expression for the beginning of a line, whose alternatives are compiled when they are first tried.

    It is tried on lines of at most `longest` code points whose first word is one of `first`, or which hold one of `needs`. Many
    first words are one text with white space between. `match` has the alternatives, `holds` the numbers of those that a line may match
    which, in lower case, holds a text: tools/prefilter.py found what they all need.
    """

    __slots__ = ("_compiled", "cue", "first", "holds", "longest", "needs", "sources")

    def __init__(
        self,
        cue: str,
        match: Sequence[str],
        holds: Mapping[str, Sequence[int]],
        first: Sequence[str] | str = (),
        needs: Sequence[str] | str = (),
        longest: int = 200,
    ):
        self.cue, self.sources, self.longest, self.holds = cue, match, longest, holds
        self.first, self.needs = first.split() if isinstance(first, str) else first, [needs] if isinstance(needs, str) else needs
        self._compiled: dict[int, Callable[[str], re.Match | None]] = {}

    def matches(self, text: str, folded: str) -> bool:
        """Whether it matches at the beginning of `text`, which is `folded` in lower case."""
        for piece in self.holds:
            if piece in folded:
                for number in self.holds[piece]:
                    match = self._compiled.get(number)
                    if match is None:
                        match = self._compiled[number] = regex(self.sources[number]).match
                    if match(text):
                        return True
        return False


def _by(what: str, patterns: Iterable[Pattern]) -> dict[str, list[Pattern]]:
    result: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for word in getattr(pattern, what):
            result.setdefault(word, []).append(pattern)
    return result


class Profile:
    """One merged set of rules.

    `phrases` maps a whole line, folded, to its cues. `by_first` holds the patterns to try on a line by its first word, `by_need`
    those by what must stand somewhere in it, `needs` is that for lines with signs, without signs, and longer than `MIDDLING`,
    `needs_of_ascii` the same for lines in ASCII, which hold no need in another script. `desks` and `agencies` are bylines that name
    no person, `roles` words that tell what somebody is. `sites` maps a line that names the site to its publication. `order`: 0
    where its numeric dates have the day first, 1 where the month, None where that is not known. `known`: the rules alone tell the
    article, nothing learned is asked. `prefix` matches what a crawler put in front of the first line; `byline`, `print_line` and
    `copyright` are the patterns that the fields of these names are read with, `picture_label` that of "Photo:" alone, `clock` that of a
    time alone; `consent` look for what a wall that asks for it speaks of, and for how a button begins that gives it.
    """

    def __init__(self, tables: list[rules.Table]):
        self.phrases: dict[str, tuple[str, ...]] = {}
        patterns: list[Pattern] = []
        weights = dict(rules.table("weights"))
        self.sites: dict[str, str] = {}
        said = next((table["dates"] for table in reversed(tables) if "dates" in table), None)
        self.order: int | None = _ORDERS[said] if said else None
        self.known = any(table.get("known") for table in tables)
        whole: dict[str, set[str]] = {"desk": set(), "agency": set(), "role": set()}
        for table in tables:
            for cue, lines in table.get("phrases", {}).items():
                found = dict.fromkeys(rules.phrases(lines), (cue,))
                for line in self.phrases.keys() & found.keys():
                    found[line] = (*self.phrases[line], cue)
                self.phrases |= found
                if cue in whole:
                    whole[cue].update(found)
            # A publisher's own patterns know more, so they come first.
            patterns[:0] = [Pattern(**entry) for entry in table.get("pattern", ())]
            weights.update(table.get("weights", {}))
            self.sites.update(dict.fromkeys(table.get("sites", ()), table.get("name")))
        # By what tells that one may match, since looking for that is most of the work.
        self.by_first = _by("first", patterns)
        self.by_need = _by("needs", patterns)
        of_letters = {need: found for need, found in self.by_need.items() if need.replace(" ", "").isalpha()}
        in_prose = _by("needs", (pattern for pattern in patterns if pattern.longest > MIDDLING))
        self.needs = (self.by_need, of_letters, in_prose)
        self.needs_of_ascii = tuple({need: found for need, found in by_need.items() if need.isascii()} for by_need in self.needs)
        self.desks = frozenset(whole["desk"])
        self.agencies = frozenset(whole["agency"])
        self.roles = frozenset(whole["role"])
        # As strings: most pages need none of them, and re keeps what it has compiled.
        self.byline: dict[str, str] = tables[0]["byline"]
        self.print_line: dict[str, str] = tables[0]["print_line"]
        self.copyright: dict[str, str] = tables[0]["copyright"]  # its RIGHTS are put in by owner.py: few pages ask
        self.picture_label: str = tables[0]["picture_label"]
        self.clock: str = tables[0]["clock"]
        self.prefix = regex(tables[0]["prefix"])
        self.dates = Dates(rules.table("dates"), rules.months_elsewhere)
        self.weights = Weights(weights)

    @cached_property
    def consent(self) -> tuple[Callable[[str], re.Match | None], Callable[[str], re.Match | None]]:
        """Only pages of little text ask for it."""
        words = rules.table("generic")["consent"]
        return regex(rf"(?i){words['of_tracking']}").search, regex(rf"(?i)(?:{words['buttons']})(?!\w)").match

    def is_byline(self, text: str) -> bool:
        """Whether `text` is several names, or a name with a role or a place, between the usual signs."""
        if not (" and " in text or "," in text or "&" in text or "|" in text):
            return False
        first, *rest = (part.strip() for part in regex(self.byline["between"]).split(text))
        return is_name(first) and all(is_name(part) or part.upper() in rules.places() or self.is_role(part) for part in rest)

    def is_role(self, text: str) -> bool:
        """Whether `text` says what somebody is, or is a desk or an agency."""
        folded = text.lower()
        return folded in self.desks or folded in self.agencies or not self.roles.isdisjoint(folded.split())

    def without_prefix(self, byline: str) -> str:
        """A byline without its "By"."""
        prefix = regex(self.byline["prefix"]).match(byline)
        return byline[prefix.end() :] if prefix else byline


@cache
def profile(publisher: str | None = None) -> Profile:
    """The generic profile, or that of a publisher by the name of its file."""
    tables = [rules.table("generic")]
    if publisher:
        tables.append(rules.publisher(publisher))
    return Profile(tables)


# How far `top` reaches, in code points.
_TOP = 3000


def choose(dump: Dump) -> Profile:
    """The profile of the publisher that the dump shows most signs of, or the generic one.

    A sign is a whole line that the publisher's file lists (`lines`), as an item of a list too; pieces of text count for one
    together, those near the beginning (`top`) and those anywhere (`text`). Looking through a whole text is slow, so where the
    paper's name is missing, `text`, which holds it, is not looked for.
    """
    signs, source = rules.signs(), dump.source
    shown = [signs.lines[line] for line in signs.known.intersection(dump.texts)]
    top = source[:_TOP]
    pieces = {publisher for publisher, pieces in signs.top if any(piece in top for piece in pieces)}
    pieces.update(publisher for publisher, name, pieces in signs.text if name in source and any(piece in source for piece in pieces))
    shown.extend(pieces)
    return profile(max(sorted(set(shown)), key=shown.count) if shown else None)
