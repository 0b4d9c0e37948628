"""What reading gives: raw documents, attachments, and everything that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gongkai.common.personal import Sort
from gongkai.common.problems import Problem
from gongkai.records.base import Record

#: Text, a list or a mapping: files are read without guessing any other type.
Raw = str | list["Raw"] | dict[str, "Raw"]


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a record type, as it stands.

    ``path`` is relative to the root, ``key`` the path below ``content/`` or
    ``data/`` without its extension. ``data`` is a list for table files. ``body``
    is the Markdown below the front matter, whose first line is ``body_line``.
    """

    path: str
    record_type: type[Record]
    key: str
    data: dict[str, Raw] | list[dict[str, Raw]]
    body: str = ""
    body_line: int = 0


@dataclass(frozen=True, slots=True)
class Spotted:
    """A personal number in an attachment, and where: ``第3页``, ``工作表“名单”B7``."""

    place: str
    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class Attached:
    """The personal numbers of an attachment, how many more of each sort, and why it was not read whole.

    ``tagged`` is False for a PDF that does not say what is a heading, a paragraph, a table; ``pages`` are
    those of a PDF, 0 where they are not known.
    """

    personal: tuple[Spotted, ...] = ()
    more: Mapping[Sort, int] = field(default_factory=dict)
    fault: str = ""
    tagged: bool = True
    pages: int = 0


@dataclass(frozen=True, slots=True)
class File:
    """An attachment or picture: ``path`` below ``content/``, bytes, and a short SHA-256.

    ``scan`` reads its text, when somebody asks, for what should not be in it.
    """

    path: str
    size: int
    digest: str
    scan: Callable[[], Attached] = field(default=Attached, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Personal:
    """A personal number in a row of a dataset, and where: line and column in the file, the column's key."""

    line: int
    column: int
    key: str
    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class TableFile:
    """One year of a dataset's rows as they were read: what rules need to know of them, not the rows.

    ``facets`` has, for each column that rows are narrowed by, its values and the line of each value's
    first row. ``months`` has the units of rows and the months of their days (empty where no column tells
    it), ``marks`` the units and what they are narrowed by. ``personal`` are the first personal numbers of
    each sort, ``more_personal`` how many others.
    ``faulty`` says that something in it could not be read: there may be more rows than ``count``.
    ``digest`` is the SHA-256 of the file as it was read. ``by_unit`` counts the rows of each unit, where a
    dataset's rows are those of the annual reports.
    """

    path: str
    year: int
    count: int
    facets: Mapping[str, Mapping[str, int]]
    personal: tuple[Personal, ...] = ()
    more_personal: Mapping[Sort, int] = field(default_factory=dict)
    faulty: bool = False
    digest: str = ""
    by_unit: Mapping[str, int] = field(default_factory=dict)
    months: frozenset[tuple[str, str]] = frozenset()
    marks: frozenset[tuple[str, str]] = frozenset()
    #: (day of a row, last day of its display; either may be empty) → the line of the first, how many rows;
    #: only where a column has the role 公示截止
    displays: Mapping[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    #: the same of the day on which a row was answered, where a column has the role 答复
    answers: Mapping[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    #: (day, unit) → column of numbers, or of 是 and 否 → what its rows add up to; of kinds that figures need
    sums: Mapping[tuple[str, str], Mapping[str, Decimal]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loaded:
    """All documents by path, all problems, and the attachments by path below ``content/``.

    ``tables`` are the sound files of datasets by the dataset's id, the oldest year first.

    A document that could be read in spite of a problem is there as well, so that
    one run shows everything that is wrong with it.
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    files: Mapping[str, File]
    tables: Mapping[str, tuple[TableFile, ...]]
