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
from itertools import zip_longest

from gongkai.text.document import Document
from gongkai.text.table_rows import rows_of
from gongkai.text.tree import Node, Part

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
    REPEALED = "废止"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both (``old`` equals ``new``), or what they were and became."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        return self.old == self.new


@dataclass(frozen=True, slots=True)
class Compared:
    """A 款, a 项 or a table of each side, either may be missing, and their words."""

    old: Node | None
    new: Node | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """An article of the earlier version and one of the later; either may be missing."""

    change: Change
    old: Node | None
    new: Node | None

    @property
    def parts(self) -> tuple[Compared, ...]:
        """What is inside them, 款 by 款 and 项 by 项, compared one by one."""
        return tuple(_parts(_inside(self.old), _inside(self.new)))


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
    return "\n".join(_own(each) for each in node.walk() if each is not node)


def _own(node: Node) -> str:
    """The words of a part; of a table those of its cells, however its lines are written."""
    rows = rows_of(node)
    if rows is None:
        return node.own_words
    return "\n".join([node.label, *("\t".join(cell.text for cell in row) for row in rows)])


def _pair(old: Node, new: Node) -> Pair:
    if _words(old) == _words(new):
        change = Change.SAME if old.number == new.number else Change.MOVED
        return Pair(change, old, new)
    return Pair(Change.REPEALED if new.repealed else Change.CHANGED, old, new)


def _inside(article: Node | None) -> list[Node]:
    return [each for each in article.walk() if each is not article and each.own_words] if article else []


def _parts(before: list[Node], after: list[Node]) -> Iterator[Compared]:
    old, new = ([_own(each) for each in side] for side in (before, after))
    for _, a, b, c, d in SequenceMatcher(None, old, new, False).get_opcodes():
        for x, y in zip_longest(range(a, b), range(c, d)):
            words = pieces("" if x is None else old[x], "" if y is None else new[y])
            yield Compared(None if x is None else before[x], None if y is None else after[y], words)


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
        # one that is gone stands before those that came after it, and before what is new in its place
        below = next((taken[at] for at in range(c, len(after)) if at in taken), len(before))
        while gone and gone[0] < below:
            yield Pair(Change.GONE, before[gone.pop(0)], None)
        yield _pair(before[taken[c]], node) if c in taken else Pair(Change.ADDED, None, node)
    yield from (Pair(Change.GONE, before[a], None) for a in gone)


def _matter(node: Node) -> str:
    """The words that say what an article is about: those of its tables would outweigh them."""
    prose = "\n".join(
        each.own_words for each in node.walk() if each is not node and each.kind is not Part.TABLE
    )
    return prose.strip() or _words(node)


def _partners(before: list[Node], after: list[Node]) -> dict[int, int]:
    """Place of an earlier article → place of the later one that is most like it, if any is."""
    likeness = sorted(
        (
            (-SequenceMatcher(None, x, y, False).ratio(), a, c)
            for a, x in enumerate(map(_matter, before))
            for c, y in enumerate(map(_matter, after))
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
