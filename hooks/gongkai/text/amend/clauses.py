"""A sentence of an amending decision → operations: 将第三条修改为：“…”, 增加一条，作为第五条：“…”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.text.amend.address import ADDRESS, NUM, Address, from_groups
from gongkai.text.amend.operations import Act, Operation
from gongkai.text.amend.quotes import PLACE, quoted
from gongkai.text.style import CHAPTER

CLOSE_UP = re.compile(r"条文?(?:的)?顺序(?:和[^，。]*)?(?:作|做)?相应(?:的)?调整|条款顺序作?相应调整")
#: what stands at the ends of a sentence
END = " \u3000。；;，,\n"
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
#: where words stand: in articles, or 全文, 本办法中 (no article)
_WHERE = (
    rf"(?:将|把|在)?((?:{ADDRESS}[、，和及]?)+|(?:原?全文|文中|本(?:办法|规定|细则|通知|意见|制度|方案)))?"
    r"(?:内容)?(?:中|里)?(?:的)?"
)
_CHANGED_TO = rf"{PLACE}(?:统一|均|分别|一律)?{_TO}{PLACE}"
_WORDS = re.compile(rf"{_WHERE}({_CHANGED_TO}(?:[，,、]?(?:将|把)?{_CHANGED_TO})*)$")
_NO_WORDS = re.compile(rf"(?:删[去除]{_WHERE}{PLACE}|{_WHERE}{PLACE}(?:予以)?删[去除])$")
_MORE_WORDS = re.compile(rf"{_WHERE}{PLACE}(?:之)?(后|前)(?:面)?(?:增加|加上|增写){PLACE}$")
_ALL = re.compile(ADDRESS)


def operations(words: str, quotes: list[str]) -> Iterator[Operation]:
    """What the sentences of an item do; nothing where one of them is not understood."""
    found: list[Operation] = []
    for clause in _clauses(words):
        read = list(_clause(clause.strip(END), quotes))
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
    if CLOSE_UP.search(clause):
        yield Operation(Act.CLOSE_UP)
        clause = CLOSE_UP.sub("", clause).strip(END)
    if words := tuple(_words(clause, quotes)):
        yield from words
        return
    if _TAKE.fullmatch(clause):
        for place in addresses(clause):
            yield Operation(Act.TAKE, (place,))
        return
    body, mark, _ = clause.partition("\ue000")
    text = quoted(re.findall(r"\ue000(\d+)\ue001", clause)[0], quotes) if mark else ""
    yield from _part(body, text)


def _words(clause: str, quotes: list[str]) -> Iterator[Operation]:
    """A clause that replaces, deletes or adds words inside articles."""
    if found := _WORDS.fullmatch(clause):
        places = tuple(addresses(found[1] or ""))
        for each in re.finditer(_CHANGED_TO, found[0]):
            old, new = (quoted(mark, quotes) for mark in each.groups())
            yield Operation(Act.WORDS, places, old=old, new=new)
    elif (found := _NO_WORDS.fullmatch(clause)) and "\ue000" in clause:
        where, mark = clause.split("\ue000", maxsplit=1)[0], re.findall(PLACE, clause)[0]
        yield Operation(Act.WORDS, tuple(addresses(where)), old=quoted(mark, quotes))
    elif found := _MORE_WORDS.fullmatch(clause):
        old, more = (quoted(mark, quotes) for mark in re.findall(PLACE, clause))
        new = old + more if re.search(r"\ue001(?:之)?后", clause) else more + old
        yield Operation(Act.WORDS, tuple(addresses(clause)), old=old, new=new)


def addresses(words: str) -> Iterator[Address]:
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
