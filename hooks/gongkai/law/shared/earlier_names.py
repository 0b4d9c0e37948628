"""The ids under which a record stood in the registers before it was renamed."""

from __future__ import annotations

from collections import defaultdict

from gongkai.column.register import Register


def earlier_names(register: Register) -> dict[str, list[str]]:
    """Address → the ids its record was published under before, by 地址变更."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in register.moved:
        if row.to:
            found[row.to].append(row.address.removesuffix("/"))
    return found
