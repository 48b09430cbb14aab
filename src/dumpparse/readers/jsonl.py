"""JSON Lines: an object a line, its text under a key. A record's number is its line's."""

import json
from collections.abc import Iterator

from ..inputs import Input, InputError, too_big
from ..lines import Decoded, decode
from ..options import Options
from . import keyed
from .streams import opened


def read_jsonl(file: Input, options: Options, skip: int) -> Iterator[Input]:
    """The dumps of the file; a line that is broken or has no text is an input with its trouble. Blank lines are none."""
    with opened(file) as (stream, position):
        for number, line in enumerate(stream, 1):
            if line.isspace():
                continue
            if skip:
                skip -= 1
                continue
            here = file._replace(record=number, at=position())
            try:
                yield _read(here, line, options)
            except InputError as error:
                yield here._replace(trouble=error)
            except MemoryError:
                yield here._replace(trouble=too_big())


def _read(here: Input, line: bytes, options: Options) -> Input:
    decoded = decode(line, options.encoding)
    try:
        row = json.loads(decoded.text.rstrip("\r\n"))  # behind a line end the end would be told as column 1 of the next
    except json.JSONDecodeError as error:
        raise InputError("unreadable", f"not JSON at column {error.pos + 1} of the line: {error.msg}") from None
    except (ValueError, RecursionError) as error:  # a number of a million digits, a million brackets
        raise InputError("unreadable", f"JSON that cannot be read: {error}") from None
    if not isinstance(row, dict):
        raise InputError("unreadable", 'the line holds no JSON object: each needs one, like {"text": "…"}')
    here = keyed(here, row.get, options)
    text = row.get(options.text_key)
    if not isinstance(text, str):
        if options.text_key in row:
            why = f"{options.text_key!r} is {'null' if text is None else 'no string'} here: leave it out, or name the text's with --text-key"
        else:
            why = f"no key {options.text_key!r}; the line has {', '.join(map(repr, row)) or 'none'}: name the text's with --text-key"
        return here._replace(trouble=InputError("unreadable", why))
    return here._replace(held=Decoded(text, decoded.encoding, decoded.guessed))
