"""The paper or site that a page is of, as it writes itself."""

from ..article import Field
from ..page import Page

_LONGEST = 160  # code points of a line


def read(page: Page, printed: tuple[int, Field] | None) -> Field | None:
    """The print line's, else that of a line which names the site, else who has the copyright."""
    if printed:
        unit, line = printed
        return page.field(unit, "print line", line.value.publication)
    if sites := page.profile.sites:
        for unit, text in enumerate(page.texts):
            if len(text) <= _LONGEST and (name := sites.get(text.lower())):
                return page.field(unit, "site line", value=name)
    return page.field(page.owner[0], "copyright line", page.owner[1]) if page.owner else None
