"""找、改、新写: any record of the column is found and changed, one of any type is begun."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import beginning, undo
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work, keep
from gongkai.records.description import ordered_types

_MOST = 60


class Found(NamedTuple):
    """A file of the column: what kind it is, what its first record is called, and what can be done with
    it once it is public, in words.
    """

    path: str
    label: str
    name: str
    acts: tuple[str, ...] = ()


def show(visit: Visit) -> Page:
    """What was found, and the types that can be begun."""
    asked, kind = visit.request.args.get("q", "").strip(), visit.request.args.get("type", "")
    register = _register(visit)
    found = list(_found(register, asked, kind)) if asked or kind else []
    given = {
        "asked": asked,
        "kind": kind,
        "found": found[:_MOST],
        "more": max(0, len(found) - _MOST),
        "types": ordered_types(),
        "units": sorted((unit.slug, unit.name) for unit in register.units),
        "by_unit": "、".join(each.LABEL for each in ordered_types() if "{unit}" in each.PATH),
    }
    return Page("find.html", "找、改、新写", given)


def change(visit: Visit) -> Response:
    """Begin to change a file of the column, which is looked up by its whole path."""
    path = visit.field("path")
    found = next((each for each in _found(_register(visit), "", "") if each.path == path), None)
    if found is None:
        raise NotFound("没有这份稿件")
    return _begin(visit, path, found.name, "")


def begin(visit: Visit) -> Response:
    """Begin a new file of a type."""
    kind = next((each for each in ordered_types() if visit.field("type") == each.TYPE), None)
    name, unit = visit.field("name"), visit.field("unit")
    if kind is None or not name:
        raise EnvironmentProblem("先选写哪一种，再写名称")
    register = _register(visit)
    if "{unit}" in kind.PATH and unit not in {each.slug for each in register.units}:
        raise EnvironmentProblem(f"{kind.LABEL}要选是哪个单位的")
    path = beginning.place(register, visit.office.options.settings.root, kind, name, unit)
    known = {each.path: each for each in _found(register, "", kind.TYPE)}
    return _begin(
        visit, path, name, "" if path in known else beginning.named(kind, name, _named(register, unit))
    )


def _begin(visit: Visit, path: str, name: str, text: str) -> Response:
    work = visit.office.begin(visit.user)
    work.title, work.written = name, [path]
    visit.office.works.save(work)
    file = visit.root(work) / path
    if text:
        file.parent.mkdir(parents=True, exist_ok=True)
        keep(file, text.encode())
    return redirect(f"/work/{work.id}/form/0", 303)


def _named(register: Register, slug: str) -> str:
    """The name of the unit that was chosen."""
    return next((each.name for each in register.units if each.slug == slug), "")


def others(visit: Visit, work: Work) -> list[str]:
    """Who has a file of this work before them in another, in words: somebody else, or its own clerk."""
    mine = set(work.written)
    found = visit.office.works.all()
    begun = [each for each in found if each.id != work.id and not each.handed_in]
    users = sorted({each.user for each in begun if mine & {*each.written}})
    return [each if each != work.user else "您自己的另一份稿件" for each in users]


def _register(visit: Visit) -> Register:
    return visit.office.judge.register(visit.office.options.settings.root)


def _found(register: Register, asked: str, kind: str) -> Iterator[Found]:
    """Files whose records are called so, or whose path holds it, in order."""
    seen: set[str] = set()
    public = {each.id for each in (*register.all, *register.units)}
    for record in register.records:
        path = record.source.path
        if path in seen or (kind and kind != record.TYPE):
            continue
        name = f"{getattr(record, 'name', '') or path}"
        if asked in name or asked in path:
            seen.add(path)
            acts = undo.fitting(record) if record.id in public else ()
            yield Found(path, record.LABEL, name, tuple(undo.ACTS[act].words for act in acts))
