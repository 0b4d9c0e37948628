"""What reading gives: raw documents, attachments, and everything that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.problems import Problem
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
class File:
    """An attachment or picture: ``path`` below ``content/``, bytes, and a short SHA-256."""

    path: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """All documents by path, all problems, and the attachments by path below ``content/``.

    A document that could be read in spite of a problem is there as well, so that
    one run shows everything that is wrong with it.
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    files: Mapping[str, File]
