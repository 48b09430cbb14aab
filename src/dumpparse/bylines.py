"""What a line says of bylines, wherever it stands: that it leads in a name, or that who is named there is no author."""

from .byline_words import CODE, byline_words
from .mentions import BY, find

ALONE = 15  # code points of a line that is nothing but "Posted by"
_SHORT, _LED = 45, 80  # code points of a line that may lead in the name on the next, and of one that begins with "by" and names people


def has_lead(text: str) -> bool:
    """Whether "by" or the like stands somewhere in a line."""
    return not byline_words().leads.isdisjoint(text.lower().lstrip("([").split()) or (text[:2] == "By" and text[2:3].isupper())


def leads_in(text: str) -> bool:
    """Whether a line ends with "by" or the like: the name stands on the line below."""
    *before, last = text.rstrip(" :：").lower().split() or [""]
    words = byline_words()
    if last in words.report:
        return words.report_from.fullmatch(text.rstrip(" :：")) is not None
    return len(text) < _SHORT and last in words.by and words.by.isdisjoint(before)


def says_sorted(text: str) -> bool:
    """Whether a line that ends with "by" or the like says how a list is sorted: "Sort by"."""
    return text.partition(" ")[0].lower() in byline_words().sorts


def is_lead(text: str) -> bool:
    """Whether a line is nothing but "by" or the like."""
    return text.lower() in byline_words().by


def ends_in_lead(text: str) -> bool:
    """Whether the last word of a line, of any length, is "by" or the like."""
    return text.rstrip(" :：").rpartition(" ")[2].lower() in byline_words().by


def leads_in_name(text: str) -> bool:
    """Whether a line is "by" or the like and a name in capitals, and perhaps more of them, an agency, a place: no piece of a sentence."""
    words = byline_words()
    led, *others = text.split()
    if len(text) > _LED or text[-1] == "." or led.rstrip(":：").lower() not in words.by:
        return False
    if any(word[0].islower() and len(word) > CODE and word not in words.particles and word not in words.joins for word in others):
        return False
    first = next(find(text, (), False, True), None)
    return first is not None and first.lead == BY and not first.rest and first.name[0].isupper()


def opens_paper(text: str) -> bool:
    """Whether a line begins like the name of a paper: "Le Monde", "L'Obs", "20 Minutes"."""
    return is_article(text.partition(" ")[0]) or text[:2] in ("L'", "L’") or text[0].isdigit()


def without_lead(text: str) -> str:
    """A line without the "by" or the like that it begins with, in any language."""
    lead = byline_words().lead.match(text) if has_lead(text) else None
    return text[lead.end() :] if lead else text


def is_article(text: str) -> bool:
    """Whether a text is nothing but "The" or the like."""
    return text in byline_words().articles


def says_other(text: str) -> bool:
    """Whether a line says "Photo", "Edited by" or the like: the name below it is no author's."""
    return byline_words().other.search(text) is not None


def is_other(text: str) -> bool:
    """Whether a text is nothing but "Photo", "Edited by" or the like."""
    return byline_words().led_other(text.strip()) is not None


def says_never(text: str) -> bool:
    """Whether a line says "Photo", "Contact" or the like: who is named there is no author even where nobody else is named."""
    return byline_words().never.search(text) is not None
