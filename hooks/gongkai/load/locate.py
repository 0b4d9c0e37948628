"""Problems of keys → problems at lines and columns of their files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gongkai.common.problems import BODY, At, Problem
from gongkai.load.reading import Content, read_content
from gongkai.load.yaml.text import Reading


def locate(root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Give every problem without a line its line and column, reading each file once more.

    A key that is not there is shown at the nearest one above it, at last at the file's first line.
    """
    contents: dict[str, Content] = {}
    located = []
    for each in problems:
        if each.line:
            located.append(each)
            continue
        if each.path not in contents:
            contents[each.path] = _content(root, each.path)
        located.append(each.located(*_place(each, contents[each.path])))
    return located


def _content(root: Path, path: str) -> Content:
    file = root / path
    if path.endswith((".md", ".yml")) and file.is_file() and not file.is_symlink():
        return read_content(f"{root}/{path}", path)
    if path.endswith(".txt") and file.is_file() and not file.is_symlink():
        return Content(Reading(places=_entries(file)))
    return Content()


def _entries(file: Path) -> dict[At, tuple[int, int]]:
    """First word → place of every line of a register."""
    try:
        lines = file.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    words = ((line.split(maxsplit=1), number) for number, line in enumerate(lines, 1))
    return {(found[0],): (number, 1) for found, number in words if found}


def _place(problem: Problem, content: Content) -> tuple[int, int]:
    if problem.at and problem.at[0] == BODY and content.body_line:
        line = problem.at[1] if len(problem.at) > 1 else 0
        return content.body_line + int(line), 1
    at = problem.at if problem.row is None else (problem.row, *problem.at)
    places = content.reading.places
    for end in range(len(at), -1, -1):
        if at[:end] in places:
            return places[at[:end]]
    return 1, 1
