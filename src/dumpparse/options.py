"""What was asked of `extract`, and the refusal of what cannot be."""

from typing import NamedTuple


class Refused(Exception):
    """A run that cannot be, or would destroy or lose something; the message says what to change."""

    exit_code = 2


class Stopped(Refused):
    """A run that had begun and cannot go on; what it has done is kept where it can be resumed."""

    exit_code = 1


class Options(NamedTuple):
    """The options, each named as on the command line. `jobs` and `timeout` (seconds) are None where it was left to the program."""

    output: str | None = None
    output_dir: str | None = None
    format: str | None = None
    glob: str | None = None
    input_format: str | None = None
    text_key: str = "text"
    id_key: str = "id"
    url_key: str = "url"
    crawled_key: str | None = None
    fields: list[str] | None = None
    require: tuple[str, ...] = ()
    min_confidence: float = 0.0
    fail_fast: bool = False
    resume: bool = False
    jobs: int | None = None
    timeout: float | None = None
    spans: bool = False
    pretty: bool = False
    encoding: str | None = None
    quiet: bool = False
    verbose: bool = False
    color: str = "auto"
