"""The folder ``law/rules`` → the rules there are: every module with ``check``, ``scope`` and ``EXAMPLE``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from gongkai.column.register import Register
from gongkai.common.discovery import modules
from gongkai.common.problems import Problem
from gongkai.law.example import Example
from gongkai.records.base import Record
from gongkai.records.types.standard import Floor, Standard

Check = Callable[[Register, Standard], Iterator[Problem]]
#: the records a rule looks at on the day, drafts too where it does: each of them may break it
Scope = Callable[[Register], Iterable[Record]]

#: looked into, not imported: a rule may ask for the others
PACKAGE = f"{__package__}.rules"
#: what every rule's docstring tells editors
PARTS = ("看什么", "怎样算错", "怎样改")


@dataclass(frozen=True)
class Rule:
    """One rule: its id, what editors read, an example, and what it needs from its standard."""

    id: str
    text: str
    example: Example
    check: Check
    scope: Scope
    #: the parameters it needs, each with what reads it (ValueError when it cannot)
    parameters: Mapping[str, Callable[[str], Any]]
    #: whether nothing in ``data/`` may weaken it (``FLOOR`` in its module)
    floor: Floor | None = None
    #: True for a rule that itself asks for its wording on the day it counts from
    by_day: bool = False
    #: the days on which it may say something else although no file changed, beside days that
    #: records name and last days of duties (``turns`` in its module)
    turns: Callable[[Register, Standard], Iterable[dt.date]] = lambda register, standard: ()

    @property
    def parts(self) -> dict[str, str]:
        """``看什么``, ``怎样算错`` and ``怎样改``, each as one line."""
        joined = "".join(line.strip() for line in self.text.strip().splitlines()[1:])
        pieces = re.split(f"({'|'.join(PARTS)})：", joined)
        return {name: text.strip() for name, text in zip(pieces[1::2], pieces[2::2], strict=True)}


@cache
def rules() -> dict[str, Rule]:
    """Every rule by id, in the order of the ids."""
    found: dict[str, Rule] = {}
    for name, module in modules(PACKAGE, parts=("check", "scope", "EXAMPLE")):
        identity = name.replace("_", "-")
        found[identity] = Rule(
            identity,
            module.__doc__ or "",
            module.EXAMPLE,
            module.check,
            module.scope,
            getattr(module, "PARAMETERS", {}),
            getattr(module, "FLOOR", None),
            getattr(module, "BY_DAY", False),
            getattr(module, "turns", Rule.turns),
        )
    return found
