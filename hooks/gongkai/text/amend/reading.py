"""The wording of amending decisions → operations: 将第三条修改为：“…”, 增加一条，作为第五条：“…”, 删去第七条.

What is not read stays an item with its words, for an editor to enter; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from gongkai.text.amend.address import ADDRESS, NUM, Address, from_groups
from gongkai.text.amend.operations import Act, Operation
from gongkai.text.document import Document
from gongkai.text.style import CHAPTER
from gongkai.text.tree import Node, Part

#: an item of the decision: 一、 or （一） or 1. at the start of a line, outside quotation
_NUMERAL = "[一二三四五六七八九十百]{1,4}"
_ITEM = re.compile(
    rf"(?m)^[ \t\u3000]*(?:{_NUMERAL}、|[（(]{_NUMERAL}[）)]|\d{{1,3}}[.．、]|此外[，,]|另外[，,])"
)
_LAST = re.compile(r"(?m)^[ \t\u3000]*(?:本决定自|本修正案自|本通知自|《[^》]+》根据本决定|根据本决定)")
_CLOSE_UP = re.compile(r"条文?(?:的)?顺序(?:和[^，。]*)?(?:作|做)?相应(?:的)?调整|条款顺序作?相应调整")
_TO = r"(?:修改为|修改成|改为|改成|修订为|更改为|变更为|调整为)"
#: 《某办法》（某发〔2019〕8号）中的第九条: the document before the article
_OF_DOCUMENT = re.compile(
    r"^(?:将|把|对)?《[^》]*(?:《[^》]*》[^》]*)*》(?:[（(][^（）()]*[）)])?(?:中的|中|的)?"
)
_PUT = re.compile(rf"(?:将|把)?(?:原)?{ADDRESS}{_TO}[：:，,]?$")
_MOVED = re.compile(
    rf"(?:将|把)?(?:原)?{ADDRESS}(?:调整为|改为|作为|修改为){ADDRESS}(?:，?(?:并)?{_TO}[：:，,]?)?$"
)
_ADD_ARTICLE = re.compile(
    rf"(?:在)?(?:{ADDRESS}(?:之?后|后面))?(?:，)?增加(?:一条[，,]?(?:作为|为))?{ADDRESS}[：:，,]?$"
)
_ADD_CLAUSE = re.compile(rf"(?:将|把|在)?{ADDRESS}(?:中|之?后)?增加(?:一|1)款[，,]?作为第({NUM})款[：:，,]?$")
_ADD_ITEM = re.compile(
    rf"(?:将|把|在)?{ADDRESS}(?:中|之?后)?增加(?:一|1)项[，,]?作为第[（(]?({NUM})[）)]?项[：:，,]?$"
)
_TAKE = re.compile(rf"(?:将|把)?{ADDRESS}(?:予以)?删去$|删[去除](?:原)?((?:{ADDRESS}[、和及]?)+)$")
_ADD_CHAPTER = re.compile(
    rf"(?:在第{NUM}章(?:之?后|后面)[，,]?)?增加一章(?:[，,]?(?:作为|为)第{NUM}章)?[：:，,]?$"
)
_QUOTE = r"\uE000(\d+)\uE001"
#: where words stand: in articles, or 全文, 本办法中 (no article)
_WHERE = (
    rf"(?:将|把|在)?((?:{ADDRESS}[、，和及]?)+|(?:原?全文|文中|本(?:办法|规定|细则|通知|意见|制度|方案)))?"
    r"(?:内容)?(?:中|里)?(?:的)?"
)
_CHANGED_TO = rf"{_QUOTE}(?:统一|均|分别|一律)?{_TO}{_QUOTE}"
_WORDS = re.compile(rf"{_WHERE}({_CHANGED_TO}(?:[，,、]?(?:将|把)?{_CHANGED_TO})*)$")
_NO_WORDS = re.compile(rf"(?:删[去除]{_WHERE}{_QUOTE}|{_WHERE}{_QUOTE}(?:予以)?删[去除])$")
_MORE_WORDS = re.compile(rf"{_WHERE}{_QUOTE}(?:之)?(后|前)(?:面)?(?:增加|加上|增写){_QUOTE}$")
_ALL = re.compile(ADDRESS)
_CHANGES = re.compile(r"修改|修订|改为|增加|删[去除]|废止|停止执行|调整为")
_END = " \u3000。；;，,\n"
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
        words = _hide(self.words)[0]
        return tuple(each.article for each in _addresses(words)) if _CHANGES.search(words) else ()


def items(text: str) -> Iterator[Item]:
    """Every item of an amending text, in order; ``line`` counts from 0.

    A decision with one change has no numbers: then the sentence with 修改, 增加 or 删 is its item.
    """
    text = _STRAIGHT.sub(r"“\1”", text)
    hidden, quotes = _hide(text)
    end = _LAST.search(hidden)
    hidden, closing = (hidden[: end.start()], hidden[end.start() :]) if end else (hidden, "")
    found = [*_numbered(text, hidden, quotes)] or [*_unnumbered(text, hidden, quotes)]
    yield from found
    # 《…》根据本决定作相应修改并对条文顺序作相应调整，重新公布。 means something where an article came or went
    moved = any(each.act in _STRUCTURE and each.at[0].whole for item in found for each in item.operations)
    if moved and (order := _CLOSE_UP.search(closing)):
        line = text.count("\n", 0, _real(hidden + closing, len(hidden) + order.start(), quotes))
        yield Item(line, order[0], (Operation(Act.CLOSE_UP),))


def _numbered(text: str, hidden: str, quotes: list[str]) -> Iterator[Item]:
    starts = [found.start() for found in _ITEM.finditer(hidden)]
    for begin, stop in pairwise([*starts, len(hidden)]):
        marker = _ITEM.match(hidden, begin)
        words = hidden[marker.end() if marker else begin : stop]
        line = text.count("\n", 0, _real(hidden, begin, quotes))
        yield Item(line, _shown(words, quotes).strip(_END), tuple(_operations(words, quotes)))


def _unnumbered(text: str, hidden: str, quotes: list[str]) -> Iterator[Item]:
    for sentence in re.split(r"(?<=[。])", hidden):
        if found := tuple(_operations(sentence, quotes)):
            line = text.count("\n", 0, _real(hidden, hidden.index(sentence), quotes))
            yield Item(line, _shown(sentence, quotes).strip(_END), found)


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
        yield Item(0, text.strip(_END), ())


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
            label = f"{each.label}\u3000" if "“" in _hide(made)[0] else ""
        else:
            made, label = f"{made}\n{label}{each.own_words}" if made else label + each.own_words, ""
    return made


def _joined(nodes: list[Node]) -> Node:
    return Node(Part.PARAGRAPH, nodes[0].line, children=tuple(nodes))


def _hide(text: str) -> tuple[str, list[str]]:
    """The text with each quotation as a place, and the quotations; only the last ” of one closes it.

    A quotation of several paragraphs opens each of them again with “.
    """
    quotes: list[str] = []
    made, at = "", 0
    while (start := text.find("“", at)) >= 0:
        end = _closing(text, start)
        if end < 0:
            break
        quotes.append(text[start : end + 1])
        made += f"{text[at:start]}\ue000{len(quotes) - 1}\ue001"
        at = end + 1
    return made + text[at:], quotes


def _closing(text: str, start: int) -> int:
    """Where the quotation ends: its first ”, or where a paragraph inside it opens again, that one's."""
    end = text.find("”", start)
    opened = re.compile(r"\n[ \t\u3000]*“")
    while end >= 0:
        again = opened.search(text, start + 1, end)
        if again is None or again.end() >= end:
            return end
        start = again.end() - 1
    return end


