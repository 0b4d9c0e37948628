"""审: whoever reviews sees both files of a pair as readers will, and passes both or gives both back."""

from __future__ import annotations

from werkzeug.exceptions import Forbidden
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.desk.web.people import Person
from gongkai.desk.web.reviewing.approvals import mark
from gongkai.desk.web.reviewing.standing import Standing, standing
from gongkai.desk.web.steps import by_role, pair
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work

_PASSED, _CHANGED = "passed", "稿件刚改过，请再看一遍"


def waiting(visit: Visit) -> list[tuple[Work, list[str]]]:
    """What waits for reviews of this user."""
    reviewers = visit.office.options.reviewers
    person = reviewers.person(visit.user)
    if person is None:
        return []
    others = (each for each in visit.office.works.all() if not reviewers.same(each.user, visit.user))
    found = ((each, _open(visit, each, person)) for each in others if each.waits and may(each, person))
    return [(work, stages) for work, stages in found if stages]


def may(work: Work, person: Person | None) -> bool:
    """Whether a work is of the units that somebody reviews."""
    return person is not None and (not work.may or person.name in work.may)


def _open(visit: Visit, work: Work, person: Person) -> list[str]:
    """What of a person's reviews nobody has done yet of the text as it is."""
    now = mark(visit.root(work), work)
    done = {each["stage"] for each in work.approvals if each["mark"] == now}
    return [each for each in person.stages if each not in done]


def show(visit: Visit, reviewed: Work) -> Page:
    """The pair, and the reviews that are this user's."""
    return _page(visit, reviewed)


def passed(visit: Visit, reviewed: Work) -> Page | Response:
    """Keep the approval; with the last one the work goes on."""
    now, stage = _standing(visit, reviewed), visit.field("stage")
    if stage not in now.open_to(visit.user):
        raise Forbidden(f"这一步不由您审，或者已经审过了：{stage}")
    if visit.field("mark") != now.mark:
        return _page(visit, reviewed, _CHANGED, 409)
    person = visit.office.options.reviewers.person(visit.user)
    day = visit.office.options.now.today.isoformat()
    name = person.name if person else visit.user
    reviewed.approvals.append({"who": name, "stage": stage, "day": day, "mark": now.mark})
    visit.office.works.save(reviewed)
    by_role.go_on(visit, reviewed)
    return redirect(f"/?{_PASSED}={reviewed.id}", 303)


def give_back(visit: Visit, reviewed: Work) -> Page | Response:
    """Back to who wrote it, with the reason."""
    now, why = _standing(visit, reviewed), visit.field("why")
    if not now.open_to(visit.user):
        raise Forbidden("这份稿件不由您审，或者已经审过了")
    if not why:
        return _page(visit, reviewed, "写一句哪里要改", 422)
    reviewed.waits, reviewed.approvals = False, []
    reviewed.returned = f"{visit.user}退回：{why}"
    visit.office.works.save(reviewed)
    return redirect("/", 303)


def _standing(visit: Visit, work: Work) -> Standing:
    return standing(visit, work, visit.office.judge.look(visit.root(work), work.judged))


def _page(visit: Visit, work: Work, fault: str = "", status: int = 200) -> Page:
    shown = pair.given(visit, work)
    now = _standing(visit, work)
    mine = now.open_to(visit.user)
    words = {**shown, "standing": now, "mine": mine, "fault": fault, "at": f"/review/{work.id}/", "of": work}
    return Page("review.html", f"审：{work.title}", words, status)
