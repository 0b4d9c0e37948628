"""待办: what a unit has before it, to be looked at, printed and mailed."""

from __future__ import annotations

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from gongkai.common.paper.blocks import Bullets, Heading, Paper, Paragraph, Table
from gongkai.desk import mailing
from gongkai.desk.todo import Todo
from gongkai.desk.web.visit import Page, Visit
from gongkai.records.types.unit import Unit

_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
}


def show(visit: Visit) -> Page:
    """The list of the unit that was chosen."""
    checked = visit.office.judge.look(visit.office.options.settings.root, []).checked
    units = mailing.units(checked, None)
    unit = _unit(units, visit.request.args.get("unit", ""))
    paper = Todo(mailing.column_of(checked)).paper(unit) if unit else None
    given = {"units": units, "unit": unit, "blocks": _blocks(paper) if paper else []}
    return Page("todo.html", "待办", given)


def file(visit: Visit, kind: str) -> Response:
    """The same to be printed, or as the draft of a mail."""
    checked = visit.office.judge.look(visit.office.options.settings.root, []).checked
    unit = _unit(mailing.units(checked, None), visit.request.args.get("unit", ""))
    if unit is None or kind not in _KINDS:
        raise NotFound
    paper = Todo(mailing.column_of(checked)).paper(unit)
    response = Response(mailing.FORMATS[kind](paper), mimetype=_KINDS[kind])
    response.headers["Content-Disposition"] = f"attachment; filename={unit.slug}-daiban.{kind}"
    return response


def _unit(units: list[Unit], slug: str) -> Unit | None:
    return next((each for each in units if each.slug == slug), None)


def _blocks(paper: Paper) -> list[tuple[str, Heading | Paragraph | Bullets | Table]]:
    """Each with the name of what it is."""
    return [(type(each).__name__, each) for each in paper.blocks]
