"""The words and signs by which bylines are read, from rules/names.toml, in the forms in which they are looked for."""

import re
from functools import cache, cached_property

from . import rules
from .regexes import regex

# A weekday may stand between a name and the date behind it, which does not take it in; elsewhere than in English they are names too.
WEEKDAYS = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat",
))  # fmt: skip
CODE = 4  # code points of what an agency signs with in small letters
_BEHIND, _COMMAS = ":：", ",،"  # signs right behind "by" or the like, and behind "author"
SIGNS = "|,•·–—/;&+:()[]>＠@、“”【】〔〕［］＝｜=／，"
_SIGN = frozenset(SIGNS)


def _labels(word: str) -> list[str]:
    """A word that leads in a name with the signs that may stand behind it; "the years went by," has none of them."""
    return [word + sign for sign in (_BEHIND + _COMMAS if len(word) > CODE else _BEHIND)]


class Words:
    """The words of rules/names.toml, as they are looked for: `part` is what parts the names of a line."""

    def __init__(self) -> None:
        table = rules.table("names")

        def any_of(key: str) -> str:
            return "|".join(sorted(map(re.escape, table[key].split()), key=len, reverse=True))

        by, labels, other = any_of("by"), any_of("labels"), any_of("other")
        self._eastern_labels = f"{any_of('sources')}|{any_of('led')}|{other}"
        self._texts, self._joins = any_of("texts"), any_of("joins")
        self._writes, self._led_other = rf"{by}|{labels}", rf"(?:{other})(?:\s+(?:{by}))?"
        self.by = frozenset(form for key in ("by", "led") for word in table[key].split() for form in (word, f"({word})", *_labels(word)))
        self.by |= {f"{word}:" for word in table["labels"].split()}
        self.report = frozenset(form for word in table["report"].split() for form in (word, *_labels(word)))
        self.leads = self.by | self.report
        self.lead = regex(rf"(?i)(?:^|(?<=[\s*(|]))(?:(?:{by})\s*(?:[:：]|(?=\s)|$)|(?-i:By(?=[A-Z][a-z]))|(?:{labels})\s*(?:[:：]|$))\s*")
        self.other = regex(rf"(?i)(?<!\w)(?:{other})(?!\w)")
        self.never = regex(rf"(?i)(?<!\w)(?:{any_of('never')})(?!\w)")
        self.led_other = regex(rf"(?i){self._led_other}").fullmatch
        self.joins = frozenset(("&", *table["joins"].split()))
        self.between = frozenset(word for key in ("between", "small", "joining") for word in table[key].split())
        word = rf"{any_of('between')}|(?-i:{any_of('small')})|(?:{any_of('joining')})(?=(?:\s+[^\s,|/]+){{2}})"
        self._part = rf"\s*(?:[{re.escape(SIGNS)}]|\s-+\s|\s-$|(?:^|(?<=\s))(?:{word})(?=\s|$))\s*"
        self.part = regex(rf"(?i){self._part}")
        self.months = rules.table("dates")["english"].keys()
        self.degrees, self.several = frozenset(table["degrees"].split()), frozenset(table["several"].split())
        self.roles, self.fields = frozenset(table["roles"].split()), frozenset(table["fields"].split())
        self.glued = regex(rf"(?<=[a-zß-öø-ÿ])(?=(?:{any_of('glued')})(?![^\W\d_]))")
        self.sorts = frozenset(table["sorts"].split())
        self.articles, self.others, self.particles = frozenset(table["articles"]), frozenset(table["others"]), frozenset(table["particles"])

    def is_degree(self, word: str) -> bool:
        """Whether a word is a degree, in whatever case and with whatever signs."""
        return "".join(filter(str.isalpha, word)).lower() in self.degrees

    def may_part(self, text: str) -> bool:
        """Whether something may part the names of a line; asking is faster than looking for it, and half of the lines have nothing."""
        return "-" in text or not _SIGN.isdisjoint(text) or not self.between.isdisjoint(text.lower().split())

    # Few lines ask for these.

    @cached_property
    def part_or_label(self) -> re.Pattern[str]:
        """What parts the names of a line, and the space before "Photos:" and the like, and before a label in Chinese or Japanese."""
        return regex(rf"(?i){self._part}|\s+(?={self._led_other}\s*[:：=＝]|(?:{self._eastern_labels})\s?[:：/／])")

    @cached_property
    def eastern_label(self) -> re.Pattern[str]:
        """A label in Chinese or Japanese before a bar: "记者丨张三"."""
        return regex(rf"({self._eastern_labels})\s*[｜丨]")

    @cached_property
    def eastern_office(self) -> re.Pattern[str]:
        """The space before what a Japanese paper's writer is, a dot and his name: "久世真理子　編集委員・土居亮"."""
        return regex(rf"(?<=[^\W\d_])[ \u3000]+(?=(?:{'|'.join(sorted(rules.table('names')['bureaus'].split(), key=len, reverse=True))})・)")

    @cached_property
    def report_from(self) -> re.Pattern[str]:
        """What leads in a name with a place before it: "Aus Kiew berichtet Jane Doe"."""
        words = rules.table("names")
        first, last = ("|".join(map(re.escape, words[key].split())) for key in ("report_from", "report"))
        return regex(rf"(?i)(?:{first}) (?:\S+ ){{1,3}}?(?:{last})[:：]?(?= |$)")

    @cached_property
    def day(self) -> re.Pattern[str]:
        """A day without a year, which is no stamp but parts a name from what follows as one does: "March 18 at 3:57 PM"."""
        return regex(rf"(?i)(?<=\s)(?:{'|'.join(self.months)})\.?\s(?=\d\d?(?!\d))")

    @cached_property
    def glued_label(self) -> re.Pattern[str]:
        """A label in Chinese or Japanese right behind what another led in: "来源：新华网作者：张三"; one character is mostly a name's."""
        labels = "|".join([label for label in self._eastern_labels.split("|") if len(label) > 1])
        return regex(rf"(?<=[:：])(\S{{2,20}}?)((?:{labels})[:：])")

    @cached_property
    def label_other(self) -> re.Pattern[str]:
        """Such as "Photo:" where its sign parts nothing, as in scripts without spaces."""
        return regex(rf"(?i){self._led_other}\s*[：=＝]\s*")

    @cached_property
    def wrote(self) -> re.Pattern[str]:
        """What says that somebody wrote."""
        return regex(rf"(?i)(?:{self._writes})")

    @cached_property
    def wrote_and(self) -> re.Pattern[str]:
        """What says that somebody wrote the text, and did something else: "Text und", "Tin,"."""
        return regex(rf"(?i)(?:{self._texts})\s*(?:,|/|&|(?:{self._joins}))\s*")


@cache
def byline_words() -> Words:
    """The words, made when they are first asked for."""
    return Words()
