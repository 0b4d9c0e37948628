"""What a search needs to know beside the index, as one file: words people use, columns, manners, weights."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gongkai.search.normalise import normalise

#: what questions are made of; what documents are worth
_SHIPPED = Path(__file__).with_name("wording.json"), Path(__file__).with_name("ranking.json")
#: official words of one that people use; more would only make the list longer
_MOST = 4


class Named(NamedTuple):
    """A column: its name, its address below the site's root, other names it goes by."""

    label: str
    address: str
    others: tuple[str, ...] = ()


def tables(aliases: Iterable[tuple[str, Sequence[str]]], columns: Iterable[Named]) -> dict[str, Any]:
    """All of it as the browser reads it; words in the form in which queries are compared, in their order."""
    meant: dict[str, dict[str, None]] = {}
    for word, official in aliases:
        plain = _plain(word)
        others = (each for each in official if _plain(each) != plain)
        meant.setdefault(plain, {}).update(dict.fromkeys(others))
    wording, ranking = (json.loads(path.read_text("utf-8")) for path in _SHIPPED)
    return {
        "aliases": {
            word: list(meant[word])[:_MOST] for word in sorted(meant) if len(word) > 1 and meant[word]
        },
        "columns": sorted([each.label, each.address, list(each.others)] for each in columns),
        **wording,
        "weights": ranking,
    }


def write(found: Mapping[str, Any], folder: Path) -> int:
    """Writes them beside an index, under a name by their digest, which its ``shards.json`` then says.

    Gives how many bytes a browser takes for them, packed.
    """
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    name = f"words-{hashlib.sha256(data).hexdigest()[:16]}.json"
    head = folder / "shards.json"
    said = json.loads(head.read_text("utf-8"))
    (folder / name).write_bytes(data)
    head.write_text(json.dumps({**said, "words": name}, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return len(gzip.compress(data, mtime=0))


def _plain(word: str) -> str:
    return normalise(word).replace(" ", "")
