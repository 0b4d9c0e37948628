"""What people come to a unit for: the words of ``data/aliases/`` that are in its care."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.column.register import Register
from gongkai.records.types.alias import Alias
from gongkai.records.types.unit import Unit


def in_care(register: Register, unit: Unit) -> Iterator[str]:
    """By these its page and its telephones are found too, in whatever order they are typed."""
    for alias in register.everything(Alias):
        if alias.care and any(register.unit(name) == unit for name in alias.official):
            yield from alias.words
