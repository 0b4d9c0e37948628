"""Spans → elements of a page: what is text is escaped, what is a mark becomes its element."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element, SubElement

from gongkai.text import markup, spans
from gongkai.text.results import UnsafeText


class Writer:
    """Writes words into elements, targets as they are written; ``note`` makes the mark of a note."""

    def __init__(self, names: spans.Names, note: Callable[[str], Element]) -> None:
        self.names, self.note = names, note

    def write(self, holder: Element, text: str) -> None:
        """Put the words of a text into an empty element."""
        if spans.ANY.search(text):
            self._all(holder, spans.read(text, self.names))
        elif text:
            add(holder, text)

    def _all(self, holder: Element, parts: Iterable[spans.Span]) -> None:
        opened = [holder]
        for part in parts:
            here = opened[-1]
            if isinstance(part, spans.Tag):
                self._tag(opened, part)
            elif isinstance(part, spans.Bold):
                self._all(SubElement(here, "strong"), part.inner)
            elif isinstance(part, spans.Link):
                self._link(here, part)
            elif isinstance(part, spans.NoteRef):
                here.append(self.note(part.name))
            elif isinstance(part, spans.Break) and part.kept:
                SubElement(here, "br")
            else:
                add(here, shown(part))
        if len(opened) > 1:
            raise UnsafeText(f"标签 <{opened[-1].tag}> 没有结束")

    def _tag(self, opened: list[Element], part: spans.Tag) -> None:
        written = [] if part.closing else markup.attributes(part.raw)
        markup.refuse_tag(part.name, written)
        if part.closing and part.name not in markup.VOID:
            if len(opened) < 2 or opened[-1].tag != part.name:
                raise UnsafeText(f"结束标签 </{part.name}> 没有对应的开始标签")
            opened.pop()
        elif not part.closing:
            values = {key: escaped(html.unescape(value)) for key, value in written}
            element = SubElement(opened[-1], part.name, values)
            if part.name not in markup.VOID:
                opened.append(element)

    def _link(self, here: Element, part: spans.Link) -> None:
        title = {"title": escaped(part.title)} if part.title else {}
        if part.image:
            SubElement(here, "img", {"alt": escaped(part.label), "src": escaped(part.target)} | title)
            return
        self._all(SubElement(here, "a", {"href": escaped(part.target)} | title), part.inner)


def escaped(text: str) -> str:
    """Text in which ``&lt;`` stays four signs when it is written out."""
    return text.replace("&", "&amp;") if "&" in text else text


def shown(part: spans.Span) -> str:
    """What readers see of a span that holds no other."""
    if isinstance(part, spans.Break):
        return "\n" if part.kept else part.space
    return part.raw[1:] if isinstance(part, spans.Escaped) else part.raw


def add(holder: Element, text: str) -> None:
    """Add text at the end of an element."""
    text = escaped(text)
    if len(holder):
        holder[-1].tail = (holder[-1].tail or "") + text
    else:
        holder.text = (holder.text or "") + text
