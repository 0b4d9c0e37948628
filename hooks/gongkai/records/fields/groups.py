"""Choices of a facet that no closed list holds: a plan, a month."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """What a record falls under: its part of the address, the words readers see, its place among others."""

    slug: str
    value: str
    order: int
