"""Finished datasets, kept from one build to the next as long as nothing they are made of changes."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from gongkai.common import kept_whole
from gongkai.exports.datasets.groups import groups
from gongkai.exports.datasets.rows import Rows
from gongkai.exports.datasets.summary import table_of
from gongkai.exports.made import RowFile, Table

_PACKAGE = Path(__file__).resolve().parents[2]


class Cache:
    """A folder with the files of each dataset and what pages need to know of it, under a digest.

    A digest is of everything that goes into them: the rows, the description of the columns,
    the day, and the program itself.
    """

    def __init__(self, work: Path) -> None:
        self._work = work
        self._used: set[str] = set()
        work.mkdir(parents=True, exist_ok=True)

    def write(self, rows: Rows, folder: Path, make: Callable[[Rows, Path], Table]) -> Table:
        """The dataset's files below ``folder``: those of an earlier run, or what ``make`` makes now."""
        tag = f"table-{_digest(rows)}"
        kept = self._work / tag
        if kept_whole.size_of(kept) is None:
            shutil.rmtree(kept, ignore_errors=True)
            with tempfile.TemporaryDirectory(dir=self._work, prefix="making-") as name:
                made = make(rows, Path(name) / "whole" / "files")
                note = json.dumps(_told(made), ensure_ascii=False)
                (Path(name) / "whole" / "note.json").write_text(note, "utf-8")
                kept_whole.seal(Path(name) / "whole")
                (Path(name) / "whole").rename(kept)
        self._used.add(tag)
        shutil.copytree(kept / "files", folder, dirs_exist_ok=True)
        return _recalled(rows, json.loads((kept / "note.json").read_text("utf-8")))

    def forget(self) -> None:
        """What no dataset of this run needed."""
        for path in sorted(self._work.iterdir()):
            if path.name.startswith(("table-", "making-")) and path.name not in self._used:
                shutil.rmtree(path)


def _digest(rows: Rows) -> str:
    dataset, today = rows.dataset, rows.register.today
    parts = [_program(), today.isoformat(), dataset.url]
    parts += [field.model_dump_json() for field in dataset.columns]
    parts += [f"{year} {rows.digest(year)}" for year in rows.years]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@cache
def _program() -> str:
    """Of our own code and of what writes compressed files: another version may write other bytes."""
    own = sorted(path for path in _PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    versions = (sys.version, zlib.ZLIB_RUNTIME_VERSION, version("pyarrow"))
    return " ".join([_of_files(own), *versions])


def _of_files(paths: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for path in paths:
        with path.open("rb") as stream:
            whole.update(hashlib.file_digest(stream, "sha256").digest())
    return whole.hexdigest()


def _told(table: Table) -> dict[str, Any]:
    return {
        "years": list(table.years.items()),
        "newest": table.newest,
        "words": table.words,
        "groups": [
            (year, {group.value: group.count for group in table.groups if group.year == year})
            for year in table.years
        ],
        "files": [(file.path, file.label, file.size, file.year) for file in table.files],
        "version": table.version,
    }


def _recalled(rows: Rows, told: dict[str, Any]) -> Table:
    # Addresses of groups are those of units, which may have changed since.
    found = [g for year, counts in told["groups"] for g in groups(year, counts, rows.dataset, rows.register)]
    newest = [tuple(cells) for cells in told["newest"]]
    files = [RowFile(*file) for file in told["files"]]
    return table_of(rows, dict(told["years"]), newest, tuple(found), files, told["words"], told["version"])
