"""Two versions of a policy beside one another, article by article; what did not change is folded."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from gongkai.column.versions import Version
from gongkai.records.types.policy import Policy
from gongkai.render.frame.links import Crumbs
from gongkai.render.records.views import common, versions
from gongkai.render.records.views.version import crumbs
from gongkai.render.site import Site
from gongkai.render.view import View
from gongkai.text.compare import Change, Pair, Piece, compare
from gongkai.text.tree import Node

_RULE = re.compile(r"\n\s*\|?[\s:|-]+\|?(?=\n|$)")
#: the kind of chip for each
_KINDS = {
    Change.CHANGED: "amended", Change.ADDED: "published", Change.MOVED: "moved", Change.GONE: "withdrawn",
}  # fmt: skip


@dataclass(frozen=True)
class Words:
    """A piece of one side: whether the other side lacks it."""

    text: str
    changed: bool


@dataclass(frozen=True)
class Row:
    """An article on both sides, 款 by 款; a side without a label does not have it."""

    id: str
    change: Change
    kind: str
    old_label: str
    new_label: str
    old: list[list[Words]]
    new: list[list[Words]]


@dataclass(frozen=True)
class Stretch:
    """Articles that follow one another and changed, or did not: those have their words once."""

    changed: list[Row]
    same: list[tuple[str, list[str]]]


@dataclass(frozen=True, kw_only=True)
class ComparisonView(View):
    """What became of every article from one version to the next."""

    TEMPLATE = "records/comparison.html"

    record: Policy
    crumbs: Crumbs
    old_begins: dt.date
    new_begins: dt.date
    old_href: str
    new_href: str
    by: Markup
    #: (word, how many articles)
    counts: list[tuple[str, int]]
    missing: list[versions.MissingRow]
    stretches: list[Stretch]


def comparison_view(site: Site, old: Version, new: Version) -> ComparisonView:
    """The comparison of a version with the one before it, on its page."""
    url = new.comparison
    href = site.links.href
    pairs = compare(old.text.governing, new.text.governing, by_number=True)
    step = (f"{new.begins}起", href(url, new.url))
    return ComparisonView(
        record=new.policy,
        crumbs=crumbs(site, new.policy, url, step, ("和前一次对比", None)),
        old_begins=old.begins,
        new_begins=new.begins,
        old_href=href(url, old.url),
        new_href=href(url, new.url),
        by=common.joined([versions.by_words(site, each, url) for each in new.by]),
        counts=[
            (each.value, count) for each in Change if (count := sum(pair.change is each for pair in pairs))
        ],
        missing=versions.missing_rows(site, new, url),
        stretches=list(_stretches(pairs)),
    )


def _stretches(pairs: tuple[Pair, ...]) -> Iterator[Stretch]:
    for same, found in groupby(pairs, key=lambda pair: pair.change is Change.SAME):
        if same:
            yield Stretch([], [(pair.new.label, _lines(pair.new)) for pair in found if pair.new])
        else:
            yield Stretch([_row(pair) for pair in found], [])


def _row(pair: Pair) -> Row:
    parts = pair.parts or tuple(_whole(pair))
    # one that is gone has its place beside those of the later text, which may have its number again
    id_ = pair.new.id if pair.new else f"yuan-{pair.old.id}" if pair.old else ""
    return Row(
        id=id_,
        change=pair.change,
        kind=_KINDS[pair.change],
        old_label=pair.old.label if pair.old else "",
        new_label=pair.new.label if pair.new else "",
        old=[side for part in parts if (side := [Words(*each) for each in _side(part, old=True)])],
        new=[side for part in parts if (side := [Words(*each) for each in _side(part, old=False)])],
    )


def _whole(pair: Pair) -> Iterator[tuple[Piece, ...]]:
    """The 款 of an article that was not compared inside: new, gone or only moved."""
    node = pair.new or pair.old
    for words in _lines(node) if node else ():
        yield (Piece(words if pair.old else "", words if pair.new else ""),)


def _side(part: tuple[Piece, ...], *, old: bool) -> Iterator[tuple[str, bool]]:
    for piece in part:
        if words := piece.old if old else piece.new:
            yield (_readable(words) if piece.same else words), not piece.same


def _lines(node: Node) -> list[str]:
    return [_readable(each.own_words) for each in node.walk() if each is not node and each.own_words]


def _readable(words: str) -> str:
    """A table as lines of cells, without its bars."""
    if "\n|" not in words:
        return words
    caption, _, table = words.partition("|")
    words = f"{caption}\n|{table}" if caption else words
    return re.sub(r"(?m)^\| *| *\|$", "", _RULE.sub("", words)).replace(" | ", "　")
