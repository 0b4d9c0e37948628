"""One thing that readers were told in the 发布日志, as it is kept: plain words, no record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.records.vocabulary.publishing import LogKind

#: what a note begins with where an entry was erased; the reason and the day follow
ERASED = "【抹去】"
#: stands for a title or a kind of record that is not told
NOTHING = "-"
#: what stands between title and note
BAR = " ｜ "

#: day, kind, which of its day, address: no other entry has the same
Key = tuple[dt.date, LogKind, int, str]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a day to which page; ``label``: what kind of record, with （示例）."""

    day: dt.date
    kind: LogKind
    #: which of several of one kind on one day and one page
    number: int
    address: str
    label: str
    title: str
    note: str = ""

    @property
    def key(self) -> Key:
        """The same for as long as the entry exists, and no other's."""
        return self.day, self.kind, self.number, self.address

    @property
    def erased(self) -> bool:
        """Whether its words were taken away by law; that it happened stays."""
        return self.note.startswith(ERASED)

    @property
    def line(self) -> str:
        """Its line of the register."""
        told = f"{self.title}{BAR}{self.note}" if self.note else self.title
        return f"{self.day} {self.kind.value} {self.number} {self.address} {self.label} {told}"
