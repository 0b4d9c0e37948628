"""更正、撤下、撤并、废止、改名: what was published is taken back by a button, with its reason.

Asked in three looks: which act, what it needs, and what it writes and what the check will say of it. Only
then a piece of work begins, on a branch of its own like every other.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import Any

from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai import pipeline
from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem, told
from gongkai.desk import mending, undo
from gongkai.desk.intake import questions
from gongkai.desk.web import judging, wording
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work
from gongkai.records.base import Record
from gongkai.records.types.unit import Unit

#: what is typed for any act
_TYPED = tuple(each.name for each in fields(undo.Wanted) if each.name not in {"act", "name", "day"})


def show(visit: Visit) -> Page:
    """The acts that fit a file, and the form of the one that was chosen."""
    record, act = _asked(visit, visit.request.args.get("path", ""), visit.request.args.get("act", ""))
    return _page(visit, record, act, {"day": visit.office.options.now.today.isoformat()})


def act(visit: Visit) -> Page | Response:
    """First show what would be written; once that is agreed to, begin a piece of work with it."""
    record, name = _asked(visit, visit.field("path"), visit.field("act"))
    given = {each: visit.field(each) for each in (*_TYPED, "day")}
    try:
        wanted = _wanted(record, name, given)
        if visit.field("sure"):
            return redirect(f"/work/{_begun(visit, record, wanted).id}/", 303)
        return _page(visit, record, name, given, **_tried(visit, wanted))
    except EnvironmentProblem as error:
        return _page(visit, record, name, given, 422, fault=told(str(error)))


def _asked(visit: Visit, path: str, act_: str) -> tuple[Record, str]:
    """The public record of a file, and the act, which is one that fits it; "" where none is chosen yet."""
    register = _register(visit)
    public = (*register.all, *register.units)
    found = next((each for each in public if each.source.path == path), None)
    fitting = undo.fitting(found) if found else ()
    if found is None or not fitting or (act_ and act_ not in fitting):
        raise NotFound("没有这份稿件")
    return found, act_


def _register(visit: Visit) -> Register:
    return visit.office.judge.register(visit.office.options.settings.root)


def _page(
    visit: Visit, record: Record, act_: str, given: dict[str, str], status: int = 200, **more: Any
) -> Page:
    name = _name(record)
    words = {
        "name": name,
        "path": record.source.path,
        "label": record.LABEL,
        "unit": isinstance(record, Unit),
        "fitting": [(each, undo.ACTS[each].words) for each in undo.fitting(record)],
        "act": act_,
        "words": undo.ACTS[act_].words if act_ else "",
        "given": {**dict.fromkeys((*_TYPED, "day"), ""), **given},
        "reasons": undo.REASONS,
        "units": [
            each.name for each in _register(visit).units if each is not record and each.state == "在用"
        ],
        "fault": "",
        "shown": "",
        "looks": (),
        "files": 0,
        "problems": (),
        **more,
    }
    title = f"{words['words']}：{name}" if act_ else "公布以后：更正、撤下、撤并、废止、改名"
    return Page("undo.html", title, words, status)


def _name(record: Record) -> str:
    return f"{getattr(record, 'name', '') or record.source.path}"


def _wanted(record: Record, act_: str, given: dict[str, str]) -> undo.Wanted:
    """What was typed, whole; an EnvironmentProblem says what is missing."""
    if fault := questions.fault("发布日期", given["day"]):
        raise EnvironmentProblem(f"日期：{fault}")
    on = _name(record) if isinstance(record, Unit) else record.source.path
    typed = {each: given[each] for each in _TYPED}
    wanted = undo.Wanted(act=act_, name=on, day=dt.date.fromisoformat(given["day"]), **typed)
    if not wanted.reason or wanted.missing:
        raise EnvironmentProblem("带 * 的都要写")
    return wanted


def _tried(visit: Visit, wanted: undo.Wanted) -> dict[str, Any]:
    """What would be written, and what the check would say of it that it does not say today."""
    settings = visit.office.options.now
    checked = pipeline.check(settings, visit.office.judge.memory(settings.root).taken_in)
    changes = undo.changes(settings.root, checked.register, wanted)
    after = undo.tried(settings, checked.problems, changes)
    names = wording.names_of(checked.register.records)
    # what is registered when it is merged is no clerk's work
    problems = [wording.worded(each, names) for each in after.problems if each.rule not in judging.ELSEWHERE]
    return {
        "looks": undo.looks(checked, after.checked, wanted, changes),
        "files": len(changes),
        "shown": mending.shown(mending.Plan(tuple(undo.filed(changes)))),
        "problems": problems,
    }


def _begun(visit: Visit, record: Record, wanted: undo.Wanted) -> Work:
    """A piece of work with the act written into its tree, which may be newer than what was shown."""
    work = visit.office.begin(visit.user)
    done = False
    try:
        root = visit.root(work)
        changes = undo.changes(root, visit.office.judge.register(root), wanted)
        mending.write(root, changes)
        work.title = f"{wanted.words} {_name(record)}：{wanted.reason}"
        work.written = [each.path for each in changes if each.after is not None]
        work.gone = [each.path for each in changes if each.after is None]
        visit.office.works.save(work)
        done = True
    finally:
        if not done:  # what cannot be done leaves nothing behind
            visit.office.end(work)
    return work
