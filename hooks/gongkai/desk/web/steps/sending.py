"""交审的最后一页: what still stands against a work, its commit, and its way to the others."""

from __future__ import annotations

from typing import Any

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.common.problems import Level
from gongkai.desk.web import handing, head_keys, trees
from gongkai.desk.web.judging import document
from gongkai.desk.web.reviewing import earlier
from gongkai.desk.web.reviewing.standing import standing
from gongkai.desk.web.steps import choosing, newly, told
from gongkai.desk.web.steps.pair import LATER
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work, keep
from gongkai.records.base import ContentRecord
from gongkai.records.description import values

KEY, DAY = "审核", "保密审查日期"
REVIEWS = ("初审", "复审", "终审", DAY)
_SAME = "三审里有两道写的是同一个人：改好才能交"
#: where a problem stands that two reviews have one name
_ONE_EACH = tuple((name,) for name in REVIEWS[:3])


def commit(visit: Visit, work: Work) -> None:
    """Keep what was written, in the clerk's name, with the reviews that no record of it tells."""
    told_ = "".join(f"\n{name}：{who}" for name, who in work.reviews.items() if who)
    message = f"{work.title}\n{told_}" if told_ else work.title
    trees.commit(visit.office.works.tree(work), _paths(visit, work), message, work.user)


def send(visit: Visit, work: Work, joined: bool = False) -> Page | Response:
    """Send what is committed on, unless it has to be settled with somebody first."""
    if stopped := met(visit, work, joined):
        return stopped
    work.handed_in = proposed(visit, work)
    work.waits, work.returned = False, ""
    visit.office.works.save(work)
    return redirect(f"/work/{work.id}/hand-in", 303)


def proposed(visit: Visit, work: Work) -> str:
    """Send it where works go on, with the report of the change; what is said to the clerk."""
    to, tree = visit.office.options.hand_in, visit.office.works.tree(work)
    return handing.hand_in(tree, work, to, told.keep_report(visit, work))


def met(visit: Visit, work: Work, joined: bool = False, later: str = "") -> Page | None:
    """Bring in what others have by now, and look at it: a unit may have another name since.

    Gives the page on which something has to be settled first; ``later``: the rule of what is written later.
    """
    tree = visit.office.works.tree(work)
    other, found = handing.clashes(tree, visit.office.options.hand_in)
    if found:
        return choosing.page(found, choosing.PERSON, 409, work)
    if trees.lacks(tree, other):
        trees.join(tree, other, {}, work.user)
        joined = True
    shown = page(visit, work, reviews(visit, work), later=later) if joined else None
    return shown if shown and shown.given["stops"] else None


def page(
    visit: Visit, work: Work, given: dict[str, str], fault: str = "", status: int = 200, later: str = ""
) -> Page:
    """What still stands against it, and who reviewed it; ``later``: the rule of what is filled in later."""
    judged = visit.office.judge.look(visit.root(work), work.judged).without(later)
    newly_ = newly.found(work, judged)
    newly.saw(visit, work, judged.problems)
    shown = [each for each in judged.problems if each in newly_ or each.rule == LATER]
    by_role = bool(visit.office.options.reviewers) and reviewed(visit, work)
    same = [each for each in judged.problems if each.rule == LATER and each.at[-1:] in _ONE_EACH]
    words: dict[str, Any] = {
        "given": given,
        "names": REVIEWS if reviewed(visit, work) and not by_role else (),
        "standing": standing(visit, work, judged) if by_role else None,
        "review": f"{visit.request.host}/review/{work.id}/",
        "day": DAY,
        "before": bool(earlier.reviewed(visit, work)),
        "fault": fault or (_SAME if same else ""),
        "errors": len(judged.errors),
        "warnings": sum(each.level is Level.WARNING for each in judged.problems),
        "new": shown,
        "stops": judged.errors or same or any(each.level is not Level.NOTICE for each in newly_),
        "change": told.changed(visit, work, judged),
        "local": visit.office.options.hand_in.way.value == "local",
    }
    return Page("hand-in.html", "交审", words, status, work, "hand-in")


def reviewed(visit: Visit, work: Work) -> bool:
    """Whether anything of it has a place for reviews."""
    found = (document(visit.root(work), path) for path in work.records)
    return any(each is not None and issubclass(each.record_type, ContentRecord) for each in found)


def reviews(visit: Visit, work: Work) -> dict[str, str]:
    """What is filled in already: of the records that are new with this work."""
    before = earlier.reviewed(visit, work)
    for path in work.records:
        if path in before:
            continue
        found = document(visit.root(work), path)
        written = found.data.get(KEY) if found and isinstance(found.data, dict) else None
        if isinstance(written, dict):
            return {name: f"{written.get(name, '')}" for name in REVIEWS}
    return dict.fromkeys(REVIEWS, "")


def write(visit: Visit, work: Work, given: dict[str, str]) -> None:
    """The reviews into every record of the work that has a place for them, or none of before."""
    before = earlier.reviewed(visit, work)
    work.reviews = given if before else {}
    visit.office.works.save(work)
    for path in work.records:
        found = document(visit.root(work), path)
        if (
            found is None
            or path in before
            or not isinstance(found.data, dict)
            or not issubclass(found.record_type, ContentRecord)
        ):
            continue
        order = [each.key for each in values(found.record_type)]
        file, old = visit.root(work) / path, found.data.get(KEY)
        whole = {**(old if isinstance(old, dict) else {}), **given}
        text = head_keys.written(file.read_text("utf-8"), found.data, {**found.data, KEY: whole}, order)
        keep(file, text.encode())


def _paths(visit: Visit, work: Work) -> list[str]:
    """The work's files as its tree has them."""
    below = visit.root(work).relative_to(visit.office.works.tree(work))
    return [(below / path).as_posix() for path in (*work.written, *work.gone)]
