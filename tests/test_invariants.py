"""The house's rules, read from the source: who may know whom, and what each room must not touch."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from gongkai.records import record_types
from gongkai.records.base import ContentRecord
from gongkai.records.unit import Unit

PROJECT = Path(__file__).parents[1]
HOOKS = PROJECT / "hooks"
PACKAGE = HOOKS / "gongkai"

#: the rooms in order, each with what it knows; a room imports only rooms above it
ROOMS = {
    "personal": "numbers that belong to a person, in any text; knows nothing, so messages can mask them",
    "problems": "how to say that something is wrong; knows only what it must not say",
    "interrupt": "Ctrl-C and SIGTERM; knows nothing else",
    "faults": "errors of the machine in words, the program's own in a report",
    "plain": "text fit for other formats; knows no record",
    "csv_text": "tables to CSV; knows no record",
    "workdays": "the working calendar; knows no record",
    "paper": "blocks of text to Word, PDF and Markdown; knows no record",
    "unheeded": "MkDocs' settings that change nothing here; knows no record",
    "text": "Markdown to HTML; knows no record",
    "search": "documents to an index; knows no record, so that the engine can change",
    "records": "what there is; knows only problems",
    "load": "files to raw documents; must know which files hold which records",
    "validate": "raw documents to records",
    "register": "records to one Register; what is broken comes from validate",
    "cleaning": "files to their bytes without author, place and device; reads them as load does",
    "gate": "Register to what of it may leave; everything that leaves is made from that",
    "ledger": "the committed registers line by line; reads them as load reads files",
    "addresses": "which addresses the Register has",
    "announced": "which dates the Register promises; its register is read as that of addresses",
    "duties": "Register to what is owed and by when; rules, figures, calendars and reports read it",
    "figures": "Register, duties and what rules found to the numbers of 公开质量; knows no rule and no page",
    "calendar": "Register and duties to days and iCalendar files; pages list the same days",
    "checks": "Register to problems; knows nothing of pages",
    "settings": "what one run is told; reads the column's identity as load reads files",
    "feeds": "Register to feeds; pages learn of feeds through the pipeline, not by import",
    "render": "Register to pages",
    "report": "problems for people and programs",
    "unpacked": "a built site as text; knows no record",
    "release": "a staged tree to the live one; knows nothing of what is in it",
    "reference": "records and rules to documentation",
    "opendata": "Register to data files, described from the records' definitions as the documentation is",
    "tables": "rows of datasets to files; the only room beside load that sees rows",
    "pipeline": "all stages in order",
    "forms": "form records to the files made from them",
    "printing": "gazette issues to the papers that forms' writer makes files of",
    "changes": "another Git revision to a folder",
    "provenance": "what a release was made from: revisions, tools",
    "verification": "a staged site is asked before it is released",
    "forecast": "duties and problems of two days to what comes between them",
    "horizon": "the check, duties and states of the coming days, one by one",
    "monthly": "the column on a day to a report of one unit",
    "mailing": "reports of units to files",
    "inspection": "the check of one run, of a change, of a later day",
    "beginning": "new data files from what the Register has",
    "cli": "commands",
    "__main__": "where every command begins",
}
#: rooms that are not to know each other although the order would allow it
APART = {
    *(("render", other) for other in ("feeds", "checks", "load", "validate")),
    *(("feeds", other) for other in ("checks", "search", "load", "settings")),
    *(("checks", other) for other in ("load", "validate", "search")),
    *((other, "text") for other in ("records", "load", "validate", "register", "feeds")),
    *((other, "search") for other in ("records", "load", "validate", "register")),
    *(("release", other) for other in ("register", "records", "settings")),
}
#: packages from outside, and the only rooms that meet them
OUTSIDE = {
    "annotated_types": {"reference"},
    "chinese_calendar": {"workdays"},
    "docx": {"paper"},
    "feedgen": {"feeds"},
    "icalendar": {"calendar"},
    "jieba": {"render"},
    "jinja2": {"build", "render"},
    "junitparser": {"report"},
    "lxml": {"cleaning", "load"},
    "markdown": {"text"},
    "markupsafe": {"render"},
    "mkdocs": {"build"},
    "nh3": {"text"},
    "opencc": {"search"},
    "pikepdf": {"cleaning", "load"},
    "PIL": {"cleaning", "load"},
    "pyarrow": {"tables", "unpacked"},
    "pypdf": {"unpacked"},
    "pypdfium2": {"load"},
    "pydantic": {"records", "validate", "settings", "render", "reference", "checks", "horizon"},
    "pydantic_core": {"records", "validate"},
    "stdnum": {"load", "personal"},
    "weasyprint": {"paper"},
    "xlsxwriter": {"render"},
    "yaml": {"load"},
}
#: parts of Python's own that only these rooms need
INSIDE = {
    "ctypes": {"release"},
    "fcntl": {"release"},
    "multiprocessing": {"render"},
    # MkDocs, run as its own command would be
    "runpy": {"cli"},
    # Pagefind and its children are ended by one
    "signal": {"interrupt", "search"},
    "socket": {"cli"},
    "sqlite3": {"opendata", "unpacked"},
    # Pagefind, and Git for the tree that a change is compared with; what is built never depends on it
    # and ssh-keygen, which signs a release's manifest
    "subprocess": {"search", "changes", "release"},
    "time": {"pipeline"},
    "zoneinfo": {"settings"},
}
#: no room has anything to do with these: what they give changes from run to run or place to place
NOWHERE = {"getpass", "locale", "platform", "random", "secrets", "urllib.request", "uuid"}
#: rooms that work on what they are given: no file, no environment, no output
PURE = {
    "problems",
    "plain",
    "workdays",
    "personal",
    "unheeded",
    "text",
    "records",
    "validate",
    "register",
    "gate",
    "duties",
    "figures",
    "calendar",
    "checks",
    "report",
    "forecast",
    "horizon",
    "monthly",
}
TOUCHING = {"glob", "io", "os", "pathlib", "shutil", "socket", "sys", "tempfile", "zipfile"}
TOUCHING_CALLS = {"open", "print", "input", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir"}
CLOCK_CALLS = {
    "now", "today", "utcnow", "fromtimestamp", "time", "time_ns", "monotonic", "perf_counter", "process_time",
    "localtime", "gmtime", "ctime",
}  # fmt: skip
#: the only looks at a clock: the day where none is given, and how long a stage took
CLOCKS = {("settings", "now"), ("pipeline", "monotonic")}


class Source(NamedTuple):
    path: Path
    room: str
    tree: ast.Module


def _sources() -> list[Source]:
    files = [(HOOKS / "build.py", "build")]
    for path in sorted(PACKAGE.rglob("*.py")):
        files.append((path, path.relative_to(PACKAGE).parts[0].removesuffix(".py")))
    return [
        Source(path, room, ast.parse(path.read_text("utf-8"))) for path, room in files if room != "__init__"
    ]


SOURCES = _sources()


def _imports(tree: ast.Module) -> Iterator[str]:
    """Every dotted name a file imports; ``from a import b`` gives ``a.b``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide which room is meant"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


