"""WET files: the conversion records of a WARC, each the text of one page with its URL and the time of the crawl."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader

from ..inputs import Input, InputError
from ..options import Options
from . import needs
from .streams import opened


def read_wet(file: Input, options: Options, skip: int) -> Iterator[Input]:
    """The texts of the conversion records, in order. Numbers count these alone."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise needs("warc", "fastwarc", "a WET or WARC file") from None

    number = others = 0
    # It is given decompressed data, since of a gzip that is cut off it would give half a text and say nothing.
    with opened(file) as (stream, position), _damage_told():
        for record in ArchiveIterator(_Told(stream), parse_http=False):  # type: ignore[arg-type]
            if not (record.headers.get("Content-Length") or "").strip().isdecimal():
                why = f"the header of the record at byte {record.stream_pos} has no Content-Length: it is cut off or damaged, get the file again"
                raise InputError("unreadable", why)
            if record.record_type != WarcRecordType.conversion:
                others += 1
                continue
            number += 1
            if number <= skip:
                continue
            data = record.reader.read()
            when = record.record_date
            here = file._replace(
                record=number,
                id=record.headers.get("WARC-Record-ID"),
                url=record.headers.get("WARC-Target-URI"),
                crawled=when.strftime("%Y-%m-%dT%H:%M:%SZ") if when else None,
                at=position(),
            )
            if len(data) < record.content_length:
                yield here._replace(
                    trouble=InputError("unreadable", f"cut off: {len(data)} of {record.content_length} bytes are there; get the file again")
                )
            else:
                yield here._replace(held=data)
    if not number and others:
        raise InputError("unreadable", "a WARC without conversion records, which are the text of pages: take the crawl's WET files")
    if not number:
        raise InputError("unreadable", "no WARC records in it: is it another format? name it with --input-format")


class _Told:
    """A stream that can say where it is though it cannot go elsewhere, without which fastwarc panics."""

    def __init__(self, stream: BufferedReader):
        self._stream, self._at = stream, 0

    def read(self, size: int) -> bytes:
        data = self._stream.read1(size)  # what there is: read would lose it where more is asked for than comes before a cut
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


@contextmanager
def _damage_told() -> Iterator[None]:
    """fastwarc's own errors are OSErrors that no system made."""
    try:
        yield
    except OSError as error:
        if type(error) is OSError and error.errno is None:
            raise InputError("unreadable", f"cannot be read as WARC ({error}): get the file again, or name another --input-format") from None
        raise
