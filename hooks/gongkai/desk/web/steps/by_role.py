"""交审 where people review by role: the work waits for them, and goes on with the last approval."""

from __future__ import annotations

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.desk.web import trees
from gongkai.desk.web.options import Way
from gongkai.desk.web.reviewing import collecting
from gongkai.desk.web.reviewing.approvals import as_written
from gongkai.desk.web.reviewing.standing import standing
from gongkai.desk.web.steps import sending
from gongkai.desk.web.steps.pair import LATER
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work


def wait(visit: Visit, work: Work) -> Page | Response:
    """From now on the reviewers see it; once they have all passed it, it goes on."""
    page = sending.page(visit, work, {}, later=LATER)
    if page.given["stops"]:
        return page
    sending.commit(visit, work)
    if stopped := _shown_elsewhere(visit, work):
        return stopped
    work.waits, work.returned = True, ""
    now = standing(visit, work, visit.office.judge.look(visit.root(work), work.judged))
    work.may = [each.name for each in now.reviewers.people]
    collecting.collect(visit, work)
    visit.office.works.save(work)
    return go_on(visit, work) or redirect(f"/work/{work.id}/hand-in", 303)


def _shown_elsewhere(visit: Visit, work: Work) -> Page | None:
    """Where approvals come from the platform or from signatures, the work is sent there before they can."""
    options, tree = visit.office.options, visit.office.works.tree(work)
    if not options.reviewed_elsewhere or options.hand_in.way is Way.LOCAL or work.shown == trees.head(tree):
        return None
    if stopped := sending.met(visit, work, later=LATER):
        return stopped
    sending.proposed(visit, work)
    work.shown = trees.head(tree)
    return None


def go_on(visit: Visit, work: Work) -> Page | Response | None:
    """Once all reviews are done: write them into both records, send them on; what stops it is kept."""
    now = standing(visit, work, visit.office.judge.look(visit.root(work), work.judged))
    if now.missing:
        return None
    sending.write(visit, work, as_written(now.done))
    page: Page | Response = sending.page(visit, work, {})
    if not isinstance(page, Page) or not page.given["stops"]:
        sending.commit(visit, work)
        page = sending.send(visit, work)
    if isinstance(page, Page):
        work.returned = "三审都过了，还有一处要您看：打开“交审”再按一次"
        visit.office.works.save(work)
    return page
