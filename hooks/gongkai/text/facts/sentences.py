"""The sentences of a document, each with its line and the part it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.text.document import Document
from gongkai.text.spans import ANY
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
#: the words of another text: an amending decision quotes what the other will say, maybe in several parts
_SAID = re.compile(r"“[^”]*”")
_HIDDEN = "\ue000"
#: between two parts
_BETWEEN = "\ue001"
_SIGN = re.compile(r"[^\n\ue001]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as readers see it; ``line`` from 0; ``article``: the number of the 条 it stands in.

    ``own``: without what stands between “ and ”.
    """

    line: int
    text: str
    article: str = ""
    own: str = ""

    @property
    def plain(self) -> str:
        """What it says of the document itself: without quotations, and without what stands in brackets,
        where other documents are only named.
        """
        return _BRACKETS.sub("", self.own)


#: the document that was asked about last, with its sentences: one after the other they are asked what the
#: document states, rests on and repeals
_latest: tuple[Document | None, tuple[Sentence, ...]] = (None, ())


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Every sentence of the document's own body; boxes and tables state nothing for it."""
    global _latest
    known = _latest
    if known[0] is not document:
        known = _latest = document, tuple(_sentences(document))
    return known[1]


def _sentences(document: Document) -> Iterator[Sentence]:
    nodes = [each for node in document.body for each in _inside(node, "")]
    # a quotation may begin in one part and end in another
    own = _SAID.sub(lambda found: _SIGN.sub(_HIDDEN, found[0]), _BETWEEN.join(node.text for node, _ in nodes))
    parts = own.split(_BETWEEN) if nodes else []
    for (node, article), words in zip(nodes, parts, strict=True):
        yield from _cut(node, article, words)


def _inside(node: Node, article: str) -> Iterator[tuple[Node, str]]:
    """The parts with words of their own, each with the article it stands in."""
    if node.kind in _QUOTED:
        return
    if node.kind is Part.ARTICLE:
        article = node.label
    if node.text:
        yield node, article
    for child in node.children:
        yield from _inside(child, article)


def _cut(node: Node, article: str, own: str) -> Iterator[Sentence]:
    line, at = node.line, 0
    for piece in _END.split(node.text):
        if text := _words(node, piece):
            unquoted = own[at : at + len(piece)]
            said = text if unquoted == piece else _words(node, unquoted).replace(_HIDDEN, "")
            yield Sentence(line + _leading(piece), text, article, said)
        line, at = line + piece.count("\n"), at + len(piece)


def _words(node: Node, piece: str) -> str:
    shown = Node(node.kind, node.line, piece).own_words if ANY.search(piece) else piece
    return "".join(shown.split())


def _leading(piece: str) -> int:
    return piece[: len(piece) - len(piece.lstrip())].count("\n")
