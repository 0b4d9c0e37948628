"""放进表格: rows of a dataset or a 标准目录, by the same steps as a Word file."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.desk.web import tabling
from gongkai.desk.web.judging import Judged
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work

_SHOWN = 20


@dataclass(frozen=True)
class Rows:
    """The first rows of a file, how many there are, and what is wrong with them."""

    path: str
    head: list[str]
    rows: list[list[str]]
    count: int
    problems: list[Problem]


def begin(visit: Visit, name: str, data: bytes, kind: str) -> Response:
    """Keep the table and ask what it does not say. Raises where it cannot be read."""
    put = tabling.opened(name, data)
    work = visit.office.begin(visit.user)
    done = False
    try:
        visit.office.works.put(work, name, data, kind)
        work.table, work.title = True, put.stem
        work.asked = [[each.key, each.words, each.offered] for each in _asked(visit, work, put)]
        if not work.asked:
            _bring(visit, work, put)
        visit.office.works.save(work)
        done = True
    finally:
        if not done:
            visit.office.end(work)
    return redirect(f"/work/{work.id}/{'questions' if work.asked else ''}", 303)


def show(visit: Visit, work: Work) -> Page:
    """The questions, with what was answered."""
    return _page(visit, work, work.answers, {})


def answer(visit: Visit, work: Work) -> Page | Response:
    """Keep the answers, write the files; what is still open is asked."""
    put = _put(visit, work)
    given = {each.key: visit.field(each.key) for each in _asked(visit, work, put)}
    given |= {tabling.REPLACE: visit.field(tabling.REPLACE)} if tabling.REPLACE in visit.request.form else {}
    faults = {key: tabling.fault(key, value) for key, value in given.items() if value}
    work.answers = {key: value for key, value in given.items() if value}
    now = _asked(visit, work, put)
    open_ = {each.key: "请回答这一项" for each in now if not put.lists and not given.get(each.key)}
    faults[tabling.WHOLE] = tabling.unsaid(put, _register(visit), work.answers)
    if wrong := {key: why for key, why in {**open_, **faults}.items() if why}:
        return _page(visit, work, given, wrong, 422)
    work.asked = [[each.key, each.words, each.offered] for each in now]
    _bring(visit, work, put)
    visit.office.works.save(work)
    return redirect(f"/work/{work.id}/", 303)


def rows(root: Path, work: Work, judged: Judged) -> list[Rows]:
    """The tables of a work, as they will be."""
    found = []
    for path in work.judged:
        if path.endswith(".csv") and (root / path).is_file():
            with (root / path).open(encoding="utf-8", newline="") as file:
                head, *lines = csv.reader(file)
            found.append(Rows(path, head, lines[:_SHOWN], len(lines), judged.of(path)))
    return found


def _page(visit: Visit, work: Work, given: dict[str, str], faults: dict[str, str], status: int = 200) -> Page:
    asked = [
        {
            "key": each.key,
            "words": each.words,
            "offered": "",
            "kind": "choice" if each.choices else "text",
            "choices": each.choices,
            "value": given.get(each.key, each.offered),
            "fault": faults.get(each.key, ""),
        }
        for each in _asked(visit, work, _put(visit, work))
    ]
    words = {"asked": asked, "topics": (), "next": "看写成什么样"}
    return Page("questions.html", f"还有 {len(asked)} 个问题", words, status, work, "questions")


def _asked(visit: Visit, work: Work, put: tabling.Put) -> list[tabling.Asked]:
    root = visit.office.options.settings.root
    return tabling.asked(put, root, _register(visit), work.answers, _today(visit))


def _register(visit: Visit) -> Register:
    return visit.office.judge.register(visit.office.options.settings.root)


def _bring(visit: Visit, work: Work, put: tabling.Put) -> None:
    root, tree = visit.root(work), visit.office.works.tree(work)
    tabling.bring(work, put, _register(visit), tree, root, _today(visit))


def _put(visit: Visit, work: Work) -> tabling.Put:
    ((put, path),) = visit.office.works.originals(work)
    return tabling.opened(put.name, path.read_bytes())


def _today(visit: Visit) -> str:
    return visit.office.options.now.today.isoformat()
