"""办事指南: a service with its policies and what explains them, 政策、解读、办事 on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.column.whereabouts import Whereabouts, counters, whereabouts
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.types.service import Material, Service, Stage
from gongkai.records.vocabulary.documents import Status
from gongkai.records.vocabulary.units import WayKind
from gongkai.render.frame.ways import Door, doors, telephone
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.records.views.named_policies import policies
from gongkai.render.records.views.step_links import steps
from gongkai.render.site import Site

SHOWS = Service

#: fields with a part of the page of their own
_APART = {"办理依据", "申请条件", "基本流程", "审查标准", "相关政策"}


@dataclass(frozen=True)
class Counter:
    """A unit to which one goes with an application, and its number where the guide names none."""

    place: Whereabouts
    phone: Door | None


@dataclass(frozen=True, kw_only=True)
class ServiceView(common.RecordView):
    """What to bring, and the policies behind a service with what explains them."""

    record: Service
    materials: list[tuple[Material, common.FileView | None]]
    #: with links to what they name
    steps: list[Markup]
    #: each stage of handling with the unit that does it
    stages: list[tuple[Stage, Markup]]
    #: where one asks how far it is
    results: list[Door]
    #: with their 状态 today, and what explains them
    policies: list[tuple[Policy, Status, list[Interpretation]]]
    #: the own page of each answer
    pages: list[str]
    #: where one goes: the receiving units that have an address or a number
    counters: list[Counter]


def view(site: Site, record: Service) -> ServiceView:
    found, register = policies(site.facts, record.documents), site.facts.register
    materials = [(each, _form(site, record, each)) for each in record.materials]
    return ServiceView(
        **common.base(site, record, [row for row in metadata(site, record) if row[0] not in _APART]),
        record=record,
        materials=materials,
        stages=[
            (each, common.unit_links(site, record.url, (each.unit,) if each.unit else record.units))
            for each in record.stages
        ],
        results=doors(site.facts, record, record.results),
        steps=steps(site, record, {each.name: form.href for each, form in materials if form}),
        policies=[
            (policy, register.standing(policy).status, register.interpretations_of(policy))
            for policy in found
        ],
        pages=common.answer_pages(site, record, record.url),
        counters=list(_counters(site, record)),
    )


def _counters(site: Site, record: Service) -> Iterator[Counter]:
    """A guide that names numbers of its own is not contradicted by those of its units."""
    register = site.facts.register
    given = any(each.number for each in record.contact if each.channel is WayKind.PHONE)
    for unit in counters(register, record):
        place, phone = whereabouts(register, unit), None if given else telephone(site.facts, [unit])
        if place.address or phone:
            yield Counter(place, phone)


def _form(site: Site, record: Service, material: Material) -> common.FileView | None:
    return common.file_view(site, record, material.name, material.form) if material.form else None
