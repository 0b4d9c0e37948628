"""Small compressed files that a browser fetches one by one and unpacks by itself."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

#: no name that a web server would take for compressed and unpack on the way
ENDING = ".bin"


class Packer:
    """Writes files below a folder; the digest of all of them names the state of the data."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._digest = hashlib.sha256()
        self._made: set[Path] = set()

    def json(self, name: str, value: Any) -> int:
        """A value as JSON without blanks; gives the bytes written."""
        return self.bytes(name, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())

    def bytes(self, name: str, data: bytes) -> int:
        """Any bytes under a name; gives the bytes written."""
        path = self._folder / f"{name}{ENDING}"
        if path.parent not in self._made:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        packed = gzip.compress(data, 6, mtime=0)
        self._digest.update(name.encode() + b"\0" + packed)
        path.write_bytes(packed)
        return len(packed)

    @property
    def digest(self) -> str:
        """Changes when any file does."""
        return self._digest.hexdigest()[:12]


def deltas(numbers: list[int]) -> list[int]:
    """Rising numbers as the first and then the steps between them."""
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def order(text: str) -> bytes:
    """Sorts texts as a browser compares them: by UTF-16."""
    return text.encode("utf-16-be", "surrogatepass")
