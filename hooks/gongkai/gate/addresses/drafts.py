"""Consultations → the addresses of the pages that show their drafts beside what came of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column import drafts
from gongkai.column.register import Register
from gongkai.common.printable import one_line
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.policy import Policy


def of_drafts(register: Register, seen: Iterable[ContentRecord]) -> dict[str, str]:
    """The page of every consultation readers have whose draft stands beside its policy; with a title."""
    known = drafts.finals(register)
    return {
        drafts.address(each): f"{one_line(known[each.id].title)}（草案和定稿逐条对照）"
        for each in seen
        if isinstance(each, Consultation) and each.id in known
    }


def led_to(register: Register, record: ContentRecord) -> Iterator[str]:
    """The registered addresses that there are because of a consultation or of a policy that came of one."""
    if isinstance(record, Consultation):
        found = [record]
    elif isinstance(record, Policy):
        every = register.everything(Consultation)
        found = [each for each in every if any(one is record for one in drafts.came_of(register, each))]
    else:
        return
    yield from (address for each in found if (address := drafts.address(each)) in register.published)