#: (room, file, what it imports)
IMPORTS = [(s.room, s.path.relative_to(HOOKS).as_posix(), name) for s in SOURCES for name in _imports(s.tree)]
#: (file, room, other room)
DOORS = [
    (file, room, name.split(".")[1])
    for room, file, name in IMPORTS
    if name.startswith("gongkai.") and name.split(".")[1] != room
]


def _met(names: Iterable[str]) -> dict[str, set[str]]:
    """Which rooms meet each of these packages."""
    doors = [(room, f"{name}.") for room, _, name in IMPORTS]
    return {each: {room for room, name in doors if name.startswith(f"{each}.")} for each in names}


def test_every_room_has_its_place_in_the_order():
    assert {source.room for source in SOURCES} - {"build"} == set(ROOMS)


def test_imports_only_go_to_earlier_rooms():
    order = [*ROOMS, "build"]
    assert [door for door in DOORS if order.index(door[2]) >= order.index(door[1])] == []


def test_rooms_apart_do_not_know_each_other():
    assert {room for pair in APART for room in pair} <= set(ROOMS)
    assert [door for door in DOORS if door[1:] in APART] == []


def test_packages_from_outside_are_met_in_their_rooms_only():
    assert _met(OUTSIDE) == OUTSIDE
    tops = {name.split(".")[0] for _, _, name in IMPORTS}
    assert tops - set(sys.stdlib_module_names) - {"gongkai"} == set(OUTSIDE)


