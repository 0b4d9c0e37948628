"""What helps who types: suggestions, and what Latin letters and mistyped words may mean."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gongkai.search import pinyin, suggest
from gongkai.search.beside import write_beside
from gongkai.search.documents import SearchDocument

#: English words that are typed among Chinese ones
_FOREIGN = Path(__file__).with_name("foreign.json")


def write(
    documents: Sequence[SearchDocument], tables: Mapping[str, Any], cut: pinyin.Cut | None, folder: Path
) -> int:
    """Writes it beside an index; gives how many suggestions there are.

    ``cut`` gives the words of a Chinese title; without it nothing is made for Latin letters, as for the
    English version, whose readers mean what they type.
    """
    if cut:
        pinyin.write(_names(documents, tables), cut, folder)
        write_beside(folder, "foreign", json.loads(_FOREIGN.read_text("utf-8")))
    return suggest.write(documents, tables, folder)


def _names(documents: Sequence[SearchDocument], tables: Mapping[str, Any]) -> Iterator[str]:
    """Titles that readers look for, names of columns, what people say and the official words for it."""
    folded = tables.get("weights", {}).get("folded", ())
    yield from (each.title for each in documents if each.type not in folded)
    for label, _, others in tables.get("columns", ()):
        yield from (label, *others)
    for word, official in tables.get("aliases", {}).items():
        yield from (word, *official)
