"""The headings of a text in any style offices use: `#`, 一、, （一）, 第一章, a line in bold or in 【】."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.text.document import Document
from gongkai.text.links import readable
from gongkai.text.tree import Node, Part

_MOST = 30
_NUMBERED = frozenset((Part.LEVEL_1, Part.LEVEL_2, Part.LEVEL_3, Part.LEVEL_4))
_TITLED = frozenset((Part.HEADING, Part.BOOK, Part.CHAPTER, Part.SECTION))
_INSIDE = frozenset((Part.LIST, Part.QUOTE, Part.BOX, Part.TABLE, Part.CODE, Part.HTML))
_MARKED = re.compile(r"(\*\*|<b>|<strong>|【).+(\*\*|</b>|</strong>|】)[：:]?")
_NUMBER = re.compile(
    r"^(?:第[一二三四五六七八九十\d]{1,3}[编章节部分]+\s*|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*)"
)
_RUN_IN = re.compile(r"[。：:]")
_SENTENCE = re.compile(r"[。；，：？！;,:?!]")


def headings(document: Document) -> Iterator[str]:
    """The words of every heading, without number and marks; of 一、目标。到年底… what stands before 。"""
    for each in document.all:
        yield from _headings(each.body)


def _headings(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if node.kind in _INSIDE:
            continue
        if words := _words(node):
            yield words
        yield from _headings(node.children)


def _words(node: Node) -> str:
    line = node.text.strip().partition("\n")[0].strip()
    words = _NUMBER.sub("", readable(line).strip("【】 \u3000")).strip()
    if node.kind in _NUMBERED:
        words = _RUN_IN.split(words, maxsplit=1)[0]
    elif node.kind not in _TITLED and not _MARKED.fullmatch(line):
        return ""
    words = words.rstrip("：:。")
    return words if len(words) <= _MOST and not _SENTENCE.search(words) else ""
