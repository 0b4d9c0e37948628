"""交审: who reviewed it, then the work goes on; what somebody else changed meanwhile is shown first."""

from __future__ import annotations

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.desk.intake import questions
from gongkai.desk.web import handing, renewing, trees
from gongkai.desk.web.reviewing import earlier
from gongkai.desk.web.reviewing.standing import reviewed_records, signed_apart
from gongkai.desk.web.steps import by_role, choosing, sending
from gongkai.desk.web.steps.pair import LATER
from gongkai.desk.web.steps.sending import DAY, REVIEWS
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work
from gongkai.law.shared.review_steps import bare, twice


def show(visit: Visit, work: Work) -> Page:
    """What still stands against it, and who reviewed it."""
    return sending.page(visit, work, sending.reviews(visit, work), later=LATER)


def hand_in(visit: Visit, work: Work) -> Page | Response:
    """Write the reviews, commit, look at the others' work, send it on."""
    if renewing.open_(visit.office.works.folder(work)):
        return redirect(f"/work/{work.id}/again", 303)
    needed = sending.reviewed(visit, work)
    if visit.office.options.reviewers and needed:
        return by_role.wait(visit, work)
    given = {name: visit.field(name) for name in REVIEWS}
    if fault := (_fault(given, visit.user) or _same(visit, work, given)) if needed else "":
        return sending.page(visit, work, given, fault, 422, LATER)
    sending.write(visit, work, given)
    page = sending.page(visit, work, given)
    if page.given["stops"]:
        return page
    sending.commit(visit, work)
    return sending.send(visit, work)


def _fault(given: dict[str, str], author: str) -> str:
    """What is wrong with who reviewed it and when: the author is no reviewer, however the name is spaced."""
    if not all(given.values()):
        return "三审和保密审查都写上，才能交审"
    own = [name for name in REVIEWS if name != DAY and bare(given[name]) == bare(author)]
    if own:
        return f"{'、'.join(own)}写的是您自己（{author}）：写稿的人不能审自己写的，写实际审的人"
    return questions.fault("发布日期", given[DAY])


def _same(visit: Visit, work: Work, given: dict[str, str]) -> str:
    """Two reviews by one person of what was public before: they stand in no record that a rule could ask."""
    if not earlier.reviewed(visit, work):
        return ""
    judged = visit.office.judge.look(visit.root(work), work.judged)
    found = twice(signed_apart(reviewed_records(work, judged), judged), given)
    return f"{found[0]}和{found[1]}写的是同一个人：分开审，写实际审的人" if found else ""


def settle(visit: Visit, work: Work) -> Page | Response:
    """Take the text that was chosen at each place, and send it on; where people review it, to them again."""
    tree = visit.office.works.tree(work)
    other, found = handing.clashes(tree, visit.office.options.hand_in)
    settled = choosing.chosen(visit, found)
    if settled is None:
        return choosing.page(found, choosing.PERSON, 422, work)
    trees.join(tree, other, settled, visit.user)
    if visit.office.options.reviewers and sending.reviewed(visit, work):
        return by_role.wait(visit, work)
    return sending.send(visit, work, joined=True)
