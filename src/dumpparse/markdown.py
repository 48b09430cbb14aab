"""The marks of Markdown in a dump, which stand for what HTML's tags do: links, images, headings, emphasis, quotations, lines.

html2text, markdownify and the readers that feed language models write it. Without its marks such a dump is text as any other.
See CommonMark 0.31, sections 2.4 (escapes), 4.1 to 4.3 (lines, headings), 4.7 (references), 6.2 (emphasis), 6.3 and 6.4 (links, images);
attributes in braces are pandoc's.
"""

import re
from collections.abc import Iterator, Sequence

from .characters import is_unspaced
from .regexes import regex

Span = tuple[int, int]
_SEVERAL = 6  # marks that make a dump one in Markdown, rather than one in which somebody wrote some
_LINKS = 3  # links to what is an address for sure, beside which a bare word is one too
_BOLD = 4  # asterisks in pairs that are no accident
_ROW_END = r"\n(?![ \t]*\n)"  # of a row that is not its paragraph's last
_TITLE = rf"""(?:"(?:\\.|[^"\n]|{_ROW_END}|"(?!\s*\))){{0,600}}+"|'(?:\\.|[^'\n]|{_ROW_END}|'(?!\s*\))){{0,600}}+')"""
# An address in angles; or one without spaces, but that a dumper may have cut it, or that it has a file's name in it; with a title perhaps.
_PLAIN = r"""[^()\s]|\n *|\((?:[^()\s]|\([^()\s]*\))*+\)| (?=[^"'()\s][^"'()\n]{0,200}\))"""
_ADDRESS = rf"""\(\s*+(?P<address><[^<>\n]*>|(?!["'])(?:{_PLAIN})*+|)(?:(?:(?<=\s)|\s++){_TITLE})?\s*+\)"""
# One that is told by how it begins may have anything in it, as what buttons share has: a text, a script.
_SCHEME = r"(?:[a-z][a-z+.-]+:|[/?#]|www\.)"
_WITHIN = rf"[^()\n]|{_ROW_END}"
_SHARED = rf"\((?P<shared>{_SCHEME}(?:{_WITHIN}|\((?:{_WITHIN}|\((?:{_WITHIN}|\((?:{_WITHIN})*+\))*+\))*+\))*+)\)"
_BRACKETS = rf"(?P<apart>\n[ \t]*\n)|\\.|(?P<open>!?\[)|\](?:{_ADDRESS}|{_SHARED}|\[[^\[\]\n]{{0,60}}\])?"
_AROUND = 3000  # code points of what a link is around, where that is several paragraphs: a whole teaser
# What is an address for sure, and a row that gives one to a number or a name.
_SURE = r"(?:<|#|[/?.]|[a-z][a-z+.-]+:|www\.)|[^/]+/|[^?]*\?|.*\.[a-z]{2,5}$"
_DEFINED = r"(?m)^ {0,4}\[[^\[\]\n]{1,60}\]: *(?:<|https?:|mailto:|www\.|[/#])\S*(?:\s+[\"'(].*)? *$"
_HEADING = r"(?m)^ {0,3}(?:(?:[*+-]|\d+[.)]|>|\|)[ \t]+|\[)*(#{1,6} +)(?=\S)"
_MARKS = (
    _HEADING,
    r"(?<=\)) +#{1,6}(?= +\S)",  # a heading behind its image
    r"(?m)(?<=\S) +#+ *$",  # a heading may be closed too
    r"(?m)^ {0,3}(?:> ?)+",
    r"(?m)^ {0,3}(?:={2,}|-{2,}|(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,}|:{3,}.*|\|?[ :|-]*-[ :-]*\|[ :|-]*) *$",
    r"\[\^[^\s\[\]]{1,20}\](?!:)|⟨\d{1,4}⟩",  # the numbers of footnotes, and of links that a list at the end has
    r"(?m)(?<=[\])])\{[^{}]{0,400}\}| \{[#.][^{}\n]*\} *$",
    r"(?m)\\(?=[!-/:-@\[-`{-~]| ?$)",
    r"(?m)^ {0,3}\|[ \t]*(?=[^\s|].*\|[ \t]*$)",  # around a row of a table
    r"(?m)(?<=\S)[ \t]*\|[ \t]*$",
)
# Code, in which nothing is a mark: rows between fences, words between ticks.
_FENCE = r"(?m)^ {0,3}(?P<fence>`{3,}+(?=[^`\n]*$)|~{3,}+)(?P<said>.*)$"
_TICKS = r"(?<![\w`\\])(?P<ticks>`+)(?![`\s])(?:[^`\n]|\n(?![ \t]*\n)){1,300}+(?<!\s)(?P=ticks)(?![\w`])"  # ticks may be apostrophes too
# What tells of the page before its text: in YAML, as trafilatura and pandoc have it, or as readers for language models do
_FRONT = r"\A---[ \t]*\n(?P<block>(?:(?:[\w-]+:|[ \t]+\S|- ).*\n|[ \t]*\n){1,80})(?:---|\.\.\.)[ \t]*(?=\n|\Z)"
_READER = r"\A(?P<block>Title: .*\n(?:[ \t]*\n|[A-Z][\w ]{2,20}: .*\n){0,12}?)(?:Markdown Content:[ \t]*(?=\n|\Z))"
_ENTRY = r"(?m)^(?P<key>[\w -]+?):[ \t]*(?P<value>.*)$|^[ \t]*(?:- )?\S.*$"
# Of its entries those whose value stands alone, and those that keep their key, which says what the value is
_TITLES = frozenset(("title", "headline"))
_TOLD = frozenset(("author", "authors", "byline", "date", "published", "published time", "publish date", "updated", "modified"))
_RUN = r"\n[ \t]*\n|\\.|([*_])\1*"
_QUOTED = r" {0,3}(?:> ?)+"
_NEW = r"\s*(?:(?:[*+•·–-]|\d+[.)])\s|\||#{1,6} )"  # what a row begins with that does not go on
_CLOSED = r"\s*\|"  # and one that ends with its row
_TITLE_ROW = r"\s*#{1,6} "
_LINKED = r"\s*!?\[.*\)\s*$"  # nothing but links


