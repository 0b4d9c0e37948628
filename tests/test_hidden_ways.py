"""No way around the rules of imports, of the clock and of the environment: each is looked for by every name.

A name counts wherever it is said, called or not, and as a text (``getattr(dt.date, "today")``).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from .sources import HOOKS, nodes, trees

#: what finds modules by a name that import-linter cannot read
LOADERS = {
    "import_module", "__import__", "__builtins__", "builtins", "exec_module", "load_module", "run_module",
    "run_path", "pkgutil", "eval", "exec",
}  # fmt: skip
CLOCKS = {
    "utcnow", "fromtimestamp", "utcfromtimestamp", "time_ns", "monotonic", "monotonic_ns", "perf_counter",
    "perf_counter_ns", "process_time", "localtime", "gmtime", "ctime", "asctime",
}  # fmt: skip
#: names of clocks that are ordinary names of ours too: a clock's only on these, or when called
COMMON = {"today", "now"}
ON = {"date.today", "datetime.today", "datetime.now", "time.time"}
ENVIRONMENT = {"environ", "environb", "getenv", "getenvb", "putenv", "unsetenv"}

#: the only places for each, as (file, name)
LOADING = {
    ("common/discovery.py", "import_module"),
    ("common/discovery.py", "pkgutil"),
    # asked for when something failed: what is loaded may be what is at fault
    ("__main__.py", "import_module"),
    # MkDocs, run as its own command would be
    ("desk/cli/site.py", "run_module"),
    # before the rest, which import statements in their order would not say
    ("build.py", "gongkai.common.started"),
}
#: the day where none is given, and how long a stage took
LOOKING = {("common/surroundings.py", "now"), ("city/job.py", "monotonic"), ("pipeline.py", "monotonic")}
#: read where settings are made; written by commands, which hand their options on to MkDocs
ASKING = {
    ("settings.py", "environ"),
    # what was asked, before anything else is loaded
    ("__main__.py", "environ"),
    ("desk/cli/__init__.py", "environ"),
    # a column that is begun is checked in its own folder
    ("desk/cli/content.py", "environ"),
    ("desk/cli/releases.py", "environ"),
}
BUILD = ("build.py", "environ")


def _modules(folder: Path) -> set[str]:
    """The modules in a package that its ``__init__`` does not hand on under their own name."""
    handed = {
        getattr(node, "asname", None) or getattr(node, "name", "")
        for node in nodes(trees()[f"{folder.relative_to(HOOKS).as_posix()}/__init__.py"])
    }
    return {path.stem for path in folder.iterdir()} - handed


@cache
def _packages() -> dict[str, set[str]]:
    """Package → the modules in it."""
    inits = HOOKS.rglob("*/__init__.py")
    return {".".join(p.parent.relative_to(HOOKS).parts): _modules(p.parent) for p in inits}


Finder = Callable[[ast.Module], Iterator[str]]


@cache
def _said(tree: ast.Module) -> frozenset[str]:
    """Whatever a file says: as a name, an attribute, an import, or a text."""
    found: set[str] = set()
    for node in nodes(tree):
        if isinstance(node, ast.alias):
            found |= {*node.name.split("."), node.asname or ""}
        said = getattr(node, "id", getattr(node, "attr", getattr(node, "value", None)))
        if isinstance(said, str):
            found.add(said)
    return frozenset(found)


def _ends(node: ast.Attribute) -> str:
    """Its last two names: ``date.today`` of ``dt.date.today``."""
    return f"{getattr(node.value, 'attr', getattr(node.value, 'id', ''))}.{node.attr}"


def loads(tree: ast.Module) -> Iterator[str]:
    """Ways to a module that are no import statement, and statements that open the whole package."""
    yield from _said(tree) & LOADERS
    packages: dict[str, set[str]] = {}
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "gongkai")
        elif isinstance(node, ast.ImportFrom):
            found = {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
            packages |= {name: _packages()[full] for name, full in found.items() if full in _packages()}
            yield from (f"from {node.module} import *" for alias in node.names if alias.name == "*")
        elif isinstance(node, ast.Attribute) and _ends(node) == "sys.modules":
            yield "sys.modules"
    yield from (
        ast.unparse(node)
        for node in nodes(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if node.attr in packages.get(node.value.id, ())
    )


def looks(tree: ast.Module) -> Iterator[str]:
    """Looks at a clock; names under which a clock's class would not be known again."""
    yield from _said(tree) & CLOCKS
    for node in nodes(tree):
        if isinstance(node, ast.Attribute) and _ends(node) in ON:
            yield node.attr
        elif isinstance(node, ast.Call):
            yield from {getattr(node.func, "attr", getattr(node.func, "id", ""))} & COMMON
            yield from {getattr(each, "value", "") for each in node.args} & COMMON
        elif isinstance(node, ast.Assign) and ast.unparse(node.value) in {"dt", "dt.date", "dt.datetime"}:
            yield ast.unparse(node)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from _unusual(node)


