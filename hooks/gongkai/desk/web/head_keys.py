"""The keys of a record's file, changed one by one: what is not changed stays byte for byte, comments too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gongkai.desk.intake.draft import quoted
from gongkai.load.document import Raw

_KEY = re.compile(r"([^\s#\-][^:]*):(?:\s|$)")
_FENCE = "---\n"


def written(text: str, before: Mapping[str, Raw], after: Mapping[str, Any], order: Sequence[str]) -> str:
    """A file's text with the keys of ``after`` instead of ``before``; new ones stand in ``order``."""
    start, head, rest = _parted(text)
    chunks = list(_chunks(head))
    for key in [*before, *after]:
        if key not in after:
            chunks = [each for each in chunks if each[0] != key]
        elif key not in before or before[key] != after[key]:
            chunks = _put(chunks, key, f"{key}:{_value(after[key], 0)}\n", order)
    return start + "".join(lines for _, lines in chunks) + rest


def with_body(text: str, body: str) -> str:
    """A file's text with another text below its keys."""
    start, head, _ = _parted(text)
    return f"{start}{head}{_FENCE}{body.rstrip()}\n" if start else text


def filled(value: Any) -> Any:
    """Without what a form leaves empty: a key that was not filled in is not written."""
    if isinstance(value, Mapping):
        kept = {key: filled(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if each not in ("", [], {}, None)}
    if isinstance(value, list):
        return [kept for each in value if (kept := filled(each)) not in ("", [], {}, None)]
    return str(value).strip() if value is not None else ""


def rows(found: Sequence[Mapping[str, Any]]) -> str:
    """A file of rows."""
    return "".join(f"- {_item(each, 0)}\n" for each in found)


def _parted(text: str) -> tuple[str, str, str]:
    """Up to the keys, the keys, what follows."""
    if not text.startswith(_FENCE):
        return "", text, ""
    end = text.index(f"\n{_FENCE}", len(_FENCE) - 1) + 1
    return _FENCE, text[len(_FENCE) : end], text[end:]


def _chunks(head: str) -> Iterator[tuple[str, str]]:
    """(key, its lines); comments, which stand above what they are about, have none."""
    key, lines = "", ""
    for line in head.splitlines(keepends=True):
        found = _KEY.match(line)
        if found or line.startswith("#"):
            if lines:
                yield key, lines
            key, lines = found[1] if found else "", ""
        lines += line
    if lines:
        yield key, lines


def _put(chunks: list[tuple[str, str]], key: str, lines: str, order: Sequence[str]) -> list[tuple[str, str]]:
    """In its own place, or behind the last of those that come before it."""
    names = [name for name, _ in chunks]
    if key in names:
        return [(name, lines if name == key else old) for name, old in chunks]
    before = set(order[: order.index(key)]) if key in order else set(order)
    at = max((place for place, name in enumerate(names) if name in before), default=len(chunks) - 1) + 1
    return [*chunks[:at], (key, lines), *chunks[at:]]


def _value(value: Any, depth: int) -> str:
    """A value behind its colon."""
    pad = " " * depth
    if isinstance(value, Mapping):
        return "".join(f"\n{pad}  {key}:{_value(each, depth + 2)}" for key, each in value.items())
    if isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
        return "".join(f"\n{pad}  - {_item(each, depth + 2)}" for each in value)
    if isinstance(value, list):
        return f" [{', '.join(_plain(f'{each}') for each in value)}]"
    return f" {_plain(f'{value}')}"


def _item(value: Any, depth: int) -> str:
    if not isinstance(value, Mapping):
        return _plain(f"{value}")
    return _value(value, depth).removeprefix(f"\n{' ' * depth}  ")


def _plain(text: str) -> str:
    """Text on one line; what has several stands between double quotes, as JSON writes it."""
    return json.dumps(text, ensure_ascii=False) if "\n" in text else quoted(text)
