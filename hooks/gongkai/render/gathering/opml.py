"""Feeds → OPML 2.0: a list that programs for reading take in at once."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from gongkai.common.printable import one_line


def written(title: str, feeds: Iterable[tuple[str, str, str]]) -> bytes:
    """``feeds`` are (title, address of the feed, address of its page)."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = one_line(title)
    body = ElementTree.SubElement(root, "body")
    for words, feed, page in feeds:
        text = one_line(words)
        ElementTree.SubElement(body, "outline", type="rss", text=text, title=text, xmlUrl=feed, htmlUrl=page)
    ElementTree.indent(root)
    made: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return made + b"\n"
