"""A dataset's rows as files to download: CSV, compressed where it is large, and Parquet.

The same rows give the same bytes: no time, no name and no machine is written into them.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from gongkai.common.csv_text import guarded, lines, start_table
from gongkai.exports.datasets.parquet import Parquet
from gongkai.exports.made import Cells, RowFile
from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.datasets import FieldType

#: rows that are made into bytes at once
PIECE = 10_000
#: a CSV from this size on is also offered compressed; the whole, from that one on, only so
ALSO_PACKED, ONLY_PACKED = 1_000_000, 20_000_000
#: what stands for the whole dataset in ``RowFile.year``
WHOLE = 0
#: types whose cells are never calculated with by mistake: a minus there is a number's
_NUMBERS = {FieldType.INTEGER, FieldType.DECIMAL}


class Downloads:
    """Writes the files of a dataset; years are added the oldest first."""

    def __init__(self, dataset: Dataset, folder: Path) -> None:
        self._dataset = dataset
        self._folder = folder
        self._text = [field.type not in _NUMBERS for field in dataset.columns]
        self.made: list[RowFile] = []

    def __enter__(self) -> Downloads:
        self._whole = _Csv(self._path(WHOLE), self._dataset)
        self._parquet = Parquet(self._path(WHOLE).with_suffix(".parquet"), self._dataset)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._finish(WHOLE, self._whole, self._parquet)

    def add(self, year: int, rows: Sequence[Cells]) -> None:
        """A year's rows: into its own files and into those of the whole."""
        own = _Csv(self._path(year), self._dataset)
        parquet = Parquet(self._path(year).with_suffix(".parquet"), self._dataset)
        for start in range(0, len(rows), PIECE):
            piece = rows[start : start + PIECE]
            plain = self._bytes(piece)
            packed = packed_member(plain)
            own.add(plain, packed)
            self._whole.add(plain, packed)
            batch = parquet.batch(piece)
            parquet.add(batch)
            self._parquet.add(batch)
        self._finish(year, own, parquet)

    def _path(self, year: int) -> Path:
        return self._folder / f"{self._dataset.slug}{f'-{year}' if year else ''}.csv"

    def _bytes(self, rows: Sequence[Cells]) -> bytes:
        return lines(map(self._guarded, rows))

    def _guarded(self, row: Cells) -> Sequence[str]:
        return [guarded(cell) if text else cell for cell, text in zip(row, self._text, strict=True)]

    def _finish(self, year: int, own: _Csv, parquet: Parquet) -> None:
        parquet.close()
        kinds = (("CSV", own.close(whole=year == WHOLE)), ("Parquet", [parquet.path]))
        for kind, paths in kinds:
            for path in paths:
                address = f"{self._dataset.url}{path.name}"
                said = f"{kind}（gzip）" if path.suffix == ".gz" else kind
                self.made.append(RowFile(address, said, path.stat().st_size, year))


class _Csv:
    """A CSV file and the same compressed, of which those of the right size stay."""

    def __init__(self, path: Path, dataset: Dataset) -> None:
        self.path, self.packed = path, path.with_name(f"{path.name}.gz")
        self._plain: BinaryIO = path.open("wb")
        self._packed: BinaryIO = self.packed.open("wb")
        head = io.StringIO(newline="")
        start_table(head, [field.name for field in dataset.columns])
        line = head.getvalue().encode()
        self.add(line, packed_member(line))

    def add(self, plain: bytes, packed: bytes) -> None:
        self._plain.write(plain)
        self._packed.write(packed)

    def close(self, *, whole: bool) -> list[Path]:
        """Finish both files; gives those that stay, the others are deleted. ``whole``: all years, not one."""
        self._plain.close()
        self._packed.close()
        size = self.path.stat().st_size
        kept = [self.path] if size < ONLY_PACKED or not whole else []
        kept += [self.packed] if size >= ALSO_PACKED else []
        for path in (self.path, self.packed):
            if path not in kept:
                path.unlink()
        return kept


def packed_member(data: bytes) -> bytes:
    """One member of a gzip file; members one after the other are a whole file."""
    return gzip.compress(data, 6, mtime=0)
