"""Drafts → as if they were public: a preview shows them, and the rules ask of them what they ask then."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from gongkai.column.validate import Validated
from gongkai.desk.glimpse import Memory
from gongkai.load import Document, Loaded
from gongkai.records.base import ContentRecord, Record


@dataclass(frozen=True)
class Taken:
    """A tree as it was at one time: what is asked of it is asked of the same files."""

    loaded: Loaded
    #: its records as a build takes them in, drafts left drafts
    written: Validated
    #: path → the files that could be read
    documents: dict[str, Document]
    #: the addresses and files of drafts
    urls: frozenset[str]
    paths: frozenset[str]

    def public(self, _root: Path, _level: str) -> tuple[Loaded, Validated]:
        """The tree as ``load`` and ``validate`` give it, without 草稿."""
        if not self.paths:
            return self.loaded, self.written
        records = [_public(each) for each in self.written.records]
        return self.loaded, Validated(records, self.written.problems, self.written.broken)

    def as_written(self, _root: Path, _level: str) -> tuple[Loaded, Validated]:
        """The same as a build takes it in."""
        return self.loaded, self.written


class Drafts:
    """Takes a tree in, of which only what was written since is read again, and knows its drafts."""

    def __init__(self) -> None:
        self._memory, self._lock = Memory(), threading.Lock()

    def take(self, root: Path, level: str) -> Taken:
        """The tree as it is now."""
        with self._lock:
            loaded, validated = self._memory.taken_in(root, level)
        drafts = [each for each in validated.records if _held(each)]
        return Taken(
            loaded,
            validated,
            {each.path: each for each in loaded.documents},
            frozenset(each.url for each in drafts),
            frozenset(each.source.path for each in drafts),
        )


def _held(record: Record) -> bool:
    return isinstance(record, ContentRecord) and record.draft


def _public(record: Record) -> Record:
    if not _held(record):
        return record
    return record.model_copy(update={"draft": False}).placed(record.source)
