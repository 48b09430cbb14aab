"""Read the fields of the record from a page's labelled lines: one module finds one thing."""

from typing import Any

from ..confidence import WHOLE
from ..page import Page
from . import agency, author_note, body, byline, dateline, dates, headline, print_line, publication, signature, teasers


def read_fields(page: Page) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    """The article's values by key, how each was read (a `Field` or a list of them), and the warnings."""
    warnings: list[str] = []
    printed = print_line.read(page)
    line_of_print = printed[1] if printed else None
    title = headline.read(page, warnings)
    if not page.lean or page.article or title or len(page.texts) < WHOLE:
        published, updated = dates.read(page, printed, title, warnings)
        line, people = byline.read(page, title, published if published.value else None, warnings)
    else:  # there is nothing that they could be of
        published = updated = page.nothing("neither an article nor a headline is there", tuple)
        line, people = None, []
    place = dateline.read(page, line_of_print, published, warnings)
    if not people:
        signed = (
            signature.in_dateline(page, place)
            or signature.in_the_opening(page)
            or (not line and (signature.at_the_end(page) or signature.with_a_date(page, published)))
        )
        line, people = signed or (line, people)
    found = {
        "headline": title,
        "byline": line and line[1],
        "authors": people,
        "agency": agency.read(page, line, place, published),
        "dateline": place,
        "published": published,
        "updated": updated,
        "publication": publication.read(page, printed, title, people),
        "print": line_of_print,
        "author_note": author_note.read(page, people),
        "body": body.missing(page),
        "captions": body.captions(page),
        "boilerplate": teasers.read(page),
    }
    fields = {key: field for key, field in found.items() if field}
    values: dict[str, Any] = {key: [one.value for one in field] if isinstance(field, list) else field.value for key, field in fields.items()}
    values["body"] = body.read(page)
    if values["body"] is None:
        warnings.append("no-body")
    return values, fields, warnings
