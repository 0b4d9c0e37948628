"""这次改动: what the work changes for readers, on the last step's page and for whoever reviews it."""

from __future__ import annotations

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from gongkai.desk import change
from gongkai.desk.change import Changed
from gongkai.desk.web import trees
from gongkai.desk.web.judging import Judged
from gongkai.desk.web.reviewing import earlier
from gongkai.desk.web.visit import Visit
from gongkai.desk.web.works import Work, keep

_KEPT = "change.md"


def changed(visit: Visit, work: Work, judged: Judged) -> Changed:
    """The work against what it began from, on the day on which it is public."""
    commit, after = earlier.begun(visit, work), judged.public
    before = visit.office.judge.before(visit.root(work), commit, after.register.today)
    return change.compare(commit[:8], before, after)


def keep_report(visit: Visit, work: Work) -> str:
    """The report as it is handed in with the work."""
    judged = visit.office.judge.look(visit.root(work), work.judged)
    work.base = trees.begun(visit.office.works.tree(work), visit.office.options.hand_in.target)
    text = change.as_markdown(changed(visit, work, judged), visit.root(work))
    keep(visit.office.works.folder(work) / _KEPT, text.encode())
    return text


def show(visit: Visit, work: Work) -> Response:
    """The report of a work that was handed in, as a file to send on."""
    file = visit.office.works.folder(work) / _KEPT
    if not file.is_file():
        raise NotFound
    response = Response(file.read_bytes(), mimetype="text/markdown")
    response.headers["Content-Disposition"] = "attachment; filename=change.md"
    return response
