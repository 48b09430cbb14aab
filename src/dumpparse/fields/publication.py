"""The paper or site that a page is of, as it writes itself."""

from collections.abc import Sequence

from ..article import Field
from ..page import Page

_LONGEST = 160  # code points of a line
_OF_FIRM = 2  # words behind a paper's name of one word that say what firm it is


def read(page: Page, printed: tuple[int, Field] | None, headline: Field | None, people: Sequence[Field]) -> Field | None:
    """The print line's, else that of a line which names the site, else the page's title behind its headline, else who has the copyright."""
    if printed:
        unit, line = printed
        return page.field(unit, "print line", line.value.publication)
    if sites := page.profile.sites:
        for unit, text in enumerate(page.texts):
            if len(text) <= _LONGEST and (name := sites.get(text.lower())):
                return page.field(unit, "site line", value=name)
    if headline and page.lean and (name := _entitled(page, headline, people)):
        return page.field(0, "behind the headline in the page's title", name)
    return page.field(page.owner[0], "copyright line", page.owner[1]) if page.owner else None


def _entitled(page: Page, headline: Field, people: Sequence[Field]) -> str | None:
    """What stands behind the headline on the first line, if who has the copyright is called so, or else if it stands alone on another line.

    A section does too, which is a word of page furniture, or one word; and an author.
    """
    from ..titles import of_page  # what a layout that the rules alone read does not need

    titles, site = of_page(page.texts[0])
    name = site.casefold()
    if headline.value.casefold() not in map(str.casefold, titles) or headline.unit == 0 or name in page.profile.phrases:
        return None
    if name in (person.value.casefold() for person in people):
        return None
    if page.owner:
        owner = page.owner[1].casefold()
        rest = owner.removeprefix(name)  # of "Altmühlbote Verlag", and none of "Vale Valley Gazette" beside "Vale"
        called = rest != owner and rest[:1] in ("", " ") and (" " in name or rest.count(" ") < _OF_FIRM)
        return site if called or f" {name}".endswith(f" {owner}") else None
    return site if name in map(str.casefold, page.texts[1:]) else None
