"""What tools dump of a page's HTML: a line for each piece of text, or Markdown. Needs the extra `dumpers`."""

import warnings

NO_TEXT = ("script", "style", "noscript", "template")


def soup_of(html: str):
    """A page as BeautifulSoup parses it, without what is no text."""
    from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

    warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
    soup = BeautifulSoup(html, "lxml")
    for tag in soup(NO_TEXT):
        tag.decompose()
    return soup


def by_lines(html: str) -> str:
    """The text as BeautifulSoup's `get_text` gives it with a line for each piece, without blank ones and white space at their ends."""
    return "\n".join([line.strip() for line in soup_of(html).get_text("\n").split("\n") if line.strip()])


def by_html2text(html: str, **settings: object) -> str:
    """Markdown with its rows wrapped, unless `settings` of html2text say else."""
    import html2text

    writer = html2text.HTML2Text()
    for name, value in settings.items():
        setattr(writer, name, value)
    return writer.handle(html)


def by_markdownify(html: str) -> str:
    """Markdown with a row for each paragraph."""
    import markdownify

    return markdownify.markdownify(str(soup_of(html)))


MARKDOWN = (by_html2text, by_markdownify)
