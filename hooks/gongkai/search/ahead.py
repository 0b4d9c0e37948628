"""What any search reads first → the search page itself: a browser asks for it beside its program.

Without it one file names the next: on a telephone each is a journey to the server, and they come before the
first result. What is small and leads to all else – which shards there are, which files hold which strings –
stands in the page, so that the first journey behind the page is to what was asked. ``ahead.js`` in
``overrides/assets/js/search/`` reads what is written here; what it does not find, or not any more, is asked
for as ``shards.json`` says.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from gongkai.search.beside import as_json

#: of the tag that begins it, as the page is made without an index at hand
_PLACE = ' data-index="index/"'
_TAG = re.compile(rf"[ ]*<script [^>]*{_PLACE}[^>]*></script>")
#: bytes of the index that stand in the page, packed: who opens it without a question reads them for nothing
_MOST = 10_000
#: of the name of a file of a shard
_NAME = 13
_CARRIED = '    <script type="application/json" data-carried="index/">{}</script>\n'


def write_ahead(page: Path) -> None:
    """Writes into a search page what any search reads of the index: small files, others by name."""
    index = page.parent / "index"
    head = json.loads((index / "shards.json").read_text("utf-8"))
    carried = _carried(index, head)
    shards = head["shards"] if head["engine"] == "grams" else []
    heads = [path for path in map(_head, shards) if path not in carried]
    columns = [f"{each['path']}columns.gram?v={each['tag']}" for each in shards[:1]]
    asked = escape(" ".join([*heads, *columns]))
    before = _CARRIED.format(as_json(carried).replace("<", r"\u003c"))

    def told(found: re.Match[str]) -> str:
        return before + found[0].replace(
            _PLACE, f'{_PLACE} data-read="{escape(head.get("words", ""))}" data-asked="{asked}"', 1
        )

    page.write_text(_TAG.sub(told, page.read_text("utf-8"), count=1), "utf-8", newline="\n")


def _carried(index: Path, head: dict[str, Any]) -> dict[str, Any]:
    """Content by address below the index: what there is, where answers are, and what leads to strings.

    Of each shard the head and the tables below it, of the newest first, as long as there is room.
    """
    found: dict[str, Any] = {"shards.json": head}
    if answers := head.get("answers"):
        found[answers] = json.loads((index / answers).read_text("utf-8"))
    shards = head["shards"] if head["engine"] == "grams" else []
    room = _MOST
    for shard in shards:
        for paths in [_head(shard)], _tables(index, shard):
            packed = {path: (index / path.partition("?")[0]).read_bytes() for path in paths}
            room -= sum(map(len, packed.values()))
            if room < 0:
                return found
            found |= {path: json.loads(gzip.decompress(each)) for path, each in packed.items()}
    return found


def _head(shard: Mapping[str, Any]) -> str:
    return f"{shard['path']}head.gram?v={shard['tag']}"


def _tables(index: Path, shard: Mapping[str, Any]) -> list[str]:
    """Which files hold which strings, in the order of the head of the shard."""
    head = json.loads(gzip.decompress((index / shard["path"] / "head.gram").read_bytes()))
    names = "".join(head[table]["names"] for table in ("bounds", "hot"))
    return [f"{shard['path']}index/{names[at : at + _NAME]}.gram" for at in range(0, len(names), _NAME)]
