"""A sheet for each unit: what it owes and where it stands; one for each duty: who owes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.norms import CellState, Joining
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.owed.words import (
    CHIPS,
    NORM,
    OWES,
    TITLE,
    URL,
    Row,
    ended,
    kept,
    missing,
    rows_of_norm,
    rows_of_unit,
    unit_url,
)
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View

#: (id, words, the states that stand under them), in the order of the page
_PARTS: tuple[tuple[str, str, frozenset[CellState]], ...] = (
    ("quede", "缺的", frozenset((CellState.OVERDUE, CellState.BLANK))),
    ("kuaidaoqi", "快到期的", frozenset((CellState.DUE_SOON,))),
    ("yigongkai", "已公开的", frozenset((CellState.DONE,))),
    ("weidaoqi", "还没有到期的", frozenset((CellState.DUE_LATER,))),
    ("weihe", "未核的：看不出承不承担，或者看不出是不是都按时公开", frozenset((CellState.UNKNOWN,))),
    ("buchengdan", "不适用的", frozenset((CellState.NOT_OWED,))),
)


@dataclass(frozen=True, kw_only=True)
class UnitView(View):
    """A unit and all it owes, what is missing first."""

    TEMPLATE = "lists/owed-unit.html"

    crumbs: Crumbs
    title: str
    unit: Unit
    kept: int
    owed: int
    missing: int
    #: (id, words, rows)
    parts: list[tuple[str, str, list[Row]]]
    calendar: str | None


@dataclass(frozen=True, kw_only=True)
class NormView(View):
    """A duty in its own words, and every unit that owes it."""

    TEMPLATE = "lists/owed-norm.html"

    crumbs: Crumbs
    title: str
    norm: DutyNorm
    ended: bool
    coming: bool
    #: (label, words) of what it says
    told: list[tuple[str, str]]
    #: (kind of chip, word) of a duty that several units keep together
    joint: tuple[str, str] | None
    kept: int
    owed: int
    parts: list[tuple[str, str, list[Row]]]
    #: the other rows of the same matter
    beside: list[tuple[str, str]]


def unit_page(site: Site, unit: Unit) -> Page:
    url, title = unit_url(unit), f"{unit.name}：{OWES}"
    marks = site.facts.law.matrix.of_unit(unit)
    calendar = site.facts.made.calendars.of_duties.get(unit.slug)
    view = UnitView(
        crumbs=[*site.links.crumbs(url, (TITLE, URL)), (unit.label, None)],
        title=title,
        unit=unit,
        **_kept(kept(marks)),
        missing=len(missing(marks)),
        parts=_parts(rows_of_unit(site, url, marks)),
        calendar=site.links.href(url, calendar.path) if calendar else None,
    )
    described = f"{unit.name}应当公开的事项：缺的、快到期的、已公开的"
    head = list_head(site.facts, url, title, [], description=described)
    content = site.templates.filled(view, url)
    return Page(url, "columns", title_of(site.links, title), head, content, "owed-unit")


def norm_page(site: Site, norm: DutyNorm) -> Page:
    url, matrix = norm.place, site.facts.law.matrix
    marks, joint = matrix.of_norm(norm), matrix.joint_state(norm)
    same = [each for each in matrix.norms if each is not norm and each.matter and each.matter == norm.matter]
    view = NormView(
        crumbs=[*site.links.crumbs(url, (TITLE, URL)), (norm.label, None)],
        title=norm.title,
        norm=norm,
        ended=ended(matrix, norm),
        coming=norm.valid_from is not None and norm.valid_from > matrix.today,
        told=[(label, words) for label, find in _SAYS if (words := find(norm))],
        joint=(CHIPS[joint], joint.value) if joint else None,
        **_kept(kept(marks)),
        parts=_parts(rows_of_norm(site, url, marks)),
        beside=[(each.title, site.links.href(url, each.place)) for each in same],
    )
    head = list_head(site.facts, url, norm.title, [], description=f"哪些单位应当公开{norm.title}，公开了没有")
    content = site.templates.filled(view, url)
    return Page(url, "columns", title_of(site.links, f"{norm.title}：{NORM}"), head, content, "owed-norm")


def _kept(numbers: tuple[int, int]) -> dict[str, int]:
    return {"kept": numbers[0], "owed": numbers[1]}


def _parts(rows: list[Row]) -> list[tuple[str, str, list[Row]]]:
    found = [(key, words, [row for row in rows if row.cell.state in states]) for key, words, states in _PARTS]
    return [part for part in found if part[2]]


def _who(norm: DutyNorm) -> str:
    by = norm.owed_by
    said = [
        "、".join(by.kinds) if by.kinds else "",
        f"权责清单里有{'、'.join(by.powers)}的" if by.powers else "",
        f"有{by.cause}的" if by.cause else "",
        f"承担{by.task}职能的" if by.task else "",
        "、".join(by.names) if by.names else "",
        "" if by.joining is Joining.EACH else f"{by.joining}负责",
    ]
    return "，".join(filter(None, said))


def _proved(norm: DutyNorm) -> str:
    checked = [f"{name}：{each}" for name, each in norm.checked.items()]
    origins = [f"{name}来自{each}" for name, each in norm.origins.items()]
    return "；".join("、".join(each) for each in (origins, checked) if each)


_SAYS: tuple[tuple[str, Callable[[DutyNorm], str]], ...] = (
    ("编号", lambda norm: norm.number),
    ("哪一级的要求", lambda norm: norm.level),
    ("谁公开", _who),
    ("多久一次", lambda norm: norm.cycle.value),
    ("最迟什么时候", lambda norm: norm.limit.told),
    ("什么算公开了", lambda norm: norm.evidence.told),
    ("依据", lambda norm: norm.basis),
    ("出处和核对", _proved),
)
