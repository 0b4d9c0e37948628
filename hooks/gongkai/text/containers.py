"""Blocks that hold other lines: code, quotes, boxes, tables, lists.

Each takes the scanner at the line that begins the block, adds the block and
moves the scanner past it; False leaves everything as it was.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.text import style
from gongkai.text.blocks import Block, Kind

if TYPE_CHECKING:
    from gongkai.text.scan import Scanner

_BOX = re.compile(r"!!![ \t]*([a-z]{2,20})(?:[ \t]+[\"“](.*)[\"”])?[ \t]*")
_BULLET = re.compile(r"([-*+])[ \t]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})\.[ \t]+(?=\S)")


def code(scanner: Scanner, text: str, fence: re.Pattern[str]) -> bool:
    """Fenced code, to its end or the end of the text."""
    found = fence.fullmatch(text)
    if not found:
        return False
    lines, start = scanner.lines, scanner.at + 1
    stop = start
    while stop < len(lines) and not _closes(lines[stop].strip(), found[1]):
        stop += 1
    scanner.add(Kind.CODE, stop + 1 - scanner.at, "\n".join(lines[start:stop]))
    return True


def _closes(line: str, fence: str) -> bool:
    return len(line) >= len(fence) and line == fence[0] * len(line)


def inside(scanner: Scanner, lines: list[str], start: int) -> list[Block]:
    """The blocks of lines that stand inside a container."""
    return type(scanner)(lines, scanner.base + start, scanner.depth + 1).run()


def quote(scanner: Scanner, text: str) -> bool:
    """Lines that begin with ``>``."""
    start, lines = scanner.at, [text[1:].removeprefix(" ")]
    while start + len(lines) < len(scanner.lines):
        line = scanner.lines[start + len(lines)].strip(style.SPACES)
        if not line.startswith(">"):
            break
        lines.append(line[1:].removeprefix(" "))
    scanner.add(Kind.QUOTE, len(lines)).blocks = inside(scanner, lines, start)
    return True


def box(scanner: Scanner, text: str) -> bool:
    """``!!! note "标题"`` and the lines indented below it."""
    found = _BOX.fullmatch(text)
    if not found:
        return False
    start = scanner.at + 1
    block = indented(scanner, Kind.BOX)
    lines = [line.expandtabs(4).removeprefix("    ") for line in scanner.lines[start : scanner.at]]
    block.text, block.label, block.id = "", (found[2] or "").strip(), found[1]
    block.blocks = inside(scanner, lines, start)
    return True


def indented(scanner: Scanner, kind: Kind) -> Block:
    """A line and the lines indented by 4 below it, blank ones between them too."""
    lines, start = scanner.lines, scanner.at
    stop = at = start + 1
    while at < len(lines) and (not lines[at].strip() or lines[at].expandtabs(4).startswith("    ")):
        at += 1
        if lines[at - 1].strip():
            stop = at
    return scanner.add(kind, stop - start, "\n".join(line.strip() for line in lines[start:stop]))


def table(scanner: Scanner) -> None:
    """A pipe table: every following line with a pipe in it."""
    lines, stop = scanner.lines, scanner.at
    while stop < len(lines) and "|" in lines[stop]:
        stop += 1
    rows = [line.strip(style.SPACES) for line in lines[scanner.at : stop]]
    scanner.add(Kind.TABLE, len(rows), "\n".join(rows))


def bullets(scanner: Scanner, line: str) -> bool:
    """A bullet list, or a numbered one when its numbers run on without a gap."""
    text = line.lstrip(style.SPACES)
    found = _BULLET.match(text) or _NUMBER.match(text)
    if not found or "\u3000" in line[: len(line) - len(text)]:
        return False
    first = int(found[1]) if found[1].isdigit() else 0
    items, stop = _items(scanner, first, style.indent(line))
    if found[1].isdigit() and len(items) < 2 and len(items[0][1]) < 2:
        return False
    start = scanner.at
    block = scanner.add(Kind.LIST, stop - start, level=first if found[1].isdigit() else -1)
    for at, lines in items:
        block.blocks.append(Block(Kind.ITEM, scanner.base + at, blocks=inside(scanner, lines, at)))
    return True


def _items(scanner: Scanner, first: int, margin: int) -> tuple[list[tuple[int, list[str]]], int]:
    """The items from here on, each with its first line and its lines, and where the list ends."""
    items: list[tuple[int, list[str]]] = []
    marker = _NUMBER if scanner.lines[scanner.at].lstrip()[0].isdigit() else _BULLET
    at = stop = scanner.at
    blank = False
    while at < len(scanner.lines):
        line = scanner.lines[at].expandtabs(4)
        text = line.lstrip(style.SPACES)
        width = style.indent(line)
        found = marker.match(text) if abs(width - margin) < 2 else None
        if not text:
            blank = True
        elif found and marker is _NUMBER and (blank or int(found[1]) != first + len(items)):
            break
        elif found:
            items.append((at, [text[found.end() :]]))
        elif items and width >= margin + 2 and "\u3000" not in line[: len(line) - len(text)]:
            items[-1][1].extend([""] * (at - stop))
            items[-1][1].append(line[min(width, margin + 4) :])
        else:
            break
        at += 1
        if text:
            stop, blank = at, False
    return items, stop
