"""Work on the finished tree: link targets and the holes for interpretations."""

from __future__ import annotations

import html
from typing import Any
from xml.etree.ElementTree import Comment, Element

from markdown.util import AMP_SUBSTITUTE

from gongkai.text import targets

_TARGETS = {"href": False, "src": True}


def target(md: Any, name: str, value: str) -> str:
    """The value of an attribute written in an inline tag, a target rewritten by ``md.link``."""
    value = html.unescape(value)
    if name in _TARGETS:
        targets.refuse(value, _TARGETS[name])
        value = md.link(value)
    return html.escape(value)


def links(root: Element, md: Any) -> None:
    """Give every target in the tree to ``md.link``; footnotes link to themselves."""
    for tag, name in (("a", "href"), ("img", "src")):
        for element in root.iter(tag):
            written = element.get(name)
            if written is None or element.get("class", "").startswith("footnote-"):
                continue
            value = html.unescape(written)
            targets.refuse(value, tag == "img")
            element.set(name, md.link(value).replace("&", f"{AMP_SUBSTITUTE}amp;"))


def holes(root: Element) -> None:
    """At the end of each article, the comment where its interpretation goes."""
    for section in root.iter("section"):
        section.append(Comment(f"notes:{section.get('id')}"))
