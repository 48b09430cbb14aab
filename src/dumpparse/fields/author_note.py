"""What the page says of the article's author."""

from collections.abc import Iterator, Sequence

from ..article import Field
from ..page import Page
from ..rules import table

_ABOVE, _FOLLOWING = 6, 40  # lines above and below the article in which it stands
_NEXT = 10  # lines between two notes of one article
_WORDS, _LONGEST = 5, 600  # words of one, at least, and code points, at most
_SURE = 0.5  # least chance of an author whose name tells a note


def read(page: Page, people: Sequence[Field]) -> Field | None:
    """What is said of the author, and the contact line that follows it, joined by a newline.

    Besides the lines that say so by themselves: where something learned was asked, those that open with the name of one of `people`, the
    article's authors, and what they do.
    """
    if page.lean and people:
        for unit in list(_named(page, people)):
            page.settle(unit, "author_note", people[0].chance or _SURE)
    units = list(_once(page, page.units("author_note")))
    if not units:
        return None
    text = "\n".join(page.texts[unit] for unit in units)
    return Field(text, text, lambda: page.stretch(units[0], units[-1]), "lines labelled author_note")


def _once(page: Page, units: Sequence[int]) -> Iterator[int]:
    """The units of notes but for copies, cut short perhaps, and those that stand further below the others: of another article's author."""
    kept: list[int] = []
    for unit in units:
        if kept and unit - kept[-1] > _NEXT:
            return
        begin = page.texts[unit].rstrip(" .…")
        if not any(
            page.texts[other].startswith(begin) for other in (*kept, *units) if other < unit or len(page.texts[other]) > len(page.texts[unit])
        ):
            kept.append(unit)
            yield unit


def _named(page: Page, people: Sequence[Field]) -> Iterator[int]:
    """The article's first and last line, and those around it, that say of an author what he or she does: "Jane Doe covers schools for us."."""
    names = [one.value.lower() for one in people if (one.chance or 0.0) >= _SURE and " " in one.value]
    sizes = {name.count(" ") + 1 for name in names}
    says = frozenset(table("names")["says_of_author"].split())
    article = page.article
    above = range(max(0, article[0] - _ABOVE), article[0]) if article else ()

    def says_it(words: Sequence[str], unit: int) -> bool:
        """By the whole name, or by the given name alone, which the article has of nobody else."""
        if any(words[size] in says and " ".join(words[:size]).lower() in names for size in sizes if size < len(words)):
            return True
        if words[1] not in says or not any(name.startswith(f"{words[0].lower()} ") for name in names):
            return False
        return not any(words[0] in page.texts[other] for other in article if other != unit)

    for unit in sorted({*above, *article[:1], *article[-1:], *page.below(_FOLLOWING)}):
        words = page.texts[unit][:_LONGEST].replace(",", " ").split()
        if len(words) >= _WORDS and len(page.texts[unit]) < _LONGEST and says_it(words, unit):
            yield unit
