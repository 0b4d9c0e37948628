"""Groups of digits → whether they may be one number: the ways in which people divide it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai.common.personal.groups import Gap, Group
from gongkai.common.personal.kinds import CARD, IDENTITY, MOBILE

Shape = tuple[int, ...]

#: how people divide a mobile number; the first three also beside other numbers
_USUAL: frozenset[Shape] = frozenset({(3, 4, 4), (3, 8), (7, 4)})
_MOBILE: frozenset[Shape] = _USUAL | {
    (3, 5, 3), (3, 3, 5), (5, 6), (6, 5), (4, 7), (4, 4, 3), (4, 3, 4), (5, 5, 1), (10, 1), (3, 4, 2, 2),
    (5, 3, 3), (2, 3, 3, 3), (3, 2, 3, 3), (2, 9), (8, 3), (3, 3, 3, 2),
}  # fmt: skip
_CARD_ENDS = {(4, 4, 4, 4), (6, 10), (6, 12), (6, 13), (8, 11), (4, 12), (4, 15), (4, 4, 4, 7), (15, 4)}
_DAY = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])[0-9]")


def may_be(kind: str, row: Sequence[Group], first: int, last: int) -> bool:
    """True when the groups ``first`` to ``last`` of a row may be written as one number of the kind.

    An identity number proves itself by date and check digit: any division will do. Eleven digits that begin
    as a mobile number, or sixteen that pass a card's check, are often three counts in a table.
    """
    inner = row[first + 1 : last + 1]
    if all(group.gap is Gap.NONE for group in inner):
        return True
    if all(len(group.text) == 1 for group in row[first : last + 1]):
        return kind == IDENTITY or _boxed(row, first, last)
    if kind == IDENTITY:
        return last - first < 8
    shape = tuple(len(group.text) for group in _joined(row[first : last + 1]))
    if any(group.gap is Gap.CELL for group in inner) or _counts(row[first : last + 1]):
        return False
    if any(group.gap is Gap.BREAK for group in inner):
        return first == 0 and last == len(row) - 1 and (len(shape) == 2 or shape in _USUAL or _narrow(shape))
    signs = {group.sign for group in inner if group.gap is not Gap.NONE}
    if not _shaped(kind, shape, signs):
        return False
    return _apart(row, first, last, signs) or (first == 0 and last == len(row) - 1)


def _joined(groups: Sequence[Group]) -> list[Group]:
    """The groups as they are seen: those without a gap between them are one."""
    seen: list[Group] = [groups[0]]
    for group in groups[1:]:
        if group.gap is Gap.NONE:
            before = seen[-1]
            seen[-1] = Group(before.text + group.text, before.start, group.end, before.gap, before.sign)
        else:
            seen.append(group)
    return seen


def _shaped(kind: str, shape: Shape, signs: set[str]) -> bool:
    if kind == MOBILE:
        if signs == {","}:
            return shape == (3, 4, 4)
        if signs == {"."} and len(shape) == 2:
            return False  # a decimal
        return shape in _MOBILE and not (shape == (2, 3, 3, 3) and signs != {"-"})
    return kind == CARD and "," not in signs and (shape in _CARD_ENDS or _by_four(shape))


def _by_four(shape: Shape) -> bool:
    return len(shape) > 3 and set(shape[:-1]) == {4} and shape[-1] <= 4


def _boxed(row: Sequence[Group], first: int, last: int) -> bool:
    """One digit a box: exactly as many boxes as the number has digits."""
    ends = [row[place] for place in (first - 1, last + 1) if 0 <= place < len(row)]
    return all(len(group.text) > 1 for group in ends)


def _narrow(shape: Shape) -> bool:
    """A column too narrow for the number: full lines, and what is left on the last one."""
    return len(set(shape[:-1])) == 1 and shape[-1] <= shape[0]


def _counts(groups: Sequence[Group]) -> bool:
    """Round figures, years, or a count and a day: columns of a table rather than a number."""
    rest = [group.text for group in groups[1:]]
    if any(group.gap is Gap.NONE for group in groups[1:]):
        return False
    years = len(rest) > 1 and all(_YEAR.fullmatch(text) for text in rest)
    figures = rest if len(rest) > 1 else [groups[0].text, *rest]
    if years or all(text.endswith("00") for text in figures):
        return True
    return len(rest) == 1 and bool(_DAY.fullmatch(rest[0]))


def _apart(row: Sequence[Group], first: int, last: int, signs: set[str]) -> bool:
    """Nothing beside the groups is divided from them as they are from each other: 1300 1400 1500 1600."""
    if first and row[first].sign in signs and not _prefix(row[first - 1].text):
        return False
    return last + 1 >= len(row) or row[last + 1].sign not in signs


def _prefix(text: str) -> bool:
    """A country's prefix, or a number in a list."""
    return text in {"86", "086", "0086", "0"} or len(text) < 3
