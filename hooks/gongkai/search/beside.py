"""Files beside an index: each under a name by its digest, which the index's ``shards.json`` says."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path


def as_json(value: object) -> str:
    """As a browser reads it, in as few bytes as there are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_beside(folder: Path, key: str, value: object) -> bytes:
    """Writes a value as ``<key>-<digest>.json``, and its name into ``shards.json``; gives what it wrote.

    One that was there before goes.
    """
    data = as_json(value).encode()
    name = f"{key}-{hashlib.sha256(data).hexdigest()[:16]}.json"
    if before := json.loads((folder / "shards.json").read_text("utf-8")).get(key):
        (folder / before).unlink()
    (folder / name).write_bytes(data)
    say(folder, key, name)
    return data


def say(folder: Path, key: str, name: str | dict[str, object]) -> None:
    """Puts the name of a file, or what is to be known of several, into ``shards.json``."""
    head = folder / "shards.json"
    head.write_text(as_json({**json.loads(head.read_text("utf-8")), key: name}), "utf-8")
