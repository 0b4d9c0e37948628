"""A word of a closed list, with the ASCII name that addresses use."""

from __future__ import annotations

from enum import StrEnum


class Term(StrEnum):
    """A word of a closed list; ``slug`` is its place in addresses."""

    slug: str

    def __new__(cls, value: str, slug: str) -> Term:
        term = str.__new__(cls, value)
        term._value_ = value
        term.slug = slug
        return term
