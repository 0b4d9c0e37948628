"""No page weighs more than 60 KB as sent: text, style, scripts; pictures apart."""

from __future__ import annotations

import gzip
import os
import re
from pathlib import Path

import pytest

from gongkai.render.frame.shorter import SHORTENS

#: of what readers get; a machine that does not shorten scripts publishes for nobody
MOST = (60 if SHORTENS else 72) * 1024
_LOADED = re.compile(r'<(?:script[^>]* src|link rel="(?:stylesheet|modulepreload)" href)="([^"]+)"')
_IMPORTED = re.compile(r'(?:from|import)\s*"(\.{1,2}/[^"]+\.js)"')
#: what a page may load later: at the first key, on arrival from the search, with the first rare word
_LATER = re.compile(r'import\("(\.{1,2}/[^"]+\.js)"\)')


class Scale:
    """The weight of files as they are sent; each is packed once."""

    def __init__(self, later: bool = True) -> None:
        self._known: dict[Path, int] = {}
        self._needs: dict[Path, list[Path]] = {}
        self._imports = (_IMPORTED, _LATER) if later else (_IMPORTED,)

    def file(self, path: Path) -> int:
        if path not in self._known:
            self._known[path] = len(gzip.compress(path.read_bytes(), 6))
        return self._known[path]

    def page(self, path: Path) -> int:
        """As sent; a page that is light enough unpacked, or packed in haste, is not packed well."""
        parts: set[Path] = set()
        text = path.read_bytes()
        for address in _LOADED.findall(text.decode()):
            self._gather(Path(os.path.normpath(path.parent / address)), parts)
        beside = sum(map(self.file, parts))
        hasty = (size for size in (len(text), len(gzip.compress(text, 1))) if beside + size <= MOST)
        return beside + (next(hasty, 0) or self.file(path))

    def _gather(self, path: Path, parts: set[Path]) -> None:
        """A style or script, and the scripts that it imports."""
        if path in parts or not path.is_file():
            return
        parts.add(path)
        for each in self._imported(path):
            self._gather(each, parts)

    def _imported(self, path: Path) -> list[Path]:
        if path not in self._needs:
            text = path.read_text("utf-8") if path.suffix == ".js" else ""
            found = (address for pattern in self._imports for address in pattern.findall(text))
            self._needs[path] = [Path(os.path.normpath(path.parent / address)) for address in found]
        return self._needs[path]


@pytest.mark.parametrize("name", ["mini_site", "demo_site"])
def test_no_page_weighs_more_than_it_may(request, name):
    """The search as it comes before the first key, every other page with all that may follow."""
    site, whole, first = request.getfixturevalue(name), Scale(), Scale(later=False)
    pages = [page for page in sorted(site.rglob("*.html")) if page.name != "404.html"]
    weighed = {page: (first if page.parent.name == "search" else whole).page(page) for page in pages}
    heavy = {str(page.relative_to(site)): weight for page, weight in weighed.items() if weight > MOST}
    assert pages and heavy == {}


def test_scripts_are_weighed_with_what_they_import(tmp_path):
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\n' + "a" * 50, "utf-8")
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\nawait import("./c.js");\n', "utf-8")
    (tmp_path / "c.js").write_text("c" * 50, "utf-8")
    page = tmp_path / "index.html"
    page.write_text('<script type="module" src="a.js"></script>', "utf-8")
    parts = ("index.html", "a.js", "b.js", "c.js")
    for scale, loaded in ((Scale(), parts), (Scale(later=False), parts[:3])):
        held = len(page.read_bytes()) + sum(scale.file(tmp_path / name) for name in loaded[1:])
        assert scale.page(page) == held
