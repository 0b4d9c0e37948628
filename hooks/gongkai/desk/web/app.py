"""Requests → pages: who may ask, what is asked of whom, and what every answer says of itself."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from gongkai.common.problems import EnvironmentProblem, told
from gongkai.desk import word
from gongkai.desk.intake import datasets
from gongkai.desk.intake.importing import Stopped
from gongkai.desk.web import safety, trees
from gongkai.desk.web.office import Office
from gongkai.desk.web.options import Options
from gongkai.desk.web.showing import Showing
from gongkai.desk.web.steps import (
    about,
    attaching,
    choosing,
    finding,
    forms,
    handing_in,
    home,
    pair,
    putting,
    questions,
    reviewing,
    seen,
    todo,
    undoing,
)
from gongkai.desk.web.steps import (
    told as changes,
)
from gongkai.desk.web.visit import Page, Visit

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

Answer = Callable[..., Page | Response]
#: address → what answers; of a piece of work where it begins with one
_PAGES: dict[str, Answer] = {
    "/": home.show,
    "/static/<name>": about.static,
    "/find": finding.show,
    "/undo": undoing.show,
    "/todo": todo.show,
    "/todo.<kind>": todo.file,
    "/work/<work>/form/<int:at>": forms.show,
    "/work/<work>/": pair.show,
    "/work/<work>/questions": questions.show,
    "/work/<work>/again": choosing.again,
    "/work/<work>/hand-in": handing_in.show,
    "/work/<work>/change.md": changes.show,
    "/work/<work>/seen/<path:url>": seen.show,
    "/review/<reviewed>/": reviewing.show,
    "/review/<work>/seen/<path:url>": seen.show,
}
_DEEDS: dict[str, Answer] = {
    "/put": putting.put,
    "/change": finding.change,
    "/begin": finding.begin,
    "/undo": undoing.act,
    "/work/<work>/form/<int:at>": forms.save,
    "/work/<work>/form/<int:at>/typed": forms.typed,
    "/work/<work>/questions": questions.answer,
    "/work/<work>/again": choosing.chose,
    "/work/<work>/hand-in": handing_in.hand_in,
    "/work/<work>/mend": pair.mend,
    "/work/<work>/attach/<int:at>": attaching.attach,
    "/work/<work>/settle": handing_in.settle,
    "/work/<work>/drop": home.drop,
    "/review/<reviewed>/pass": reviewing.passed,
    "/review/<reviewed>/return": reviewing.give_back,
}
_MOST_PARTS, _MOST_FIELDS = 400, 4 * 1024 * 1024
#: the only page whose library writes styles while it runs
_STYLED = "/form/"


class Desk:
    """The desk as a WSGI application."""

    def __init__(self, options: Options) -> None:
        self.office = Office(options)
        self.guard = safety.Guard(options)
        self._showing = Showing(options)
        self._lock = threading.Lock()
        rules = [Rule(each, endpoint=what, methods=["GET"]) for each, what in _PAGES.items()]
        rules += [Rule(each, endpoint=what, methods=["POST"]) for each, what in _DEEDS.items()]
        self._map = Map(rules)

    def __call__(self, asked: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        request = Request(asked)
        request.max_content_length = self.office.options.most
        request.max_form_parts, request.max_form_memory_size = _MOST_PARTS, _MOST_FIELDS
        response = self._answered(request)
        safety.headers(response, styles=_STYLED in request.path)
        return response(asked, start_response)

    def _answered(self, request: Request) -> Response:
        user = ""
        try:
            if request.method == "GET" and self.guard.opened(request):
                response = redirect("/", 303)
                self.guard.let_in(response)
                return response
            user = self.guard.user(request)
            endpoint, words = self._map.bind(request.host).match(request.path, request.method)
            if request.method == "POST":
                self.guard.asked_by_us(request, user)
            return self._made(endpoint, self._visit(request, user), dict(words))
        except HTTPException as error:
            return self._error(error, user)

    def _visit(self, request: Request, user: str) -> Visit:
        return Visit(request, user, self.guard.token(user), self.office)

    def _made(self, endpoint: Answer, visit: Visit, words: dict[str, Any]) -> Response:
        """One at a time: two steps at once would write into the same files."""
        try:
            with self._lock:
                self._looked_up(visit, words)
                page = endpoint(visit, **words)
            return page if isinstance(page, Response) else self._showing.page(page, visit)
        except Stopped as error:
            given = {"name": error.name, "found": error.told, "program": "Word"}
            page = Page("refused.html", "先在 Word 里处理", given, 422)
        except datasets.Faulty as error:
            given = {"name": error.name, "found": error.told, "program": "Excel"}
            page = Page("refused.html", "先在 Excel 里处理", given, 422)
        except trees.Failed as error:
            why = f"这一步没有做成，写的都还在。请把这句话告诉管网站的同事：{told(str(error))}"
            page = Page("refused.html", "没有做成", {"why": why, "found": ()}, 500)
        except (word.Refused, EnvironmentProblem) as error:
            page = Page("refused.html", "没有读成", {"why": told(str(error)), "found": ()}, 422)
        return self._showing.page(page, visit)

    def _looked_up(self, visit: Visit, words: dict[str, Any]) -> None:
        """Pieces of work for their numbers: one's own, or one that waits for who reviews."""
        works, reviewers = self.office.works, self.office.options.reviewers
        for name in [each for each in ("work", "reviewed") if each in words]:
            to_review = visit.request.path.startswith("/review/")
            words[name] = works.waiting(words[name]) if to_review else works.of(visit.user, words[name])
            if to_review and not reviewing.may(words[name], reviewers.person(visit.user)):
                raise NotFound("没有这份稿件")

    def _error(self, error: HTTPException, user: str) -> Response:
        if error.response is not None:
            return Response(status=error.response.status, headers=error.response.headers)
        said = {404: "没有这一页", 405: "没有这一页", 413: "文件太大：一次最多 40 MB"}
        why = said.get(error.code or 500, error.description or "")
        if isinstance(error, NotFound) and "稿件" in (error.description or ""):
            why = str(error.description)
        return self._showing.plain(why, error.code or 500, user)