def test_parts_of_python_that_reach_outside_are_met_in_their_rooms_only():
    assert _met(INSIDE) == INSIDE
    assert _met(NOWHERE) == {name: set() for name in NOWHERE}


def test_the_clock_is_looked_at_in_two_places_only():
    looks = {(s.room, call) for s in SOURCES for call in _calls(s.tree) if call in CLOCK_CALLS}
    assert looks == CLOCKS


def test_the_day_is_asked_for_in_one_function():
    tree = next(s.tree for s in SOURCES if s.room == "settings")
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert [each.name for each in functions if "now" in _calls(each)] == ["read_date"]


def test_pure_rooms_touch_nothing_outside():
    assert [
        (file, name) for room, file, name in IMPORTS if room in PURE and name.split(".")[0] in TOUCHING
    ] == []
    calls = [(s.path.name, call) for s in SOURCES if s.room in PURE for call in _calls(s.tree)]
    assert [each for each in calls if each[1] in TOUCHING_CALLS] == []


def test_the_register_of_addresses_is_read_by_the_pipeline_not_by_checks():
    names = [node for s in SOURCES if s.room == "checks" for node in ast.walk(s.tree)]
    used = {
        n.attr for n in names if isinstance(n, ast.Attribute) and getattr(n.value, "id", "") == "addresses"
    }
    assert used == {"awaited", "current", "file_of", "moved"}


def test_nothing_depends_on_the_hash_seed_or_swallows_every_error():
    nodes = [(s.path.name, node) for s in SOURCES for node in ast.walk(s.tree)]
    calls = [(name, getattr(node.func, "id", "")) for name, node in nodes if isinstance(node, ast.Call)]
    assert [each for each in calls if each[1] in {"hash", "id", "eval", "exec"}] == []
    caught = [(name, node.type) for name, node in nodes if isinstance(node, ast.ExceptHandler)]
    broad = {None, "Exception", "BaseException"}
    assert [name for name, kind in caught if getattr(kind, "id", kind) in broad] == []


def test_what_a_room_offers_to_others_is_explained():
    assert [s.path.name for s in SOURCES if not ast.get_docstring(s.tree)] == []
    offered = {(name.split(".")[1], name.rpartition(".")[2]) for _, _, name in IMPORTS if "gongkai." in name}
    unexplained = [
        (source.path.name, node.name)
        for source in SOURCES
        for node in source.tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
        and (source.room, node.name) in offered
        and not ast.get_docstring(node)
    ]
    assert [each for each in unexplained if not each[1].startswith(("a_", "an_"))] == []


def test_files_stay_short():
    assert [s.path.name for s in SOURCES if len(s.path.read_text("utf-8").splitlines()) > 300] == []


@pytest.mark.parametrize("record_type", record_types(), ids=lambda each: each.TYPE)
def test_every_record_with_a_page_has_its_template(record_type):
    """Its own, or the one that shows any type's fields; no template is left over."""
    own = PROJECT / f"overrides/records/{record_type.TYPE}.html"
    if issubclass(record_type, ContentRecord | Unit):
        assert own.is_file() or (PROJECT / "overrides/records/record.html").is_file()
    else:
        assert not own.is_file()
