"""What the page of all open data is about, for machines: a DataCatalog of Datasets as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from gongkai.column.register import Register
from gongkai.common.printable import one_line
from gongkai.exports.made import OpenData
from gongkai.render.machine.nodes import Node, as_script

_FORMATS = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "jsonl": "application/jsonl",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}


def catalogue_json_ld(register: Register, name: str, url: str, tables: Iterable[OpenData]) -> str:
    """The page of all open data: a catalogue with a Dataset for every table, its files and fields."""
    root = register.column.root
    publisher = {"@type": "GovernmentOrganization", "name": one_line(register.column.organiser)}
    newest = max(map(register.last_change, register.all), default=register.today)
    whole = {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "@id": root + url,
        "url": root + url,
        "name": name,
        "publisher": publisher,
        "inLanguage": "zh-CN",
        "dataset": [
            {**_table(each, root, url, publisher, register), "dateModified": newest.isoformat()}
            for each in tables
        ],
    }
    return as_script(whole)


def _table(table: OpenData, root: str, url: str, publisher: Node, register: Register) -> Node:
    files = [
        {
            "@type": "DataDownload",
            "contentUrl": root + quote(file.path),
            "encodingFormat": _FORMATS.get(file.path.rpartition(".")[2], "application/octet-stream"),
            "contentSize": f"{file.size} B",
        }
        for file in table.files
    ]
    return {
        "@type": "Dataset",
        "name": f"{register.column.name}：{table.label}",
        "description": f"{register.column.portal}{register.column.name}公开的{table.label}，随网站更新",
        "url": root + url,
        "publisher": publisher,
        "isAccessibleForFree": True,
        "distribution": files,
    }
