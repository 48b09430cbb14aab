"""A record as schema.org says it: a NewsArticle in JSON-LD. What the page does not say is left out."""

from typing import Any

_OF_ARTICLES = ("dateline", "printSection", "articleBody")  # what schema.org has for NewsArticle and Article alone


def news_article(record: dict[str, Any]) -> dict[str, Any]:
    """The NewsArticle of a record.

    A page without an article is a WebPage, with what is known of it and schema.org has for one; an input that could not be read a
    Thing whose description is the error, so that a line stands for every input here too.
    """
    source, error, line = record["source"], record["error"], record["print"]
    dateline = record["dateline"]
    kind = "Thing" if error else "NewsArticle" if record["body"] else "WebPage"
    found = {
        "@context": "https://schema.org",
        "@type": kind,
        "identifier": source.get("id") or source["path"],
        "url": source.get("url"),
        "description": error and f"{error['code']}: {error['message']}",
        "headline": record["headline"],
        "author": [{"@type": "Person", "name": name} for name in record["authors"]],
        "dateline": dateline and dateline["text"],
        "contentLocation": [{"@type": "Place", "name": place} for place in dateline["places"]] if dateline else None,
        "datePublished": record["published"],
        "dateModified": record["updated"],
        "sourceOrganization": record["agency"] and {"@type": "Organization", "name": record["agency"]},
        "publisher": record["publication"] and {"@type": "Organization", "name": record["publication"]},
        "printSection": line and line["supplement"],
        "articleBody": record["body"],
        "image": [{"@type": "ImageObject", "caption": caption} for caption in record["captions"]],
    }
    return {key: value for key, value in found.items() if value and (kind == "NewsArticle" or key not in _OF_ARTICLES)}
