"""A built site → its text: what is packed is unpacked, so that a word can be looked for anywhere."""

from __future__ import annotations

import gzip
import io
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pyarrow import parquet
from pypdf import PdfReader

from gongkai.search.grams.shard import COLUMNS, columns

#: what Pagefind writes before the content of its files
_PAGEFIND = b"pagefind_dcd"


def everything(site: Path) -> Iterator[tuple[str, str]]:
    """(path below the site, text) of every file: of search fragments, databases, tables, papers too."""
    for file in sorted(site.rglob("*")):
        if file.is_file():
            name = file.relative_to(site).as_posix()
            yield from _texts(name, file.read_bytes())


def _texts(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    if data.startswith(b"\x1f\x8b"):
        yield from _texts(name, gzip.decompress(data).removeprefix(_PAGEFIND))
    elif name.endswith(f"/{COLUMNS}"):
        yield name, b"\n".join(columns(data)).decode("utf-8", "replace")
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _texts(f"{name}!{member}", archive.read(member))
    elif data.startswith(b"SQLite format 3\x00"):
        yield name, _database(data)
    elif data.startswith(b"PAR1"):
        yield name, "\n".join(map(str, parquet.read_table(io.BytesIO(data)).to_pylist()))
    elif data.startswith(b"%PDF-"):
        pages = PdfReader(io.BytesIO(data)).pages
        yield name, "\n".join(page.extract_text() for page in pages)
    else:
        text = data.decode("utf-8", "replace")
        # lines of a calendar go on after a break and a space
        yield name, text.replace("\r\n ", "") if name.endswith(".ics") else text


def _database(data: bytes) -> str:
    with sqlite3.connect(":memory:") as database:
        database.deserialize(data)
        return "\n".join(database.iterdump())
