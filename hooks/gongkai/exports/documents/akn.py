"""A version → Akoma Ntoso 3.0 (OASIS), valid by the official schema; every sign of the text stands in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lxml import etree

from gongkai.column.citations import citations, own_references
from gongkai.column.identifiers import article_eid, eli
from gongkai.column.register import Register
from gongkai.column.versions import Version
from gongkai.exports.documents.body import content, printed
from gongkai.exports.documents.meta import identification, meta
from gongkai.exports.documents.words import NAMESPACE, Element, Pieces, Words, below, element
from gongkai.text.document import Document
from gongkai.text.names import names
from gongkai.text.scan import scan

#: what holds words and not other blocks
_RUNNING = frozenset(
    f"{{{NAMESPACE}}}{name}"
    for name in (
        *("p", "num", "heading", "caption", "docTitle", "docNumber"),
        *("b", "i", "u", "sub", "sup", "a", "ref", "span"),
    )
)


def akoma_ntoso(
    register: Register,
    version: Version,
    known: tuple[Version, ...],
    leads: Callable[[str], str] = str,
) -> bytes:
    """The file of a version; ``known`` are all of them, ``leads`` makes an address of a target as written."""
    root, text = element("akomaNtoso"), version.text
    contains = "singleVersion" if version.consolidated else "originalVersion"
    act = below(root, "act", name="act", contains=contains)
    meta(act, register, version, known)
    cited = partial(_cited, register, version, text)
    words = Words(names(scan(version.policy.body)), cited, leads)
    content(words, act, text, version.policy.title)
    _attachments(act, register, version, words)
    _laid_out(root)
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _laid_out(root: Element) -> None:
    """Every element that is no part of running words on a line of its own."""
    for holder in root.iter():
        if holder.tag not in _RUNNING:
            for each in holder:
                each.tail = each.tail or "\n"


def _attachments(act: Element, register: Register, version: Version, words: Words) -> None:
    """What the document prints: each an act of its own."""
    if not version.text.printed:
        return
    holder = below(act, "attachments")
    for number, (prefix, each) in enumerate(printed(version.text), 1):
        inner = below(below(holder, "attachment", eId=f"att_{number}"), "act", name="act")
        identification(below(inner, "meta"), register, version, f"annex_{number}")
        cited = partial(_cited, register, version, each)
        own = Words(words.names, cited, words.leads, words.ids)
        content(own, inner, each, "", prefix)


def _cited(register: Register, version: Version, document: Document, text: str) -> Pieces:
    """The words of a text in pieces: what names a document of the column or an own article leads there."""
    prefix = next((start for start, each in printed(version.text) if each is document), "")
    found = [*citations(register, version.policy, text), *own_references(document, text)]
    at = 0
    for each in sorted(found, key=lambda citation: citation.start):
        if each.start < at:
            continue
        yield text[at : each.start], ""
        here = f"#{prefix}{article_eid(each.article.number)}" if each.article else ""
        yield text[each.start : each.end], eli(register, each.policy) if each.policy else here
        at = each.end
    yield text[at:], ""
