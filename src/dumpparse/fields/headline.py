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
    chances = learned.chances(headlines.traits(page, found), _headed(page, found) if page.dump.markdown else ())
    best = max(chances, default=0.0)
    if best < learned.needed(bool(page.article)):
        return None
    chosen, rule, reason = found[chances.index(best)], "most like the title of what stands below it", "less like the title of what stands below it"
    if best < _UNSURE and (entitled := _entitled(page, found, chances)):
        (chosen, best), rule, reason = entitled, "the page's own title, where no line is likely", "not the page's own title"
    title = _once(headlines.title(page, chosen))
    near = [_once(headlines.title(page, other)) for chance, other in zip(chances, found, strict=True) if best - chance < _CLOSE]
    if page.article and any(other.rstrip(_ENDS) != title.rstrip(_ENDS) for other in near):
        warnings.append("headline-ambiguous")

    def passed_over() -> "Iterator[Rejected]":
        for chance, other in sorted(zip(chances, found, strict=True), reverse=True)[:6]:
            if other.text != chosen.text:
                yield page.rejected(other.unit, f"{reason}: {chance:.2f} against {best:.2f}", other.text)

    page.settle(chosen.unit, "headline", best)
    return page.field(chosen.unit, rule, title, passed_over=passed_over, chance=best)


def _headed(page: Page, found: "Sequence[Candidate]") -> list[float]:
    """How much likelier each candidate is for being marked as the page's heading."""
    from ..markup import HEADED, is_heading

    return [HEADED if is_heading(page.dump, one.unit) else 0.0 for one in found]


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
