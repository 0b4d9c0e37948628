"""The headings of chapters in a comparison: above which pair of articles each stands, and what it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongkai.text.compare import Pair
from gongkai.text.document import Document
from gongkai.text.tree import Node, Part


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the earlier text and that of the later which is the same; either may be missing."""

    old: Node | None
    new: Node | None


#: (id of the article below, heading), in the order of a text
_Headings = list[tuple[str, Node]]


def compare_headings(old: Document, new: Document, pairs: Sequence[Pair]) -> list[list[Heading]]:
    """For each pair the headings that stand above it, in the order of the later text, those gone first.

    The same is what has the same words; else what stands above the same article and is of its kind.
    """
    before, after = list(_above(old.body)), list(_above(new.body))
    was = _partners(before, after, {pair.new.id: pair.old.id for pair in pairs if pair.old and pair.new})
    kept = set(was.values())
    found = []
    for pair in pairs:
        mine, yours = _below(before, pair.old), _below(after, pair.new)
        gone = [Heading(before[at][1], None) for at in mine if at not in kept]
        found.append(
            gone + [Heading(before[was[at]][1] if at in was else None, after[at][1]) for at in yours]
        )
    return found


def _above(body: Iterable[Node]) -> Iterator[tuple[str, Node]]:
    """Every part with articles inside it, and the first of them."""
    for node in body:
        if node.kind is not Part.ARTICLE:
            first = next((each.id for each in node.walk() if each.kind is Part.ARTICLE), None)
            if first:
                yield first, node
                yield from _above(node.children)


def _below(headings: _Headings, article: Node | None) -> list[int]:
    """The places of the headings right above an article."""
    return [at for at, (below, _) in enumerate(headings) if article and below == article.id]


def _partners(before: _Headings, after: _Headings, articles: dict[str, str]) -> dict[int, int]:
    """The place of a later heading → that of the earlier one that it is, each taken once."""
    found: dict[int, int] = {}
    for same in (_same_words, _same_place):
        for at, new in enumerate(after):
            free = (x for x in range(len(before)) if x not in found.values())
            partner = next((x for x in free if same(before[x], new, articles)), None)
            if at not in found and partner is not None:
                found[at] = partner
    return found


def _same_words(old: tuple[str, Node], new: tuple[str, Node], _: dict[str, str]) -> bool:
    return (old[1].kind, old[1].text.strip()) == (new[1].kind, new[1].text.strip())


def _same_place(old: tuple[str, Node], new: tuple[str, Node], articles: dict[str, str]) -> bool:
    return old[1].kind is new[1].kind and articles.get(new[0]) == old[0]
