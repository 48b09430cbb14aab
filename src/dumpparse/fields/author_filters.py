"""Who is no author though likely: offices, papers, firms, editors, photographers, and whom the headline is about."""

from .. import bylines, mentions, organisations
from ..article import Field
from ..candidates.authors import Candidate
from ..characters import is_unspaced
from ..page import Page

_SENTENCE_ENDS = ("?", "？", "니다")
Chosen = list[tuple[Candidate, float]]  # with the chance of each


def is_nobody(page: Page, one: Candidate, title: Field | None) -> bool:
    """Whether a candidate is an office, a paper, a sentence, a weekday, or words of a line that is the headline, which nothing leads in."""
    name, unled = one.mention.name, one.mention.lead == mentions.NOTHING
    if organisations.is_one(name) or name.endswith(_SENTENCE_ENDS) or (unled and "." not in name and page.profile.dates.is_filler(name)):
        return True
    if unled and organisations.names_a_site(name, page.dump.source):
        return True
    if not title or one.unit != title.unit or not unled:
        return False
    return is_unspaced(name[0]) or title.text == page.texts[one.unit]


def without_others(page: Page, chosen: Chosen, title: Field | None) -> Chosen:
    """The authors but for editors, firms, photographers, and whom the headline names."""
    return _without_photographers(page, _without_subjects(_without_firms(page, _without_editors(page, chosen)), title))


def _without_subjects(chosen: Chosen, title: Field | None) -> Chosen:
    """The authors, where others are left, but for those whom the headline names though no "By" leads them in: of a caption or a tag."""
    said = title.text.casefold() if title else ""

    def is_author(name: str, lead: int) -> bool:
        return lead in (mentions.BY, mentions.ABOVE) or " " not in name or name.casefold() not in said

    return [pair for pair in chosen if is_author(pair[0].mention.name, pair[0].mention.lead)] or chosen


def _without_editors(page: Page, chosen: Chosen) -> Chosen:
    """The authors but for those whom the line above leads in as nobody who wrote: "责任编辑：" above a name."""

    def is_editor(one: Candidate) -> bool:
        led = one.below_other and one.mention.lead in (mentions.NOTHING, mentions.ABOVE)
        return led and one.unit > 0 and bylines.says_never(page.texts[one.unit - 1])

    return [pair for pair in chosen if not is_editor(pair[0])]


def _without_photographers(page: Page, chosen: Chosen) -> Chosen:
    """The authors but for one alone on the line above another's, below a sentence that stands there twice: a caption, and who took the picture.

    As in Spain, where the picture's text, its caption and its photographer stand between the headline and the byline.
    """
    texts, unled = page.texts, mentions.NOTHING
    alone = {one.unit for one, _ in chosen if one.mention.name == texts[one.unit] and one.mention.lead == unled}
    below_captions = {unit for unit in alone if unit > 1 and texts[unit - 1] == texts[unit - 2] and texts[unit - 1][-1] == "."}
    took = {unit for unit in below_captions if unit + 1 in alone and unit + 2 not in alone}
    return [pair for pair in chosen if pair[0].unit not in took]


def _without_firms(page: Page, chosen: Chosen) -> Chosen:
    """The authors but for firms, whose legal form stands behind their names somewhere on the page."""
    return [pair for pair in chosen if not organisations.is_firms(pair[0].mention.name, page.dump.plain, page.profile.copyright["legal"])]
