"""No page but the search weighs more than 60 KB as sent: text, style, every script; pictures apart."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

MOST = 60 * 1024
#: the search has its whole engine with it, and what it suggests while one types
MOST_SEARCH = 84 * 1024
_LOADED = re.compile(r'<(?:script[^>]* src|link rel="(?:stylesheet|modulepreload)" href)="([^"]+)"')
_IMPORTED = re.compile(r'(?:from|import)\s*\(?"(\.{1,2}/[^"]+\.js)"')


class Scale:
    """The weight of files as they are sent; each is packed once."""

    def __init__(self) -> None:
        self._known: dict[Path, int] = {}

    def file(self, path: Path) -> int:
        if path not in self._known:
            self._known[path] = len(gzip.compress(path.read_bytes(), 6))
        return self._known[path]

    def page(self, path: Path) -> int:
        parts: set[Path] = set()
        for address in _LOADED.findall(path.read_text("utf-8")):
            _gather((path.parent / address).resolve(), parts)
        return self.file(path) + sum(map(self.file, parts))


def _gather(path: Path, parts: set[Path]) -> None:
    """A style or script, and the scripts that it imports."""
    if path in parts or not path.is_file():
        return
    parts.add(path)
    for address in _IMPORTED.findall(path.read_text("utf-8")) if path.suffix == ".js" else ():
        _gather((path.parent / address).resolve(), parts)


@pytest.mark.parametrize("name", ["mini_site", "demo_site"])
def test_no_page_weighs_more_than_it_may(request, name):
    site, scale = request.getfixturevalue(name), Scale()
    pages = [page for page in sorted(site.rglob("*.html")) if page.name != "404.html"]
    heavy = {
        str(page.relative_to(site)): scale.page(page)
        for page in pages
        if scale.page(page) > (MOST_SEARCH if page.parent.name == "search" else MOST)
    }
    assert pages and heavy == {}


def test_scripts_are_weighed_with_what_they_import(tmp_path):
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\n' + "a" * 50, "utf-8")
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\n', "utf-8")
    page = tmp_path / "index.html"
    page.write_text('<script type="module" src="a.js"></script>', "utf-8")
    scale = Scale()
    assert scale.page(page) == sum(scale.file(tmp_path / name) for name in ("index.html", "a.js", "b.js"))
