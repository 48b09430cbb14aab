"""The summary of a file of records as a page."""

from collections.abc import Iterable

from ..article import TRUSTED
from ..summary import BINS, FOUND, Doubt, Summary, by_site, explaining, share, tone, top
from . import Markup, joined, markup, page, plots

_ENDS = ("0", ".25", ".5", ".75", "1")


def render(summary: Summary, name: str) -> bytes:
    """The page; `name` is what the file is called."""
    unit, time = summary.over_time()
    read = sum(summary.publications.values()) + summary.publications.others
    return page(
        "report",
        title=name,
        figures=_figures(summary),
        outcomes=_bars("Records by outcome", top(summary.outcomes), summary.records),
        warnings=_bars("Records by warning", top(summary.warnings), summary.records),
        publications=_bars("Records by publication", top(summary.publications, summary.publications.others), read),
        languages=_bars("Records by language of dates", top(summary.languages), read),
        unit=unit,
        time=plots.columns("Articles over time", time, (f"{unit} of publication", _ends([name for name, _ in time])), "articles"),
        confidence=_histogram("Confidence of the body", summary.confidence["body"], plots.columns),
        fields=joined(_field(summary, key) for key in TRUSTED if key != "body"),
        sites=_sites(summary),
        review=_review(summary),
    )


def _figures(summary: Summary) -> Markup:
    articles, none = summary.outcomes["article"], summary.outcomes["no article"]
    failed = summary.records - articles - none
    sure = sum(summary.confidence["body"])
    figures = [
        ("records", f"{summary.records:,}"),
        ("with an article", share(articles, summary.records)),
        ("without one", share(none, summary.records)),
        ("failed", f"{failed:,}"),
        ("bodies at .9 or more", share(summary.sure["body"], sure) if sure else "–"),
        ("sites", f"{len(summary.sites):,}{'+' if summary.sites.others else ''}"),
    ]
    return joined(markup("<div><dt>{}</dt><dd>{}</dd></div>", name, value) for name, value in figures)


def _bars(title: str, rows: Iterable[tuple[str, int]], whole: int) -> Markup:
    return plots.bars(title, [(name, number, f"{number:,} · {share(number, whole)}") for name, number in rows], "records")


def _histogram(title: str, counts: list[int], plot=plots.columns, **options) -> Markup:
    rows = [(f"{place / BINS:.2f} to {(place + 1) / BINS:.2f}", number) for place, number in enumerate(counts)]
    return plot(title, rows, ("confidence", _ENDS), "records", **options)


def _field(summary: Summary, key: str) -> Markup:
    counts = summary.confidence[key]
    given = sum(counts)
    said = f"{given:,} · {share(summary.sure[key], given)} at .9 or more" if given else "no value anywhere"
    plot = _histogram(f"Confidence of {key}", counts, high=60) if given else ""
    return markup("<div><h3>{}</h3>{}<p>{}</p></div>", key, plot, said)


def _ends(names: list[str]) -> list[str]:
    """The first, the last, and the one in the middle where there are many."""
    last = len(names) - 1
    return [names[place] for place in dict.fromkeys((0, last // 2, last) if last > 5 else (0, last))] if names else []


def _sites(summary: Summary) -> Markup:
    head = joined(markup('<th scope="col">{}</th>', key) for key in ("site", "records", *FOUND))
    rows = [
        markup(
            '<tr><th scope="row" class="text" title="{}">{}</th><td>{}</td>{}</tr>', name, name, f"{number:,}",
            joined(markup('<td class="{}">{}</td>', tone(one, number), share(one, number)) for one in found),
        )
        for name, number, found in by_site(summary)
    ]  # fmt: skip
    return markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", head, joined(rows))


def _review(summary: Summary) -> Markup:
    if not summary.doubts:
        return Markup('<p class="none">None has a value with a confidence.</p>')
    return markup('<ol class="review">{}</ol>', joined(map(_doubt, summary.doubts)))


def _doubt(doubt: Doubt) -> Markup:
    command = explaining(doubt)
    url = doubt.source.get("url")
    # Only what leads to a page: a link could be anything, a script too.
    leads = isinstance(url, str) and url.startswith(("http://", "https://"))
    link = markup(' · <a href="{}" rel="noreferrer noopener">page</a>', url) if leads else ""
    headline = markup(' · <span class="text">{}</span>', doubt.headline) if doubt.headline and doubt.field != "headline" else ""
    how = markup('<code class="command" tabindex="0">{}</code>', command) if command else Markup('<p class="what">Its dump is in no file.</p>')
    return markup(
        '<li><p class="chance {tone}">{chance}</p><div><p class="value text"><strong>{field}</strong> {value}</p>'
        '<p class="what">record {number}{headline}{link}</p>{how}</div></li>',
        tone="good" if doubt.chance >= 0.9 else "fair" if doubt.chance >= 0.5 else "poor", chance=f"{doubt.chance:.2f}", field=doubt.field,
        value=doubt.value, number=f"{doubt.number:,}", headline=headline, link=link, how=how,
    )  # fmt: skip
