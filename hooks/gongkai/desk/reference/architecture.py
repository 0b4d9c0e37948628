"""The package's own source → its rooms: what each takes and gives, and how much it knows of each other one.

The order is the contract's in ``pyproject.toml``; the first line of a room's docstring says what it is.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gongkai.desk.reference.markdown import table
from gongkai.settings import PROJECT

FILE = "docs/architecture.md"
PACKAGE = Path("hooks/gongkai")
#: where the table stands in the page; around it everything is written by hand
_PLACE = re.compile(r"(?<=<!-- rooms -->\n).*?(?=<!-- /rooms -->)", re.DOTALL)


@dataclass(frozen=True)
class Room:
    """One name at the top of the package: a folder, or one file."""

    name: str
    #: what it takes and gives, in one line
    text: str
    #: how many modules of each other room it imports
    knows: Counter[str]


def rooms(project: Path = PROJECT) -> list[Room]:
    """The rooms in the order the data walks: each may import only those before it."""
    contracts = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers" and each.get("exhaustive"))
    names = [name for name in reversed(layers) if not name.startswith("__")]
    return [_room(project / PACKAGE, name) for name in names]


def page(project: Path = PROJECT) -> str:
    """The page with its table as the rooms are now; the rest as it stands."""
    lines = ([f"`{each.name}`", each.text.rstrip(".")] for each in rooms(project))
    made = table(("room", "takes → gives"), lines)
    return _PLACE.sub(lambda _: f"\n{made}\n\n", (project / FILE).read_text("utf-8"))


def _room(package: Path, name: str) -> Room:
    folder = package / name
    files = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
    read = [_read(file.read_text("utf-8"), package) for file in files]
    text = read[0][0]
    modules = {module for _, imported in read for module in imported}
    known = Counter(module.split(".")[0] for module in sorted(modules))
    return Room(name, text.partition("\n")[0], known - Counter({name: known[name]}))


@cache
def _read(source: str, package: Path) -> tuple[str, frozenset[str]]:
    """A file's docstring and the modules of ours that it imports; the drawing and the table ask both."""
    tree = ast.parse(source)
    return ast.get_docstring(tree) or "", frozenset(_imported(tree, package))


def _imported(tree: ast.Module, package: Path) -> Iterator[str]:
    """The modules of ours that a file imports from, by their names below the package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "gongkai":
            for alias in node.names:
                name = f"{node.module}.{alias.name}".partition(".")[2]
                below = package.joinpath(*name.split("."))
                is_module = below.is_dir() or below.with_suffix(".py").is_file()
                yield name if is_module else name.rpartition(".")[0]