def _real(hidden: str, at: int, quotes: list[str]) -> int:
    """Where a place of the text with hidden quotations stands in the text itself."""
    return len(_shown(hidden[:at], quotes))


def _shown(hidden: str, quotes: list[str]) -> str:
    return re.sub(r"\ue000(\d+)\ue001", lambda found: quotes[int(found[1])], hidden)


def _quoted(mark: str, quotes: list[str]) -> str:
    """What stands in a quotation: paragraphs that open again without their marks, ‘ ’ as “ ”."""
    text = quotes[int(mark)][1:-1]
    return re.sub(r"(?m)^[ \t\u3000]*“", "", text).replace("‘", "“").replace("’", "”")


def _operations(words: str, quotes: list[str]) -> Iterator[Operation]:
    """What the sentences of an item do; nothing where one of them is not understood."""
    found: list[Operation] = []
    for clause in _clauses(words):
        read = list(_clause(clause.strip(_END), quotes))
        if not read and re.search(r"修改|改为|增加|删[去除]|调整|\ue000", clause):
            return
        found += read
    yield from found


def _clauses(words: str) -> Iterator[str]:
    """The sentences of an item; what a quotation ends is one too."""
    for sentence in re.split(r"[。；]", "".join(words.split())):
        yield from re.split(r"(?<=\ue001)[，,]?(?=(?:将|把)第|删|增加|在第|第)", sentence)


