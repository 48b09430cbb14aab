"""The article's paragraphs and captions."""

from ..article import Field
from ..page import Page

_END = (".", "!", "?", "…", "。", "！", "？", "।", "؟")


def read(page: Page) -> str | None:
    """The paragraphs and subheads in order, joined by one blank line; None where there is no article.

    A standfirst of whole sentences is the first paragraph; one that is not punctuated is a deck and stays out.
    """
    texts = page.texts
    units = [unit for unit in page.article if page.labels[unit] != "standfirst" or texts[unit].rstrip("”“\"’'»«)]」").endswith(_END)]
    return "\n\n".join(texts[unit] for unit in units) or None


def captions(page: Page) -> list[Field]:
    """Photo captions with their credit, each once."""
    found: dict[str, Field] = {}
    for unit in page.units("caption"):
        text = page.texts[unit]
        if text not in found:
            found[text] = page.field(unit, "line labelled caption")
    return list(found.values())
