"""交审: who reviewed it, then the work goes on; what somebody else changed meanwhile is shown first."""

from __future__ import annotations

from typing import Any

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.common.problems import Level
from gongkai.desk.intake import questions
from gongkai.desk.web import handing, head_keys, renewing, trees
from gongkai.desk.web.judging import document
from gongkai.desk.web.reviewing.approvals import as_written
from gongkai.desk.web.reviewing.standing import standing
from gongkai.desk.web.steps import choosing, newly, told
from gongkai.desk.web.steps.pair import LATER
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work, keep
from gongkai.law.shared.review_steps import bare
from gongkai.records.base import ContentRecord
from gongkai.records.description import values

_KEY, _DAY = "审核", "保密审查日期"
REVIEWS = ("初审", "复审", "终审", _DAY)
#: where a problem stands that two reviews have one name
_ONE_EACH = tuple((name,) for name in REVIEWS[:3])


def show(visit: Visit, work: Work) -> Page:
    """What still stands against it, and who reviewed it."""
    return _page(visit, work, _reviews(visit, work), later=LATER)


def hand_in(visit: Visit, work: Work) -> Page | Response:
    """Write the reviews, commit, look at the others' work, send it on."""
    if renewing.open_(visit.office.works.folder(work)):
        return redirect(f"/work/{work.id}/again", 303)
    if visit.office.options.reviewers and _reviewed(visit, work):
        return _wait(visit, work)
    given = {name: visit.field(name) for name in REVIEWS}
    if fault := _fault(given, visit.user) if _reviewed(visit, work) else "":
        return _page(visit, work, given, fault, 422, LATER)
    _write(visit, work, given)
    page = _page(visit, work, given)
    if page.given["stops"]:
        return page
    _commit(visit, work)
    return send(visit, work)


def _commit(visit: Visit, work: Work) -> None:
    trees.commit(visit.office.works.tree(work), _paths(visit, work), f"{work.title}", work.user)


def _wait(visit: Visit, work: Work) -> Page | Response:
    """From now on the reviewers see it; once they have all passed it, it goes on."""
    page = _page(visit, work, {}, later=LATER)
    if page.given["stops"]:
        return page
    _commit(visit, work)
    work.waits, work.returned = True, ""
    visit.office.works.save(work)
    return go_on(visit, work) or redirect(f"/work/{work.id}/hand-in", 303)


def go_on(visit: Visit, work: Work) -> Page | Response | None:
    """Once all reviews are done: write them into both records, send them on; what stops it is kept."""
    judged = visit.office.judge.look(visit.root(work), work.records)
    now = standing(visit, work, judged)
    if now.missing:
        return None
    _write(visit, work, as_written(now.done))
    page: Page | Response = _page(visit, work, {})
    if not isinstance(page, Page) or not page.given["stops"]:
        _commit(visit, work)
        page = send(visit, work)
    if isinstance(page, Page):
        work.returned = "三审都过了，还有一处要您看：打开“交审”再按一次"
        visit.office.works.save(work)
    return page


def _fault(given: dict[str, str], author: str) -> str:
    """What is wrong with who reviewed it and when: the author is no reviewer, however the name is spaced."""
    if not all(given.values()):
        return "三审和保密审查都写上，才能交审"
    own = [name for name in REVIEWS if name != _DAY and bare(given[name]) == bare(author)]
    if own:
        return f"{'、'.join(own)}写的是您自己（{author}）：写稿的人不能审自己写的，写实际审的人"
    return questions.fault("发布日期", given[_DAY])


def send(visit: Visit, work: Work, joined: bool = False) -> Page | Response:
    """Send what is committed on, unless it has to be settled with somebody first.

    What others have by now is brought in before, and looked at: a unit may have another name since.
    """
    to = visit.office.options.hand_in
    tree = visit.office.works.tree(work)
    other, found = handing.clashes(tree, to)
    if found:
        return choosing.page(found, choosing.PERSON, 409, work)
    if trees.lacks(tree, other):
        trees.join(tree, other, {}, work.user)
        joined = True
    page = _page(visit, work, _reviews(visit, work)) if joined else None
    if page and page.given["stops"]:
        return page
    work.waits, work.returned = False, ""
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
    return send(visit, work, joined=True)


def _page(
    visit: Visit, work: Work, given: dict[str, str], fault: str = "", status: int = 200, later: str = ""
) -> Page:
    """``later``: the rule of what has still to be filled in."""
    judged = visit.office.judge.look(visit.root(work), work.records).without(later)
    newly_ = newly.found(work, judged)
    newly.saw(visit, work, judged.problems)
    shown = [each for each in judged.problems if each in newly_ or each.rule == LATER]
    by_role = bool(visit.office.options.reviewers) and _reviewed(visit, work)
    same = [each for each in judged.problems if each.rule == LATER and each.at[-1:] in _ONE_EACH]
    words: dict[str, Any] = {
        "given": given,
        "names": REVIEWS if _reviewed(visit, work) and not by_role else (),
        "standing": standing(visit, work, judged) if by_role else None,
        "day": _DAY,
        "fault": fault,
        "errors": len(judged.errors),
        "new": shown,
        "stops": judged.errors or same or any(each.level is not Level.NOTICE for each in newly_),
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
