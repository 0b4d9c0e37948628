"""A word of a closed list, with the ASCII name that addresses use."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

#: room behind each word of the program for those that a district puts there
_APART = 1000


class Term(StrEnum):
    """A word of a closed list; ``slug`` is its place in addresses."""

    slug: str
    #: of a word that a district added: the one of the program that it counts as
    like: Self | None
    _rank: int

    def __new__(cls, value: str, slug: str) -> Self:
        return cls._made(value, slug, len(cls.__members__) * _APART, None)

    @classmethod
    def of_district(cls, value: str, slug: str, place: int, like: Self | None = None) -> Self:
        """A word that a district adds: it stands behind the one it counts as, else behind all.

        It is no member, so that another column in the same process does not know it.
        """
        rank = (like.rank if like else len(cls.__members__) * _APART) + 1 + place
        term = cls._made(value, slug, rank, like)
        # equal and of the same hash wherever the same word was added the same way
        term._name_ = f"{slug} {value} {like or ''}"
        return term

    @classmethod
    def _made(cls, value: str, slug: str, rank: int, like: Self | None) -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.slug = slug
        term._rank = rank
        term.like = like
        return term

    @property
    def rank(self) -> int:
        """Its place among the words of the list."""
        return self._rank

    @property
    def meant(self) -> Self:
        """The word of the program: itself, or the one that a district's own counts as."""
        return self.like or self
