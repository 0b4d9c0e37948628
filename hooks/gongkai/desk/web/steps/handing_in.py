"""交审: who reviewed it, then the work goes on; what somebody else changed meanwhile is shown first."""

from __future__ import annotations

from typing import Any

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.desk.intake import questions
from gongkai.desk.web import handing, head_keys, renewing, trees
from gongkai.desk.web.judging import document
from gongkai.desk.web.steps import choosing, told
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work, keep
from gongkai.records.base import ContentRecord
from gongkai.records.description import values

_KEY, _DAY = "审核", "保密审查日期"
REVIEWS = ("初审", "复审", "终审", _DAY)


def show(visit: Visit, work: Work) -> Page:
    """What still stands against it, and who reviewed it."""
    return _page(visit, work, _reviews(visit, work))


def hand_in(visit: Visit, work: Work) -> Page | Response:
    """Write the reviews, commit, look at the others' work, send it on."""
    if renewing.open_(visit.office.works.folder(work)):
        return redirect(f"/work/{work.id}/again", 303)
    given = {name: visit.field(name) for name in REVIEWS}
    fault = questions.fault("发布日期", given[_DAY]) if given[_DAY] else ""
    if fault or (_reviewed(visit, work) and not all(given.values())):
        return _page(visit, work, given, fault or "三审和保密审查都写上，才能交审", 422)
    _write(visit, work, given)
    page = _page(visit, work, given)
    if page.given["errors"]:
        return page
    tree, author = visit.office.works.tree(work), visit.user
    trees.commit(tree, _paths(visit, work), f"{work.title}", author)
    return send(visit, work)


def send(visit: Visit, work: Work) -> Page | Response:
    """Send what is committed on, unless it has to be settled with somebody first."""
    to = visit.office.options.hand_in
    tree = visit.office.works.tree(work)
    _, found = handing.clashes(tree, to)
    if found:
        return choosing.page(found, choosing.PERSON, 409, work)
    work.handed_in = handing.hand_in(tree, work, to, told.keep_report(visit, work))
    visit.office.works.save(work)
    return redirect(f"/work/{work.id}/hand-in", 303)


def settle(visit: Visit, work: Work) -> Page | Response:
    """Take the text that was chosen at each place, and send it on."""
    tree = visit.office.works.tree(work)
    other, found = handing.clashes(tree, visit.office.options.hand_in)
    settled = choosing.chosen(visit, found)
    if settled is None:
        return choosing.page(found, choosing.PERSON, 422, work)
    trees.join(tree, other, settled, visit.user)
    return send(visit, work)


def _page(visit: Visit, work: Work, given: dict[str, str], fault: str = "", status: int = 200) -> Page:
    judged = visit.office.judge.look(visit.root(work), work.records)
    words: dict[str, Any] = {
        "given": given,
        "names": REVIEWS if _reviewed(visit, work) else (),
        "day": _DAY,
        "fault": fault,
        "errors": len(judged.errors),
        "change": told.changed(visit, work, judged),
        "local": visit.office.options.hand_in.way.value == "local",
    }
    return Page("hand-in.html", "交审", words, status, work, "hand-in")


def _reviewed(visit: Visit, work: Work) -> bool:
    """Whether anything of it has a place for reviews."""
    found = (document(visit.root(work), path) for path in work.records)
    return any(each is not None and issubclass(each.record_type, ContentRecord) for each in found)


def _reviews(visit: Visit, work: Work) -> dict[str, str]:
    for path in work.records:
        found = document(visit.root(work), path)
        written = found.data.get(_KEY) if found and isinstance(found.data, dict) else None
        if isinstance(written, dict):
            return {name: f"{written.get(name, '')}" for name in REVIEWS}
    return dict.fromkeys(REVIEWS, "")


def _write(visit: Visit, work: Work, given: dict[str, str]) -> None:
    """The reviews into every record of the work that has a place for them."""
    for path in work.records:
        found = document(visit.root(work), path)
        if (
            found is None
            or not isinstance(found.data, dict)
            or not issubclass(found.record_type, ContentRecord)
        ):
            continue
        order = [each.key for each in values(found.record_type)]
        file = visit.root(work) / path
        text = head_keys.written(file.read_text("utf-8"), found.data, {**found.data, _KEY: given}, order)
        keep(file, text.encode())


def _paths(visit: Visit, work: Work) -> list[str]:
    """The work's files as its tree has them."""
    below = visit.root(work).relative_to(visit.office.works.tree(work))
    return [(below / path).as_posix() for path in work.written]
