"""An index, a title and an address → whether a search finds the page, read as the browser would."""

from __future__ import annotations

import gzip
import json
import struct
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gongkai.search.grams.files import NAME
from gongkai.search.grams.shard import COLUMNS, HEAD, card_names, columns, dates
from gongkai.search.grams.text import compact


def finds(index: Path, title: str, url: str) -> bool:
    """True when the places of the title's beginning lead to the card of the page."""
    try:
        listed = json.loads((index / "shards.json").read_text("utf-8"))["shards"]
        return any(_leads(index / shard["path"], compact(title), url) for shard in listed)
    except (OSError, EOFError, ValueError, KeyError, IndexError, struct.error):
        return False


def _leads(shard: Path, title: str, url: str) -> bool:
    about, names = _head(shard)
    tables = [json.loads(_read(shard, name)) for name in _names(about["bounds"], title)]
    leaves = [name for table in tables for name in _names(table, title)]
    places = (place for name in leaves for place in _places(_read(shard, name)))
    documents = {document for key, document, head in places if _begins(key, head, title)}
    cards = (
        json.loads((shard / f"text/{names[document]}.json").read_bytes()) for document in sorted(documents)
    )
    return any(card["url"] == url and compact(card["title"]) == title for card in cards)


def _begins(key: str, head: int, title: str) -> bool:
    """Whether a document begins there, and may with the title."""
    return head == 1 and (title.startswith(key) or key.startswith(title))


def _head(shard: Path) -> tuple[dict[str, Any], list[str]]:
    about = json.loads(gzip.decompress((shard / HEAD).read_bytes()))
    days = _column(columns((shard / COLUMNS).read_bytes())[1], 0, about["count"])
    return about, card_names(dates(days))


def _names(table: dict[str, Any], text: str) -> list[str]:
    """The files that begin with the text, and the one before."""
    keys = table["keys"]
    first = bisect_left(keys, text)
    last = next((at for at in range(first, len(keys)) if not keys[at].startswith(text)), len(keys))
    return [table["names"][at * NAME : (at + 1) * NAME] for at in range(max(0, first - 1), last)]


def _read(shard: Path, name: str) -> bytes:
    return gzip.decompress((shard / f"index/{name}.gram").read_bytes())


def _places(data: bytes) -> Iterator[tuple[str, int, int]]:
    """(key, document, place in title and number) of every place in a file of leaves."""
    count, size = struct.unpack_from("<HH", data)
    shared, lengths = data[4 : 4 + count], data[4 + count : 4 + 2 * count]
    counts, at = _column(data, 4 + 2 * count, count), 4 + 4 * count
    letters, at = "".join(map(chr, _column(data, at, size))), at + 2 * size
    documents, heads = _column(data, at, sum(counts)), _column(data, at + 2 * sum(counts), sum(counts))
    key, begin, letter = "", 0, 0
    for leaf, number in enumerate(counts):
        key = key[: shared[leaf]] + letters[letter : letter + lengths[leaf]]
        letter += lengths[leaf]
        for place in range(begin, begin + number):
            yield key, documents[place], heads[place] >> 3
        begin += number


def _column(data: bytes, at: int, count: int) -> list[int]:
    low, high = data[at : at + count], data[at + count : at + 2 * count]
    return [small | large << 8 for small, large in zip(low, high, strict=True)]
