"""The files of the index: the same bytes everywhere, split by year, and never half an index."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gongkai.search import GRAMS, PAGEFIND, SearchDocument, finds, index
from gongkai.search.engine import Engine
from gongkai.search.shards import shards

#: Pagefind over whole indexes
pytestmark = pytest.mark.slow
Make = Callable[..., list[SearchDocument]]


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("engine", [GRAMS, PAGEFIND], ids=["grams", "pagefind"])
def test_same_documents_give_the_same_bytes(
    tmp_path: Path, make_documents: Make, monkeypatch: pytest.MonkeyPatch, engine: Engine
) -> None:
    documents = make_documents(400)
    index(documents, tmp_path / "one/out", work=tmp_path / "one/work", engine=engine)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PAGEFIND_KEEP_INDEX_URL", "true")
    cpus = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cpus)})
    try:
        index(documents[::-1], tmp_path / "elsewhere/二/out", work=tmp_path / "elsewhere/work", engine=engine)
    finally:
        os.sched_setaffinity(0, cpus)
    assert files(tmp_path / "one/out") == files(tmp_path / "elsewhere/二/out")


def test_report_counts_what_was_written(tmp_path: Path, make_documents: Make) -> None:
    report = index(make_documents(12), tmp_path / "out", running=5, closed=5, work=tmp_path / "work")
    head = json.loads((tmp_path / "out/shards.json").read_text("utf-8"))
    assert (report.documents, report.shards) == (12, len(head["shards"]))
    assert report.bytes == sum(p.stat().st_size for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert [s["path"] for s in head["shards"]] == ["2026/", "2024-2025/", "2022-2023/"]
    assert sum(s["count"] for s in head["shards"]) == 12
    assert head["facets"]["type"] == {"政策文件": 4, "政策解读": 4, "会议": 4}
    assert list(head["facets"]["year"]) == ["2026", "2025", "2024", "2023", "2022"]


def test_shards_keep_years_whole_and_newest_first(make_documents: Make) -> None:
    documents = make_documents(50)
    assert [s.name for s in shards(documents, 50)] == ["all"]
    assert [s.name for s in shards(documents, 20)] == ["2026", "2022-2025"]
    assert [s.name for s in shards(documents, 20, 20)] == ["2026", "2024-2025", "2022-2023"]
    assert [s.name for s in shards(documents, 5, 5)] == ["2026", "2025", "2024", "2023", "2022"]
    undated = replace(documents[0], url="rules/", year="", date="")
    assert shards([*documents, undated], 20)[0].documents[-1] == undated
    dates = [d.date for d in shards(documents, 50)[0].documents]
    assert dates == sorted(dates, reverse=True)


def test_a_large_year_under_way_is_in_parts_of_whole_months(make_documents: Make) -> None:
    documents = make_documents(100)
    undated = replace(documents[0], url="rules/", date="")
    found = shards([*documents, undated], 50, part=8)
    assert [s.name for s in found] == ["2026-07", "2026-04", "2026-01", "2022-2025"]
    assert undated in found[0].documents and sum(len(s.documents) for s in found) == 101
    later = replace(documents[0], url="later/", date="2026-12-31")
    grown = shards([*documents, undated, later], 50, part=8)
    assert [s.documents for s in grown[-3:]] == [s.documents for s in found[-3:]]


def test_interfaces_of_the_engine_are_left_out(tmp_path: Path, make_documents: Make) -> None:
    index(make_documents(3), tmp_path / "out", work=tmp_path / "work", engine=PAGEFIND)
    names = {path.name for path in (tmp_path / "out/all").iterdir() if not path.name.endswith(".pf_meta")}
    kept = {"documents.json", "index", "text", "pagefind-entry.json"}
    assert names == kept | {"pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind"}


def test_only_the_shard_that_changed_is_made_again(tmp_path: Path, make_documents: Make) -> None:
    documents = make_documents(20)
    index(documents, tmp_path / "first", running=5, closed=5, work=tmp_path / "work")
    made: list[int] = []

    def counted(part: Sequence[SearchDocument], folder: Path, earlier: Sequence[Path]) -> None:
        made.append(len(part))
        GRAMS.write(part, folder, earlier)

    edited = [replace(documents[0], title="改了标题"), *documents[1:]]
    engine = replace(GRAMS, write=counted)
    index(edited, tmp_path / "second", running=5, closed=5, work=tmp_path / "work", engine=engine)
    assert made == [4]
    index(edited, tmp_path / "clean", running=5, closed=5, work=tmp_path / "other")
    assert files(tmp_path / "second") == files(tmp_path / "clean")


def test_withdrawn_document_leaves_nothing_behind(tmp_path: Path, make_documents: Make) -> None:
    documents = [
        *make_documents(4),
        replace(make_documents(1)[0], url="x/", title="撤回的文件", extra="旧称某某局"),
    ]
    index(documents, tmp_path / "first", work=tmp_path / "work")
    index(documents[:-1], tmp_path / "second", work=tmp_path / "work")
    assert "撤回的文件" in "".join(p.read_text("utf-8") for p in (tmp_path / "first").rglob("text/*.json"))
    assert "撤回的文件" not in "".join(p.read_text("utf-8") for p in (tmp_path / "second").rglob("*.json"))
    assert len(list((tmp_path / "work").iterdir())) == 1


def test_nothing_to_index_is_an_empty_index(tmp_path: Path) -> None:
    assert index([], tmp_path / "out", work=tmp_path / "work").shards == 0
    assert json.loads((tmp_path / "out/shards.json").read_text("utf-8"))["shards"] == []


@pytest.mark.parametrize("engine", [GRAMS, PAGEFIND], ids=["grams", "pagefind"])
def test_hostile_text_stays_text(tmp_path: Path, make_documents: Make, engine: Engine) -> None:
    evil = '<script>alert(1)</script>"&lt;</body>\x00{head}'
    document = replace(make_documents(1)[0], title=evil, number=evil, text=evil, unit=evil, extra=evil)
    index([document], tmp_path / "out", work=tmp_path / "work", engine=engine)
    (card,) = (tmp_path / "out/all/text").iterdir()
    assert json.loads(card.read_text("utf-8"))["title"] == evil


@pytest.mark.parametrize("text", ["另行通知。{}", "{}另行通知。"], ids=["before", "behind"])
def test_an_edit_moves_few_files(tmp_path: Path, bench: dict[str, Any], text: str) -> None:
    documents = bench["make"](300).documents
    index(documents, tmp_path / "first", work=tmp_path / "work")
    edited = [*documents[:-1], replace(documents[-1], text=text.format(documents[-1].text))]
    index(edited, tmp_path / "second", work=tmp_path / "work")
    before, after = files(tmp_path / "first"), files(tmp_path / "second")
    moved = [name for name in after if before.get(name) != after[name]]
    assert len(moved) < 40 < len(after) / 10
    assert sum((tmp_path / "second" / name).stat().st_size for name in moved) < 200_000


def test_a_title_leads_to_its_page(tmp_path: Path, make_documents: Make) -> None:
    documents = make_documents(40)
    index(documents, tmp_path / "out", work=tmp_path / "work", running=5, closed=5)
    assert all(finds(tmp_path / "out", each.title, each.url) for each in documents)
    assert not finds(tmp_path / "out", documents[0].title, documents[1].url)
    assert not finds(tmp_path / "out", "没有的标题", documents[0].url)
