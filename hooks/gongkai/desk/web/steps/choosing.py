"""两段选一段: both texts of every place that was changed twice, by two people or by one and the import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.desk.web import merging, renewing
from gongkai.desk.web.handing import Clash
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work


class Said(NamedTuple):
    """The words of a page on which texts are chosen."""

    title: str
    intro: str
    base: str
    mine: str
    theirs: str
    button: str
    address: str
    step: str


PERSON = Said(
    "另一个人也改了",
    "您写的时候，另一个人也改了同一处。两个人写的都在下面，每处选一个；",
    "原来", "用我写的", "用另一个人写的", "照选的交", "settle", "hand-in",
)  # fmt: skip
ANSWERS = Said(
    "您改过的和新的回答不一样",
    "您读进来以后改过这几处，新的回答要把它们换掉。两样都在下面，每处选一个；别处您改的都留着。",
    "读进来的", "留着我改的", "用新的回答", "照选的存", "again", "questions",
)  # fmt: skip


def again(visit: Visit, work: Work) -> Page | Response:
    """What new answers would overwrite."""
    found = renewing.open_(visit.office.works.folder(work))
    return page(found, ANSWERS, 200, work) if found else redirect(f"/work/{work.id}/", 303)


def chose(visit: Visit, work: Work) -> Page | Response:
    """Write what was chosen at each place."""
    folder = visit.office.works.folder(work)
    found = renewing.open_(folder)
    texts = chosen(visit, found)
    if texts is None:
        return page(found, ANSWERS, 422, work)
    renewing.settle(folder, visit.root(work), texts)
    return redirect(f"/work/{work.id}/", 303)


def page(found: Sequence[Clash], said: Said, status: int, work: Work) -> Page:
    """Every place of these files, to be chosen."""
    given = {"files": [merging.parts(each) for each in found], "said": said}
    return Page("clash.html", said.title, given, status, work, said.step)


def chosen(visit: Visit, found: Sequence[Clash]) -> dict[str, str] | None:
    """The text of each file as it was chosen; None while a place is open."""
    settled: dict[str, str] = {}
    for number, each in enumerate(found):
        text = merging.settled(each, dict(_choices(visit, number)))
        if text is None:
            return None
        settled[each.path] = text
    return settled


def _choices(visit: Visit, file: int) -> Iterator[tuple[int, str]]:
    """(place, choice) of a file."""
    for name, choice in visit.request.form.items():
        number, _, at = name.partition("-")
        if number == f"{file}" and at.isdecimal():
            yield int(at), choice
