"""The whole page as readers will see it: made by the same code as the site, of a column not checked yet."""

from __future__ import annotations

from pathlib import Path

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from gongkai import render
from gongkai.desk.glimpse import UNCHECKED, Glimpse, seen_on, unpublished
from gongkai.desk.web.visit import Visit
from gongkai.desk.web.works import Work
from gongkai.gate import cleaning
from gongkai.records.base import ContentRecord
from gongkai.render.frame.assets import read_assets

_KINDS = {
    ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png",
    ".jpg": "image/jpeg", ".webp": "image/webp", ".pdf": "application/pdf",
}  # fmt: skip

#: what every page says that is seen from here
_NOTE = "这一批稿件公布以后的样子；现在还没有公布，公众看不到。"


def show(visit: Visit, work: Work, url: str) -> Response:
    """A page, or a file that a page needs; each is looked up by its whole address."""
    settings = visit.office.options.settings
    if url.startswith("assets/"):
        made = read_assets(settings.project / "overrides", settings.look.cleaned(cleaning.clean_picture))
        assets = {made.path(name): data for name, data in made.files}
        if url not in assets:
            raise NotFound
        return _file(assets[url], url)
    site = _site(visit, work)
    if url in site.facts.register.files:
        return _file((visit.root(work) / "content" / url).read_bytes(), url)
    try:
        page = _page(Glimpse(site), url)
    except UNCHECKED:
        page = None
    if page is None:
        raise NotFound("稿件还有必须改的地方，整页排不出来：先照提示改")
    return Response(page, mimetype="text/html")


def _page(glimpse: Glimpse, url: str) -> str | None:
    planned = glimpse.planned.get(url)
    return glimpse.framed(unpublished(planned.make(), _NOTE)) if planned else None


def _site(visit: Visit, work: Work) -> render.Site:
    """The column on the day on which the work is public; what is counted and exported is left out."""
    settings = visit.office.judge.settings(visit.root(work))
    register = visit.office.judge.register(settings.root)
    found = [each for each in register.records if isinstance(each, ContentRecord)]
    days = [each.published for each in found if each.source.path in work.records]
    return seen_on(settings, register.on(max([settings.today, *days])))


def _file(data: bytes, name: str) -> Response:
    response = Response(data, mimetype=_KINDS.get(Path(name).suffix, "application/octet-stream"))
    response.headers["Cache-Control"] = "private, max-age=300"
    return response
