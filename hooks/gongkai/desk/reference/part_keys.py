"""Keys below a key that an example leaves out, as comments at the end of its last item."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from gongkai.records.description import Value

Waiting = Callable[[Value], Iterable[str]]
_KEY = re.compile(r"(- )?([^\s#:-][^:]*):")


def completed(text: str, values: Iterable[Value], indent: int, waiting: Waiting) -> str:
    """The example with them; ``indent``: of its own keys. What is written on one line stays as it is."""
    lines = text.splitlines()
    for value in (each for each in values if each.parts and not each.short):
        begin = next((at for at, line in enumerate(lines) if _is_key(line, value.key, indent)), None)
        if begin is not None:
            end = next(
                (at for at in range(begin + 1, len(lines)) if _indent(lines[at]) <= indent), len(lines)
            )
            lines[end:end] = _left_out(lines[begin + 1 : end], value, waiting)
    return "\n".join(lines) + "\n"


def _left_out(block: list[str], value: Value, waiting: Waiting) -> Iterator[str]:
    """The comments behind a block; none where its last item is written in one line."""
    starts = [at for at, line in enumerate(block) if line.lstrip().startswith("- ")]
    begin = [at for at in starts if _indent(block[at]) == min(_indent(block[each]) for each in starts)]
    item = block[begin[-1] :] if begin and value.many else block
    if not item or item[0].lstrip(" -").startswith(("{", "[")):
        return
    indent = _indent(item[0]) + (2 if item[0].lstrip().startswith("- ") else 0)
    found = {_named(line) for line in item[:1]} | {_named(line) for line in item if _indent(line) == indent}
    for part in (each for each in value.parts if each.key not in found):
        yield from (f"# {' ' * indent}{line}" for line in waiting(part))


def _is_key(line: str, key: str, indent: int) -> bool:
    opened = line.removeprefix("- ").strip() == f"{key}:"
    return opened and (_indent(line) == indent or line.startswith("- "))


def _named(line: str) -> str:
    found = _KEY.match(line.lstrip())
    return found[2] if found else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
