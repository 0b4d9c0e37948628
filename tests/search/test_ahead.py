"""The search page holds or names the files that any search of the index beside it reads first."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from gongkai.search import PAGEFIND, SearchDocument, index, write_ahead, write_beside
from gongkai.search.ahead import _PLACE

CARRIED = re.compile('<script type="application/json" data-carried="index/">(.*?)</script>')


def _page(folder: Path) -> tuple[dict[str, Any], list[str], list[str]]:
    """What the page holds, by address; what it names for a question; what for anybody."""
    page = folder / "index.html"
    page.write_text(f'<div data-search-index="index/"><script src="a.js"{_PLACE} async></script>', "utf-8")
    write_ahead(page)
    text = page.read_text("utf-8")
    assert text.count("<script") == 2 and text.index("data-carried") < text.index("a.js")
    asked, read = (re.findall(f' data-{name}="([^"]*)"', text)[0].split() for name in ("asked", "read"))
    return json.loads(CARRIED.findall(text)[0]), asked, read


def _document(day: str) -> SearchDocument:
    return SearchDocument(f"x/{day}/", "加装电梯", "", "正文", "信息", "区教委", day[:4], "", day)


def test_it_holds_what_leads_to_strings_and_names_what_is_known_of_the_newest_documents(
    tmp_path: Path,
) -> None:
    documents = [_document(day) for day in ("2024-01-01", "2025-01-01", "2026-01-01", "2026-02-01")]
    index(documents, tmp_path / "index", work=tmp_path / "work", running=1, closed=1)
    write_beside(tmp_path / "index", "answers", {"count": 0, "pairs": ["</script>"]})
    carried, named, loaded = _page(tmp_path)
    files = {path: tmp_path / "index" / path.split("?")[0] for path in [*carried, *named, *loaded]}
    assert all(path.is_file() for path in files.values())
    assert [path[:6] for path in loaded] == ["words-"]
    assert [path.split("?")[0] for path in named] == ["2026/columns.gram"]
    first, answers, *heads = [path.split("?")[0] for path in carried]
    assert first == "shards.json" and answers.startswith("answers-")
    assert [path for path in heads if "/index/" not in path] == [
        f"{year}/head.gram" for year in (2026, 2025, 2024)
    ]
    assert heads[0] == "2026/head.gram" and heads[1].startswith("2026/index/")
    for path, content in carried.items():
        data = files[path].read_bytes()
        assert json.loads(gzip.decompress(data) if ".gram" in path else data) == content


def test_a_page_grows_only_so_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [_document(day) for day in ("2025-01-01", "2026-01-01")]
    index(documents, tmp_path / "index", work=tmp_path / "work", running=1, closed=1)
    size = (tmp_path / "index/2026/head.gram").stat().st_size
    monkeypatch.setattr("gongkai.search.ahead._MOST", size)
    carried, named, _ = _page(tmp_path)
    assert [path.split("?")[0] for path in carried] == ["shards.json", "2026/head.gram"]
    assert [path.split("?")[0] for path in named] == ["2025/head.gram", "2026/columns.gram"]


def test_an_engine_that_opens_its_own_files_is_told_of_words_alone(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    head = {"engine": PAGEFIND.name, "shards": [{"path": "all/", "tag": "1"}], "words": "w.json"}
    (tmp_path / "index/shards.json").write_text(json.dumps(head))
    assert _page(tmp_path) == ({"shards.json": head}, [], ["w.json"])
