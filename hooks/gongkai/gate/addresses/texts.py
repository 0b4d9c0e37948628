"""Policies → the addresses of their versions: they stay as long as the days of effect do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from gongkai.column.amendments import CHANGING, amended
from gongkai.column.register import Register, relations_as_written
from gongkai.column.versions import versions
from gongkai.common.printable import one_line
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy

#: what the step of an address that names a version begins with
MARK = "@"


def of_versions(register: Register, seen: Iterable[ContentRecord]) -> dict[str, str]:
    """The pages of every version of the policies readers have, and of its comparison; with a title."""
    found: dict[str, str] = {}
    for policy in seen:
        if isinstance(policy, Policy) and not policy.closed and amended(register, policy):
            every, title = versions(register, policy), one_line(policy.title)
            if len(every) > 1:
                found.update({each.url: f"{title}（{each.begins}起的文字）" for each in every})
            for _, each in pairwise(every):
                found[each.comparison] = f"{title}（{each.begins}起的文字和以前的对比）"
    return found


def led_to(register: Register, policy: Policy) -> Iterator[str]:
    """The registered addresses of its own versions, and of those that it made of other policies."""
    changed = (each.document for kind, _, each in relations_as_written(policy) if kind in CHANGING)
    others = [found.url for name in changed if (found := register.policy(name))]
    texts = tuple(f"{url}{MARK}" for url in (policy.url, *others))
    yield from (address for address in register.published if address.startswith(texts))
