"""What must stand in a line for a pattern to match it: so no alternative of it need be compiled, let alone tried, where that does not.

From each alternative the part is taken that says most, as engines of regular expressions choose their literals (RE2's FilteredRE2; Cox,
"Regular Expression Matching with a Trigram Index", 2012).
"""

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Sequence
from typing import Any

_SAYS = 3  # bytes of a piece at least: three letters, one sign of Chinese
_MOST = 120  # pieces of an alternative: looking for more takes longer than compiling it
Pieces = frozenset[str]
_flags = re.compile(r"(?:\(\?[a-z]+\))?").match
_token = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]|[^\\\[()|]+", re.DOTALL).match


def alternatives(pattern: str) -> list[str]:
    """The patterns of which one matches where `pattern` does: those between its bars, or between the bars of the group that it begins with."""
    flags = _flags(pattern)[0]  # type: ignore[index]
    if "x" in flags:
        return [pattern]
    body = pattern[len(flags) :]
    if len(parts := _between_bars(body)[0]) == 1 and body.startswith("(?:"):
        parts, rest = _between_bars(body[3:])
        return [f"{flags}(?:{part}){rest[1:]}" for part in parts] if rest[1:2] not in tuple("*+?{") else [pattern]
    return [flags + part for part in parts]


def together(parts: Sequence[str]) -> str:
    """One pattern for several that `alternatives` gave of one."""
    flags = _flags(parts[0])[0]  # type: ignore[index]
    return f"{flags}(?:{'|'.join(part[len(flags) :] for part in parts)})"


def _between_bars(pattern: str) -> tuple[list[str], str]:
    """What stands between the bars outside of groups, up to the end or to a bracket that closes more than was opened; and what is left."""
    parts, depth, at = [""], 0, 0
    while at < len(pattern):
        token = _token(pattern, at)
        assert token, pattern
        depth += (token[0] == "(") - (token[0] == ")")
        if depth < 0:
            break
        if token[0] == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += token[0]
        at = token.end()
    return parts, pattern[at:]


def pieces(pattern: str) -> list[str]:
    """Texts in lower case of which every line that `pattern` matches, once in lower case, holds one; empty where nothing short says so."""
    found = _of(parser.parse(pattern).data)
    return sorted(found) if found and len(found) <= _MOST else []


def _of(parts: Sequence[tuple[Any, Any]]) -> Pieces:
    """What a sequence needs: of all that its parts need, what says most. Empty where there is nothing."""
    candidates: list[Pieces] = []
    text = ""
    for kind, value in parts:
        if letter := _letter(kind, value):
            text += letter
            continue
        if kind is op.AT:
            continue  # takes no room
        if kind is op.MAX_REPEAT and value[0] and len(value[2]) == 1 and (letter := _letter(*value[2][0])):
            text += letter * value[0]  # and perhaps more of it, so a piece ends here
        candidates += [frozenset((text,)), _inside(kind, value)]
        text = ""
    candidates.append(frozenset((text,)))
    return max(map(_least, candidates), key=_worth)


def _letter(kind: Any, value: Any) -> str:
    """The one letter, in lower case, that a part stands for, or nothing."""
    if kind is op.LITERAL:
        letters = {chr(value).lower()}
    elif kind is op.IN and all(each is op.LITERAL for each, _ in value):
        letters = {chr(code).lower() for _, code in value}
    else:
        return ""
    return letters.pop() if len(letters) == 1 else ""


def _inside(kind: Any, value: Any) -> Pieces:
    """What a part needs that holds others."""
    if kind is op.BRANCH:
        each = [_of(branch.data) for branch in value[1]]
        return frozenset().union(*each) if all(each) else frozenset()
    if kind is op.SUBPATTERN:
        return _of(value[3].data)
    if kind is op.ATOMIC_GROUP:
        return _of(value.data)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[0]:
        return _of(value[2].data)
    return frozenset()


def _least(found: Iterable[str]) -> Pieces:
    """The same pieces without those that hold another; none where one says too little, or a dotted I is no one letter."""
    found = set(found)
    if any(len(piece.encode()) < _SAYS or "i̇" in piece for piece in found):
        return frozenset()
    return frozenset(piece for piece in found if not any(other in piece for other in found - {piece}))


def _worth(found: Pieces) -> float:
    """How much a choice of pieces says: by the shortest; many take long."""
    return min(len(piece.encode()) for piece in found) - 0.05 * len(found) if found else float("-inf")
