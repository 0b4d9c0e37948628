"""The documents of one shard → the files Pagefind makes of them, with a card of each and their table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gongkai.search import pagefind
from gongkai.search.bundle import needed, verify
from gongkai.search.documents import SearchDocument
from gongkai.search.pages import page, rows

#: changes with the layout of the files
VERSION = f"1 {pagefind.VERSION}"


def files(documents: Sequence[SearchDocument], folder: Path) -> dict[str, bytes]:
    """All files of a shard by their path; ``folder`` is empty, and Pagefind's own."""
    pages = [page(each) for each in documents]
    made = pagefind.run(folder, [(one.name, one.html) for one in pages])
    identities = verify(made, [one.name for one in pages])
    pairs = [(identities[one.name], one) for one in pages]
    cards = {f"text/{identity}.json": one.card.encode() for identity, one in pairs}
    return {**needed(made), **cards, "documents.json": rows(pairs).encode()}
