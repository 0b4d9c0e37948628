"""What a first query costs with everything: page, styles, scripts, words and index, each counted once."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import search_whole
from gongkai.search import SearchDocument, index, write_words
from gongkai.search.ahead import _PLACE
from gongkai.search.words import tables

PLAIN = SearchDocument("a/", "关于甲的通知", "", "", "政策文件", "区民政局", "2026", "有效", "2026-03-01")
#: the scripts of a page by name: what it names, what that imports at once, what only comes when it is needed
SCRIPTS = {
    "search-page.js": 'import { a } from "./search.js"; import("./most.js"); a();',
    "search.js": 'import "./search-page.js"; export const a = () => "' + "的一是在" * 40 + '";',
    "most.js": "export const most = 1; // " + "x" * 300,
    "gram-near.js": "export const near = 2; // " + "y" * 500,
    "spelling.js": "export const spelling = 3; // " + "z" * 700,
    "english.js": "export const english = 4;",
}
PAGE = """<link rel="stylesheet" href="../assets/1/column.css"><link rel="icon" href="../assets/1/icon.svg">
<div data-search-index="index/"></div>
<script type="module" src="../assets/1/js/search/search-page.js"></script>
<script src="../assets/1/js/search/gone.js"></script><script src="a.js"{}></script>"""
BESIDE = {"assets/1/column.css": "a { color: red }", "assets/1/icon.svg": "<svg/>" * 900}
ANSWER = {"bytes": 0, "card_bytes": 0, "approximate": False, "read": ["head.gram"]}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {f"assets/1/js/search/{name}": text for name, text in SCRIPTS.items()} | BESIDE
    for name, text in files.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, "utf-8")
    index([PLAIN], tmp_path / "site/search/index", work=tmp_path / "work")
    write_words(tables([("装电梯", ["加装电梯"])], []), tmp_path / "site/search/index")
    (tmp_path / "site/search/index.html").write_text(PAGE.format(_PLACE), "utf-8")
    index([PLAIN], tmp_path / "index", work=tmp_path / "work")
    return tmp_path / "site"


def costs(site: Path, *answers: dict[str, Any]) -> tuple[list[float], Path, dict[str, int]]:
    """Bytes of each answer; the page that was asked; each file of the site as it is sent."""
    seen: list[Path] = []

    def ask(folder: Path, page: Path) -> Sequence[dict[str, Any]]:
        seen.append(page)
        assert (folder / "shards.json").is_file()
        sent["index.html"] = _sent(page)
        return [ANSWER | answer for answer in answers]

    sent = {path.name: _sent(path) for path in site.glob("assets/**/*") if path.is_file()}
    found = search_whole.whole(site, site.parent / "index", ask)
    return [round(each * 1000) for each in found], seen[0], sent


def _sent(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def test_page_styles_scripts_and_what_these_import_count_once(site: Path) -> None:
    (found,), _, sent = costs(site, {})
    assert found == sum(sent[name] for name in ("index.html", "column.css", "search-page.js", "search.js"))


def test_index_and_card_are_added(site: Path) -> None:
    plain, both = costs(site, {}, {"bytes": 1200, "card_bytes": 34})[0]
    assert both - plain == 1234


@pytest.mark.parametrize(
    ("answer", "scripts"),
    [
        ({"read": ["saying-0123.json", "saying-0123.json"]}, ["most.js"]),
        ({"read": ["english-0123.json"]}, ["english.js"]),
        ({"approximate": True}, ["gram-near.js", "spelling.js"]),
        ({"approximate": True, "read": ["saying-0.json"]}, ["gram-near.js", "most.js", "spelling.js"]),
        # the table of the same name's beginning, and a piece, are no sign of a script
        ({"read": ["said-0123.json", "4.json"]}, []),
    ],
)
def test_a_script_that_comes_later_counts_where_what_it_reads_was_read(
    site: Path, answer: dict[str, Any], scripts: list[str]
) -> None:
    (plain, found), _, sent = costs(site, {}, answer)
    assert found - plain == sum(sent[name] for name in scripts)


def test_the_page_is_the_sites_with_what_it_carries_of_the_other_index(site: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    (first,), page, _ = costs(site, {})
    assert not page.exists()  # made for the measuring only
    assert before == {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert first > _sent(site / "search/index.html")
