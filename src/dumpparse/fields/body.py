"""The article's paragraphs and captions."""

from functools import partial

from ..article import Field
from ..neighbours import CREDITS
from ..page import Page

_END = (".", "!", "?", "…", "。", "！", "？", "।", "؟")


def read(page: Page) -> str | None:
    """The paragraphs and subheads in order, joined by one blank line; None where there is no article. Sentences of one row stay together.

    A standfirst of whole sentences is the first paragraph; one that is not punctuated is a deck and stays out.
    """
    texts = page.texts
    units = [unit for unit in page.article if page.labels[unit] != "standfirst" or texts[unit].rstrip("”“\"’'»«)]」").endswith(_END)]
    if not page.dump.further:
        return "\n\n".join([texts[unit] for unit in units]) or None
    paragraphs: list[str] = []
    for before, unit in zip([None, *units], units, strict=False):
        if before is not None and unit == before + 1 and page.dump.filled[unit] in page.dump.further:
            paragraphs[-1] += f" {texts[unit]}"
        else:
            paragraphs.append(texts[unit])
    return "\n\n".join(paragraphs) or None


def captions(page: Page) -> list[Field]:
    """Photo captions with their credit, each once: one that has a line of its own goes with the caption above it."""
    found: dict[str, Field] = {}
    units = page.units("caption")
    known = set(units)
    credits = {unit for unit in units if unit - 1 in known and _is_credit(page, unit) and "caption_credit" not in page.cues[unit - 1]}
    for unit in units:
        if unit in credits:
            continue
        text = page.texts[unit]
        credited = unit + 1 in credits
        if credited:
            text = f"{text} {page.texts[unit + 1]}"
        if text not in found:
            place = partial(page.stretch, unit, unit + credited)
            found[text] = Field(text, text, place, "line labelled caption", unit=unit)
    return list(found.values())


def _is_credit(page: Page, unit: int) -> bool:
    """Whether a line is nothing but a picture's credit."""
    return "caption_credit" in page.cues[unit] and page.cues[unit][0] in CREDITS
