"""Drafts → as if they were public: a preview shows them, and the rules ask of them what they ask then."""

from __future__ import annotations

import threading
from pathlib import Path

from gongkai.column.validate import Validated
from gongkai.desk.glimpse import Memory
from gongkai.load import Document, Loaded
from gongkai.records.base import ContentRecord, Record


class Drafts:
    """Takes a tree in with its drafts as if public, and knows which they were."""

    def __init__(self) -> None:
        self._memory, self._lock = Memory(), threading.Lock()
        #: path → the files that could be read
        self.documents: dict[str, Document] = {}
        #: the addresses and files of drafts
        self.urls: frozenset[str] = frozenset()
        self.paths: frozenset[str] = frozenset()

    def taken_in(self, root: Path, level: str) -> tuple[Loaded, Validated]:
        """The tree as ``load`` and ``validate`` give it, without 草稿."""
        with self._lock:
            loaded, validated = self._memory.taken_in(root, level)
            drafts = [each for each in validated.records if _held(each)]
            self.urls = frozenset(each.url for each in drafts)
            self.paths = frozenset(each.source.path for each in drafts)
            self.documents = {each.path: each for each in loaded.documents}
        if drafts:
            records = [_public(each) for each in validated.records]
            validated = Validated(records, validated.problems, validated.broken)
        return loaded, validated

    def as_written(self, root: Path, level: str) -> tuple[Loaded, Validated]:
        """The tree as a build takes it in, with its drafts left drafts."""
        with self._lock:
            return self._memory.taken_in(root, level)


def _held(record: Record) -> bool:
    return isinstance(record, ContentRecord) and record.draft


def _public(record: Record) -> Record:
    if not _held(record):
        return record
    return record.model_copy(update={"draft": False}).placed(record.source)
