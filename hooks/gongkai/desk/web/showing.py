"""Pages of the desk → HTML, in the column's own look."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from werkzeug.wrappers import Response

from gongkai.desk.web import wording
from gongkai.desk.web.options import Options
from gongkai.desk.web.visit import Page, Visit

_PAGES = Path(__file__).parent / "pages"
STEPS = (("put", "放进 Word"), ("questions", "答几个问题"), ("pair", "看两件、改"), ("hand-in", "交审"))


class Showing:
    """Fills the templates."""

    def __init__(self, options: Options) -> None:
        self._column = options.settings.column
        self._pages = Environment(
            loader=FileSystemLoader(_PAGES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def page(self, page: Page, visit: Visit) -> Response:
        """A page of a user."""
        text = self._pages.get_template(page.template).render(
            page.given,
            title=page.title,
            user=visit.user,
            token=visit.token,
            column=self._column,
            work=page.work,
            step=page.step,
            steps=STEPS,
            unsaved=self._unsaved(page, visit),
        )
        return Response(text, page.status, mimetype="text/html")

    def _unsaved(self, page: Page, visit: Visit) -> list[tuple[str, str]]:
        """(kind of record, its form) of what was typed into a form and not saved; the form itself says so."""
        work = page.work
        if work is None or "kept" in page.given:
            return []
        asked = visit.office.works.unsaved(work)
        return [(wording.label(work.records[at]), f"/work/{work.id}/form/{at}") for at in asked]

    def plain(self, why: str, status: int, user: str) -> Response:
        """Why nothing is shown."""
        text = self._pages.get_template("error.html").render(
            title="打不开",
            why=why,
            user=user,
            column=self._column,
            work=None,
            step="",
            steps=STEPS,
            unsaved=[],
        )
        return Response(text, status, mimetype="text/html")
