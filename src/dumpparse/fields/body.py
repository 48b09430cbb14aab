"""The article's paragraphs and captions."""

from functools import partial

from ..article import Field
from ..neighbours import CREDITS
from ..page import Page

_SURE = 1.0  # log-odds from which on a standfirst that is not punctuated is the article's


def read(page: Page) -> str | None:
    """The paragraphs and subheads in order, joined by one blank line; None where there is no article. Sentences of one row stay together.

    A standfirst of whole sentences, or that leads in a list, is the first paragraph; one that is not punctuated is a deck and stays out,
    unless what was learned is sure of it.
    """
    texts = page.texts
    units = [unit for unit in page.article if page.labels[unit] != "standfirst" or _is_paragraph(page, unit)]
    if not page.dump.further:
        return "\n\n".join([texts[unit] for unit in units]) or None
    paragraphs: list[str] = []
    for before, unit in zip([None, *units], units, strict=False):
        if before is not None and unit == before + 1 and page.dump.filled[unit] in page.dump.further:
            paragraphs[-1] += f" {texts[unit]}"
        else:
            paragraphs.append(texts[unit])
    return "\n\n".join(paragraphs) or None


def missing(page: Page) -> Field | None:
    """Why a page has no body, and the lines that read as an article's nevertheless; None where it has one."""
    if page.article:
        return None
    why, units = page.refused or ("no line reads as an article's" if page.texts else "there is no text", [])
    return page.nothing(why, lambda: [page.rejected(unit, "reads as a line of an article") for unit in units])


def _is_paragraph(page: Page, unit: int) -> bool:
    """Whether a standfirst is of the article and no deck."""
    cues = page.cues[unit]
    return cues[0].endswith("stop") or "colon" in cues or (page.lean is not None and page.lean[unit] > _SURE)


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
