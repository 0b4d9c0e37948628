"""What a paper is made of: headings, paragraphs, lists and tables, in order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading below the title; ``level`` from 2."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``small`` for remarks."""

    text: str
    small: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A row of a table: its first cell is its heading. ``lines`` keeps room to write by hand."""

    cells: tuple[str, ...]
    lines: int = 1


@dataclass(frozen=True)
class Table:
    """A table with a caption; ``header`` may be empty, ``widths`` are shares that make 100."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...]


Block = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True)
class Paper:
    """A whole document. ``day`` is its date in the files' properties; ``language`` ``zh`` or ``en``."""

    title: str
    author: str
    day: dt.date
    blocks: tuple[Block, ...]
    language: str = "zh"

    @property
    def tag(self) -> str:
        """The language as files name it."""
        return "zh-CN" if self.language == "zh" else "en"
