"""A document → the Markdown of its text: what reading it gives again."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.text.document import Document
from gongkai.text.tree import Node, Part

_OWN_LINE = frozenset((Part.BOOK, Part.CHAPTER, Part.SECTION))
_LEVELS = frozenset((Part.LEVEL_1, Part.LEVEL_2, Part.LEVEL_3, Part.LEVEL_4, Part.ITEM, Part.SUBITEM))


def markdown(document: Document) -> str:
    """The text of the document, what it prints too, a blank line between its blocks."""
    return "\n\n".join(block for block in _document(document) if block.strip()) + "\n"


def _document(document: Document) -> Iterator[str]:
    if document.id and document.title:
        yield document.title.text
    own = [document.number, *document.head]
    own += [document.title] if document.title and not document.id else []
    yield from (line.text for line in sorted((each for each in own if each), key=lambda each: each.line))
    if document.addressee:
        yield document.addressee.text
    for node in document.body:
        yield from _node(node)
    yield from _tail(document)
    for printed in document.printed:
        yield from _document(printed)


def _tail(document: Document) -> Iterator[str]:
    """List of attachments, signature, notes and imprint."""
    if document.listing:
        yield "\n".join(line.text for line in document.listing)
    signature = [*document.issuers, *([document.day] if document.day else [])]
    if signature:
        yield "\n".join(line.text for line in signature)
    yield from (line.text for line in (*document.notes, *document.imprint))


def _node(node: Node) -> Iterator[str]:
    if node.kind is Part.ARTICLE:
        yield from _article(node)
        return
    if node.kind in (Part.LIST, Part.QUOTE, Part.BOX):
        yield _boxed(node)
        return
    if node.kind is Part.HEADING:
        yield f"{'#' * max(node.rank - 4, 2)} {node.text}"
    else:
        yield _own(node)
    for child in node.children:
        yield from _node(child)


def _own(node: Node) -> str:
    if node.kind is Part.TABLE and node.label:
        return f"{node.label}\n\n{node.text}"
    if node.kind is Part.CODE:
        return f"```\n{node.text}\n```"
    return f"{node.label}{node.text}"


def _article(node: Node) -> Iterator[str]:
    """The number and the first 款 on one line, what follows below."""
    first, *rest = node.children or (None,)
    if first is None or first.kind is not Part.CLAUSE:
        yield node.label
        rest = list(node.children)
    else:
        yield f"{node.label}\u3000{first.text}"
        for child in first.children:
            yield from _node(child)
    for child in rest:
        if child:
            yield from _node(child)


def _boxed(node: Node) -> str:
    """A list, a quotation or a box with what is inside it, set in by its mark."""
    if node.kind is Part.LIST:
        return "\n".join(_entry(entry) for entry in node.children)
    inner = "\n\n".join(block for child in node.children for block in _node(child))
    if node.kind is Part.QUOTE:
        return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
    lines = "\n".join(f"    {line}".rstrip() for line in inner.split("\n"))
    title = f' "{node.label}"' if node.label else ""
    return f"!!! {node.id or 'note'}{title}\n{lines}"


def _entry(entry: Node) -> str:
    mark = entry.label or "- "
    inner = "\n\n".join(block for child in entry.children for block in _node(child))
    return mark + inner.replace("\n", "\n" + " " * 4)
