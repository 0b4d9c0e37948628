"""Numbers that belong to a person, found in any text: mobile phones, identity cards, bank cards.

Three steps: ``plain`` makes one of what spellings differ in, ``groups`` finds the rows of digits and what
divides them, and the rest decides: ``shapes`` whether groups may be one number, ``kinds`` whether it is one,
``context`` whether what stands around it says that it is something else.

Check digits are python-stdnum's. The matcher of ``phonenumbers`` is not used: it reads numbers as they are
dialled, misses those in boxes, over line breaks, between marks of emphasis, and takes amounts for telephones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.common.personal import context
from gongkai.common.personal.columns import Headings, Tables
from gongkai.common.personal.groups import Group, chains
from gongkai.common.personal.kinds import (
    CARD,
    IDENTITY,
    MOBILE,
    Sort,
    born,
    digits,
    is_serial,
    kind_of,
    masked,
    seeming,
    serial,
    sort_of,
)
from gongkai.common.personal.normal_form import Plain, plain
from gongkai.common.personal.shapes import may_be

__all__ = [
    "CARD", "IDENTITY", "MOBILE", "SUSPECT", "Found", "Headings", "Sort", "Tables", "born", "called",
    "digits", "find", "is_serial", "kind_in", "kind_of", "mask_text", "masked", "numbers", "seeming",
    "serial", "sort_of",
]  # fmt: skip

_DIGIT = (
    r"(?:[0-9０-９lIiOo〇零一二三四五六七八九幺○壹贰叁參肆伍陆陸柒捌玖①-⑨⓪❶-❾➀-➈➊-➒⑴-⑼⒈-⒐〡-〩㈠-㈨㊀-㊈\u0660-\u0669\u06f0-\u06f9]"
    r"|[\U0001d7ce-\U0001d7ff]|&#[xX]?[0-9a-fA-F]{1,6};)"
)
_GAP = r"(?:[^\w<>&,，;；。、：:!！?？\"“”]|[_ー,]|&#?\w{1,8};|</?[a-zA-Z][^<>]{0,200}>)"
#: eleven digits or more, perhaps in groups: read closely only where it matches
SUSPECT = re.compile(rf"{_DIGIT}(?:{_GAP}{{0,9}}{_DIGIT}){{10,}}")
#: so much before and behind is read for what it says of a number
_AROUND = 24
_LONGEST = 19
_ALIKE = re.compile(r"(?<![0-9A-Za-z])(?:[0-9lIiOo][ -]?){10,18}[0-9lIiOoXx](?![0-9A-Za-z])")
_ALIKE_DIGITS = str.maketrans("lIiOo", "11100")


class Found(NamedTuple):
    """A personal number: its kind, its plain digits, and where it stands in the text as written."""

    kind: str
    number: str
    start: int
    end: int


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """(kind, number in plain digits) of every personal number in a text, in its order.

    A number broken over lines, words, cells or pages is found where its parts stand in one text: join
    neighbours as they are read, words by a space, lines by a line break, cells of a row by `` | `` (one
    digit a box), and put the heading of its column before a cell that is looked at alone (``许可编号：…``):
    a number that is called a 编号 is of a kind that :func:`is_serial` knows, for the rule to weigh.
    """
    for found in find(text):
        yield found.kind, found.number


def called(text: str, labelled: str) -> Iterator[tuple[str, str]]:
    """What :func:`numbers` gives of a text, by what the number is called in the same text ``labelled``.

    What names a column decides only whether a number is a 编号; where the text says two things, it is not.
    """
    bare = list(numbers(text))
    named = list(numbers(labelled)) if bare and labelled else []
    persons = {number for kind, number in named if not is_serial(kind)}
    serials = {number for kind, number in named if is_serial(kind)} - persons
    for kind, number in bare:
        yield (serial(seeming(kind)) if number in serials else kind), number


def kind_in(labelled: str, kind: str, number: str) -> str:
    """The kind of a number by what it is called in the labelled cell it was found in."""
    if is_serial(kind) or not labelled:
        return kind
    return next((each for each, same in called(number, labelled) if same == number), kind)


def mask_text(text: str) -> str:
    """A text with every personal number in it masked, for messages: they end in other systems' logs."""
    if not SUSPECT.search(text):
        return text
    parts: list[str] = []
    place = 0
    for found in find(text):
        parts += text[place : found.start], masked(found.number)
        place = found.end
    return "".join((*parts, text[place:]))


