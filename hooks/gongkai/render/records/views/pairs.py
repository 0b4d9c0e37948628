"""Articles of two texts beside one another: chapters separate them, what did not change is folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from gongkai.render.records.views.pair_sides import Shown, one_text, sides
from gongkai.text.compare import Change, Pair
from gongkai.text.compare_headings import Heading, compare_headings
from gongkai.text.document import Document
from gongkai.text.tree import Node

#: the kind of chip for each
_KINDS = {
    Change.SAME: "", Change.CHANGED: "amended", Change.MOVED: "moved", Change.ADDED: "published",
    Change.GONE: "withdrawn", Change.REPEALED: "withdrawn",
}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """An opinion on an article: its place, what it says, how many said so, what became of it and why."""

    place: str
    text: str
    number: int | None
    kind: str
    uptake: str
    reason: str | None


@dataclass(frozen=True)
class Row:
    """An article on both sides, 款 by 款; a side without a label does not have it.

    ``both``: its words where the two have the same ones, which are shown once.
    """

    id: str
    kind: str
    what: str
    old_label: str
    new_label: str
    old: list[Shown]
    new: list[Shown]
    both: list[Shown]
    opinions: list[Said]


@dataclass(frozen=True)
class Same:
    """An article whose words did not change; ``was``: its number before, where that was another."""

    label: str
    was: str
    both: list[Shown]


@dataclass(frozen=True)
class Chapter:
    """The heading of a chapter: its words on both sides, one side empty where it is new or gone."""

    old: str
    new: str


@dataclass(frozen=True)
class Stretch:
    """Articles that follow one another below these headings and changed, or did not: those are folded."""

    chapters: list[Chapter]
    changed: list[Row] = field(default_factory=list)
    same: list[Same] = field(default_factory=list)


@dataclass(frozen=True)
class Compared:
    """Two texts and their articles in pairs; ``folded``: what is not shown open if nothing is said of it."""

    old: Document
    new: Document
    pairs: Sequence[Pair]
    folded: frozenset[Change] = frozenset((Change.SAME,))
    #: other words for what became of an article
    words: Mapping[Change, str] = field(default_factory=dict)
    #: the number of an article of the earlier text → what was said of it
    opinions: Mapping[tuple[int, ...], list[Said]] = field(default_factory=dict)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """(what became of them, how many articles)."""
        found = [(each, sum(pair.change is each for pair in self.pairs)) for each in Change]
        return [(self._word(each), count) for each, count in found if count]

    @cached_property
    def headings(self) -> list[list[Heading]]:
        """The headings of chapters above each pair."""
        return compare_headings(self.old, self.new, self.pairs)

    @property
    def chaptered(self) -> bool:
        return any(self.headings)

    @property
    def stretches(self) -> list[Stretch]:
        """All articles in the order of the later text."""
        return list(self._stretches())

    def _stretches(self) -> Iterator[Stretch]:
        now: Stretch | None = None
        for pair, above in zip(self.pairs, self.headings, strict=True):
            opinions = self.opinions.get(pair.old.number, []) if pair.old else []
            fold = pair.change in self.folded and not opinions
            if now is None or above or bool(now.same) is not fold:
                if now:
                    yield now
                now = Stretch(list(_chapters(above)))
            if fold:
                now.same.append(_same(pair))
            else:
                now.changed.append(self._row(pair, opinions))
        if now:
            yield now

    def _row(self, pair: Pair, opinions: list[Said]) -> Row:
        same = pair.change in (Change.SAME, Change.MOVED)
        old, new = ([], []) if same else sides(pair)
        # one that is gone has its place beside those of the later text, which may have its number again
        return Row(
            id=pair.new.id if pair.new else f"yuan-{pair.old.id}" if pair.old else "",
            kind=_KINDS[pair.change],
            what=self._word(pair.change),
            old_label=_label(pair.old),
            new_label=_label(pair.new),
            old=old,
            new=new,
            both=one_text(pair.new) if same else [],
            opinions=opinions,
        )

    def _word(self, change: Change) -> str:
        return self.words.get(change, change.value)


def _same(pair: Pair) -> Same:
    was, label = _label(pair.old), _label(pair.new)
    return Same(label, was if was != label else "", one_text(pair.new))


def _label(node: Node | None) -> str:
    return node.label if node else ""


def _chapters(headings: Iterable[Heading]) -> Iterator[Chapter]:
    for each in headings:
        yield Chapter(each.old.own_words if each.old else "", each.new.own_words if each.new else "")