def _clause(clause: str, quotes: list[str]) -> Iterator[Operation]:
    clause = _OF_DOCUMENT.sub("", clause)
    if _CLOSE_UP.search(clause):
        yield Operation(Act.CLOSE_UP)
        clause = _CLOSE_UP.sub("", clause).strip(_END)
    if words := tuple(_words(clause, quotes)):
        yield from words
        return
    if found := _TAKE.fullmatch(clause):
        for place in _addresses(clause):
            yield Operation(Act.TAKE, (place,))
        return
    body, mark, _ = clause.partition("\ue000")
    text = _quoted(re.findall(r"\ue000(\d+)\ue001", clause)[0], quotes) if mark else ""
    yield from _part(body, text)


def _words(clause: str, quotes: list[str]) -> Iterator[Operation]:
    """A clause that replaces, deletes or adds words inside articles."""
    if found := _WORDS.fullmatch(clause):
        places = tuple(_addresses(found[1] or ""))
        for each in re.finditer(_CHANGED_TO, found[0]):
            old, new = (_quoted(mark, quotes) for mark in each.groups())
            yield Operation(Act.WORDS, places, old=old, new=new)
    elif (found := _NO_WORDS.fullmatch(clause)) and "\ue000" in clause:
        where, mark = clause.split("\ue000")[0], re.findall(_QUOTE, clause)[0]
        yield Operation(Act.WORDS, tuple(_addresses(where)), old=_quoted(mark, quotes))
    elif found := _MORE_WORDS.fullmatch(clause):
        old, more = (_quoted(mark, quotes) for mark in re.findall(_QUOTE, clause))
        new = old + more if re.search(r"\ue001(?:之)?后", clause) else more + old
        yield Operation(Act.WORDS, tuple(_addresses(clause)), old=old, new=new)


def _addresses(words: str) -> Iterator[Address]:
    for found in _ALL.finditer(words):
        if place := from_groups(*found.groups()):
            yield place


def _part(body: str, text: str) -> Iterator[Operation]:
    """A clause that puts, adds or moves one part; ``text`` is what it quotes."""
    if found := _ADD_ARTICLE.fullmatch(body):
        new = from_groups(*found.groups()[4:])
        if new and text:
            yield Operation(Act.ADD, (new,), text, after=from_groups(*found.groups()[:4]))
    elif found := _ADD_CLAUSE.fullmatch(body) or _ADD_ITEM.fullmatch(body):
        yield from _added(found, text, item="项" in body.rpartition("增加")[2])
    elif _ADD_CHAPTER.fullmatch(body):
        yield from _chapter(text)
    elif found := _MOVED.fullmatch(body):
        yield from _moved(found, text)
    elif (found := _PUT.fullmatch(body)) and text and (place := from_groups(*found.groups())):
        yield Operation(Act.PUT, (place,), text)


def _chapter(text: str) -> Iterator[Operation]:
    """Each article of a new chapter; its heading stands above the first one."""
    lines = text.strip().split("\n")
    heading, begun = lines[0].strip(), list[list[str]]()
    for line in lines[1:]:
        if read_article(line):
            begun.append([line.strip()])
        elif begun:
            begun[-1].append(line)
        elif line.strip():
            return
    places = [read_article(each[0]) for each in begun]
    if not CHAPTER.match(heading) or not places or len(set(places)) < len(places):
        return
    for place, words in zip(places, begun, strict=True):
        above = f"{heading}\n\n" if place is places[0] else ""
        if place:
            yield Operation(Act.ADD, (place,), above + "\n".join(words).strip())


def read_article(line: str) -> Address | None:
    """The number of the article that a line begins."""
    found = re.match(rf"[ \t\u3000]*{ADDRESS}(?=[ \t\u3000])", line)
    place = from_groups(*found.groups()) if found else None
    return place if place and place.whole else None


def _moved(found: re.Match[str], text: str) -> Iterator[Operation]:
    """第九条改为第十条, with its new text or without."""
    old, new = from_groups(*found.groups()[:4]), from_groups(*found.groups()[4:8])
    if old and new and old.whole and new.whole:
        if text:
            yield Operation(Act.PUT, (old,), text)
        if new != old:
            yield Operation(Act.MOVE, (old,), to=new)


def _added(found: re.Match[str], text: str, item: bool) -> Iterator[Operation]:
    holder = from_groups(*found.groups()[:4])
    count = from_groups(found[5], None)
    if holder is None or count is None or not text:
        return
    number = count.article[0]
    place = Address(holder.article, holder.clause, number) if item else Address(holder.article, number)
    yield Operation(Act.ADD, (place,), text)
