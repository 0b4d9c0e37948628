"""The parts of an official document as a tree: 编 章 节 条 款 项 目, 一、（一）1.（1）, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from gongkai.text.links import readable

#: what stands in the place of an article that was repealed while the others keep their numbers
REPEALED = "〔已废止〕"


class Part(Enum):
    """What a node is; the value is the word readers know it by."""

    BOOK = "编"
    CHAPTER = "章"
    SECTION = "节"
    ARTICLE = "条"
    CLAUSE = "款"
    ITEM = "项"
    SUBITEM = "目"
    LEVEL_1 = "一、"
    LEVEL_2 = "（一）"
    LEVEL_3 = "1."
    LEVEL_4 = "（1）"
    HEADING = "标题"
    PARAGRAPH = "段"
    TABLE = "表"
    LIST = "列表"
    ENTRY = "列表的一项"
    QUOTE = "引文"
    BOX = "框"
    TERMS = "名词"
    NOTE = "注"
    CODE = "原样"
    HTML = "网页代码"


@dataclass(frozen=True, slots=True)
class Node:
    """A part: ``label`` is its number as written (第三条, （二）), ``text`` its own words as written.

    ``line`` counts from 0. ``number`` is the label read: (3, 1) of 第三条之一, (2,) of （二）, () of none.
    ``id`` is its address within the document, "" where it has none. ``rank``: a part stands inside the
    nearest one above with a smaller rank.
    """

    kind: Part
    line: int
    text: str = ""
    label: str = ""
    number: tuple[int, ...] = ()
    id: str = ""
    children: tuple[Node, ...] = ()
    rank: int = 99

    @property
    def repealed(self) -> bool:
        """Whether nothing is left of it but the mark that it was repealed."""
        return [each.text.strip() for each in self.walk() if each.text.strip()] == [REPEALED]

    def walk(self) -> Iterator[Node]:
        """This part and all inside it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def own_words(self) -> str:
        """Its number and its own words as readers see them, without what is inside it."""
        return readable(f"{self.label}{self.text}")

    @property
    def words(self) -> str:
        """All its words, a line for each part."""
        return "\n".join(words for node in self.walk() if (words := node.own_words))

    def part(self, kind: Part, *number: int) -> Node | None:
        """The part of a kind with this number, wherever inside it."""
        return next((each for each in self.walk() if each.kind is kind and each.number == number), None)
