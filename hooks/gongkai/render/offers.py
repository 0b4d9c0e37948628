"""What pages say of feeds and open data, which rooms of their own make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class FeedInfo(Protocol):
    """What pages say of a feed; the feeds themselves are made by a later room."""

    @property
    def title(self) -> str: ...
    @property
    def page(self) -> str: ...
    @property
    def rss(self) -> str: ...
    @property
    def atom(self) -> str: ...


class FileInfo(Protocol):
    """One file of open data."""

    @property
    def path(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def size(self) -> int: ...


class DatasetInfo(Protocol):
    """What pages say of one set of open data; the files are written by a room of their own."""

    @property
    def section(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def count(self) -> int: ...
    @property
    def files(self) -> Sequence[FileInfo]: ...
    @property
    def fields(self) -> Sequence[tuple[str, str]]: ...
