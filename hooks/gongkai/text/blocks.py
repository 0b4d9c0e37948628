"""A text cut into blocks, and how those are read that any Markdown has: code, quotes, boxes, lists, HTML.

What official documents have besides is read in :mod:`gongkai.text.scan`.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from gongkai.text import style, targets
from gongkai.text.markup import begins_block, block_end

_MAX_DEPTH = 8
#: where an endless paragraph is broken, so that joining its lines stays quick
_MAX_PARAGRAPH = 20_000
_SENTENCE_ENDS = ("。", "！", "？", "。”", "。）")
_FENCE = re.compile(r"(`{3,}|~{3,})(?:[ \t]*[A-Za-z][A-Za-z0-9+#-]*)?")
_BOX = re.compile(r"!!![ \t]*(note|tip|warning|danger|info|important)(?:[ \t]+[\"“](.*)[\"”])?[ \t]*")
_BULLETS = {sign: re.compile(rf"(\{sign})[ \t]+(?=\S)") for sign in "-*"}
_QUOTE = re.compile(r">(?:[ \t\u3000]|$)")
#: where a number follows, > and - mean more than and less than nothing
_FIGURE = re.compile(r"[>-][ \t]+[\d０-９.]")
_NUMBER = re.compile(r"(\d{1,3})\.[ \t]+(?=\S)")
_DEFINITION = re.compile(
    r"\[([^\[\]^][^\[\]]*)\]:[ \t]*<?([^\s<>]+)>?[ \t]*(?:\"(.*)\"|'(.*)'|\((.*)\))?[ \t]*"
)


class Kind(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    STRONG = "strong"
    HEADING = "heading"
    ARTICLE = "article"
    TITLE = "title of a printed document"
    SIGNATURE = "signature"
    ATTACHMENTS = "list of attachments"
    NOTE = "note in brackets"
    IMPRINT = "imprint"
    RULE = "rule"
    CODE = "code"
    HTML = "html"
    TABLE = "table"
    LIST = "list"
    ITEM = "item"
    QUOTE = "quote"
    BOX = "box"
    REFERENCE = "reference"
    TERMS = "terms"
    FOOTNOTE = "footnote"
    TOO_DEEP = "too deep"


#: what ends the article above it
ENDS_ARTICLE = frozenset(
    (
        Kind.ARTICLE, Kind.HEADING, Kind.TITLE, Kind.SIGNATURE,
        Kind.ATTACHMENTS, Kind.NOTE, Kind.IMPRINT,
    )
)  # fmt: skip


@dataclass(slots=True)
class Block:
    """A block and where it stands: ``line`` from 0, ``text`` with the line breaks of the source.

    ``id`` of a heading or article, a box's class, what a table's cells are parted by; ``label``: 第一条,
    a table's caption, a box's title; ``level`` of a heading, first number of an ordered list (-1: bullets),
    lines of a table's head, 1 of code without an end; ``indent`` of its first line.
    """

    kind: Kind
    line: int
    text: str = ""
    label: str = ""
    id: str = ""
    level: int = 0
    indent: int = 0
    blocks: list[Block] = field(default_factory=list)


def walk(blocks: list[Block]) -> Iterator[Block]:
    """Every block, outer before inner, in the order of the text."""
    for block in blocks:
        yield block
        if block.blocks:
            yield from walk(block.blocks)


class Definition(NamedTuple):
    """``[name]: target "title"``, a line that says where the links of a name lead."""

    name: str
    target: str
    title: str


def definition(text: str) -> Definition | None:
    """The definition a line is, or None."""
    found = _DEFINITION.fullmatch(text)
    if not found or not targets.may_be(found[2]):
        return None
    return Definition(found[1], found[2], found[3] or found[4] or found[5] or "")


class Reader(ABC):
    """Reads lines from ``base`` on; ``depth`` is how many lists and quotes are around them.

    A method named for a block takes the line that may begin one: it adds the block and
    moves past it, or returns False and leaves everything as it was.
    """

    def __init__(self, lines: list[str], base: int, depth: int) -> None:
        self.lines, self.base, self.depth = lines, base, depth
        self.at = 0
        self.blocks: list[Block] = []
        self.open: Block | None = None

    @abstractmethod
    def special(self, line: str, text: str) -> bool:
        """Try what the line, ``text`` without its indentation, may begin; False: it is running text."""

    def run(self) -> list[Block]:
        """All blocks of the lines."""
        if self.depth > _MAX_DEPTH:
            return [Block(Kind.TOO_DEEP, self.base, "\n".join(self.lines))]
        while self.at < len(self.lines):
            line = self.lines[self.at]
            text = line.strip(style.SPACES)
            if not text:
                self.open = None
                self.at += 1
            elif not self.special(line, text):
                self.plain(line, text)
        return self.blocks

    def peek(self, at: int) -> str:
        """The line at a place, without white space; "" past the end."""
        return self.lines[at].strip(style.SPACES) if at < len(self.lines) else ""

    def add(self, kind: Kind, lines: int, text: str = "") -> Block:
        """A finished block that takes the next ``lines`` lines."""
        block = Block(kind, self.base + self.at, text)
        self.blocks.append(block)
        self.open = None
        self.at += lines
        return block

    def plain(self, line: str, text: str, new: bool = False) -> None:
        """A line of running text: goes on with the paragraph or begins one."""
        width = style.indent(line)
        if line.endswith("  "):
            text += "  "
        apart = new or width >= 4 or style.stands_alone(text.strip())
        if self.open and not apart and not self._ended() and len(self.open.text) < _MAX_PARAGRAPH:
            self.open.text += "\n" + text
            self.at += 1
            return
        self.open = self.add(Kind.PARAGRAPH, 1, text)
        self.open.indent = width

    def _ended(self) -> bool:
        """Whether the open paragraph has ended: with a sentence, or as a day of a 落款.

        In official texts a line that begins behind 。 is a paragraph, in an article another 款.
        """
        text = self.open.text if self.open else ""
        return text.endswith(_SENTENCE_ENDS) or ("年" in text and style.is_date(text.strip()))

    def inside(self, lines: list[str], start: int) -> list[Block]:
        """The blocks of lines that stand inside a list, a quote or a box."""
        return type(self)(lines, self.base + start, self.depth + 1).run()

    def code(self, text: str) -> bool:
        """Fenced code, to its end or the end of the text."""
        found = _FENCE.fullmatch(text)
        if not found:
            return False
        lines, start = self.lines, self.at + 1
        stop = start
        while stop < len(lines) and not _closes(lines[stop].strip(), found[1]):
            stop += 1
        block = self.add(Kind.CODE, stop + 1 - self.at, "\n".join(lines[start:stop]))
        block.level = int(stop == len(lines))
        return True

    def html(self, text: str) -> bool:
        """A block of HTML, to the line where all its tags are closed."""
        if not begins_block(text):
            return False
        stop = block_end(self.lines, self.at)
        self.add(Kind.HTML, stop - self.at, "\n".join(self.lines[self.at : stop]))
        return True

    def quote(self, text: str) -> bool:
        """Lines that begin with ``>`` and a blank; one line like ``> 60分`` is none."""
        start, lines = self.at, [text[1:].removeprefix(" ")]
        if len(text) < 2 or not _QUOTE.match(text):
            return False
        while _QUOTE.match(line := self.peek(start + len(lines))):
            lines.append(line[1:].removeprefix(" "))
        if len(lines) == 1 and _FIGURE.match(text):
            return False
        self.add(Kind.QUOTE, len(lines)).blocks = self.inside(lines, start)
        return True

    def box(self, text: str) -> bool:
        """``!!! note "标题"`` and the lines indented below it."""
        found = _BOX.fullmatch(text)
        if not found:
            return False
        start = self.at + 1
        block = self.indented(Kind.BOX)
        lines = [line.expandtabs(4).removeprefix("    ") for line in self.lines[start : self.at]]
        block.text, block.label, block.id = "", (found[2] or "").strip(), found[1]
        block.blocks = self.inside(lines, start)
        return True

    def indented(self, kind: Kind) -> Block:
        """A line and the lines indented by 4 below it, blank ones between them too."""
        lines, start = self.lines, self.at
        stop = at = start + 1
        while at < len(lines) and (not lines[at].strip() or lines[at].expandtabs(4).startswith("    ")):
            at += 1
            if lines[at - 1].strip():
                stop = at
        return self.add(kind, stop - start, "\n".join(line.strip() for line in lines[start:stop]))

    def bullets(self, line: str) -> bool:
        """A bullet list, or a numbered one when its numbers run on without a gap.

        A single ``* `` is a note's star, a single ``- `` before a figure a minus.
        """
        text = line.lstrip(style.SPACES)
        marker = _BULLETS.get(text[0], _NUMBER)
        found = marker.match(text)
        if not found or "\u3000" in line[: len(line) - len(text)]:
            return False
        numbered = found[1].isdigit()
        first = int(found[1]) if numbered else -1
        margin = style.indent(line.expandtabs(4))
        items, stop = self._items(marker, first, margin)
        alone = len(items) < 2 and len(items[0][1]) < 2
        if alone and (numbered or text[0] == "*" or _FIGURE.match(text)):
            return False
        if text[0] == "*" and len(items) < 2:
            return False
        block = self.add(Kind.LIST, stop - self.at)
        block.level = first
        for at, lines in items:
            block.blocks.append(Block(Kind.ITEM, self.base + at, blocks=self.inside(lines, at)))
        return True

    def _items(
        self, marker: re.Pattern[str], first: int, margin: int
    ) -> tuple[list[tuple[int, list[str]]], int]:
        """The items from here on, each with its first line and its lines, and where the list ends."""
        items: list[tuple[int, list[str]]] = []
        at = stop = self.at
        blank = False
        while at < len(self.lines):
            line = self.lines[at].expandtabs(4)
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


def _closes(line: str, fence: str) -> bool:
    return len(line) >= len(fence) and line == fence[0] * len(line)
