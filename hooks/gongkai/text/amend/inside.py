"""Changes inside an article: its 款, 项 and words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from gongkai.text import style
from gongkai.text.amend.address import Address
from gongkai.text.document import document
from gongkai.text.tree import Node, Part

#: signs that a removal leaves beside one another, and what stands there in good style
_TIDY = (("、以及", "以及"), ("；。", "。"), ("，。", "。"), ("、。", "。"), ("，，", "，"))
_NAMES = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")


def article_of(text: str, label: str) -> Node | None:
    """A new article as written, with the label where the text has none; None where it is not one article."""
    text = text.strip()
    if not style.begun_article(text, expected=True):
        text = f"{label}　{text}"
    nodes = document(text).body
    return nodes[0] if len(nodes) == 1 and nodes[0].kind is Part.ARTICLE else None


def headed(text: str) -> tuple[Node | None, str]:
    """The heading of a chapter that a new article's text begins with, and the rest; None without one."""
    first, _, rest = text.strip().partition("\n")
    if not style.CHAPTER.fullmatch(first.strip()) or not rest.strip():
        return None, text
    (heading,) = document(first.strip()).body
    return heading, rest


def parts_of(text: str, kind: Part) -> tuple[Node, ...]:
    """New 款 or 项 as written."""
    article = article_of(f"第一条　{text}" if kind is Part.CLAUSE else f"第一条　甲：\n{text}", "")
    if article is None:
        return ()
    return article.children if kind is Part.CLAUSE else article.children[0].children


def put(article: Node, at: Address, text: str) -> Node | None:
    """The article with a 款 or 项 replaced; None where it has no such part."""
    kind = Part.ITEM if at.item else Part.CLAUSE
    new = parts_of(text, kind)
    holder = _holder(article, at)
    if holder is None or not new:
        return None
    return _changed(article, holder, lambda parts: _replaced(parts, kind, _count(at), new))


def add(article: Node, at: Address, text: str) -> Node | None:
    """The article with a 款 or 项 put in before the one that has its number; None where it does not fit."""
    kind = Part.ITEM if at.item else Part.CLAUSE
    new = parts_of(text, kind)
    holder = _holder(article, at)
    if holder is None or not new:
        return None
    count = sum(each.kind is kind for each in holder.children)
    if _count(at) > count + 1:
        return None
    return _changed(article, holder, lambda parts: _inserted(parts, kind, _count(at), new))


def take(article: Node, at: Address) -> Node | None:
    """The article without a 款 or 项; None where it has no such part."""
    kind = Part.ITEM if at.item else Part.CLAUSE
    holder = _holder(article, at)
    if holder is None:
        return None
    return _changed(article, holder, lambda parts: _replaced(parts, kind, _count(at), ()))


def _count(at: Address) -> int:
    return at.item or at.clause


def _holder(article: Node, at: Address) -> Node | None:
    """What the part stands in: the article, or of an 项 its 款, the only one with 项 where none is named."""
    if not at.item:
        return article
    clauses = [each for each in article.children if each.kind is Part.CLAUSE]
    if at.clause:
        return next((each for each in clauses if each.number == (at.clause,)), None)
    listed = [each for each in clauses if any(child.kind is Part.ITEM for child in each.children)]
    return listed[0] if len(listed) == 1 else clauses[0] if len(clauses) == 1 else None


Parts = tuple[Node, ...]


def _changed(article: Node, holder: Node, change: Callable[[Parts], Parts | None]) -> Node | None:
    """The article with the parts of one of its own, or of itself, changed and numbered anew."""
    parts = change(holder.children)
    if parts is None:
        return None
    made = replace(holder, children=_numbered(parts))
    if holder is article:
        return made
    return replace(article, children=tuple(made if each is holder else each for each in article.children))


def _numbered(parts: Parts) -> Parts:
    counts = {Part.CLAUSE: 0, Part.ITEM: 0}
    made = []
    for part in parts:
        if part.kind in counts:
            counts[part.kind] += 1
            count = counts[part.kind]
            label = f"（{style.numeral(count)}）" if part.kind is Part.ITEM else part.label
            part = replace(part, number=(count,), label=label)
        made.append(part)
    return tuple(made)


def _place(parts: Parts, kind: Part, number: int) -> int | None:
    """Where the part of a kind with a number stands in the row."""
    return next((at for at, part in enumerate(parts) if part.kind is kind and part.number == (number,)), None)


def _replaced(parts: Parts, kind: Part, number: int, new: Parts) -> Parts | None:
    at = _place(parts, kind, number)
    return None if at is None else (*parts[:at], *new, *parts[at + 1 :])


def _inserted(parts: Parts, kind: Part, number: int, new: Parts) -> Parts | None:
    at = _place(parts, kind, number)
    at = len(parts) if at is None else at
    before = parts[:at]
    if kind is Part.ITEM and before and before[-1].text.endswith("。") and new[-1].text.endswith("。"):
        # the last 项 ends in 。 and is the last no more
        before = (*before[:-1], replace(before[-1], text=before[-1].text[:-1] + "；"))
    return (*before, *new, *parts[at:])


def reworded(node: Node, old: str, new: str) -> tuple[Node, int, int]:
    """The part with words replaced throughout, how often, and how often left as they stand in a 《》."""
    text, hits, left = _replaced_words(node.text, old, new)
    children = []
    for child in node.children:
        made, more, named = reworded(child, old, new)
        children.append(made)
        hits, left = hits + more, left + named
    return replace(node, text=text, children=tuple(children)), hits, left


def _replaced_words(text: str, old: str, new: str) -> tuple[str, int, int]:
    if old not in text:
        return text, 0, 0
    named = [found.span() for found in _NAMES.finditer(text)]
    made, at, hits, left = "", 0, 0, 0
    while (start := text.find(old, at)) >= 0:
        end = start + len(old)
        inside = any(a <= start and end <= b for a, b in named)
        made += text[at:start] + (old if inside else new)
        hits, left, at = hits + (not inside), left + inside, end
    return tidied(made + text[at:], text), hits, left


def tidied(text: str, before: str) -> str:
    """The text without doubled signs that the change left behind; those there before stay."""
    for found, wanted in _TIDY:
        if found in text and found not in before:
            text = text.replace(found, wanted)
    return text
