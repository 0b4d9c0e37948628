"""Open data of all columns in one place: a Parquet file for each table, with the column each row is of.

Which tables there are, and what stands in them, is read from each column's own ``datapackage.json``.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from gongkai.city.portal.shown import Shown

#: before a table's own columns
OF = "栏目"


@dataclass(frozen=True)
class Together:
    """A table of all columns: its file below the portal, what it is called, how many rows."""

    path: str
    title: str
    count: int


def write(columns: Sequence[Shown], stage: Path) -> list[Together]:
    """Every table that a column has below ``data/``, of all that have it."""
    (stage / "data").mkdir()
    found: dict[str, list[tuple[Shown, dict[str, Any]]]] = {}
    for each in columns:
        for resource in _resources(each.site):
            if resource["path"].startswith("data/"):
                found.setdefault(resource["path"], []).append((each, resource))
    return [_write(path, parts, stage) for path, parts in sorted(found.items())]


def _resources(site: Path) -> list[dict[str, Any]]:
    path = site / "datapackage.json"
    listed: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["resources"] if path.is_file() else []
    return listed


def _write(path: str, parts: list[tuple[Shown, dict[str, Any]]], stage: Path) -> Together:
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    target = Path(path).with_suffix(".parquet")
    fields = {field["name"]: field["type"] for _, resource in parts for field in resource["schema"]["fields"]}
    schema = pa.schema([(OF, pa.string()), *((name, _type(pa, kind)) for name, kind in fields.items())])
    count = 0
    with parquet.ParquetWriter(stage / target, schema, compression="zstd") as file:
        for column, _ in parts:
            rows = [{OF: column.name, **_values(row, fields)} for row in _rows(column.site / path)]
            count += len(rows)
            file.write_table(pa.Table.from_pylist(rows, schema))
    return Together(str(target), parts[0][1]["title"], count)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _type(pa: Any, kind: str) -> Any:
    types = {"integer": pa.int64(), "number": pa.float64(), "date": pa.date32(), "boolean": pa.bool_()}
    return types.get(kind, pa.string())


def _values(row: dict[str, str], fields: dict[str, str]) -> dict[str, Any]:
    return {name: _value(row.get(name) or "", kind) for name, kind in fields.items()}


def _value(cell: str, kind: str) -> Any:
    if not cell:
        return None
    if kind == "integer":
        return int(cell)
    if kind == "number":
        return float(Decimal(cell))
    if kind == "date":
        return dt.date.fromisoformat(cell)
    return cell == "是" if kind == "boolean" else cell
