"""What a document file consists of, whatever program wrote it: paragraphs, tables, notes, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

#: a number and its words are set apart behind these
_APART = ("章", "节", "条", "编", "部分")


@dataclass(frozen=True, slots=True)
class Run:
    """Words; or the mark of a note (its key in ``note``); or a picture (its name in ``picture``)."""

    text: str = ""
    note: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as it is shown; ``label`` is its automatic number, ``place`` where an editor finds it.

    ``indent``: of its first line, in characters; ``breaks``: a page begins with it; ``boxed``: it stood
    in a text box; ``red``: its words are; ``level``: of a heading, 0 of running text.
    """

    runs: tuple[Run, ...]
    place: str
    label: str = ""
    align: str = ""
    indent: float = 0
    left: float = 0
    breaks: bool = False
    boxed: bool = False
    red: bool = False
    level: int = 0

    @cached_property
    def own(self) -> str:
        """Its words without the automatic number, lines parted by ``\\n``."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def text(self) -> str:
        """Number and words as one reads them."""
        return f"{self.label}{self.gap}{self.own}"

    @property
    def gap(self) -> str:
        """What stands between the number and the words."""
        own = self.own.lstrip()
        if not self.label or not own or self.label[-1].isspace():
            return ""
        if self.label.endswith(_APART):
            return "\u3000"
        latin = self.label[-1].isascii() and self.label[-1].isalnum()
        return " " if latin or (self.label[-1] in ".．" and own[0].isdigit()) else ""

    def with_runs(self, runs: tuple[Run, ...]) -> Paragraph:
        """The same with other words."""
        return replace(self, runs=runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table's grid: where it begins, how far it reaches, what stands in it."""

    column: int
    blocks: tuple[Paragraph, ...] = ()
    wide: int = 1
    high: int = 1

    @property
    def text(self) -> str:
        """Its words, a line for each paragraph."""
        return "\n".join(each.text for each in self.blocks)


@dataclass(frozen=True)
class Table:
    """The rows of a table; a cell that covers several stands in the first of them alone."""

    rows: tuple[tuple[Cell, ...], ...]
    place: str
    #: how many rows at the top are repeated on each page
    heads: int = 0
    breaks: bool = False
    boxed: bool = False

    @property
    def cells(self) -> Iterator[Cell]:
        """Every cell, row by row."""
        return (cell for row in self.rows for cell in row)

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, in the order of reading."""
        return (each for cell in self.cells for each in cell.blocks)

    @property
    def width(self) -> int:
        """The columns of its grid."""
        return max((cell.column + cell.wide for cell in self.cells), default=0)

    @property
    def text(self) -> str:
        """Its words, a line for each row."""
        return "\n".join("\t".join(cell.text for cell in row) for row in self.rows)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or an endnote: what stands below; ``mark``: its own sign in the text, where it has one."""

    key: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(part for each in self.paragraphs if (part := each.text.strip()))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture drawn anew, so that nothing but its pixels is left."""

    name: str
    data: bytes
    kind: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was not taken as it stands: where, why, and its words where it has any."""

    place: str
    why: str
    text: str = ""


@dataclass(frozen=True)
class Reading:
    """A whole file: what was read, what was not and why, and what stops the import."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    pictures: tuple[Picture, ...] = ()
    unread: tuple[Told, ...] = ()
    refused: tuple[Told, ...] = ()
    #: things an editor is to look at, though nothing is lost
    doubts: tuple[Told, ...] = field(default=())

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, those of tables too."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from block.paragraphs
            else:
                yield block

    @property
    def numbers(self) -> int:
        """How many automatic numbers were restored."""
        return sum(bool(each.label) for each in self.paragraphs)

    @property
    def characters(self) -> int:
        """How many characters were read, white space and automatic numbers apart."""
        own = "".join(each.own for each in self.paragraphs)
        return len("".join((own + "".join(note.text for note in self.notes)).split()))
