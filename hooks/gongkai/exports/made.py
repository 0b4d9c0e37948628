"""What was made for programs, as plain values: pages are handed these and know nothing of the makers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gongkai.records.base import ContentRecord
from gongkai.records.types.dataset import DataField
from gongkai.records.vocabulary.term import Term

#: a row of a dataset as text, one for each of its columns
Cells = tuple[str, ...]
#: rows of a page of a dataset for readers without scripts
ROWS_OF_A_PAGE = 200


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the 发布日志 or of the rulebook's; a withdrawn page has no record any more."""

    day: dt.date
    kind: Term
    #: what it is about, and its address below the root
    title: str
    address: str
    note: str = ""
    record: ContentRecord | None = None
    #: which of several on one day
    number: int = 0

    @property
    def id(self) -> str:
        """The same for as long as the entry exists, and no other's of its day."""
        return f"{self.kind.slug}/{self.number}/{self.address}"


@dataclass(frozen=True)
class Feed:
    """One subscription: its name in addresses, its title, the page it belongs to, its records."""

    name: str
    title: str
    #: address relative to the column's root
    page: str
    #: newest first, so many as a feed holds at most
    records: tuple[ContentRecord, ...]
    #: for the 发布日志 and the rulebook, which tell of what happened rather than hold records; newest first
    events: tuple[LogEntry, ...] = ()

    @property
    def language(self) -> str:
        """The language of all its records."""
        return self.records[0].LANGUAGE if self.records else ContentRecord.LANGUAGE

    @property
    def rss(self) -> str:
        return f"feeds/{self.name}.rss.xml"

    @property
    def atom(self) -> str:
        return f"feeds/{self.name}.atom.xml"


@dataclass(frozen=True)
class DataFile:
    """One file to download: its path below the site, its format, its size in bytes."""

    path: str
    label: str
    size: int


@dataclass(frozen=True)
class OpenData:
    """One set of open data as the page lists it; ``fields`` are (key, what it means)."""

    section: str
    label: str
    count: int
    files: tuple[DataFile, ...]
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RowFile(DataFile):
    """One file with rows of a dataset: those of a year, or all of them where ``year`` is 0."""

    year: int


@dataclass(frozen=True)
class RowGroup:
    """The rows that a run of pages shows: of one year, and of one unit where there are units."""

    year: int
    value: str
    #: its place in addresses; empty where a year is not divided
    slug: str
    count: int

    @property
    def label(self) -> str:
        return f"{self.year}年{self.value}"

    @property
    def pages(self) -> int:
        return -(-self.count // ROWS_OF_A_PAGE)

    def url(self, root: str) -> str:
        """Where its first page stands, below the dataset's own address."""
        return f"{root}{self.year}/{self.slug}/" if self.slug else f"{root}{self.year}/"


@dataclass(frozen=True)
class Table:
    """The rows of a dataset that were written: counts, the newest, files, and a way to read any page."""

    columns: tuple[DataField, ...]
    #: the column by which years are divided into groups
    divided_by: str | None
    count: int
    #: year → how many rows, the newest first
    years: Mapping[int, int]
    newest: Sequence[Cells]
    groups: Sequence[RowGroup]
    files: Sequence[RowFile]
    #: column that rows are narrowed by → its words
    words: Mapping[str, Sequence[str]]
    #: of the files that a browser searches
    version: str
    #: group, number of the page from 1 → its rows, the newest first; read when they are asked for
    page: Callable[[RowGroup, int], Sequence[Cells]]
