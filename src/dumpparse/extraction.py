"""From text to Article: lines, cues, labels, fields, in that order and one way."""

from collections.abc import Iterable
from itertools import compress
from typing import TYPE_CHECKING

from . import archive_bar, confidence
from .article import Article, Source
from .characters import SOFT_HYPHEN, count_words
from .cues import Look, look
from .fields import read_fields
from .labels import best_path, decide
from .lines import Dump
from .neighbours import compare
from .page import Page
from .profile import Profile, choose
from .reflow import continuations

if TYPE_CHECKING:
    from .forest import Forest
    from .trees import Trees

_SENTENCES = frozenset(("8-14, stop", "15-29, stop", "30+, stop"))
_CREDITS = frozenset(("by_prefix", "byline_dated", "date_labelled", "desk_above_stamp", "name_above_stamp"))
# Log-odds above which a line that opens an article by its form is left to the rules.
_OPENING = -3.0
# Words of an article beyond which it stands, whatever else the page says.
_NOTICE = 100
# Words beyond which it stands whatever the page's title or a search says: what a list or a wall has is less.
_FOUND = 400
_BUTTON = 45  # code points of what a button says
# Lines of a dump beyond which it is no page: what was learned of pages is not asked, and need not be held.
_PAGE = 50_000


def extract(text: str, source: Source | None = None, warnings: Iterable[str] = ()) -> Article:
    """Read the article in the plain text of one page.

    `text` is any string at all; `source` and `warnings` (from decoding it) are passed on to the record. Where `source` tells when it was
    crawled, "3 hours ago" is reckoned from there. Pure: it reads no files but the program's own data, no clock, and keeps nothing of a
    text between calls. Never raises on a string.
    """
    page = judge(text)
    page.crawled = source.crawled if source else None
    values, fields, found = read_fields(page)
    body = confidence.of_body(page, page.traits) if values["body"] else None
    sure = {**confidence.of_fields(page, fields, body), "body": body}
    return Article(**values, confidence=sure, warnings=[*warnings, *found], source=source or Source(), fields=fields, page=page)


def judge(text: str) -> Page:
    """Label every line of `text`."""
    dump, rules, looks, cues = read_lines(text)
    # A print line ("Published in Dawn, …") shows the founding format, whoever prints it.
    known = rules.known or any("print_line" in line for line in set(cues))
    if known or not cues or len(cues) > _PAGE:
        page = label(dump, rules, looks, cues, None)
        page.known = known
        return page
    from . import ending, forest, page_traits  # a layout that the rules alone read asks for none

    page = label(dump, rules, looks, cues, forest.learned(), ending.learned())
    traits = page_traits.traits(page)
    refused = _refusal(page, traits)
    if not refused:
        page.traits = traits
        return page
    nothing: list[bool | None] = [False] * len(cues)
    bare = Page(dump, rules, looks, cues, best_path(cues, rules.weights, nothing), nothing)
    bare.measured, bare.lean, bare.end, bare.linked = page.measured, page.lean, page.end, page.linked
    if page.article:
        bare.refused = refused, page.article
    return bare


def label(dump: Dump, rules: Profile, looks: list[Look], cues: list[tuple[str, ...]], forest: "Forest | None", ends: "Trees | None" = None) -> Page:
    """The page with its best labels: by the rules alone, or by what the forest says of each line and what may stand where.

    `ends`: the trees that tell where an article ends.
    """
    if not forest or not cues:
        return Page(dump, rules, looks, cues, best_path(cues, rules.weights))
    from . import ending
    from .forest import FAR, copies, lift, taken
    from .measures import measure

    measured = measure(dump, cues, forest.lexicon, rules.weights.never)
    lean = forest.score(measured, cues)
    said: dict[int, float] = {}
    if dump.markdown:
        from . import markup

        said = markup.links(dump, [measured.counts[unit] if value > 0 else 0 for unit, value in enumerate(lean)])
        lean = [value + said.get(unit, 0.0) for unit, value in enumerate(lean)]
    lean, lifted = lift(lean, measured, [unit for unit, line in enumerate(cues) if "comments" in line])
    if again := copies(dump.texts, lean, measured.counts):
        lean = [FAR if unit in again else value for unit, value in enumerate(lean)]
        cues = [(*line, "second_printing") if unit in again else line for unit, line in enumerate(cues)]
    article, out = taken(lean, measured.counts)
    below = len(cues)
    if end := ending.find(dump.texts, cues, measured, lean, article, ends) if ends else None:
        below = end.units[0]
        lean[below:] = [min(value, -end.worth) for value in lean[below:]]
    decided = decide(lean)
    for unit in out:
        decided[unit] = False
    for unit in _openings(cues):
        if not decided[unit] and lean[unit] > _OPENING and unit < below:
            decided[unit] = None  # people differ on what is the article's there; the contract does not, and the rules know it
    page = Page(dump, rules, looks, cues, best_path(cues, rules.weights, decided), decided)
    page.measured, page.lean, page.lifted, page.end, page.linked = measured, lean, lifted, end, said
    return page


