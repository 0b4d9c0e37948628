"""The parts a text is cut into before any of it is converted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

MAX_DEPTH = 8


class Kind(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ARTICLE = "article"
    SIGNATURE = "signature"
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


@dataclass(slots=True)
class Block:
    """A block and where it stands: ``line`` from 0, ``text`` with the line breaks of the source.

    ``id`` of a heading or article; ``label``: 第一条, a table's caption, a box's title;
    ``level`` of a heading, first number of an ordered list (0: bullets); ``indent`` of its first line.
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
