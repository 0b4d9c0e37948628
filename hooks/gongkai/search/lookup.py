"""An index, a title and an address → whether a search finds the page, read as the browser would."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from gongkai.search.normalise import BREAK, spaced

_SHORT = 24


def finds(index: Path, title: str, url: str) -> bool:
    """True when one shard has every word of the title among its words, and the page's card."""
    words = [word for word in dict.fromkeys(spaced(title).split()) if word != BREAK]
    return any(_has_words(shard, words) and _has_card(shard, url) for shard in _shards(index))


def _shards(index: Path) -> Iterator[Path]:
    try:
        listed = json.loads((index / "shards.json").read_text("utf-8"))["shards"]
    except (OSError, ValueError, KeyError):
        return
    yield from (index / shard["path"] for shard in listed)


def _has_words(shard: Path, words: list[str]) -> bool:
    """Pagefind keeps its words as CBOR texts, whose head tells their length."""
    chunks = [gzip.decompress(path.read_bytes()) for path in sorted((shard / "index").iterdir())]
    return all(any(_text(word) in chunk for chunk in chunks) for word in words)


def _text(word: str) -> bytes:
    data = word.encode()
    return bytes([0x60 + len(data)] if len(data) < _SHORT else [0x78, len(data)]) + data


def _has_card(shard: Path, url: str) -> bool:
    return any(json.loads(path.read_bytes())["url"] == url for path in sorted((shard / "text").iterdir()))
