"""Rows as Parquet: typed columns that statistics programs read without guessing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gongkai.exports.made import Cells
from gongkai.records.types.dataset import DataField, Dataset
from gongkai.records.vocabulary.datasets import FieldType


class Parquet:
    """Writes one file, batch by batch."""

    def __init__(self, path: Path, dataset: Dataset) -> None:
        # loading the library takes longer than most commands, and only datasets need it
        import pyarrow as pa  # noqa: PLC0415
        from pyarrow import parquet  # noqa: PLC0415

        self._arrow = pa
        self.path = path
        self._columns = dataset.columns
        said = {"标题": dataset.title, "更新日期": dataset.updated_on.isoformat()}
        fields = [self._field(each) for each in dataset.columns]
        self._schema = pa.schema(fields, metadata=said)
        self._file = parquet.ParquetWriter(path, self._schema, compression="zstd", store_schema=False)

    def batch(self, rows: Sequence[Cells]) -> Any:
        """Rows as columns of their types; empty cells are null."""
        pa = self._arrow
        columns = list(zip(*rows, strict=True))
        arrays = [self._array(cells, field) for cells, field in zip(columns, self._schema, strict=True)]
        return pa.record_batch(arrays, schema=self._schema)

    def add(self, batch: Any) -> None:
        """Append what ``batch`` made; a batch fits every file of the same dataset."""
        self._file.write_batch(batch)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()

    def _field(self, field: DataField) -> Any:
        said = {"说明": field.description} | ({"计量单位": field.measure} if field.measure else {})
        return self._arrow.field(field.name, self._type(field.type), metadata=said)

    def _type(self, kind: FieldType) -> Any:
        pa = self._arrow
        types = {
            FieldType.DATE: pa.date32(),
            FieldType.INTEGER: pa.int64(),
            FieldType.DECIMAL: pa.decimal128(19, 6),
            FieldType.YES: pa.bool_(),
        }
        return types.get(kind, pa.string())

    def _array(self, cells: Sequence[str], field: Any) -> Any:
        pa = self._arrow
        if field.type == pa.bool_():
            return pa.array([None if not cell else cell == "是" for cell in cells], pa.bool_())
        return pa.array([cell or None for cell in cells], pa.string()).cast(field.type)
