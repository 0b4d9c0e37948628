"""The words of a part → text and inline elements of Akoma Ntoso; every sign readers see stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from gongkai.common.printable import xml_text
from gongkai.text import markup, spans, writer

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
Element = Any  # lxml has no types

#: tags of HTML that Akoma Ntoso has too; of others the words stay
_TAGS = {"b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "sub": "sub", "sup": "sup"}


def element(name: str) -> Element:
    """A new element of the namespace, without attributes."""
    return etree.Element(f"{{{NAMESPACE}}}{name}", nsmap={None: NAMESPACE})


def below(holder: Element, name: str, /, **attributes: str) -> Element:
    """A new element at the end of another; ``class_`` is the attribute class."""
    made = etree.SubElement(holder, f"{{{NAMESPACE}}}{name}")
    for key, value in attributes.items():
        made.set(key.rstrip("_"), xml_text(value))
    return made


def add(holder: Element, text: str) -> None:
    """Text at the end of an element."""
    text = xml_text(text)
    if len(holder):
        holder[-1].tail = (holder[-1].tail or "") + text
    else:
        holder.text = (holder.text or "") + text


#: words and where they lead, "" where nowhere
Pieces = Iterable[tuple[str, str]]


def _plain(text: str) -> Iterator[tuple[str, str]]:
    yield text, ""


@dataclass
class Words:
    """Writes words; ``names`` are the notes of the text.

    ``cited`` parts a text by the documents and articles it names, ``leads`` turns a target as written into
    an address.
    """

    names: spans.Names = spans.NOTHING
    cited: Callable[[str], Pieces] = _plain
    leads: Callable[[str], str] = str
    ids: Counter[str] = field(default_factory=Counter)

    def id(self, wanted: str) -> str:
        """An id of the file: the one wanted, with a number behind it when it is taken."""
        self.ids[wanted] += 1
        return wanted if self.ids[wanted] == 1 else self.id(f"{wanted}_{self.ids[wanted]}")

    @staticmethod
    def note_id(name: str) -> str:
        """The id of a note; signs that an id cannot have by their number."""
        return "note_" + "".join(sign if sign.isalnum() else f"-{ord(sign):x}" for sign in name)

    def write(self, holder: Element, text: str) -> Element:
        """The words of a text as written, at the end of an element."""
        self._all(holder, spans.read(text, self.names), True)
        return holder

    def _all(self, holder: Element, parts: Iterable[spans.Span], linked: bool) -> None:
        """``linked``: documents named here may become links; inside a link there is no other."""
        opened = [holder]
        for part in parts:
            if isinstance(part, spans.Tag):
                self._tag(opened, part)
            else:
                self._span(opened[-1], part, linked)

    def _span(self, here: Element, span: spans.Span, linked: bool) -> None:
        if isinstance(span, spans.Bold):
            self._all(below(here, "b"), span.inner, linked)
        elif isinstance(span, spans.Link):
            self._link(here, span)
        elif isinstance(span, spans.NoteRef):
            below(here, "noteRef", href=f"#{self.note_id(span.name)}", marker=span.name)
        elif isinstance(span, spans.Break) and span.kept:
            below(here, "eol")
        elif isinstance(span, spans.Text) and linked:
            self._text(here, span.raw)
        else:
            add(here, _shown(span))

    def _text(self, here: Element, text: str) -> None:
        for words, address in self.cited(text):
            if address:
                add(below(here, "ref", eId=self.id("ref"), href=address), words)
            else:
                add(here, words)

    def _link(self, here: Element, span: spans.Link) -> None:
        if span.image:
            add(below(here, "span", class_="image", title=span.target), span.label)
            return
        self._all(below(here, "a", href=self.leads(span.target)), span.inner, False)

    @staticmethod
    def _tag(opened: list[Element], span: spans.Tag) -> None:
        """Open or close an element; a tag that has no like is left out, its words stay."""
        name = _TAGS.get(span.name)
        if name is None:
            add(opened[-1], _alternative(span))
        elif not span.closing:
            opened.append(below(opened[-1], name))
        elif len(opened) > 1:
            opened.pop()


def _alternative(span: spans.Tag) -> str:
    """The words that stand for a picture."""
    return "" if span.closing else "".join(v for k, v in markup.attributes(span.raw) if k == "alt")


def _shown(span: spans.Span) -> str:
    known = isinstance(span, spans.Text | spans.Escaped | spans.Break)
    return writer.shown(span) if known else span.raw
