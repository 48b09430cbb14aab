"""Pages that show results: each one file that needs no network, runs no script, and shows what records hold as text, whatever it is.

The words and the looks are in the .html and .css files here; `page` puts them together. Styles are allowed by their hash alone and scripts
not at all, so that not even markup that got through could do anything.
"""

import base64
import hashlib
import html
import os
from string import Template
from typing import Any

_HERE = os.path.dirname(__file__)
# What cannot stand in a page, or would be shown as nothing, is shown as Unicode's picture of it; half surrogates have none.
_CONTROLS = {**{code: 0x2400 + code for code in range(32) if code not in (9, 10)}, 127: 0x2421}
_CONTROLS |= dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD)


def page(name: str, **parts: Any) -> bytes:
    """The page `name`.html with its styles; `parts` fill its places: strings are text and are escaped, `Markup` goes in as it is."""
    style = "".join(_data(f"{one}.css") for one in ("page", name))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    inside = Template(_data(f"{name}.html")).substitute({key: escaped(part) for key, part in parts.items()})
    return Template(_data("page.html")).substitute(policy=policy, style=style, title=escaped(parts["title"]), inside=inside).encode()


class Markup(str):
    """A piece of HTML that is safe as it is."""

    __slots__ = ()


def escaped(part: Any) -> str:
    """`part` as it stands in HTML, in an element or an attribute: `Markup` as it is, anything else as text."""
    return part if isinstance(part, Markup) else html.escape(str(part).translate(_CONTROLS))


def markup(pattern: str, *parts: Any, **named: Any) -> Markup:
    """Markup by a pattern of `str.format`, into which the parts go escaped."""
    return Markup(pattern.format(*map(escaped, parts), **{key: escaped(part) for key, part in named.items()}))


def joined(parts: Any) -> Markup:
    """Pieces one after the other."""
    return Markup("".join(map(escaped, parts)))


def _data(name: str) -> str:
    # Through the loader, so that a zipped package works too.
    return __loader__.get_data(os.path.join(_HERE, name)).decode("utf-8")  # type: ignore[name-defined]
