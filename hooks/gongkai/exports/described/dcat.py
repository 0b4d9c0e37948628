"""The catalogue of a column's data in DCAT, as JSON-LD, for portals that gather catalogues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from gongkai.column.register import Register
from gongkai.exports.made import DataFile, OpenData, Table
from gongkai.records.types.dataset import Dataset

_IANA = "https://www.iana.org/assignments/media-types/"
#: how a file ends → its media type
_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "sqlite": "application/vnd.sqlite3",
    "parquet": "application/vnd.apache.parquet",
    "gz": "application/gzip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def of(register: Register, sets: Sequence[OpenData]) -> dict[str, Any]:
    """The catalogue with every set and its files."""
    column = register.column
    page = f"{column.root}data/"
    return {
        "@context": _CONTEXT,
        "@id": f"{page}catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _said(f"{column.portal}{column.name}"),
        "dct:language": "zh-CN",
        **_modified(register),
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": _said(column.organiser)},
        "foaf:homepage": {"@id": page},
        "dcat:dataset": [_dataset(each, column.root, register) for each in sets],
    }


def of_datasets(register: Register, rows: Mapping[str, Table]) -> Iterator[OpenData]:
    """The datasets with rows, as sets of the catalogue."""
    for each in register.public(Dataset):
        if each.id in rows:
            table = rows[each.id]
            yield OpenData(each.url, each.title, table.count, tuple(table.files), ())


def _dataset(each: OpenData, root: str, register: Register) -> dict[str, Any]:
    address = f"{root}{each.section}" if each.section.endswith("/") else f"{root}data/#{each.section}"
    return {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:title": _said(each.label),
        "dct:description": _said(f"{register.column.name}公开的{each.label}，共 {each.count} 条"),
        **_modified(register),
        "dcat:landingPage": {"@id": address},
        "dcat:distribution": [_file(file, root) for file in each.files],
    }


def _file(file: DataFile, root: str) -> dict[str, Any]:
    address = {"@id": root + quote(file.path)}
    kind = _TYPES.get(file.path.rpartition(".")[2], "application/octet-stream")
    return {
        "@type": "dcat:Distribution",
        "dct:title": _said(file.label),
        "dcat:downloadURL": address,
        "dcat:accessURL": address,
        "dcat:mediaType": {"@id": _IANA + kind},
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
    }


def _said(words: str) -> dict[str, str]:
    return {"@value": words, "@language": "zh"}


def _modified(register: Register) -> dict[str, dict[str, str]]:
    """The day on which readers were last told something new: not today, on which nothing may have changed."""
    newest = max(map(register.last_change, register.all), default=None)
    return {"dct:modified": {"@value": newest.isoformat(), "@type": "xsd:date"}} if newest else {}