def _unusual(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """``datetime`` under another name than ``dt``, and what is taken out of it or of ``time``."""
    if isinstance(node, ast.ImportFrom):
        yield from {node.module or ""} & {"datetime", "time"}
    else:
        yield from (each.name for each in node.names if each.name == "datetime" and each.asname != "dt")


def asks(tree: ast.Module) -> Iterator[str]:
    """Looks into the environment."""
    yield from _said(tree) & ENVIRONMENT


def _found(finder: Finder) -> set[tuple[str, str]]:
    return {(file.removeprefix("gongkai/"), said) for file, tree in trees().items() for said in finder(tree)}


def test_modules_are_loaded_by_statements_and_by_the_one_discovery():
    assert _found(loads) == LOADING


def test_the_clock_is_looked_at_in_two_places_only():
    assert _found(looks) == LOOKING


def test_the_environment_is_asked_by_settings_and_written_by_commands_only():
    assert _found(asks) == {*ASKING, BUILD}


@pytest.mark.parametrize(
    ("finder", "text"),
    [
        (loads, "def f():\n    import gongkai\n    return gongkai.render"),
        (loads, "import gongkai.render.site"),
        (loads, "import gongkai.common as c"),
        (loads, "from gongkai import exports\nexports.feeds"),
        (loads, "from gongkai import exports as e\nlater = e.feeds"),
        (loads, "from gongkai.render import *"),
        (loads, "import importlib\nimportlib.import_module('gongkai' + '.load')"),
        (loads, "from importlib import import_module as load"),
        (loads, "__import__('os').environ"),
        (loads, "getattr(importlib, 'import_module')('gongkai.load')"),
        (loads, "import sys\nsys.modules['gongkai.load']"),
        (loads, "exec('import gongkai.load')"),
        (looks, "import datetime as dt\nmap(lambda f: f(), [dt.date.today])"),
        (looks, "day: dt.date = field(default_factory=dt.date.today)"),
        (looks, "stamp = field(default_factory=dt.datetime.now)"),
        (looks, "getattr(dt.date, 'today')"),
        (looks, "D = dt.date\nfields = [D.today]"),
        (looks, "from datetime import date as D"),
        (looks, "import datetime\ndatetime.date.today"),
        (looks, "from time import time as seconds"),
        (looks, "import time\nclock = time.time"),
        (looks, "day = register.today()"),
        (asks, "import os\nos.environ.get('A')"),
        (asks, "from os import getenv as ask"),
        (asks, "getattr(os, 'environ')"),
    ],
)
def test_a_hidden_way_is_found(finder, text):
    assert list(finder(ast.parse(text))) != []


@pytest.mark.parametrize(
    ("finder", "text"),
    [
        (loads, "from gongkai import gate\ngate.released(register)"),
        (loads, "import importlib.metadata\nimportlib.metadata.version('a')"),
        (looks, "import datetime as dt\nday = dt.date(2026, 1, 1) <= register.today"),
        (looks, "time = occasion.time"),
        (looks, "evening = dt.time(18, 30)\nlast.time()"),
    ],
)
def test_an_ordinary_way_is_not(finder, text):
    assert list(finder(ast.parse(text))) == []
