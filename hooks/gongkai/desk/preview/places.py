"""A problem → the address of the page on which it is told: that of the record, or one for the file alone."""

from __future__ import annotations

from collections.abc import Container

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.load import key_of, record_type_of
from gongkai.records.base import Source
from gongkai.records.types.dataset import Dataset

#: where every problem is listed, file by file
ALL = "preview-problems/"
#: how what is found in finished pages names them
_PAGE, _HOME = "网页 ", "首页"
#: where the rows of datasets are
_ROWS = ".csv"


class Places:
    """Where the problems of a column are told; ``pages`` are the addresses that have a page."""

    def __init__(self, register: Register, pages: Container[str]) -> None:
        self._pages = pages
        self._rows: dict[tuple[str, int | None], str] = {}
        self._files: dict[str, str] = {}
        for record in register.records:
            source, url = record.source, record.shown_at.partition("#")[0]
            if url in pages:
                self._rows.setdefault((source.path, source.row), url)
                self._files.setdefault(source.path, url)
        self._datasets = {
            each.source.path.rpartition("/")[0]: each.url for each in register.everything(Dataset)
        }

    def of(self, problem: Problem) -> str:
        """The address of a page, which need not have been made."""
        path = problem.path
        if path.startswith(_PAGE):
            url = path.removeprefix(_PAGE).replace(_HOME, "")
            return url if url in self._pages else ALL
        known = self._rows.get((path, problem.row)) or self._files.get(path)
        if known is None and path.endswith(_ROWS):
            known = self._datasets.get(path.rpartition("/")[0])
        return likely(path) if known is None else known


def likely(path: str) -> str:
    """The address that a file would have if it could be read."""
    if "/" not in path:
        return ALL
    kind, key = record_type_of(path), key_of(path)
    if kind is None:
        return f"{key}/"
    try:
        return kind.model_construct().placed(Source(path, key)).url
    except (AttributeError, KeyError):
        return f"{key}/"  # of a type whose address is in its fields