def marks(source: str) -> list[Span]:
    """Where a dump's marks stand, in order, in code points of the source; none where it is not in Markdown.

    It is where it has a link, a heading or emphasis in bold.
    """
    text = source.replace("\r\n", " \n").replace("\r", "\n")  # as long as it was, and a line end is one
    code = list(_code(text)) if "`" in text or "~~~" in text else []
    text = _without_signs(text, code)
    front = list(_front_matter(text))
    defined = [match.span() for match in regex(_DEFINED).finditer(text)] if "]: " in text else []
    found = [*front, *_links(text, bool(defined)), *defined]
    if not found and not ("# " in text and regex(_HEADING).search(text)) and text.count("**") < _BOLD:
        return []
    found += _emphasis(text)
    found += [match.span(match.lastindex or 0) for pattern in _MARKS for match in regex(pattern).finditer(text)]
    found += [span for both in code for span in both]
    result: list[Span] = []
    for start, end in sorted(found):
        if source[end - 1] == "\r" and source[end : end + 1] == "\n":
            end -= 1  # no half of a line end
        if result and start < result[-1][1]:
            result[-1] = result[-1][0], max(end, result[-1][1])
        elif start < end:
            result.append((start, end))
    return result


def _front_matter(text: str) -> Iterator[Span]:
    """What of the data before a page's text is none of it: all but the title, and the author and the date with their keys."""
    front = regex(_FRONT).match(text) or regex(_READER).match(text)
    if not front:
        return
    start, end = front.span("block")
    yield 0, start
    yield end, front.end()
    for entry in regex(_ENTRY).finditer(text, start, end):
        key = (entry["key"] or "").lower()
        if key not in _TITLES and key not in _TOLD:
            yield entry.span()
            continue
        first = entry.start("value")
        last = first + len(entry["value"].rstrip())
        quoted = last - first > 1 and text[first] == text[last - 1] and text[first] in "\"'"
        if key in _TITLES:
            yield entry.start(), first + quoted
        elif quoted:
            yield first, first + 1
        if quoted:
            yield last - 1, last


def _links(text: str, defined: bool) -> list[Span]:
    """The brackets of links and their addresses, and whole images. `defined`: addresses are given elsewhere, by numbers or names."""
    sure: list[Span] = []
    bare: list[Span] = []
    opened: list[Span] = []
    above: list[Span] = []  # opened in paragraphs above
    links = 0
    apart = 0  # where the last two paragraphs are parted
    before = 0
    for match in regex(_BRACKETS).finditer(text):
        if match["open"]:
            opened.append(match.span())
        elif match["apart"]:
            above += opened
            opened.clear()
            before, apart = apart, match.start()
        elif text[match.start()] == "]":
            address = match["shared"] or match["address"]
            certain = not address or regex(_SURE).match(address)
            if match[0] == "]" or (address is None and not defined):
                del (opened or above)[-1:]
            elif opened or (address and certain):
                # A picture's text goes over one paragraph's end at most: all of it is left out.
                far = max(match.start() - _AROUND, before if above and text[above[-1][0]] == "!" else 0)
                around = opened or (above if above and above[-1][0] >= far else [])
                links += bool(certain)
                start, end = around.pop() if around else match.span()
                (sure if certain else bare).extend([(start, match.end())] if text[start] == "!" else [(start, end), match.span()])
    return sure + bare if links >= _LINKS else sure


