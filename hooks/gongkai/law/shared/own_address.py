"""Addresses of the column itself, written in full: which page is meant, and how to write it."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

from gongkai.column.register import Register
from gongkai.gate import addresses
from gongkai.law.shared.fixed_addresses import FIXED, taken
from gongkai.records.base import Record
from gongkai.text import host


def own_hosts(register: Register) -> set[str]:
    """The names of the column's own site."""
    found = host(register.column.root)
    return {register.column.domain.lower(), found.name if found else ""}


class OwnAddresses:
    """Tells an address of the column from others, and whether it leads anywhere."""

    def __init__(self, register: Register) -> None:
        self._hosts = own_hosts(register)
        self._base = urlsplit(register.column.root).path
        self._pages = {*addresses.current(register), *(row.address for row in addresses.moved(register))}
        self._files = register.files
        self._texts = {record.url: record.source.path for record in register.content if record.body}

    def path(self, address: str) -> str | None:
        """The path of an address below the column's home page; None for one of another site."""
        found = host(address)
        parts = urlsplit(address.replace("\\", "/"))
        if not found or found.name not in self._hosts or not parts.path.startswith(self._base):
            return None
        return unquote(parts.path.removeprefix(self._base)).removesuffix("index.html")

    def is_lost(self, path: str) -> bool:
        """True when nothing can be there; pages the column makes by itself are not asked for."""
        page = path.rstrip("/") + "/" if path else ""
        first = page.split("/", 1)[0]
        made = first in FIXED - {"files"} or (first in taken() and page.count("/") <= 2)
        return bool(page) and not made and page not in self._pages and path not in self._files

    def relative(self, record: Record, path: str) -> str:
        """How a text of a record writes the page or file at a path; "" where it has no file of its own."""
        file = f"content/{path}" if path in self._files else self._texts.get(path.rstrip("/") + "/", "")
        if not file.startswith("content/") or not record.source.path.startswith("content/"):
            return ""
        return posixpath.relpath(file, posixpath.dirname(record.source.path))
