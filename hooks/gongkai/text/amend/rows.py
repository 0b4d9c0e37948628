"""A document as rows that can be changed: headings and articles in their order, and back again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from gongkai.text.amend.address import article_label
from gongkai.text.document import Document
from gongkai.text.nesting import assembled
from gongkai.text.style import numeral
from gongkai.text.tree import Node, Part

_HOLDERS = frozenset((Part.BOOK, Part.CHAPTER, Part.SECTION, Part.HEADING, Part.LEVEL_1, Part.LEVEL_2))


@dataclass(slots=True)
class Row:
    """An article with what is inside it, and what stands above it: headings, text before the first one."""

    node: Node
    above: list[Node] = field(default_factory=list)

    @property
    def number(self) -> tuple[int, ...]:
        return self.node.number

    def renumbered(self, number: tuple[int, ...]) -> None:
        """Give the article another number and its label."""
        self.node = replace(self.node, number=number, label=article_label(number))


class Rows:
    """The articles of a document in order; ``after`` is what follows the last one."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.rows: list[Row] = []
        self.after: list[Node] = []
        self._cut(document.body)

    def _cut(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if node.kind is Part.ARTICLE:
                self.rows.append(Row(node, self.after))
                self.after = []
            elif node.kind in _HOLDERS and any(each.kind is Part.ARTICLE for each in node.walk()):
                self.after.append(replace(node, children=()))
                self._cut(node.children)
            else:
                self.after.append(node)

    def find(self, number: tuple[int, ...]) -> Row | None:
        """The article with a number; None where there is none, or more than one."""
        found = [row for row in self.rows if row.number == number]
        return found[0] if len(found) == 1 else None

    def remove(self, row: Row) -> None:
        """Take an article out; the headings above it stay with the next one."""
        at = self.rows.index(row)
        below = self.rows[at + 1].above if at + 1 < len(self.rows) else self.after
        below[:0] = row.above
        row.above = []
        del self.rows[at]

    def insert(self, row: Row, at: int) -> Row:
        """Put an article in at a place; it belongs to the chapter of the one before it, or brings its own."""
        self.rows.insert(at, row)
        return row

    def _headings(self) -> list[tuple[list[Node], int]]:
        """Every heading of a chapter, as a place in the list it stands in."""
        lists = [*(row.above for row in self.rows), self.after]
        return [(each, at) for each in lists for at, node in enumerate(each) if node.kind is Part.CHAPTER]

    def has_heading(self, heading: Node) -> bool:
        """Whether a chapter has that number already."""
        return any(each[at].number == heading.number for each, at in self._headings())

    def renumber_headings(self) -> None:
        """Chapters in a row again, where one more came and two have the same number."""
        found = self._headings()
        if len({each[at].number for each, at in found}) == len(found):
            return
        for count, (each, at) in enumerate(found, 1):
            each[at] = replace(each[at], number=(count,), label=f"第{numeral(count)}章")

    def settle(self) -> None:
        """What stands above the articles stays above the first one, whichever that is now."""
        if len(self.rows) > 1 and not self.rows[0].above:
            self.rows[0].above, self.rows[1].above = self.rows[1].above, []

    def document(self) -> Document:
        """The document with its rows as they are now."""
        self.settle()
        nodes = [node for row in self.rows for node in (*row.above, row.node)]
        return replace(self._document, body=assembled([*nodes, *self.after]))
