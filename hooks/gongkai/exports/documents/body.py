"""A document → preface, preamble, body and conclusions of Akoma Ntoso, and what it prints as attachments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from gongkai.column.identifiers import article_eid
from gongkai.exports.documents.blocks import block
from gongkai.exports.documents.words import Element, Words, add, below
from gongkai.text.document import Document, Line
from gongkai.text.links import readable
from gongkai.text.style import SPACES
from gongkai.text.tree import Node, Part

#: kind → element, and what its ids begin with
_HIERARCHY = {
    Part.BOOK: ("book", "book"), Part.CHAPTER: ("chapter", "chp"), Part.SECTION: ("section", "sec"),
    Part.ARTICLE: ("article", "art"), Part.CLAUSE: ("paragraph", "para"), Part.ITEM: ("point", "point"),
    Part.SUBITEM: ("indent", "indent"), Part.LEVEL_1: ("level", "lvl"), Part.LEVEL_2: ("level", "lvl"),
    Part.LEVEL_3: ("level", "lvl"), Part.LEVEL_4: ("level", "lvl"),
    Part.HEADING: ("hcontainer", "hcontainer"),
}  # fmt: skip
_HEADED = frozenset((Part.BOOK, Part.CHAPTER, Part.SECTION, Part.HEADING))


def content(words: Words, act: Element, document: Document, title: str, prefix: str = "") -> None:
    """All but the metadata; ``title`` where the text has none of its own; ``prefix`` before every id."""
    _preface(words, below(act, "preface"), document, title)
    lead, body = _parted(document.body)
    if document.addressee or lead:
        holder = below(act, "preamble")
        if document.addressee:
            words.write(below(holder, "p", class_="addressee"), document.addressee.text)
        for node in lead:
            block(words, holder, node)
    holder = below(act, "body")
    _children(words, holder, body, prefix)
    if not len(holder):
        below(below(below(holder, "hcontainer", name="text", eId=words.id(f"{prefix}text")), "content"), "p")
    _conclusions(words, act, document)


def _parted(nodes: tuple[Node, ...]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """What stands above the first 章, 条 or 一、, and the rest; all is the rest where there is none."""
    first = next((at for at, node in enumerate(nodes) if node.kind in _HIERARCHY), 0)
    return nodes[:first], nodes[first:]


def _preface(words: Words, holder: Element, document: Document, title: str) -> None:
    """The lines of the head in their order, the title among them."""
    lines = [line for line in (document.number, document.title, *document.head) if line]
    for line in sorted(lines, key=lambda each: each.line):
        if line is document.title:
            words.write(below(below(holder, "p"), "docTitle"), line.text)
        elif line is document.number:
            words.write(below(below(holder, "p"), "docNumber"), line.text)
        else:
            words.write(below(holder, "p"), line.text)
    if document.title is None:
        made = below(below(holder, "p"), "docTitle")
        add(made, title)


def _conclusions(words: Words, act: Element, document: Document) -> None:
    """The list of attachments, the signature with its day, notes and imprint."""
    day = (document.day,) if document.day else ()
    parts: tuple[tuple[str, Iterable[Line]], ...] = (
        ("attachments", document.listing), ("signature", (*document.issuers, *day)),
        ("notes", document.notes), ("imprint", document.imprint),
    )  # fmt: skip
    written = [(name, tuple(lines)) for name, lines in parts if tuple(lines)]
    if not written:
        return
    holder = below(act, "conclusions")
    for name, lines in written:
        for line in lines:
            words.write(below(holder, "p", class_=name), line.text)


def _children(words: Words, holder: Element, nodes: Iterable[Node], prefix: str) -> None:
    """Parts of the hierarchy as they are, runs of other blocks each in a container."""
    for hierarchical, run in groupby(nodes, lambda node: node.kind in _HIERARCHY):
        if hierarchical:
            for node in run:
                _part(words, holder, node, prefix)
        else:
            made = below(holder, "hcontainer", name="text", eId=words.id(f"{prefix}text"))
            inner = below(made, "content")
            for node in run:
                block(words, inner, node)


def _part(words: Words, holder: Element, node: Node, prefix: str) -> None:
    name, short = _HIERARCHY[node.kind]
    id_ = words.id(_id(node, prefix, short))
    made = below(holder, name, **({"name": "heading"} if name == "hcontainer" else {}), eId=id_)
    label, text = numbered(node)
    if label:
        add(below(made, "num"), label)
    if text and (node.kind in _HEADED or node.id.startswith("h-")):
        words.write(below(made, "heading"), text.strip(SPACES))
        text = ""
    _filled(words, made, node, text, f"{id_}__" if node.kind not in _OUTSIDE else prefix)


#: articles are numbered through a document, whatever part they stand in
_OUTSIDE = frozenset((Part.BOOK, Part.CHAPTER, Part.SECTION, Part.HEADING))


def _id(node: Node, prefix: str, short: str) -> str:
    if node.kind is Part.ARTICLE:
        return f"{prefix}{article_eid(node.number)}"
    return f"{prefix}{short}_{'-'.join(map(str, node.number)) or 1}"


def _filled(words: Words, made: Element, node: Node, text: str, prefix: str) -> None:
    """Its own words and the blocks below them, then the parts inside; without parts all is its content."""
    blocks, parts = _lead(node.children)
    inner = any(each.kind in _HIERARCHY for each in parts)
    if inner and not (text or blocks):
        _children(words, made, parts, prefix)
        return
    holder = below(made, "intro" if inner else "content")
    if text or not blocks:
        words.write(below(holder, "p"), text)
    for each in blocks:
        block(words, holder, each)
    _children(words, made, parts, prefix)


def _lead(nodes: tuple[Node, ...]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    first = next((at for at, node in enumerate(nodes) if node.kind in _HIERARCHY), len(nodes))
    return nodes[:first], nodes[first:]


def numbered(node: Node) -> tuple[str, str]:
    """The number and the words of a part; all as words where a mark of bold reaches over both."""
    label, text = node.label, node.text
    if label.startswith("**"):
        label, text = label[2:], f"**{text}"
    if f"{label}{readable(text)}" == node.own_words:
        return label, text
    return "", f"{node.label}{node.text}"


def printed(document: Document) -> Iterator[tuple[str, Document]]:
    """What it prints with the beginning of its ids: att_1__, att_2__."""
    for number, each in enumerate(document.printed, 1):
        yield f"att_{number}__", each
