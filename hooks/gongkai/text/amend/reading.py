"""The wording of amending decisions → operations: 将第三条修改为：“…”, 增加一条，作为第五条：“…”, 删去第七条.

What is not read stays an item with its words, for an editor to enter; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from gongkai.text.amend.clauses import CLOSE_UP, END, addresses, operations
from gongkai.text.amend.operations import Act, Operation
from gongkai.text.amend.quotes import hide, real, shown
from gongkai.text.document import Document
from gongkai.text.tree import Node, Part

#: an item of the decision: 一、 or （一） or 1. at the start of a line, outside quotation
_NUMERAL = "[一二三四五六七八九十百]{1,4}"
_ITEM = re.compile(
    rf"(?m)^[ \t\u3000]*(?:{_NUMERAL}、|[（(]{_NUMERAL}[）)]|\d{{1,3}}[.．、]|此外[，,]|另外[，,])"
)
_LAST = re.compile(r"(?m)^[ \t\u3000]*(?:本决定自|本修正案自|本通知自|《[^》]+》根据本决定|根据本决定)")
_CHANGES = re.compile(r"修改|修订|改为|增加|删[去除]|废止|停止执行|调整为")
_STRUCTURE = (Act.ADD, Act.TAKE, Act.MOVE)
#: typed by a program that knows no “ and ”
_STRAIGHT = re.compile(r'"([^"\n]*)"')


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an amending text: its words, and the operations read from it (none: not understood)."""

    line: int
    words: str
    operations: tuple[Operation, ...]

    @property
    def articles(self) -> tuple[tuple[int, ...], ...]:
        """The articles it speaks of as changed, outside of what it quotes; of no change there are none."""
        words = hide(self.words)[0]
        return tuple(each.article for each in addresses(words)) if _CHANGES.search(words) else ()


def items(text: str) -> Iterator[Item]:
    """Every item of an amending text, in order; ``line`` counts from 0.

    A decision with one change has no numbers: then the sentence with 修改, 增加 or 删 is its item.
    """
    text = _STRAIGHT.sub(r"“\1”", text)
    hidden, quotes = hide(text)
    end = _LAST.search(hidden)
    hidden, closing = (hidden[: end.start()], hidden[end.start() :]) if end else (hidden, "")
    found = [*_numbered(text, hidden, quotes)] or [*_unnumbered(text, hidden, quotes)]
    yield from found
    # 《…》根据本决定作相应修改并对条文顺序作相应调整 means something where an article came or went
    moved = any(each.act in _STRUCTURE and each.at[0].whole for item in found for each in item.operations)
    if moved and (order := CLOSE_UP.search(closing)):
        line = text.count("\n", 0, real(hidden + closing, len(hidden) + order.start(), quotes))
        yield Item(line, order[0], (Operation(Act.CLOSE_UP),))


def _numbered(text: str, hidden: str, quotes: list[str]) -> Iterator[Item]:
    starts = [found.start() for found in _ITEM.finditer(hidden)]
    for begin, stop in pairwise([*starts, len(hidden)]):
        marker = _ITEM.match(hidden, begin)
        words = hidden[marker.end() if marker else begin : stop]
        line = text.count("\n", 0, real(hidden, begin, quotes))
        yield Item(line, shown(words, quotes).strip(END), tuple(operations(words, quotes)))


def _unnumbered(text: str, hidden: str, quotes: list[str]) -> Iterator[Item]:
    for sentence in re.split(r"(?<=[。])", hidden):
        if found := tuple(operations(sentence, quotes)):
            line = text.count("\n", 0, real(hidden, hidden.index(sentence), quotes))
            yield Item(line, shown(sentence, quotes).strip(END), found)


def items_on(document: Document, title: str, number: str | None, whole: bool) -> tuple[Item, ...]:
    """What a document says it does to another, by the other's title or 文号.

    ``whole``: it is a decision on that one alone (关于修改《…》的决定), and speaks of it throughout.
    Any other speaks of it only in the parts that name it: an article, or a section with what is inside.
    """
    nodes = list(document.body) if whole else list(_naming(document.body, title, number))
    return tuple(
        Item(item.line + node.line, item.words, item.operations)
        for node in ([_joined(nodes)] if whole and nodes else nodes)
        for item in list(items(_text(node))) or _unread(_text(node))
    )


def _unread(text: str) -> Iterator[Item]:
    """A part that speaks of a change and in which nothing was understood is one item too."""
    if _CHANGES.search(text):
        yield Item(0, text.strip(END), ())


def _naming(nodes: Iterable[Node], title: str, number: str | None) -> Iterator[Node]:
    for node in nodes:
        own = "".join(_own(node).split())
        if f"《{title}》" in own or (number and number in own):
            yield node
        else:
            yield from _naming(node.children, title, number)


def _own(node: Node) -> str:
    """The words that name what a part is about: of an article those of its 款."""
    return _text(node) if node.kind is Part.ARTICLE else node.own_words


def _text(node: Node) -> str:
    """The words of a part without the number of the article it is; a quoted article keeps its own."""
    made, label = "", ""
    for each in node.walk():
        if each.kind is Part.ARTICLE:
            label = f"{each.label}\u3000" if "“" in hide(made)[0] else ""
        else:
            made, label = f"{made}\n{label}{each.own_words}" if made else label + each.own_words, ""
    return made


def _joined(nodes: list[Node]) -> Node:
    return Node(Part.PARAGRAPH, nodes[0].line, children=tuple(nodes))
