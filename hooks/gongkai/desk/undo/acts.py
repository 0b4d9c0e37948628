"""The five acts as somebody asks for them, at a terminal or at the desk: what each needs, and its files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from gongkai.column.register import Register
from gongkai.desk.mending import Change, Filed
from gongkai.desk.undo.correcting import correct
from gongkai.desk.undo.renaming import rename
from gongkai.desk.undo.withdrawing import merge, repeal, withdraw
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit


class Act(NamedTuple):
    """In words, and what it needs beside a reason."""

    words: str
    needed: tuple[str, ...] = ()


ACTS = {
    "correct": Act("更正", ("old", "new")),
    "withdraw": Act("撤下"),
    "merge": Act("撤并", ("into",)),
    "repeal": Act("废止"),
    "rename": Act("改名", ("to",)),
}


def fitting(record: Record) -> tuple[str, ...]:
    """The acts that a record allows; a row of a table is corrected in its table."""
    if record.source.row is not None:
        return ()
    if isinstance(record, Unit):
        return ("merge", "rename")
    if isinstance(record, Policy):
        return ("correct", "repeal", "withdraw", "rename")
    return ("correct", "withdraw", "rename") if isinstance(record, ContentRecord) else ()


@dataclass(frozen=True)
class Wanted:
    """One act: on what, from which day, why, and what that act asks for; "" where nothing is said."""

    act: str
    name: str
    reason: str
    day: dt.date
    old: str = ""
    new: str = ""
    note: str = ""
    kept: str = ""
    into: str = ""
    by: str = ""
    to: str = ""

    @property
    def words(self) -> str:
        """The act in one word."""
        return ACTS[self.act].words

    @property
    def missing(self) -> list[str]:
        """What it needs and does not have."""
        return [each for each in ACTS[self.act].needed if not getattr(self, each)]


def changes(root: Path, register: Register, wanted: Wanted) -> list[Change]:
    """The files as they will be.

    Raises EnvironmentProblem, in one sentence, where it cannot be done.
    """
    name, reason, day = wanted.name, wanted.reason, wanted.day
    if wanted.act == "correct":
        return correct(root, register, name, wanted.old, wanted.new, reason, day)
    if wanted.act == "withdraw":
        return withdraw(root, register, name, reason, wanted.note, wanted.kept, day)
    if wanted.act == "merge":
        return merge(root, register, name, wanted.into, reason, day)
    if wanted.act == "repeal":
        return repeal(root, register, name, wanted.by, reason, day)
    return rename(root, register, name, wanted.to, reason, day)


def filed(found: Sequence[Change]) -> list[Filed]:
    """The changes as they are shown: a file that goes and one that comes are one that moves."""
    gone = next((each for each in found if each.after is None), None)
    come = next((each for each in found if each.before is None), None) if gone else None
    moved = [Filed(gone.path, come.path, gone.before or b"", come.after or b"")] if gone and come else []
    rest = (each for each in found if each not in (gone, come) or not moved)
    return moved + [Filed(each.path, each.path, each.before or b"", each.after or b"") for each in rest]
