"""What any search reads first → the search page itself: a browser asks for it beside its program.

Without it one file names the next: on a telephone each is a journey to the server, and they come before the
first result. ``ahead.js`` in ``overrides/assets/js/search/`` reads what is written here; what it does not
find, or not any more, is asked for as ``shards.json`` says.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

#: of the tag that begins it, as the page is made without an index at hand
_PLACE = ' data-index="index/"'


def write_ahead(page: Path) -> None:
    """Writes into a search page which files of the index beside it are read by any search, and by a query."""
    head = json.loads((page.parent / "index/shards.json").read_text("utf-8"))
    shards = head["shards"] if head["engine"] == "grams" else []
    heads = [f"{each['path']}head.gram?v={each['tag']}" for each in shards]
    columns = [f"{each['path']}columns.gram?v={each['tag']}" for each in shards[:1]]
    named = {"read": [head.get("words")], "asked": [*heads, *columns, head.get("answers")]}
    told = "".join(f' data-{name}="{escape(" ".join(filter(None, paths)))}"' for name, paths in named.items())
    text = page.read_text("utf-8")
    page.write_text(text.replace(_PLACE, _PLACE + told, 1), "utf-8", newline="\n")
