"""The search page names the files that any search of the index beside it reads first."""

from __future__ import annotations

import re
from pathlib import Path

from gongkai.search import PAGEFIND, SearchDocument, index, write_ahead, write_beside
from gongkai.search.ahead import _PLACE


def _page(folder: Path) -> dict[str, list[str]]:
    page = folder / "index.html"
    page.write_text(f'<div data-search-index="index/"><script src="a.js"{_PLACE} async></script>', "utf-8")
    write_ahead(page)
    text = page.read_text("utf-8")
    return {name: paths.split() for name, paths in re.findall(r' data-(\w+)="([^"]*)"', text)}


def _document(day: str) -> SearchDocument:
    return SearchDocument(f"x/{day}/", "加装电梯", "", "正文", "信息", "区教委", day[:4], "", day)


def test_words_and_the_heads_of_all_and_what_is_known_of_the_newest_documents(tmp_path: Path) -> None:
    documents = [_document(day) for day in ("2024-01-01", "2025-01-01", "2026-01-01", "2026-02-01")]
    index(documents, tmp_path / "index", work=tmp_path / "work", running=1, closed=1)
    write_beside(tmp_path / "index", "answers", {"count": 0})
    named = _page(tmp_path)
    assert named.pop("index") == ["index/"]
    every = [path for paths in named.values() for path in paths]
    assert all((tmp_path / "index" / path.split("?")[0]).is_file() for path in every)
    assert [path[:6] for path in named["read"]] == ["words-"]
    *first, answers = [path.split("?")[0] for path in named["asked"]]
    assert first == [*(f"{year}/head.gram" for year in (2026, 2025, 2024)), "2026/columns.gram"]
    assert answers.startswith("answers-")


def test_an_engine_that_opens_its_own_files_is_told_of_words_alone(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index/shards.json").write_text(
        f'{{"engine": "{PAGEFIND.name}", "shards": [{{"path": "all/", "tag": "1"}}], "words": "w.json"}}'
    )
    assert _page(tmp_path) == {"index": ["index/"], "read": ["w.json"], "asked": []}
