"""What was made for programs, as plain values: pages are handed these and know nothing of the makers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gongkai.column.register.english import FOLDER
from gongkai.records.base import ContentRecord
from gongkai.records.fields.occasion import Occasion
from gongkai.records.fields.parts import Move
from gongkai.records.types.dataset import DataField, Dataset
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.term import Term

#: where calendars stand
CALENDARS = "calendar/"
#: a row of a dataset as text, one for each of its columns
Cells = tuple[str, ...]
#: rows of a page of a dataset for readers without scripts
ROWS_OF_A_PAGE = 200
#: the whole 发布日志 as a table
LOG_TABLE = "log/list.csv"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the 发布日志 or of the rulebook's; a withdrawn page has no record any more.

    ``label`` and ``example`` say what it was when it was told, in the 发布日志.
    """

    day: dt.date
    kind: Term
    #: what it is about, and its address below the root
    title: str
    address: str
    note: str = ""
    record: ContentRecord | None = None
    #: which of several on one day
    number: int = 0
    label: str = ""
    example: bool = False
    #: whether anything stands at the address, if only why it was withdrawn
    there: bool = True

    @property
    def named(self) -> bool:
        """Whether its words say more than its address does."""
        return self.kind.slug == "moved" or self.title.strip("/") != self.address.strip("/")

    @property
    def language(self) -> str:
        """The language of its title."""
        english = self.address.startswith(FOLDER)
        return self.record.LANGUAGE if self.record else "en" if english else ContentRecord.LANGUAGE

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
    #: what happened, told as such rather than by a record; newest first
    events: tuple[LogEntry, ...] = ()
    #: the calendar with the days of the same, below the site; empty where there is none
    calendar: str = ""

    @property
    def entries(self) -> list[ContentRecord | LogEntry]:
        """Records and what happened together, newest first."""
        both: list[ContentRecord | LogEntry] = [*self.events, *self.records]
        return sorted(both, key=day_of, reverse=True)

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

    @property
    def json(self) -> str:
        return f"feeds/{self.name}.json"

    @property
    def files(self) -> tuple[str, str, str]:
        """The same in every format."""
        return self.rss, self.atom, self.json

    @property
    def twin(self) -> str:
        """The page that shows the same to people."""
        return f"feeds/{self.name}/" if self.language == ContentRecord.LANGUAGE else f"{FOLDER}feed/"


def day_of(entry: ContentRecord | LogEntry) -> dt.date:
    """The day an entry of a feed stands at."""
    return entry.day if isinstance(entry, LogEntry) else entry.published


@dataclass(frozen=True)
class DataFile:
    """One file to download: its path below the site, its format, its size in bytes."""

    path: str
    label: str
    size: int


@dataclass(frozen=True)
class Cell:
    """A column of a table of values: its name, its kind in words of Table Schema, what it means."""

    name: str
    kind: str
    words: str


@dataclass(frozen=True)
class Resource:
    """A file of CSV for programs: its path below the site, what is in it, and where its lines lead."""

    path: str
    label: str
    columns: tuple[Cell, ...]
    #: the columns that tell its lines apart
    key: tuple[str, ...] = ()
    #: (its columns, the file they lead to, the columns there)
    leads: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class VersionFiles:
    """The files of a document's text as it stands from ``begins`` to before ``ends`` (None: still)."""

    begins: dt.date
    ends: dt.date | None
    files: tuple[DataFile, ...]


@dataclass(frozen=True)
class OpenData:
    """One set of open data as the page lists it; ``fields`` are (key, what it means)."""

    section: str
    label: str
    count: int
    files: tuple[DataFile, ...]
    fields: tuple[tuple[str, str], ...]
    #: what each file of CSV holds
    resources: tuple[Resource, ...] = ()


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
    #: rows that are shown no more, since the last day of their display has passed
    withdrawn: int = 0


@dataclass(frozen=True)
class DatasetRows:
    """A dataset's rows to be read: its columns, and year by year the lines in order of age."""

    dataset: Dataset
    years: Callable[[], Iterator[Sequence[Cells]]]


@dataclass(frozen=True)
class CalendarDay:
    """One day of one record; ``moves`` are the days it was moved from, the oldest first."""

    occasion: Occasion
    record: ContentRecord
    units: tuple[Unit, ...]
    moves: tuple[Move, ...]

    @property
    def day(self) -> dt.date:
        return self.occasion.day

    @property
    def title(self) -> str:
        return f"{self.occasion.kind}：{self.record.name}"


@dataclass(frozen=True)
class CalendarFile:
    """One iCalendar file: its path below the site, and whose days stand in it."""

    path: str
    label: str


@dataclass(frozen=True)
class Calendars:
    """The calendars there are; a unit is known by its slug and has one where it has anything to tell."""

    #: the whole column's, then one for each type of record
    public: tuple[CalendarFile, ...] = ()
    of_units: Mapping[str, CalendarFile] = field(default_factory=dict)
    #: what units owe
    of_duties: Mapping[str, CalendarFile] = field(default_factory=dict)
    #: of each 主题, 领域 and 服务对象, by the name of its feed
    of_subjects: Mapping[str, CalendarFile] = field(default_factory=dict)

    def of_feed(self, name: str) -> str:
        """The path of the calendar with the days of what a feed holds; empty where there is none."""
        files = (*self.public, *self.of_units.values(), *self.of_subjects.values())
        paths = (f"{CALENDARS}{name}.ics", f"{CALENDARS}type-{name}.ics")
        return next((each.path for each in files if each.path in paths), "")


@dataclass(frozen=True)
class Made:
    """Everything that was made for programs, as pages are told of it."""

    #: name → the feed
    feeds: Mapping[str, Feed] = field(default_factory=dict)
    #: section → its open data, the whole column first
    datasets: Mapping[str, OpenData] = field(default_factory=dict)
    #: id of a 规范性文件 in articles → its versions as files, the oldest first
    texts: Mapping[str, tuple[VersionFiles, ...]] = field(default_factory=dict)
    #: id of a dataset → its rows
    tables: Mapping[str, Table] = field(default_factory=dict)
    #: the days of all records that the public may want, the earliest first
    days: Sequence[CalendarDay] = ()
    calendars: Calendars = field(default_factory=Calendars)
    #: the 发布日志, newest first
    log: Sequence[LogEntry] = ()