def _code(text: str) -> Iterator[tuple[Span, Span]]:
    """The marks before and behind each piece of code, in order."""
    blocks: list[tuple[Span, Span]] = []
    opened: re.Match[str] | None = None
    for match in regex(_FENCE).finditer(text):
        if not opened:
            opened = match
        elif match["fence"].startswith(opened["fence"]) and not match["said"].strip():
            blocks.append((opened.span(), match.span()))
            opened = None
    at = 0
    for opening, closing in [*blocks, ((len(text), 0), (0, 0))]:
        for match in regex(_TICKS).finditer(text, at, opening[0]):
            many = len(match["ticks"])
            yield (match.start(), match.start() + many), (match.end() - many, match.end())
        at = closing[1]
        if closing[1]:
            yield opening, closing


def _without_signs(text: str, code: Sequence[tuple[Span, Span]]) -> str:
    """The text with letters in the place of code, in which nothing is a mark."""
    pieces, at = [], 0
    for (_, start), (end, _) in code:
        pieces += [text[at:start], regex(r"[^\n]").sub("x", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def _emphasis(text: str) -> Iterator[Span]:
    """Asterisks and underscores around words, in pairs: one alone is a footnote's, a rating's or a name's."""
    opened: dict[str, Span] = {}
    for match in regex(_RUN).finditer(text):
        run = match[0]
        if not match[1]:
            if run[0] == "\n":
                opened.clear()
            continue
        start, end = match.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        opens, closes = not after.isspace(), not before.isspace()
        if len(run) != 2 or run[0] == "_":  # they stand within words too
            opens, closes = opens and not _is_word(before, run) and before != "@", closes and not _is_word(after, run)
        if closes and run in opened:
            yield opened.pop(run)
            yield start, end
        elif opens and len(run) <= 3:
            opened[run] = start, end


def _is_word(sign: str, run: str) -> bool:
    """Whether a sign is of a word; scripts without spaces have emphasis right beside others."""
    return sign.isalnum() and (run[0] == "_" or sign.isascii())


def without(source: str, spans: Sequence[Span]) -> str:
    """The source without what stands in these spans, but for line ends; links that touch are parted."""
    return "".join([text for text, _ in _left(source, spans)])


def places(source: str, spans: Sequence[Span], offsets: Sequence[int]) -> Iterator[int]:
    """Where code points of the text that `without` gives, by their offsets in ascending order, stand in the source."""
    at = 0
    pieces = iter(_left(source, spans))
    text, start = next(pieces, ("", 0))
    for offset in offsets:
        while offset >= at + len(text) and (following := next(pieces, None)):
            at += len(text)
            text, start = following
        yield start + min(offset - at, len(text))


def _left(source: str, spans: Sequence[Span]) -> Iterator[tuple[str, int]]:
    """What is left of the source, piece by piece, with where each stands in it."""
    at = 0
    for start, end in spans:
        yield source[at:start], at
        if start == at and source[start] in "![" and source[start - 1 : start] == ")":
            yield " ", start
        if source[start - 1 : start] == "\r":
            yield " ", start  # or with the line end after it, it would be one
        yield from (
            ("\r " if end_of_line[0] == "\r" else end_of_line[0], start + end_of_line.start())
            for end_of_line in regex(r"\r\n?|\n").finditer(source[start:end])
        )
        at = end
    yield source[at:], at


def is_markdown(spans: Sequence[Span]) -> bool:
    """Whether a dump with these marks was written in Markdown."""
    return len(spans) >= _SEVERAL


def may_go_on(above: str, row: str) -> bool:
    """Whether a row can be of the paragraph of the one right above it: no item, heading or further link, in the same quotation, with no line
    end that was forced."""
    quoted = [found[0].count(">") if (found := regex(_QUOTED).match(one)) else 0 for one in (above, row)]
    bare = regex(_QUOTED).sub("", row, count=1) if quoted[1] else row
    if quoted[0] != quoted[1] or above.endswith(("  ", "\\")) or regex(_NEW).match(bare) or regex(_CLOSED).match(above):
        return False
    if regex(_TITLE_ROW).match(above) and is_unspaced(bare.lstrip(" [!*_")[:1]):
        return False  # nothing tells a headline that was wrapped there from one with its byline below
    return not (bare.lstrip().startswith("[") and regex(_LINKED).match(above))
