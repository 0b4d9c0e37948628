"""What may be meant while somebody types: columns, units, services, policies, questions, and official words.

One small file, read at the first key; what it leaves out of a large column is found by the search itself.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gongkai.search.documents import SearchDocument

#: bytes of all rows as JSON, some 30 KB when packed; rows of one type, so that no other is crowded out
_ROOM, _OF_TYPE = 100_000, 300
#: types that go by a shorter name among people
_SHORT = {
    "政策文件": "政策",
    "办事指南": "办事",
    "政策解读": "解读",
    "对外电话": "电话",
    "重点任务和实事": "实事",
}
Row = tuple[str, str, str]


def write(documents: Sequence[SearchDocument], tables: Mapping[str, Any], folder: Path) -> int:
    """Writes the file beside an index, as its ``shards.json`` then says; gives how many rows it has.

    ``tables`` are those of ``words.tables``, or empty for an index without them.
    """
    columns = [(label, "栏目", address) for label, address, _ in tables.get("columns", ())]
    rows = within([*columns, *_titles(documents, tables.get("weights", {}))])
    kinds = sorted({kind for _, kind, _ in rows})
    aliases = [[word, meant[0]] for word, meant in tables.get("aliases", {}).items()]
    listed = [[text, kinds.index(kind), address] for text, kind, address in rows]
    data = _json({"kinds": kinds, "rows": listed, "aliases": aliases})
    name = f"suggest-{hashlib.sha256(data).hexdigest()[:16]}.json"
    (folder / name).write_bytes(data)
    head = folder / "shards.json"
    head.write_bytes(_json({**json.loads(head.read_text("utf-8")), "suggest": name}))
    return len(rows)


def within(rows: Iterable[Row], room: int = _ROOM) -> list[Row]:
    """As many of the rows, from the first on, as there is room for."""
    kept: list[Row] = []
    for row in rows:
        room -= len(_json([row[0], 0, row[2]])) + 1
        if room < 0:
            break
        kept.append(row)
    return kept


def _titles(documents: Sequence[SearchDocument], weights: Mapping[str, Any]) -> Iterator[Row]:
    """Those for readers, what is worth most first: by type and state, then the newest."""
    types, states = weights.get("types", {}), weights.get("states", {})

    def worth(each: SearchDocument) -> float:
        known: float = types.get(each.type, weights.get("other", 1)) * states.get(each.status, 1)
        return known

    readers = [each for each in documents if each.type not in weights.get("folded", ())]
    newest = sorted(sorted(readers, key=lambda each: each.url), key=lambda each: each.date, reverse=True)
    taken: Counter[str] = Counter()
    for each in sorted(newest, key=worth, reverse=True):
        taken[each.type] += 1
        if taken[each.type] > _OF_TYPE:
            continue
        kind = "，".join(filter(None, (_SHORT.get(each.type, each.type), each.status)))
        yield each.title, kind, each.url


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
