"""我的稿件: what is begun, and where a new piece of work begins."""

from __future__ import annotations

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.desk.web.steps import reviewing
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work


def show(visit: Visit) -> Page:
    """All pieces of work of the user."""
    works = visit.office.works
    all_ = works.all(visit.user)
    unsaved = {each.id for each in all_ if works.unsaved(each)}
    given = {"works": all_, "unsaved_works": unsaved, "to_review": reviewing.waiting(visit)}
    return Page("home.html", "写稿台", given, step="put")


def drop(visit: Visit, work: Work) -> Response:
    """Throw one away that was not handed in."""
    if not work.handed_in:
        visit.office.end(work)
    return redirect("/", 303)
