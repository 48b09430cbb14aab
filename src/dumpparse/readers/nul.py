"""Texts with a NUL byte between them, on standard input."""

from collections.abc import Iterator

from ..inputs import Input
from ..options import Options
from .streams import opened

_PIECE = 1 << 16


def read_nul(file: Input, options: Options, skip: int) -> Iterator[Input]:
    """The texts in order; a NUL at the very end opens no further one."""
    number = 0
    with opened(file) as (stream, position):
        parts: list[bytes] = []
        while piece := stream.read1(_PIECE):
            *ended, rest = piece.split(b"\0")
            for end in ended:
                number += 1
                if number > skip:
                    yield file._replace(held=b"".join([*parts, end]), record=number, at=position())
                parts.clear()
            if rest:
                parts.append(rest)
        if parts and number + 1 > skip:
            yield file._replace(held=b"".join(parts), record=number + 1, at=position())
