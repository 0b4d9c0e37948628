"""看两件、改: the originals beside the pages, block by block, with every problem at its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.common.problems import Level, Problem
from gongkai.common.title_marks import in_marks
from gongkai.desk.intake.parts import Parts
from gongkai.desk.web import bringing, judging, renewing
from gongkai.desk.web.judging import Judged, document, mark, offered
from gongkai.desk.web.pairing import Row, page_blocks, place, rows
from gongkai.desk.web.reviewing import standing
from gongkai.desk.web.steps import attaching, finding, newly, tables
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Put, Work
from gongkai.desk.word import Told
from gongkai.load.document import Raw

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
#: rows of a file that are shown though nothing is wrong with them
_MOST_ROWS = 50
#: what the next step asks for
LATER = standing.RULE


@dataclass(frozen=True)
class Shown:
    """One record: its head key by key, its text row by row, and what was not read into it."""

    path: str
    number: int
    label: str
    head: Sequence[tuple[str, str, Sequence[Problem]]]
    rows: Sequence[Row]
    rest: Sequence[Problem]
    unread: Sequence[Told] = ()
    doubts: Sequence[Told] = ()
    original: str = ""
    #: where readers will find it; "" where no page can be made of it yet
    url: str = ""
    #: files for readers can be put beside it
    attached: bool = False
    #: it is not public
    draft: bool = False


def show(visit: Visit, work: Work) -> Page:
    """All records of a piece of work."""
    return Page("pair.html", "看两件、改", given(visit, work), 200, work, "pair")


def given(visit: Visit, work: Work) -> dict[str, Any]:
    """What is shown of all records of a piece of work."""
    root = visit.root(work)
    judged = visit.office.judge.look(root, work.judged).without(LATER)
    newly.saw(visit, work, judged.problems)
    shown = [_shown(visit, work, root, judged, at) for at in range(len(work.records))]
    count = {level: sum(each.level is level for each in judged.problems) for level in Level}
    return {
        "shown": shown,
        "tables": tables.rows(root, work, judged),
        "told_of_table": [each for put in work.put for each in put.doubts] if work.table else (),
        "errors": count[Level.ERROR],
        "others": count[Level.WARNING] + count[Level.NOTICE],
        "warnings": count[Level.WARNING],
        "mendable": len(judged.mendable),
        "offered": offered,
        "colleagues": finding.others(visit, work),
        "mark": mark,
        "waiting": bool(renewing.open_(visit.office.works.folder(work))),
    }


def mend(visit: Visit, work: Work) -> Response:
    """Write what is known of one problem, or of all."""
    root, chosen = visit.root(work), visit.field("problem")
    judged = visit.office.judge.look(root, work.judged)
    found = [each for each in judged.mendable if chosen in ("", mark(each))]
    judging.mend(root, found)
    return redirect(f"/work/{work.id}/", 303)


def _shown(visit: Visit, work: Work, root: Path, judged: Judged, at: int) -> Shown:
    path = work.records[at]
    problems = judged.of(path)
    found = document(root, path)
    if found is None:
        return Shown(path, at, path, (), [], problems)
    if isinstance(found.data, list):
        return _table(path, at, found.record_type.LABEL, found.data, problems)
    put, original = next(
        (pair for pair in visit.office.works.originals(work) if pair[0].record == path), (None, None)
    )
    lines, parts, told = _lines(put, original, found.body)
    rest = place(lines, problems, found.body_line)
    head = [
        (key, _words(_named(judged, value)), [p for p in rest if p.at[:1] == (key,)])
        for key, value in found.data.items()
    ]
    left = [each for each in rest if not each.at or each.at[0] not in found.data]
    label = found.record_type.LABEL
    known = {each.source.path: each.url for each in judged.checked.register.every}
    name, url = put.name if put and parts else "", known.get(path, "")
    attached, waits = attaching.takes(found.record_type), found.data.get("草稿") == "是"
    return Shown(path, at, label, head, lines, left, *told, name, url, attached, waits)


def _table(path: str, at: int, label: str, found: Sequence[object], problems: Sequence[Problem]) -> Shown:
    """A file of rows: those with problems, and the first of the rest."""
    by_row: dict[int, list[Problem]] = {}
    for each in problems:
        if each.row is not None:
            by_row.setdefault(each.row, []).append(each)
    shown = sorted({*range(min(len(found), _MOST_ROWS)), *(row for row in by_row if row < len(found))})
    rows_ = [(f"第 {row + 1} 项", _words(found[row]), by_row.get(row, [])) for row in shown]
    if left := len(found) - len(shown):
        rows_.append((f"还有 {left} 项", "没有要改的，这里不列；按“改这一件”，一段一段都看得到", []))
    return Shown(path, at, label, rows_, [], [each for each in problems if each.row is None])


def _lines(
    put: Put | None, original: Path | None, body: str
) -> tuple[list[Row], Parts | None, tuple[Sequence[Told], Sequence[Told]]]:
    """The rows; beside nothing where the record came of no file."""
    if put is None or original is None:
        return [Row([], [each]) for each in page_blocks(body)], None, ((), ())
    reading, parts = bringing.original(original, put)
    read = [Told("", each) for each in put.doubts]
    return rows(parts, body), parts, (reading.unread, [*reading.doubts, *read])


def _named(judged: Judged, value: Raw) -> Raw:
    """File names of other records by their titles: nobody knows the files at the desk."""
    if isinstance(value, list):
        return [_named(judged, each) for each in value]
    policy = (
        judged.checked.register.policy(value) if isinstance(value, str) and _SLUG.fullmatch(value) else None
    )
    return in_marks(policy.title) if policy else value


def _words(value: object) -> str:
    if isinstance(value, list):
        groups = any(isinstance(each, dict) for each in value)
        return ("\n" if groups else "、").join(_words(each) for each in value)
    if isinstance(value, dict) and {"名称", "文件"} <= value.keys():
        return f"{value['名称']}"
    if isinstance(value, dict):
        return "　".join(f"{key}：{_words(each)}" for key, each in value.items())
    return str(value)
