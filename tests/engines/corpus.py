"""Ten thousand pages of real shapes, as a crawl's text files and as a table, and how each engine's records are compared."""

import gzip
import pathlib

import pyarrow
from pyarrow import parquet

FIXTURES = pathlib.Path(__file__).parents[2] / "fixtures"
COUNT = 10_000
FILES = 10
_CRAWLED = "2024-05-23T10:00:00Z"


def pages(count=COUNT):
    """(id, url, text) of each page, no two alike. One in ten has the layout of some paper, one in twenty no article, the rest Dawn's."""
    dawn, others = ([path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob(glob))] for glob in ("dawn/*.txt", "[!d]*/*.txt"))
    for number in range(count):
        url = f"http://paper{number % 7}.example/{number}"
        if number % 20 == 0:
            text = f"Most Popular\nPage {number}\nSign in\nCookie settings\n© Some Paper\n"
        elif number % 20 == 1:
            text = f"Bridge {number} reopens\nBy Nadia Rahim\n3 hours ago\nLONDON: The bridge was opened again after a year of repairs, the council said.\n"
        else:
            kind = others if number % 10 == 3 else dawn
            text = f"{kind[number // 10 % len(kind)]}\nNumber {number}\n"
        yield f"<urn:uuid:{number:08}>", url, text


def write_wet(folder, count=COUNT):
    """The pages as WET files, a gzip member a record, as a crawl's are."""
    folder.mkdir()
    files = [open(folder / f"crawl-{number:02}.warc.wet.gz", "wb") for number in range(FILES)]
    for number, (id_, url, text) in enumerate(pages(count)):
        data = text.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {url}\r\nWARC-Date: {_CRAWLED}\r\nWARC-Record-ID: {id_}\r\n"
            f"Content-Type: text/plain\r\nContent-Length: {len(data)}\r\n\r\n"
        )
        files[number * FILES // count].write(gzip.compress(head.encode() + data + b"\r\n\r\n", 1))
    for file in files:
        file.close()


def write_parquet(path, count=COUNT):
    """The pages as a table of a few row groups, so that an engine has parts to hand out."""
    names = ("id", "url", "text")
    table = pyarrow.table({name: list(column) for name, column in zip(names, zip(*pages(count), strict=True), strict=True)})
    parquet.write_table(table.append_column("crawled", pyarrow.array([_CRAWLED] * count)), path, row_group_size=1000)


def comparable(record):
    """A record without what tells of the file it was read from, and with every part of `source` that an Arrow struct has."""
    source = {key: record["source"].get(key) for key in ("id", "url", "crawled")}
    return {**record, "source": source}


def assert_same(found, expected):
    """Every record of an engine, in whatever order, is the command line's; `expected` is by id."""
    by_id = {record["source"]["id"]: record for record in found}
    assert len(by_id) == len(found)
    assert by_id.keys() == expected.keys()
    for id_, record in expected.items():
        assert comparable(by_id[id_]) == comparable(record)
