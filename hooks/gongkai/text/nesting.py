"""Blocks in a row → parts inside one another: 款 in 条, 项 in 款, 目 in 项, （一） in 一、."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gongkai.text import style
from gongkai.text.blocks import Block, Kind
from gongkai.text.tree import Node, Part

_UNITS = {"编": Part.BOOK, "部分": Part.BOOK, "章": Part.CHAPTER, "节": Part.SECTION}
_FIRST = re.compile(r"(?:\*\*)?([一二三四五六七八九十]{1,3})、")
_SECOND = re.compile(r"(?:\*\*)?[（(]([一二三四五六七八九十]{1,3})[）)]")
_THIRD = re.compile(r"(\d{1,3})(?:[.．](?!\d)|、)")
_FOURTH = re.compile(r"[（(](\d{1,3})[）)]")
_LEVELS = (
    (Part.LEVEL_1, _FIRST), (Part.LEVEL_2, _SECOND), (Part.LEVEL_3, _THIRD), (Part.LEVEL_4, _FOURTH),
)  # fmt: skip
_IN_ARTICLE = {Part.LEVEL_2: Part.ITEM, Part.LEVEL_3: Part.SUBITEM, Part.LEVEL_4: Part.SUBITEM}
#: a part is inside the nearest one above with a smaller rank; what has none is inside whatever is open
_RANK = {
    Part.BOOK: 1, Part.CHAPTER: 2, Part.SECTION: 3, Part.ARTICLE: 20, Part.CLAUSE: 21, Part.ITEM: 22,
    Part.SUBITEM: 23, Part.LEVEL_1: 11, Part.LEVEL_2: 12, Part.LEVEL_3: 13, Part.LEVEL_4: 14,
}  # fmt: skip
_HEADING_RANK = 4
#: of what has its inside already: a table, a list
_LEAF = 99
_ADDRESS = {Part.CLAUSE: "kuan", Part.ITEM: "xiang", Part.SUBITEM: "mu"}
_PLAIN = {
    Kind.TABLE: Part.TABLE, Kind.CODE: Part.CODE, Kind.HTML: Part.HTML, Kind.TERMS: Part.TERMS,
    Kind.FOOTNOTE: Part.NOTE, Kind.LIST: Part.LIST, Kind.ITEM: Part.ENTRY, Kind.QUOTE: Part.QUOTE,
    Kind.BOX: Part.BOX, Kind.TOO_DEEP: Part.PARAGRAPH,
}  # fmt: skip


@dataclass(slots=True)
class _Draft:
    """A part while its inside is not known yet."""

    kind: Part
    line: int
    text: str = ""
    label: str = ""
    number: tuple[int, ...] = ()
    id: str = ""
    rank: int = _LEAF
    inside: list[_Draft] = field(default_factory=list)

    def frozen(self) -> Node:
        inside = tuple(each.frozen() for each in self.inside)
        return Node(self.kind, self.line, self.text, self.label, self.number, self.id, inside, self.rank)


def assembled(rows: Iterable[Node]) -> tuple[Node, ...]:
    """Parts put one after another, each in the one it belongs to, with the addresses they have there."""
    root = _Draft(Part.PARAGRAPH, 0, rank=0)
    open_, used = [root], Counter[str]()
    for row in rows:
        for draft in _again(row, used):
            _place(draft, open_, used)
    return tuple(each.frozen() for each in root.inside)


def _again(node: Node, used: Counter[str]) -> Iterator[_Draft]:
    """A part and what is inside it as drafts in a row, an article with the address of its number."""
    id_ = node.id
    if node.kind is Part.ARTICLE:
        id_ = f"tiao-{'-zhi-'.join(map(str, node.number))}"
        used[id_] += 1
        id_ = f"{id_}-{used[id_]}" if used[id_] > 1 else id_
    elif node.kind in _ADDRESS:
        id_ = ""
    draft = _Draft(node.kind, node.line, node.text, node.label, node.number, id_, node.rank)
    if node.rank == _LEAF:
        draft.inside = [each for child in node.children for each in _again(child, used)]
        yield draft
        return
    yield draft
    for child in node.children:
        yield from _again(child, used)


def nested(blocks: list[Block]) -> tuple[Node, ...]:
    """The blocks of one document's body as parts; nothing is left out but links' definitions and lines."""
    root = _Draft(Part.PARAGRAPH, 0, rank=0)
    open_ = [root]
    used: Counter[str] = Counter()
    for block in blocks:
        if block.kind in (Kind.REFERENCE, Kind.RULE):
            continue
        for draft in _drafts(block, open_):
            _place(draft, open_, used)
    return tuple(each.frozen() for each in root.inside)


def _place(draft: _Draft, open_: list[_Draft], used: Counter[str]) -> None:
    """Put a part into the one it belongs to, and give it its address there."""
    while open_[-1].rank >= draft.rank and len(open_) > 1:
        open_.pop()
    holder = open_[-1]
    holder.inside.append(draft)
    if not draft.id:
        draft.id = _address(draft, holder, used)
    if draft.rank < _LEAF:
        open_.append(draft)


def _address(draft: _Draft, holder: _Draft, used: Counter[str]) -> str:
    """tiao-3-kuan-2-xiang-4 inside an article, bu-2-1 for （一） of 二、; "" for what has no number."""
    if draft.kind in _ADDRESS:
        count = draft.number[0]
        made = f"{holder.id}-{_ADDRESS[draft.kind]}-{count}" if holder.id else ""
    elif draft.kind in _IN_ARTICLE or draft.kind is Part.LEVEL_1:
        before = f"{holder.id}-" if holder.id.startswith("bu-") else "bu-"
        made = f"{before}{draft.number[0]}"
    else:
        return ""
    used[made] += bool(made)
    return f"{made}-z{used[made]}" if used[made] > 1 else made


def _drafts(block: Block, open_: list[_Draft]) -> list[_Draft]:
    if block.kind is Kind.ARTICLE:
        return _article(block)
    if block.kind is Kind.HEADING:
        return [_heading(block)]
    if block.kind is Kind.PARAGRAPH:
        return [_paragraph(block.text, block.line, open_)]
    return [_whole(block)]


def _article(block: Block) -> list[_Draft]:
    """The article, and its words as its first 款."""
    number = tuple(int(each) for each in re.findall(r"\d+", re.sub(r"-\d+$", "", block.id) or ""))
    found = re.fullmatch(r"tiao-(\d+)(?:-zhi-(\d+))?(?:-\d+)?", block.id)
    if found:
        number = tuple(int(each) for each in found.groups() if each)
    article = _Draft(Part.ARTICLE, block.line, "", block.label, number, block.id, _RANK[Part.ARTICLE])
    if not block.text:
        return [article]
    return [article, _Draft(Part.CLAUSE, block.line, block.text, number=(1,), rank=_RANK[Part.CLAUSE])]


def _heading(block: Block) -> _Draft:
    """编, 章, 节; 一、 and （一） on a line of their own; any other heading by its level."""
    found = style.CHAPTER.match(block.text)
    if found:
        kind = _UNITS[found[2]]
        value = style.number(re.sub(r"[第\s编章节部分*]", "", found[1]))
        return _Draft(kind, block.line, block.text[found.end(2) :], block.text[: found.end(2)],
                      (value or 0,), block.id, _RANK[kind])  # fmt: skip
    for kind, pattern in _LEVELS:
        if begun := pattern.match(block.text):
            return _level(kind, begun, block.text, block.line, block.id)
    return _Draft(Part.HEADING, block.line, block.text, id=block.id, rank=_HEADING_RANK + block.level)


def _level(kind: Part, begun: re.Match[str], text: str, line: int, id_: str = "") -> _Draft:
    number = (style.number(begun[1]) or 0,)
    return _Draft(kind, line, text[begun.end() :], begun[0], number, id_, _RANK[kind])


def _paragraph(text: str, line: int, open_: list[_Draft]) -> _Draft:
    """A paragraph: inside an article a 款, 项 or 目, elsewhere a level or running text."""
    article = next((each for each in reversed(open_) if each.kind is Part.ARTICLE), None)
    for kind, pattern in _LEVELS:
        if begun := pattern.match(text):
            if article is None:
                return _level(kind, begun, text, line)
            if kind in _IN_ARTICLE:
                return _level(_IN_ARTICLE[kind], begun, text, line)
    if article is None:
        return _Draft(Part.PARAGRAPH, line, text)
    count = 1 + sum(each.kind is Part.CLAUSE for each in article.inside)
    return _Draft(Part.CLAUSE, line, text, number=(count,), rank=_RANK[Part.CLAUSE])


def _whole(block: Block) -> _Draft:
    """A table, a list, a quote, a box: one part with its inside as parts."""
    box = block.id if block.kind is Kind.BOX else ""
    made = _Draft(_PLAIN[block.kind], block.line, block.text, block.label, id=box)
    for number, inner in enumerate(block.blocks, start=max(block.level, 1)):
        if inner.kind in _PLAIN:
            draft = _whole(inner)
            if inner.kind is Kind.ITEM and block.level >= 0:
                draft.label, draft.number = f"{number}. ", (number,)
        else:
            text = f"**{inner.text}**" if inner.kind is Kind.STRONG else inner.text
            draft = _Draft(Part.PARAGRAPH, inner.line, text)
        made.inside.append(draft)
    return made
