"""Where a text names a document of the column, 《…》（文号）, or an article of its own, 本办法第三条."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.common.document_numbers import names_office
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.text.document import Document
from gongkai.text.facts import Named, named
from gongkai.text.facts.numbering import references_in
from gongkai.text.tree import Node


@dataclass(frozen=True, slots=True)
class Citation:
    """Words from ``start`` to ``end`` that lead to a document, or to an article of the text itself."""

    start: int
    end: int
    policy: Policy | None = None
    article: Node | None = None


def citations(register: Register, record: ContentRecord, text: str) -> Iterator[Citation]:
    """The documents that a text of a record names and readers have; never the record itself."""
    if "《" not in text:
        return
    for each in named(text):
        if policy := meant(register, record, each):
            yield Citation(each.start, each.end, policy)


def meant(register: Register, record: ContentRecord, name: Named) -> Policy | None:
    """The document that readers have the text of, where a text of a record names it."""
    found = _found(register, name)
    if found is None or found is record or found.closed or not found.is_public(register.today):
        return None
    return found


def _found(register: Register, name: Named) -> Policy | None:
    """By its 文号 (第5号 alone is no one's); by its title only where no number is written."""
    if name.number and names_office(name.number):
        return register.policy(name.number)
    found = register.policy(name.number or name.title)
    return found if found and found.title == name.title else None


def own_references(document: Document, text: str) -> Iterator[Citation]:
    """The articles of the document that a text of it refers to; in quotations 本办法 is another document."""
    for start, end, article in references_in(document, text):
        before = text[:start]
        if article and before.count("“") <= before.count("”"):
            yield Citation(start, end, article=article)
