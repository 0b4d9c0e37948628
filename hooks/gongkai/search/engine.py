"""Documents → the files of the index, shard by shard; unchanged shards come from the work folder."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from gongkai.search import pagefind
from gongkai.search.bundle import needed, verify
from gongkai.search.documents import IndexReport, SearchDocument, SearchFailed
from gongkai.search.pages import Page, page, rows
from gongkai.search.shards import Shard, shards

#: Changes whenever the files below a shard are laid out differently.
_FORMAT = "2"
_FACETS = ("type", "unit", "year", "status")


def index(
    documents: Sequence[SearchDocument], out: Path, *, shard_size: int = 3000, work: Path
) -> IndexReport:
    """Writes the index of all documents into ``out`` (absent or empty) and reports its size.

    ``work`` keeps finished shards between runs; a shard whose documents did not change
    is copied from there. Raises ``SearchFailed`` (or OSError) rather than leave a partial index behind.
    """
    if out.exists() and any(out.iterdir()):
        raise SearchFailed(f"检索索引的目录 {out.name} 不是空的。请先清空再生成。")
    if len({d.url for d in documents}) != len(documents):
        raise SearchFailed("检索索引中有重复的网址。请检查页面地址。")
    try:
        listed = _written(shards(documents, shard_size), out, work)
        head = {"shards": listed, "facets": _facets(documents)}
        _write(out / "shards.json", json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode())
    except (OSError, SearchFailed):
        shutil.rmtree(out, ignore_errors=True)
        raise
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    return IndexReport(len(documents), len(listed), size)


def _written(parts: list[Shard], out: Path, work: Path) -> list[dict[str, str | int]]:
    work.mkdir(parents=True, exist_ok=True)
    listed: list[dict[str, str | int]] = []
    for shard in parts:
        pages = [page(d) for d in shard.documents]
        tag = _tag(pages)
        shutil.copytree(_finished(pages, work, tag), out / shard.name)
        listed.append({"path": f"{shard.name}/", "tag": tag, "count": len(pages)})
    _forget(work, {f"shard-{part['tag']}" for part in listed})
    return listed


def _finished(pages: list[Page], work: Path, tag: str) -> Path:
    """The folder of a finished shard: kept from an earlier run or made now, never half made."""
    kept = work / f"shard-{tag}"
    if not kept.is_dir():
        with tempfile.TemporaryDirectory(dir=work, prefix="making-") as name:
            for path, data in _made(pages, Path(name)).items():
                _write(Path(name) / "shard" / path, data)
            (Path(name) / "shard").rename(kept)
    return kept


def _made(pages: list[Page], folder: Path) -> dict[str, bytes]:
    files = pagefind.run(folder, [(one.name, one.html) for one in pages])
    identities = verify(files, [one.name for one in pages])
    pairs = [(identities[one.name], one) for one in pages]
    cards = {f"text/{identity}.json": one.card.encode() for identity, one in pairs}
    return {**needed(files), **cards, "documents.json": rows(pairs).encode()}


def _tag(pages: list[Page]) -> str:
    names = "\n".join([_FORMAT, pagefind.VERSION, *(one.name for one in pages)])
    return hashlib.sha256(names.encode()).hexdigest()[:16]


def _facets(documents: Sequence[SearchDocument]) -> dict[str, dict[str, int]]:
    """How many documents each value of each filter has; most first, years newest first."""
    counted: dict[str, dict[str, int]] = {}
    for facet in _FACETS:
        counts = Counter(value for d in documents if (value := getattr(d, facet)))
        newest_first = facet == "year"
        ordered = sorted(counts, reverse=newest_first)
        if not newest_first:
            ordered.sort(key=lambda value: -counts[value])
        counted[facet] = {value: counts[value] for value in ordered}
    return counted


def _forget(work: Path, used: set[str]) -> None:
    for path in sorted(work.iterdir()):
        if path.name.startswith(("shard-", "making-")) and path.name not in used:
            shutil.rmtree(path)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
