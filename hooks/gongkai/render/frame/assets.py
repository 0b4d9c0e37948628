"""The column's style sheets, scripts and pictures → a folder of the site named by their content."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gongkai.column.look import OURS, Look, Picture
from gongkai.common.program import files_below
from gongkai.render.frame.joined import joined
from gongkai.render.frame.shorter import shorter

#: a comment of a script that has its lines for itself
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
#: the type of one value, among the code
_CAST = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ?")
#: a comment behind code: no quotation mark in it, so that it is in no text
_BEHIND = re.compile(r"(?<=[;,{}()\[\]]) +//[^\"'`\n]*$", re.MULTILINE)
#: the module that the search page begins with, and what runs before it is there
_SEARCH, _AHEAD = "js/search/search-page.js", "js/search/ahead.js"
#: where the styles that stand beside templates come among the numbered ones
_BESIDE = "60"


@dataclass(frozen=True)
class Assets:
    """Addresses relative to the column's root; the folder's name changes when any part does."""

    folder: str
    files: tuple[tuple[str, bytes], ...]
    look: Look = OURS

    @property
    def css(self) -> str:
        return f"{self.folder}/column.css"

    @property
    def js(self) -> str:
        return f"{self.folder}/js/column.js"

    @property
    def early_js(self) -> str:
        return f"{self.folder}/js/early.js"

    @property
    def search_js(self) -> str:
        return f"{self.folder}/{_SEARCH}"

    @property
    def ahead_js(self) -> str:
        return f"{self.folder}/{_AHEAD}"

    @property
    def icon(self) -> str:
        return self.path(_named("favicon", self.look.favicon) if self.look.favicon else "images/favicon.svg")

    @property
    def icon_type(self) -> str:
        return self.look.favicon.media_type if self.look.favicon else "image/svg+xml"

    @property
    def logo(self) -> str:
        """Where the column's own logo is, empty where it has none."""
        return self.path(_named("logo", self.look.logo)) if self.look.logo else ""

    @property
    def card(self) -> str:
        """The picture on a card when a page is passed on: the column's logo where it is no drawing."""
        logo = self.look.logo
        return self.logo if logo and logo.ending in ("png", "jpg") else self.path("images/card.png")

    @property
    def scripts(self) -> list[tuple[str, bool]]:
        """(address, whether it is a module) of the column's own scripts."""
        return [(self.path(f"own/{each.name}"), each.module) for each in self.look.scripts]

    def path(self, name: str) -> str:
        """The address of one asset by its name below overrides/assets."""
        return f"{self.folder}/{name}"

    def write(self, stage: Path) -> None:
        for name, content in self.files:
            target = stage / self.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def read_assets(overrides: Path, look: Look = OURS) -> Assets:
    """The styles joined in their order, and the rest of ``overrides/assets``, scripts without comments.

    What a page's script needs is joined into one file of its name; the modules stand beside it as well.
    Colours of the column's own stand after ours, its styles after all of ours; its pictures and scripts are
    in the folder too. They are remembered while every file is as it was: a preview asks at each save, a desk
    for each file of a page.
    """
    return _made(overrides, look, files_below(overrides))


@lru_cache(maxsize=1)
def _made(overrides: Path, look: Look, _files: bytes) -> Assets:
    """``_files``: a digest of all that is below ``overrides``."""
    source = overrides / "assets"
    own = dict(look.sheets)
    named = ((sheet.relative_to(overrides).as_posix(), sheet) for sheet in sheets(overrides))
    ours = [sheet.read_text("utf-8") for name, sheet in named if name not in own]
    # The first is that of colours; how they are on paper is said by a later one.
    styles = "\n".join(filter(None, [*ours[:1], look.tokens, *ours[1:], *own.values()]))
    files = [("column.css", styles.encode())]
    for path in sorted(source.rglob("*")):
        if path.is_file() and path.suffix != ".css":
            files.append((path.relative_to(source).as_posix(), _shipped(path)))
    ahead = {name: _plain(content) for name, content in joined(dict(files), _AHEAD).items()}
    together = ahead | joined(dict(files), _SEARCH)
    files = sorted(shorter({**dict(files), **together}).items())
    files.extend(_own(look))
    digest = hashlib.sha256(b"".join(name.encode() + b"\0" + content for name, content in files))
    return Assets(f"assets/{digest.hexdigest()[:12]}", tuple(files), look)


def _own(look: Look) -> Iterator[tuple[str, bytes]]:
    """The files that a column brings itself."""
    for name, picture in (("logo", look.logo), ("favicon", look.favicon)):
        if picture:
            yield _named(name, picture), picture.content
    yield from ((f"own/{each.name}", each.content.encode()) for each in look.scripts)


def _named(name: str, picture: Picture) -> str:
    return f"own/{name}.{picture.ending}"


def sheets(overrides: Path) -> list[Path]:
    """Every style sheet in the order of the cascade.

    Those of ``assets/css`` are of all pages and have numbers; those of one kind of page stand beside
    its template, and count together as number 60, in the order of their paths.
    """
    shared = sorted((overrides / "assets/css").glob("*.css"))
    beside = sorted(set(overrides.rglob("*.css")) - set(shared))
    before = [sheet for sheet in shared if sheet.name < _BESIDE]
    return [*before, *beside, *shared[len(before) :]]


def copy_moved(stage: Path, moved: Iterable[tuple[str, str]]) -> None:
    """A file that moved, (former, present address), at its former one too: no web server redirects it."""
    for former, present in moved:
        if (stage / present).is_file():
            (stage / former).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(stage / present, stage / former)


def _plain(module: bytes) -> bytes:
    """A module that needs no other as a script of the old kind: a browser lets modules wait behind the page.

    Its names stay its own.
    """
    return b"{" + module.replace(b"import.meta.url", b"document.currentScript.src") + b"}"


def _shipped(path: Path) -> bytes:
    """What is ours of a file, without the comments of scripts: what is joined is found in code alone."""
    if path.suffix != ".js":
        return path.read_bytes()
    return _BEHIND.sub("", _CAST.sub("", _COMMENT.sub("", path.read_text("utf-8")))).encode()