def read_lines(text: str, rules: Profile | None = None) -> tuple[Dump, Profile, list[Look], list[tuple[str, ...]]]:
    """The units of `text`, the rules for it (those of the publisher it shows, unless given), what each unit shows by itself, and its cues."""
    dump = Dump(text)
    rules = rules or choose(dump)
    if dump.texts and (prefix := rules.prefix.match(dump.texts[0])):
        dump.texts[0] = dump.texts[0][prefix.end() :]
    bar = archive_bar.length(dump.texts)
    cut, wrapped = continuations(dump, rules)
    if cut:
        dump.join({unit for unit in cut if unit > bar} if bar else cut, wrapped)
    seen: dict[str, Look] = {}
    repeated: set[str] = set()
    looks = []
    broken = SOFT_HYPHEN in text
    for line in dump.texts:
        known = seen.get(line)
        if known is None:
            known = _look_at_broken(line, rules) if broken else look(line, rules)
            seen[line] = known
        else:
            repeated.add(line)
        looks.append(known)
    looks[:bar] = [Look((known.cues[0], archive_bar.CUE)) for known in looks[:bar]]
    return dump, rules, looks, compare(dump, looks, repeated, rules)


def _look_at_broken(line: str, rules: Profile) -> Look:
    """What a line shows that may have soft hyphens: that without them, unless it has a place in the line."""
    whole = line.replace(SOFT_HYPHEN, "")
    known = look(whole, rules) if whole else None
    return known if known and (whole == line or not (known.stamps or known.dateline)) else look(line, rules)


def _refusal(page: Page, traits: dict[str, int] | None) -> str | None:
    """Why a page has no article, whatever lines read as if they were one's; None where it has one."""
    if len(page.cues) >= confidence.WHOLE and (above := confidence.of_article(traits)) < 0:
        return f"as a whole the page is as those without an article are, by {-above:.1f} log-odds"
    return _says_none(page)


def _says_none(page: Page) -> str | None:
    """What on a page says that it has no article, where no more stands there than such a page has.

    A server says that there is no such page, or that one must sign in; a wall asks for consent; a search says what was sought, above what it
    found; the page's own title that it is for signing in or subscribing.
    """
    shown = frozenset().union(*set(page.cues))
    words = sum([page.texts[unit].count(" ") + 1 for unit in page.article])
    if "no_page" in shown and words < _NOTICE:
        return "a line says that there is no such page, or that one must sign in"
    if words > _FOUND:
        return None
    if _asks_consent(page):
        return "what reads as an article's asks to consent to being tracked"
    above = page.cues[: page.article[0]] if page.article and "no_article" in shown else ()
    if any("no_article" in line for line in above):
        return "a line above says what is listed below it"
    return "the page's own title is for signing in or subscribing" if _is_of_account(page) else None


def _asks_consent(page: Page) -> bool:
    """Whether half of a text speaks of cookies and consent, and a button agrees to that: a wall that stands before a page."""
    of_tracking, buttons = page.profile.consent
    if not any(len(text) <= _BUTTON and buttons(text) for text in page.texts):
        return False
    counts = [count_words(page.texts[unit]) for unit in page.article]
    about = [of_tracking(page.texts[unit]) is not None for unit in page.article]
    return 0 < sum(counts) <= 2 * sum(compress(counts, about))


def _is_of_account(page: Page) -> bool:
    """Whether the first line is what a button says to sign in or subscribe, and the site's name, which another line or who has the copyright says."""
    from .titles import parts

    first, *others = parts(page.texts[0])
    if len(others) != 1 or "account" not in page.profile.phrases.get(first.casefold(), ()):
        return False
    site = others[0].casefold()
    return site in map(str.casefold, page.texts[1:]) or bool(page.owner and page.owner[1].casefold() == site)


def _openings(cues: list[tuple[str, ...]]) -> list[int]:
    """The units that open an article by their form.

    A dateline; whole sentences between a line that is none and a byline or date, or right below "Published …"; whole sentences with nothing
    above them.
    """
    shown = set(cues)  # most pages have none of it
    datelines = {line for line in shown if "dateline" in line or "dateline_alone" in line}
    credits = {line for line in shown if not _CREDITS.isdisjoint(line)}
    opening = [unit for unit, line in enumerate(cues) if line in datelines] if datelines else []
    credited = [unit for unit, line in enumerate(cues) if line in credits] if credits else []
    if cues[0][0] in _SENTENCES:
        opening.append(0)
    if below := {line for line in shown if "below_stamp" in line and line[0] in _SENTENCES}:
        opening += [unit for unit, line in enumerate(cues) if line in below]
    return opening + [unit - 1 for unit in credited if unit > 1 and cues[unit - 1][0] in _SENTENCES and cues[unit - 2][0].endswith("open")]
