"""All that comes for a first query: page, styles and scripts, words and index, measured together.

The table of traditional characters and what datasets are looked into with are not counted.
"""

from __future__ import annotations

import gzip
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from search_phone import search_page

_BESIDE = re.compile(r'<(?:script[^>]* src|link rel="stylesheet" href)="([^"]+)"')
_IMPORTED = re.compile(r'(?:from|import)\s*"(\.{1,2}/[^"]+\.js)"')
#: scripts that come later, and the file of the index by which it is known that one did
_LATER = {
    "most.js": "saying-",
    "foreign.js": "foreign-",
    "english.js": "english-",
    "pinyin-here.js": "pinyin-",
}
#: asks in a folder of the index, with a page: the answers of ``ask.mjs``
Ask = Callable[[Path, Path], Sequence[dict[str, Any]]]


def whole(site: Path, index: Path, ask: Ask) -> list[float]:
    """KB as sent of every first query in the search page of a built site, with its words and this index."""
    with tempfile.TemporaryDirectory(prefix="bench-whole-") as name:
        folder = Path(name)
        for each in site.iterdir():
            if each.name != "search":
                (folder / each.name).symlink_to(each.resolve())
        search_page(site, index.resolve(), folder / "search")
        page = folder / "search/index.html"
        answers = ask(folder / "search/index", page)
        start, later = _page(page), _later(folder)
        return [(start + answer["bytes"] + answer["card_bytes"] + later(answer)) / 1000 for answer in answers]


def _page(page: Path) -> int:
    """Bytes of a page with its styles and scripts, and what these import at once."""
    todo, seen = [page.parent / each for each in _BESIDE.findall(page.read_text("utf-8"))], {page.resolve()}
    while todo:
        path = todo.pop().resolve()
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        if path.suffix == ".js":
            todo += [path.parent / each for each in _IMPORTED.findall(path.read_text("utf-8"))]
    return _sent(seen)


def _later(folder: Path) -> Callable[[dict[str, Any]], int]:
    """Bytes of the scripts that an answer had to load: for near results, and by the files that they read."""
    (scripts,) = folder.glob("assets/*/js/search")
    sizes = {path.name: _sent([path]) for path in scripts.glob("*.js")}

    def later(answer: dict[str, Any]) -> int:
        read = {script for script, file in _LATER.items() if any(map(_begins(file), answer["read"]))}
        near = {"gram-near.js", "spelling.js"} if answer["approximate"] else set()
        return sum(sizes[script] for script in sorted(read | near))

    return later


def _begins(file: str) -> Callable[[str], bool]:
    return lambda name: name.startswith(file)


def _sent(paths: Iterable[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in paths)
