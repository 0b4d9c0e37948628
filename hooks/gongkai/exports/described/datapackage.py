"""The Data Package of a column: every file of CSV with its Table Schema, for frictionless and its like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from gongkai.column.register import Register
from gongkai.exports.made import Cell, Resource
from gongkai.exports.row_shapes import YES

_WRONG = re.compile(r"[^a-z0-9._-]")


def of(register: Register, tables: Sequence[Resource]) -> dict[str, Any]:
    """The whole description; paths are below the place of the description itself."""
    column = register.column
    names = {each.path: _name(each.path) for each in tables}
    return {
        "profile": "tabular-data-package",
        "name": "gongkai-column",
        "id": f"{column.root}datapackage.json",
        "title": f"{column.portal}{column.name}",
        "homepage": f"{column.root}data/",
        "contributors": [{"title": column.organiser, "role": "publisher"}],
        "resources": [_resource(each, names) for each in tables],
    }


def _resource(table: Resource, names: dict[str, str]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": names[table.path],
        "title": table.label,
        "path": table.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": _schema(table, names),
    }


def _schema(table: Resource, names: dict[str, str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(each) for each in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = [*table.key]
    if table.leads:
        schema["foreignKeys"] = [
            {"fields": [*own], "reference": {"resource": names[path], "fields": [*theirs]}}
            for own, path, theirs in table.leads
        ]
    return schema


def _field(cell: Cell) -> dict[str, Any]:
    words = {"trueValues": ["是"], "falseValues": ["否"]} if cell.kind == YES else {}
    return {"name": cell.name, "type": cell.kind, "description": cell.words, **words}


def _name(path: str) -> str:
    """A name of lower letters, made of the path, so that it stays."""
    return _WRONG.sub("-", path.removesuffix(".csv").removeprefix("data/").lower().replace("/", "-"))
