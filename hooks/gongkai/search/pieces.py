"""Large tables in pieces by a character, as ``pieces.js`` finds them: a browser reads a few for a query."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from gongkai.search.beside import as_json, say

#: a piece is about one kilobyte, packed
COUNT = 64
#: signs before it are of no Chinese: numbers have many of them, few words begin so
_OTHERS = 0x2E80


def piece_of(character: str) -> int:
    """The number of the piece in which a character is."""
    code = ord(character)
    return 0 if code < _OTHERS else 1 + code % (COUNT - 1)


def write_pieces(folder: Path, key: str, pieces: Sequence[object]) -> None:
    """Writes them into a folder named by the digest of them all, and where they are into ``shards.json``.

    Those that were there before go.
    """
    written = [as_json(each).encode() for each in pieces]
    digest = hashlib.sha256(b"\n".join(written)).hexdigest()
    path = f"{key}-{digest[:16]}/"
    if before := json.loads((folder / "shards.json").read_text("utf-8")).get(key):
        shutil.rmtree(folder / before["path"])
    (folder / path).mkdir()
    for number, data in enumerate(written):
        (folder / path / f"{number}.json").write_bytes(data)
    say(folder, key, {"path": path, "count": len(written)})
