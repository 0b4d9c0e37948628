"""Two versions of a document beside one another, article by article, and what changed inside each.

Compared by units – a whole number with its point and %, a Latin word, one sign – so that 30→60 is one
change and 《》 are never cut; islands of one or two equal signs between changes are joined to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from gongkai.text.document import Document
from gongkai.text.tree import Node

_UNIT = re.compile(r"\d+(?:[.,]\d+)*[%％‰]?|[A-Za-z]+|\s+|.", re.DOTALL)
_ISLAND = 2
_NEVER = re.compile(r"[。；，：、《》“”（）()\[\]〔〕【】\n]")
_ALIKE = 0.4


class Change(Enum):
    """What became of an article."""

    SAME = "未变"
    CHANGED = "修改"
    MOVED = "移动"
    ADDED = "新增"
    GONE = "删去"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both (``old`` equals ``new``), or what they were and became."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        return self.old == self.new


@dataclass(frozen=True, slots=True)
class Pair:
    """An article of the earlier version and one of the later, either may be missing; 款 by 款."""

    change: Change
    old: Node | None
    new: Node | None
    parts: tuple[tuple[Piece, ...], ...] = ()


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """What two texts have in common and what differs; all old and all new joined give the texts again."""
    before, after = _UNIT.findall(old), _UNIT.findall(new)
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    found = [Piece("".join(before[a:b]), "".join(after[c:d])) for _, a, b, c, d in blocks]
    return tuple(_joined(found))


def _joined(found: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with small islands between two changes joined to them."""
    held: Piece | None = None
    for at, piece in enumerate(found):
        island = piece.same and 0 < at < len(found) - 1 and _small(piece.old)
        if island or not piece.same:
            held = Piece(held.old + piece.old, held.new + piece.new) if held else piece
            continue
        if held:
            yield held
            held = None
        yield piece
    if held:
        yield held


def _small(words: str) -> bool:
    return len(words) <= _ISLAND and not _NEVER.search(words)


def compare(old: Document, new: Document, by_number: bool = False) -> tuple[Pair, ...]:
    """The articles of two versions in pairs, in the order of the later one, those gone at their old place.

    Paired first by equal words in order, then inside a gap by the best likeness; ``by_number``: what is left
    there by its number, as in versions of one text, where an article may be replaced by quite other words.
    """
    before, after = list(old.articles), list(new.articles)
    pairs: list[Pair] = []
    matcher = SequenceMatcher(
        None, [_words(each) for each in before], [_words(each) for each in after], False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pairs += (_pair(x, y) for x, y in zip(before[a:b], after[c:d], strict=True))
        else:
            pairs += _gap(before[a:b], after[c:d], by_number)
    return tuple(_moved(pairs))


def _words(node: Node) -> str:
    """The words of an article without its number."""
    return "\n".join(each.own_words for each in node.walk() if each is not node)


def _pair(old: Node, new: Node) -> Pair:
    if _words(old) == _words(new):
        change = Change.SAME if old.number == new.number else Change.MOVED
        return Pair(change, old, new)
    return Pair(Change.CHANGED, old, new, tuple(_parts(old, new)))


def _parts(old: Node, new: Node) -> Iterator[tuple[Piece, ...]]:
    """The 款 and 项 of two articles compared one by one."""
    before = [each.own_words for each in old.walk() if each is not old and each.own_words]
    after = [each.own_words for each in new.walk() if each is not new and each.own_words]
    for tag, a, b, c, d in SequenceMatcher(None, before, after, False).get_opcodes():
        if tag == "equal":
            yield from ((Piece(words, words),) for words in before[a:b])
            continue
        for at in range(max(b - a, d - c)):
            was = before[a + at] if a + at < b else ""
            now = after[c + at] if c + at < d else ""
            yield pieces(was, now)


def _gap(before: list[Node], after: list[Node], by_number: bool) -> Iterator[Pair]:
    """Articles between two equal ones: those most alike are one article changed."""
    partner = _partners(before, after)
    if by_number:
        places = {node.number: c for c, node in enumerate(after) if c not in partner.values()}
        free = (a for a in range(len(before)) if a not in partner)
        partner |= {a: places[before[a].number] for a in free if before[a].number in places}
    taken = {c: a for a, c in partner.items()}
    gone = [a for a in range(len(before)) if a not in partner]
    for c, node in enumerate(after):
        while gone and (c not in taken or gone[0] < taken[c]):
            yield Pair(Change.GONE, before[gone.pop(0)], None)
        yield _pair(before[taken[c]], node) if c in taken else Pair(Change.ADDED, None, node)
    yield from (Pair(Change.GONE, before[a], None) for a in gone)


def _partners(before: list[Node], after: list[Node]) -> dict[int, int]:
    """Place of an earlier article → place of the later one that is most like it, if any is."""
    likeness = sorted(
        (
            (-SequenceMatcher(None, _words(x), _words(y), False).ratio(), a, c)
            for a, x in enumerate(before)
            for c, y in enumerate(after)
        )
    )
    partner: dict[int, int] = {}
    for score, a, c in likeness:
        if -score > _ALIKE and a not in partner and c not in partner.values():
            partner[a] = c
    return partner


def _moved(pairs: list[Pair]) -> Iterator[Pair]:
    """The same with an article that is gone here and new there, in equal words, told as moved."""
    gone = {_words(each.old): each for each in pairs if each.change is Change.GONE and each.old}
    moved: list[Pair] = []
    made: list[Pair] = []
    for each in pairs:
        found = gone.get(_words(each.new)) if each.change is Change.ADDED and each.new else None
        if found and found not in moved:
            moved.append(found)
            each = Pair(Change.MOVED, found.old, each.new)
        made.append(each)
    yield from (each for each in made if each not in moved)
