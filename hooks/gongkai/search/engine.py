"""Documents → the files of the index, shard by shard; unchanged shards come from the work folder."""

from __future__ import annotations

import hashlib
import json
import marshal
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import partial
from operator import attrgetter
from pathlib import Path

from gongkai.common import kept_whole
from gongkai.search import grams, pagefind_shard, words
from gongkai.search.documents import FACETS, IndexReport, SearchDocument, SearchFailed, values_of
from gongkai.search.making import Job, make_all
from gongkai.search.shards import Shard, shards

#: Changes whenever the files beside the shards are laid out differently.
_FORMAT = "4"
_VALUES = attrgetter(*(field.name for field in fields(SearchDocument)))


@dataclass(frozen=True)
class Engine:
    """``write`` puts all files of a shard into an empty folder; ``version`` changes with what they are.

    It may take files from folders of earlier shards that it is handed. ``whole``: everything in one shard,
    whatever its size.
    """

    name: str
    version: str
    write: Callable[[Sequence[SearchDocument], Path, Sequence[Path]], None]
    whole: bool = False


#: any string of any script, exactly: for Chinese at any size
GRAMS = Engine(
    "grams",
    grams.VERSION,
    lambda documents, folder, earlier: grams.write(documents, grams.Files(folder, earlier)),
)
#: words, for languages that have spaces between them; shards would share one program in the browser, in which
#: now and then one answers with the documents of another
PAGEFIND = Engine("pagefind", pagefind_shard.VERSION, pagefind_shard.write, whole=True)


def index(
    documents: Sequence[SearchDocument],
    out: Path,
    *,
    work: Path,
    engine: Engine = GRAMS,
    running: int = 3000,
    closed: int | None = None,
) -> IndexReport:
    """Writes the index of all documents into ``out`` (absent or empty) and reports its size.

    ``running`` and ``closed`` are how many documents share a shard (see ``shards``). ``work`` keeps finished
    shards between runs; a shard whose documents did not change is taken from there. Raises ``SearchFailed``
    (or OSError) rather than leave a partial index behind.
    """
    if out.exists() and any(out.iterdir()):
        raise SearchFailed(f"检索索引的目录 {out.name} 不是空的。请先清空再生成。")
    if len({d.url for d in documents}) != len(documents):
        raise SearchFailed("检索索引中有重复的网址。请检查页面地址。")
    try:
        running = len(documents) if engine.whole else running
        listed, size = _written(engine, shards(documents, running, closed), out, work)
        head = {"engine": engine.name, "shards": listed, "facets": _facets(documents)}
        out.mkdir(parents=True, exist_ok=True)
        (out / "shards.json").write_text(json.dumps(head, ensure_ascii=False, separators=(",", ":")), "utf-8")
        words.write(words.tables((), ()), out)
    except (OSError, SearchFailed):
        shutil.rmtree(out, ignore_errors=True)
        raise
    size += sum(path.stat().st_size for path in out.iterdir() if path.is_file())
    size += sum(path.stat().st_size for path in out.glob("said-*/*"))
    return IndexReport(len(documents), len(listed), size)


def _written(
    engine: Engine, parts: list[Shard], out: Path, work: Path
) -> tuple[list[dict[str, str | int]], int]:
    """Puts every shard in its place: what the browser is told of each, and how many bytes they are."""
    work.mkdir(parents=True, exist_ok=True)
    tags = [_tag(engine, shard.documents) for shard in parts]
    wanted = {f"shard-{tag}" for tag in tags}
    sizes = {path: kept_whole.size_of(path) for path in sorted(work.glob("shard-*"))}
    earlier = [path for path, size in sizes.items() if size is not None and path.name not in wanted]
    make_all(
        [
            Job(
                len(shard.documents),
                partial(_finish, engine, shard.documents, work / f"shard-{tag}", earlier),
            )
            for shard, tag in zip(parts, tags, strict=True)
            if sizes.get(work / f"shard-{tag}") is None
        ]
    )
    listed: list[dict[str, str | int]] = []
    size = 0
    for shard, tag in zip(parts, tags, strict=True):
        kept = work / f"shard-{tag}"
        _linked(os.fspath(kept), os.fspath(out / shard.name))
        size += sizes.get(kept) or kept_whole.size_of(kept) or 0
        listed.append({"path": f"{shard.name}/", "tag": tag, "count": len(shard.documents)})
    _forget(work, wanted)
    return listed, size


def _finish(engine: Engine, documents: Sequence[SearchDocument], kept: Path, earlier: list[Path]) -> None:
    """Makes the folder of a shard; never half of one."""
    with tempfile.TemporaryDirectory(dir=kept.parent, prefix="making-") as name:
        made = Path(name, "shard")
        made.mkdir()
        engine.write(documents, made, earlier)
        kept_whole.seal(made)
        shutil.rmtree(kept, ignore_errors=True)
        made.rename(kept)


def _tag(engine: Engine, documents: Sequence[SearchDocument]) -> str:
    """Of all that goes into a shard; reading it costs much less than making anything."""
    digest = hashlib.sha256(f"{_FORMAT} {engine.name} {engine.version}".encode())
    for document in documents:
        digest.update(marshal.dumps(_VALUES(document), 2))
    return digest.hexdigest()[:16]


def _linked(source: str, target: str) -> None:
    """A second name for every file of a folder, for nobody changes them.

    There are tens of thousands: each is touched once, without an object of its own.
    """
    Path(target).mkdir(parents=True)
    for entry in _shown(source):
        if entry.is_dir():
            _linked(entry.path, f"{target}/{entry.name}")
        else:
            _link(entry.path, f"{target}/{entry.name}")


def _shown(folder: str) -> list[os.DirEntry[str]]:
    """What is in a folder, but for what a shard itself keeps for a later run."""
    return [each for each in sorted(os.scandir(folder), key=attrgetter("name")) if each.name[0] != "."]


def _link(source: str, target: str) -> None:
    """A second name for a file; a copy, where there can be none."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _facets(documents: Sequence[SearchDocument]) -> dict[str, dict[str, int]]:
    """How many documents each value of each filter has; most first, years newest first."""
    counted: dict[str, dict[str, int]] = {}
    for facet in FACETS:
        counts: Counter[str] = Counter()
        for values, times in Counter(map(attrgetter(facet), documents)).items():
            for value in values_of(values):
                counts[value] += times
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
