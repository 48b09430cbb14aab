"""What stands behind a result: the lines' labels with the reasons, blocks, and candidates that were passed over.

Only `explain` and `--spans` ask for these, so the module is imported when they do.
"""

from typing import NamedTuple

from .lines import Line, Span


class Rejected(NamedTuple):
    """A candidate passed over for a field: its text, where it stands, and why it is not the value."""

    text: str
    span: Span
    reason: str


class Block(NamedTuple):
    """A run of the input under one label: code points `start` to `end`, 1-based lines `first` to `last`."""

    label: str
    start: int
    end: int
    first: int
    last: int


class Hit(NamedTuple):
    """A cue that spoke on a line: for which label, with what weight (log-odds), and where it was seen."""

    cue: str
    label: str
    weight: float
    span: Span


class Labelled(NamedTuple):
    """A line with its label, the margin by which it got it (log-odds), and the hits that decided it."""

    line: Line
    label: str
    margin: float
    hits: tuple[Hit, ...]
