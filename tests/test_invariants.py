"""What each room must not touch, read from the source; who may know whom is held by lint-imports."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .sources import HOOKS, nodes, trees

PROJECT = Path(__file__).parents[1]


#: the one file of a room that reads files for it
READERS = {"law.shipped"}
#: packages from outside, and the only rooms that meet them
OUTSIDE = {
    "annotated_types": {"records.description"},
    "chinese_calendar": {"common.workdays"},
    "deflate": {"search.grams"},
    "docx": {"common.paper"},
    "feedgen": {"city.portal.feeds", "exports.feeds"},
    "icalendar": {"exports.calendar"},
    "jieba": {"render.frame"},
    "jinja2": {"city.portal.pages", "render.frame", "desk.preview", "desk.web"},
    "junitparser": {"desk.report"},
    "lxml": {
        *("column.look", "desk.preview", "desk.web", "desk.word"),
        *("exports.documents", "gate.cleaning", "load.attached"),
    },
    "markdown": {"text"},
    "markupsafe": {"render", "desk.preview", "desk.web"},
    "material": {"common.material"},
    "mkdocs": {"build"},
    "nh3": {"text"},
    "opencc": {"search"},
    "openpyxl": {"desk.intake"},
    "pikepdf": {"gate.cleaning", "load.attached"},
    "PIL": {"column.look", "desk.word", "gate.cleaning", "load.attached"},
    "pyarrow": {"city.portal.data", "exports.datasets", "release.unpacked", "search.grams"},
    "pypdf": {"release.unpacked"},
    "pypinyin": {"search"},
    "pypdfium2": {"desk.intake", "load.attached"},
    "pydantic": {"records", "column.validate", "settings", "render.records", "law.shared"},
    "pydantic_core": {"records", "column.validate", "desk.intake"},
    "zxingcpp": {"render.frame"},
    "minify": {"render.frame"},
    "stdnum": {"load.datasets", "common.personal"},
    "watchdog": {"desk.watching"},
    # the page of the office: the server and what takes its requests apart
    "waitress": {"desk.web"},
    "werkzeug": {"desk.web"},
    "weasyprint": {"common.paper"},
    # only where a cluster or a store is asked for
    "distributed": {"city.engines"},
    "minio": {"city.stores"},
    "urllib3": {"city.stores"},
    "xlsxwriter": {"exports.described.workbooks", "render.records"},
    "yaml": {"load.yaml"},
}
#: parts of Python's own that only these rooms need
INSIDE = {
    # a builder is told of the end of who began it
    "ctypes": {"city.held", "release.exchange"},
    # what other sites are asked by, and the platform that an office hands in to
    "http.client": {"desk.outward", "desk.web"},
    "fcntl": {"city.attempts", "city.building", "release.state"},
    "multiprocessing": {"render.frame", "search.making"},
    # MkDocs, run as its own command would be
    "runpy": {"desk.cli"},
    # the names of pieces of work
    "secrets": {"desk.web"},
    # Pagefind and its children are ended by one
    # and LibreOffice, which is given a minute
    "signal": {"city.held", "common.interrupt", "desk.intake", "search"},
    "socket": {"desk.cli", "desk.outward"},
    "sqlite3": {"exports.opendata", "release.unpacked"},
    # Pagefind, and Git for the tree that a change is compared with; what is built never depends on it
    # and ssh-keygen, which signs a release's manifest
    # and LibreOffice, which turns old files of Word into new ones
    # and Git for what an office hands in
    # and the builders of a city's columns, and what shortens scripts
    "subprocess": {
        "render.frame",
        *("city.job", "desk.intake", "desk.web", "search", "release.git_tree", "release.manifest"),
    },
    "time": {"city.job", "pipeline"},
    "zoneinfo": {"common.surroundings"},
}
#: no room has anything to do with these: what they give changes from run to run or place to place
NOWHERE = {"getpass", "locale", "platform", "random", "urllib.request", "uuid"}
#: rooms that work on what they are given: no file, no environment, no output
PURE = {
    *(f"common.{name}" for name in ("problems", "printable", "workdays", "personal", "unused_settings")),
    "text", "records", "column.citations", "column.effects", "column.happenings", "column.identifiers",
    "column.register", "column.told_before",
    "column.validate", "law", "exports.calendar", "exports.effect_log", "exports.log", "exports.record_rows",
    "exports.rule_log", "desk.report", "desk.forecast", "desk.horizon", "desk.monthly",
}  # fmt: skip
TOUCHING = {"glob", "io", "os", "pathlib", "shutil", "socket", "sys", "tempfile", "zipfile"}
TOUCHING_CALLS = {"open", "print", "input", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir"}


class Source(NamedTuple):
    path: Path
    #: its dotted name below the package
    room: str
    tree: ast.Module


@cache
def _sources() -> list[Source]:
    found = []
    for file, tree in trees().items():
        parts = Path(file.removeprefix("gongkai/")).with_suffix("").parts
        room = ".".join(part for part in parts if part != "__init__")
        found.append(Source(HOOKS / file, room, tree))
    return [each for each in found if each.room]


def _imports(tree: ast.Module) -> Iterator[str]:
    """Every dotted name a file imports; ``from a import b`` gives ``a.b``."""
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide which room is meant"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _calls(tree: ast.AST) -> Iterator[str]:
    for node in nodes(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


@cache
def _imported() -> list[tuple[str, str, str]]:
    """(room, file, what it imports)"""
    files = ((s, s.path.relative_to(HOOKS).as_posix()) for s in _sources())
    return [(s.room, file, name) for s, file in files for name in _imports(s.tree)]


def _doors() -> list[tuple[str, str, str]]:
    """(file, what it is, what it knows), both as dotted names below the package"""
    return [
        (file, room, name.removeprefix("gongkai."))
        for room, file, name in _imported()
        if name.startswith("gongkai.") and name.split(".")[1] != room.split(".")[0]
    ]


def _within(name: str, room: str) -> bool:
    return f"{name}.".startswith(f"{room}.")


def _met(known: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Which rooms meet each of these packages: those named, or the file that is in none of them."""
    found: dict[str, set[str]] = {each: set() for each in known}
    for room, _, name in _imported():
        for each, rooms in known.items():
            if _within(name, each):
                found[each].add(next((named for named in rooms if _within(room, named)), room))
    return found


