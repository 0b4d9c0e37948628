"""The documents of one shard → the files Pagefind makes of them, with a card of each and their table."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from gongkai.search import pagefind
from gongkai.search.bundle import needed, verify
from gongkai.search.documents import SearchDocument
from gongkai.search.pages import page, rows

#: changes with the layout of the files
VERSION = f"1 {pagefind.VERSION}"


def write(documents: Sequence[SearchDocument], folder: Path, earlier: Sequence[Path]) -> None:
    """Writes all files of a shard into a folder; nothing is taken from earlier ones."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as own:
        made = _files(documents, Path(own))
    for part in sorted({folder.joinpath(path).parent for path in made}):
        part.mkdir(parents=True, exist_ok=True)
    for path, data in made.items():
        folder.joinpath(path).write_bytes(data)


def _files(documents: Sequence[SearchDocument], folder: Path) -> dict[str, bytes]:
    """All files of a shard by their path; ``folder`` is empty, and Pagefind's own."""
    pages = [page(each) for each in documents]
    made = pagefind.run(folder, [(one.name, one.html) for one in pages])
    identities = verify(made, [one.name for one in pages])
    pairs = [(identities[one.name], one) for one in pages]
    cards = {f"text/{identity}.json": one.card.encode() for identity, one in pairs}
    return {**needed(made), **cards, "documents.json": rows(pairs).encode()}
