"""The sentences of a document, each with its line and the part it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.text.document import Document
from gongkai.text.tree import Node, Part

_END = re.compile(r"(?<=[。！？；])")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
#: what a document calls itself
OWN = (
    r"本(?:《[^》]{2,40}》|(?:实施|管理|暂行|试行|工作|若干)?"
    r"(?:办法|规定|通知|细则|意见|方案|规则|制度|标准|决定|公告|通告|文件|条例|措施|指南|规程|要点|"
    r"规范|通则|准则|目录|清单|计划|规划|纲要|政策|解释|批复|函|令|预案|章程|规约|办法（试行）))"
)
_QUOTED = (Part.QUOTE, Part.BOX, Part.CODE, Part.TABLE, Part.HTML)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as readers see it; ``line`` from 0; ``article``: the number of the 条 it stands in."""

    line: int
    text: str
    article: str = ""

    @property
    def plain(self) -> str:
        """Without what stands in brackets, where other documents are only named."""
        return _BRACKETS.sub("", self.text)


def sentences(document: Document) -> Iterator[Sentence]:
    """Every sentence of the document's own body; quotations, boxes and tables state nothing for it."""
    for node in document.body:
        yield from _inside(node, "")


def _inside(node: Node, article: str) -> Iterator[Sentence]:
    if node.kind in _QUOTED:
        return
    if node.kind is Part.ARTICLE:
        article = node.label
    if node.text:
        yield from _cut(node, article)
    for child in node.children:
        yield from _inside(child, article)


def _cut(node: Node, article: str) -> Iterator[Sentence]:
    line = node.line
    for piece in _END.split(node.text):
        if text := "".join(Node(node.kind, line, piece).own_words.split()):
            yield Sentence(line + _leading(piece), text, article)
        line += piece.count("\n")


def _leading(piece: str) -> int:
    return piece[: len(piece) - len(piece.lstrip())].count("\n")
