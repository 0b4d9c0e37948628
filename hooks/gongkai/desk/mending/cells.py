"""A dataset's CSV file and the cells that are wrong in it → the file with the right ones.

A file that went through Excel is wrong in thousands of cells the same way, so it is mended row by row and in
one go, and every cell that is not sure stays byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.common.problems import Problem
from gongkai.desk.mending.texts import lines_of
from gongkai.load import read_document
from gongkai.load.datasets.tables import mendable
from gongkai.load.document import Document

_BEFORE_CELL = ' \t\u3000"'


def mended(root: str, path: str, text: str) -> tuple[str, list[str]]:
    """The text of a file with all its cells that are known, and for each what was wrong with its column."""
    document = _described(root, path)
    if document is None:
        return text, []
    lines = lines_of(text)
    whys = []
    for each in _from_behind(mendable(root, path, document)):
        if _put(lines, each):
            whys.append(f"{each.message.partition('：')[0]}有不合这一列的写法")
    return "".join(lines), whys


def columns(root: str, path: str) -> frozenset[str]:
    """The names that the first row of a file has to have; none where nothing describes it."""
    document = _described(root, path)
    data = document.data if document and isinstance(document.data, dict) else {}
    fields = data.get("字段")
    found = fields if isinstance(fields, list) else []
    return frozenset(f"{each['名称']}" for each in found if isinstance(each, dict) and "名称" in each)


def _described(root: str, path: str) -> Document | None:
    return read_document(root, f"{path.rpartition('/')[0]}/datapackage.yml")[0]


def _from_behind(problems: Iterable[Problem]) -> list[Problem]:
    """So that a cell that grows does not move those that are still to come."""
    return sorted(problems, key=lambda each: (each.line, each.column), reverse=True)


def _put(lines: list[str], problem: Problem) -> bool:
    """Write one cell; False where it does not stand where it was seen."""
    edit, line, at = problem.edit, problem.line - 1, problem.column - 1
    if edit is None or not 0 <= line < len(lines):
        return False
    text = lines[line]
    if edit.everywhere:
        lines[line] = text.replace(edit.old, edit.new)
        return lines[line] != text
    cell = text[at:].lstrip(_BEFORE_CELL)
    start = len(text) - len(cell)
    for old in (edit.old, edit.old.replace('"', '""')):
        if cell.startswith(old):
            lines[line] = f"{text[:start]}{edit.new}{cell[len(old) :]}"
            return True
    return False