def find(text: str) -> list[Found]:
    """Every personal number in a text with its place, in its order."""
    suspects = [match.span() for match in SUSPECT.finditer(text)]
    if not suspects:
        return []
    addresses = context.addresses(text)
    found: list[Found] = []
    for start, end in suspects:
        for each in _in_part(text, start, end, addresses):
            # what stands in the surroundings may be cut in two there: it is found as a suspect of its own
            mine = each.start < end and start < each.end
            if mine and all(each.end <= other.start or other.end <= each.start for other in found):
                found.append(each)
    return sorted(found, key=lambda each: each.start)


def _in_part(text: str, start: int, end: int, addresses: list[tuple[int, int]]) -> Iterator[Found]:
    """What a suspect part holds: as written, with numerals for digits, with letters for digits."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    strict = plain(text, first, last)
    yield from _in_plain(strict, addresses)
    loose = plain(text, first, last, loose=True)
    if loose.text != strict.text:
        yield from (each for each in _in_plain(loose, addresses) if not text[each.start : each.end].isascii())
    for match in _ALIKE.finditer(strict.text):
        number = re.sub(r"[ -]", "", match[0]).translate(_ALIKE_DIGITS).upper()
        kind = kind_of(number)
        written = sum(map(str.isdigit, match[0]))
        if kind and len(number) // 2 <= written < len(number.rstrip("X")):
            yield Found(kind, number, strict.starts[match.start()], strict.ends[match.end() - 1])


def _in_plain(part: Plain, addresses: list[tuple[int, int]]) -> Iterator[Found]:
    for row in chains(part.text):
        first = 0
        while first < len(row):
            last, kind, number = _begins(part, row, first, addresses)
            if kind:
                yield Found(kind, number, part.starts[row[first].start], part.ends[row[last].end - 1])
            first = last + 1


def _begins(
    part: Plain, row: list[Group], first: int, addresses: list[tuple[int, int]]
) -> tuple[int, str, str]:
    """The number that begins with a group of a row: its last group, kind and digits; no kind for none."""
    number = ""
    for last in range(first, len(row)):
        number += row[last].text
        if len(number) > _LONGEST + 4:
            break
        bare = re.sub(r"^(?:(?:00|0)?86|0)(?=1[3-9][0-9]{9}$)", "", number)
        kind = kind_of(bare)
        cut = len(number) - len(bare)
        if kind and cut < len(row[first].text) and _stands(kind, part, row, first, last, addresses, cut):
            return last, _called(kind, part, row[first]), bare
    return first, "", ""


def _stands(
    kind: str,
    part: Plain,
    row: list[Group],
    first: int,
    last: int,
    addresses: list[tuple[int, int]],
    cut: int,
) -> bool:
    """True where groups that make a number of a kind are one, by their shape and what stands around."""
    head = row[first]
    if cut:
        head = Group(head.text[cut:], head.start + cut, head.end, head.gap, head.sign)
    groups = [*row[:first], head, *row[first + 1 :]]
    if not may_be(kind, groups, first, last):
        return False
    start, end = row[first].start, row[last].end
    before, after = part.text[max(0, start - _AROUND) : start], part.text[end : end + _AROUND]
    if _inside(part.starts[start], addresses):
        plainly = all(group.sign == "-" for group in row[first + 1 : last + 1])
        return plainly and not context.frees_in_address(kind, before, after)
    if context.in_a_word(kind, before, after):
        return False
    return kind == IDENTITY or not context.is_amount(before, after)


def _called(kind: str, part: Plain, group: Group) -> str:
    before = part.text[max(0, group.start - _AROUND) : group.start]
    return serial(kind) if context.called_serial(before) else kind


def _inside(place: int, addresses: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in addresses)
