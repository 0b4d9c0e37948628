"""办事指南: a service with its policies and what explains them, 政策、解读、办事 on one page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.types.service import Material, Service
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.records.views.named import policies

if TYPE_CHECKING:
    from gongkai.render.site import Site

#: fields with a part of the page of their own
_APART = {"办理依据", "申请条件", "基本流程", "相关政策"}


@dataclass
class ServiceView(common.RecordView):
    materials: list[tuple[Material, common.FileView | None]] = field(default_factory=list)
    policies: list[tuple[Policy, list[Interpretation]]] = field(default_factory=list)


def view(site: Site, record: Service) -> ServiceView:
    shared = common.base(site, record)
    shared.metadata = [row for row in metadata(site, record) if row[0] not in _APART]
    found = policies(site, record.documents)
    return ServiceView(
        **vars(shared),
        materials=[(each, _form(site, record, each)) for each in record.materials],
        policies=[(policy, site.register.interpretations_of(policy)) for policy in found],
    )


def _form(site: Site, record: Service, material: Material) -> common.FileView | None:
    return common.file_view(site, record, material.name, material.form) if material.form else None
