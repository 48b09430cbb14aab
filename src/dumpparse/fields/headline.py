"""The article's own headline."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..article import Field
from ..cues import title_before
from ..page import Page
from ..ranking import Ranking, ranking

if TYPE_CHECKING:
    from ..candidates.headlines import Candidate
    from ..evidence import Rejected


_UNSURE = 0.5  # chance below which the page's own title tells more than what was learned, mostly of pages that have none on their first line
_ELSEWHERE = 0.1  # chance of a line that is the page's own title and no candidate
_CLOSE = 0.1  # two lines whose chances differ by less are about equal
_TWICE = 12  # code points of a title that is said twice, and is no "Bora Bora"
# What speaks for a heading of the first level in Markdown, of which a page has one or few, and for what the text of a page begins with and says
# again, in log-odds: on nine pages of ten that is the headline.
_HEADED, _NAMED = 3.5, 1.0
_TITLE = 4  # words from which on a heading is hardly the site's name
_WORDS, _SITE = 3, 4  # spaces in a title that stands without the site's name, at least; words of that, at most
_CLOSES = ".!?”\"’'»)"  # what a title may end with before a byline that is glued to it
_ENDS = " :|"  # signs that a kicker ends with, on its line or on the next


def read(page: Page, warnings: list[str]) -> Field | None:
    """The line most like the title of what stands below it; by the labels alone where nothing learned is asked.

    The same line printed again is the same headline.
    """
    learned = ranking("headline") if page.lean else None
    return _weighed(page, learned, warnings) if learned else _labelled(page)


def _weighed(page: Page, learned: Ranking, warnings: list[str]) -> Field | None:
    from ..candidates import headlines

    found = headlines.find(page)
    chances = learned.chances(headlines.traits(page, found), _headed(page, found) if page.dump.markdown or page.dump.title else ())
    best = max(chances, default=0.0)
    if best < learned.needed(bool(page.article)):
        return None
    chosen, rule, reason = found[chances.index(best)], "most like the title of what stands below it", "less like the title of what stands below it"
    if best < _UNSURE and (entitled := _entitled(page, found, chances)):
        (chosen, best), rule, reason = entitled, "the page's own title, where no line is likely", "not the page's own title"
    title = _as_printed(page, chosen)
    near = [_as_printed(page, other) for chance, other in zip(chances, found, strict=True) if best - chance < _CLOSE]
    if page.article and any(other.rstrip(_ENDS) != title.rstrip(_ENDS) for other in near):
        warnings.append("headline-ambiguous")

    def passed_over() -> "Iterator[Rejected]":
        for chance, other in sorted(zip(chances, found, strict=True), reverse=True)[:6]:
            if other.text != chosen.text:
                yield page.rejected(other.unit, f"{reason}: {chance:.2f} against {best:.2f}", other.text)

    page.settle(chosen.unit, "headline", best)
    return page.field(chosen.unit, rule, title, passed_over=passed_over, chance=best)


def _headed(page: Page, found: "Sequence[Candidate]") -> list[float]:
    """How much likelier each candidate is for being marked as the page's heading, or for being what a page begins with whose lines were lost."""
    from ..markup import is_heading
    from ..wording import word_count

    dump = page.dump
    title = dump.title.lower()

    def worth(one: "Candidate") -> float:
        if title and one.text.lower() == title:
            return _HEADED
        if not (dump.markdown and is_heading(dump, one.unit)) or page.is_own(one.text):
            return 0.0
        return _HEADED if word_count(one.text) >= _TITLE else _NAMED  # the site's name may be one too

    return list(map(worth, found))


def _entitled(page: Page, found: "Sequence[Candidate]", chances: Sequence[float]) -> "tuple[Candidate, float] | None":
    """The likeliest of the lines that are the page's own title, which its first line is with the site's name behind it; with its chance.

    Where none of them is a candidate, because it stands far from what was taken for the article, it is the first.
    """
    from ..candidates.headlines import Candidate
    from ..titles import of_page

    entitled, site = of_page(page.texts[0])
    lines = [Candidate(unit, text) for unit, text in enumerate(page.texts) if unit and text in entitled and len(site) < len(text)]
    known = [(one, chance) for one, chance in zip(found, chances, strict=True) if one in lines]
    return max(known, key=lambda pair: pair[1], default=(lines[0], _ELSEWHERE) if lines else None)


def _as_printed(page: Page, one: "Candidate") -> str:
    """A candidate's text without what is none of it: a date or byline on its line, itself again, in the page's own title the site's name."""
    from ..candidates import headlines

    title = _without_byline(_once(headlines.title(page, one)))
    return _without_site(page, title) if page.texts[0].startswith(title) else title


def _without_byline(title: str) -> str:
    """A title without the byline that a dumper ran together with it: "Ferry drifts for hoursBy Jane Doe", not "StandBy Mode"."""
    led = title.rfind("By ", 1)
    glued = led > 0 and (title[led - 1].islower() or title[led - 1].isdigit() or title[led - 1] in _CLOSES)
    if not glued:
        return title
    from ..bylines import leads_in_name  # few titles ask
    from ..rules import is_given_name

    first = title[led + len("By ") :].lstrip().partition(" ")[0]
    return title[:led] if is_given_name(first) and leads_in_name(title[led:]) else title


def _without_site(page: Page, title: str) -> str:
    """The page's own title without the site's name, which stands elsewhere too, and the sections before it, where it stands so elsewhere."""
    from ..characters import is_small
    from ..own_title import places
    from ..titles import of_page
    from ..wording import word_count

    whole, site = of_page(title)
    cores = [one for one in whole if max(len(site), _TWICE) <= len(one) < len(title) and (one.count(" ") >= _WORDS or not one.isascii())]
    rest = page.dump.plain.replace(title, "") if cores and word_count(site) <= _SITE and not is_small(site[0]) else ""
    known = site in rest or "." in site[1:-1]
    return next((one for one in cores if known and (one in page.texts or places(rest, one))), title)


def _once(title: str) -> str:
    """A title that its line says twice, as a picture's text and the link's own run together, once."""
    half = title[: len(title) // 2].rstrip(" |·–—-")
    return half if len(half) >= _TWICE and title.endswith(half) else title


def _labelled(page: Page) -> Field | None:
    units = page.units("headline")
    if not units:
        return None

    def passed_over() -> "Iterator[Rejected]":
        for unit in units[1:]:
            if page.texts[unit] != page.texts[units[0]]:
                yield page.rejected(unit, "a second line of the kind, further down")

    text = title_before(page.texts[units[0]], page.looks[units[0]])
    return page.field(units[0], "line labelled headline", text, passed_over=passed_over)
