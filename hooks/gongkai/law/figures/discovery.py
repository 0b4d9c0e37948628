"""The figures there are: every module of this package that has ``ABOUT`` and ``cases``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from gongkai.common.discovery import modules
from gongkai.law.figures.case import About, Case
from gongkai.law.figures.context import Context


@dataclass(frozen=True)
class Figure:
    """One figure: its id, what it is in words, and what gives its cases."""

    id: str
    about: About
    cases: Callable[[Context], Iterable[Case]]
    #: the parameters it reads from its norm
    needs: tuple[str, ...] = ()


@cache
def figures() -> dict[str, Figure]:
    """Every figure by id, in the order readers meet them."""
    package = __name__.rpartition(".")[0]
    found = []
    for name, module in modules(package, parts=("ABOUT", "cases")):
        needs = getattr(module, "NEEDS", ())
        found.append(Figure(name.replace("_", "-"), module.ABOUT, module.cases, needs))
    return {each.id: each for each in sorted(found, key=lambda each: (each.about.order, each.id))}