def test_packages_from_outside_are_met_in_their_rooms_only():
    assert _met(OUTSIDE) == OUTSIDE
    tops = {name.split(".")[0] for _, _, name in _imported()}
    assert tops - set(sys.stdlib_module_names) - {"gongkai"} == set(OUTSIDE)


def test_parts_of_python_that_reach_outside_are_met_in_their_rooms_only():
    assert _met(INSIDE) == INSIDE
    nowhere: dict[str, set[str]] = {name: set() for name in NOWHERE}
    assert _met(nowhere) == nowhere


def test_the_day_is_asked_for_in_one_function():
    tree = next(s.tree for s in _sources() if s.path.name == "surroundings.py")
    functions = [node for node in nodes(tree) if isinstance(node, ast.FunctionDef)]
    assert [each.name for each in functions if "now" in _calls(each)] == ["day_in_beijing"]


def _pure(room: str) -> bool:
    return room == "gate" or (room not in READERS and any(_within(room, each) for each in PURE))


def test_pure_rooms_touch_nothing_outside():
    assert [
        (file, name) for room, file, name in _imported() if _pure(room) and name.split(".")[0] in TOUCHING
    ] == []
    calls = [(s.path.name, call) for s in _sources() if _pure(s.room) for call in _calls(s.tree)]
    assert [each for each in calls if each[1] in TOUCHING_CALLS] == []


def test_the_register_of_addresses_is_read_by_the_pipeline_not_by_checks():
    names = [node for s in _sources() if _within(s.room, "law") for node in nodes(s.tree)]
    used = {
        n.attr for n in names if isinstance(n, ast.Attribute) and getattr(n.value, "id", "") == "addresses"
    }
    assert used == {"awaited", "current", "file_of", "moved"}


def test_nothing_depends_on_the_hash_seed_or_swallows_every_error():
    found = [(s.path.name, node) for s in _sources() for node in nodes(s.tree)]
    calls = [(name, getattr(node.func, "id", "")) for name, node in found if isinstance(node, ast.Call)]
    assert [each for each in calls if each[1] in {"hash", "id", "eval", "exec"}] == []
    caught = [(name, node.type) for name, node in found if isinstance(node, ast.ExceptHandler)]
    broad = {None, "Exception", "BaseException"}
    assert [name for name, kind in caught if getattr(kind, "id", kind) in broad] == []


