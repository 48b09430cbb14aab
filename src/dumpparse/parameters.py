"""What the command line's options take, and what is wrong with what they are given."""

from typing import Any

import click

from .article import KEYS, SPAN_KEYS


class Encoding(click.ParamType):
    """The name of a text encoding that Python knows."""

    name = "encoding"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check the name."""
        try:
            "".encode(value)
        except (LookupError, UnicodeError):
            self.fail(f"{value!r} is no text encoding; try utf-8, cp1252, iso-8859-1, utf-16", param, ctx)
        return value


class Fields(click.ParamType):
    """Keys of the record, separated by commas; `several` false: one key."""

    name = "fields"

    def __init__(self, several: bool = True):
        self.several = several

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Check the keys."""
        known = (*KEYS, *SPAN_KEYS)
        names = [name.strip() for name in value.split(",")] if self.several else [value]
        for name in names:
            if name not in known:
                self.fail(f"the record has no {name!r}; it has {', '.join(known)}", param, ctx)
        return list(dict.fromkeys(names)) if self.several else value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """Complete the last key."""
        from click.shell_completion import CompletionItem

        done, comma, last = incomplete.rpartition(",")
        return [CompletionItem(done + comma + key) for key in KEYS if key.startswith(last)]


class Moment(click.ParamType):
    """A time, or a day, as a record's source.crawled has it."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check that it is one."""
        from .fields.relative_dates import moment

        if not moment(value):
            self.fail(f"{value!r} is no time: 2024-05-01, 2024-05-01T12:00:00Z, or 14 digits", param, ctx)
        return value


class NewFile(click.Path):
    """Where something is to be written."""

    def __init__(self) -> None:
        super().__init__(readable=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse what no file can be called."""
        if value == "":
            raise click.UsageError(f"{param.opts[-1] if param else 'the name'} is empty: an unset variable?")
        return super().convert(value, param, ctx)