def test_what_a_room_offers_to_others_is_explained():
    assert [s.path.name for s in _sources() if not ast.get_docstring(s.tree)] == []
    offered = {tuple(name.removeprefix("gongkai.").rsplit(".", 1)) for _, _, name in _doors()}
    unexplained = [
        (source.path.name, node.name)
        for source in _sources()
        for node in source.tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
        and (source.room, node.name) in offered
        and not ast.get_docstring(node)
    ]
    assert [each for each in unexplained if not each[1].startswith(("a_", "an_"))] == []


#: who may take a record's raw text, and why; whoever asks what it says reads ``record.document``
RAW_TEXT = {
    "exports.corpus.twins": "given away as Markdown, its links led on",
    "gate": "takes it away where it is closed",
    "gate.addresses.files": "its links, by text.links",
    "law.rules.alias_valid": "whether a word is anywhere in it",
    "law.rules.amendment_applied": "whether there is one",
    "law.rules.benefit_missing": "whether a sentence anywhere in it promises money with its amount",
    "law.rules.body_intact": "what would be misread in it, by text.faults",
    "law.rules.body_safe": "what is unsafe in it, by text.faults",
    "law.rules.channels_agree": "fixed lines printed anywhere in it",
    "law.rules.closed_document": "whether there is one",
    "law.rules.correction_target": "whether there is one",
    "law.rules.date_order": "whether there is one",
    "law.rules.day_exists": "days anywhere in it",
    "law.rules.held_text": "its lines, compared with those published",
    "law.rules.link_target": "its links and anchors, by text.links and text.converter",
    "law.shared.policy_likeness": "whether an amount or a share stands anywhere in it",
    "law.rules.text_marks": "marks as they are typed, code and tags left out by text.punctuation",
    "law.rules.text_present": "whether there is one, and signs of a draft anywhere in it",
    "law.rules.translation_original": "how much of it is Chinese",
    "law.rules.ways_complete": "whether a heading says that the draft stands in it",
    "law.shared.own_address": "whether there is one",
    "law.shared.nothing_found": "whether it is as it was, by its digest",
    "law.shared.page_words": "all its words, as published",
    "law.shared.readable_texts": "all its signs: a number may stand anywhere",
    "law.shared.stated": "whether there is one",
    "law.shared.web_links": "its links, by text.links",
    "exports.documents": "a version as Markdown",
    "exports.documents.akn": "its footnotes, by text.scan",
    "exports.record_rows": "open data have it as written",
    "desk.web.reviewing.approvals": "its digest: an approval is of this text",
    "render.bodies": "made into HTML by text.converter",
    "render.records.views.common": "the HTML of a view, for its contents",
    "render.records.views.page": "the HTML of a view, for its contents",
    "render.records.views.policy": "the version of the day, made into HTML by render.bodies",
    "render.records.views.version": "any version, made into HTML by render.bodies",
    "render.records.views.earlier": "its lines, compared with those before by text.line_compare",
    "desk.change.comparing": "whether it is another",
    "desk.undo.naming": "where a link of a text leads, and whether the corrected words stand in it too",
    "desk.gazette_printing": "printed line by line",
    "desk.web.steps.forms": "stands in a field as it is written",
    "desk.web.steps.pair": "shown block by block beside its original",
    "release.verification": "must not be in what leaves",
}
#: parts of a text and of a table are called so, too
_OTHER_BODIES = {"document", "read", "row_cells"}


def _takes_raw_text(tree: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Attribute)
        and node.attr == "body"
        and ast.unparse(node.value) not in _OTHER_BODIES
        for node in nodes(tree)
    )


def test_raw_text_is_taken_where_it_is_said_why():
    rooms = ("gate", "law", "exports", "render", "desk", "release", "search")
    found = {s.room for s in _sources() if s.room.split(".")[0] in rooms and _takes_raw_text(s.tree)}
    assert found == {*RAW_TEXT}


def test_files_stay_short():
    assert [s.path.name for s in _sources() if len(s.path.read_text("utf-8").splitlines()) > 300] == []
