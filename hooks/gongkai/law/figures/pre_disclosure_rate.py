"""预公开率: of the normative documents, how many were put before the public as a draft first."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.column.matters import asked_about
from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.policy import Policy

ABOUT = About(
    name="规范性文件预公开率",
    order=70,
    kind=Kind.SHARE,
    measure="件",
    among="本栏目公布的、主动公开的规范性文件",
    counted="成文以前在本栏目公开征集过意见的（征集的“形成的文件”写明这件文件，或者征集的就是形成这件文件的决策事项）",
    dated="文件的发布日期",
    note="目标是比上一年的比率提升20%：按上一年的比率乘以1.2算，超过100%的按100%算；上一年算不出比率或者为0的，不比。",
    other="没有预公开",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each normative document open to all."""
    for policy in context.register.policies:
        if policy.normative and policy.disclosure.slug == "active":
            asked = _before(context, policy)
            yield Case(
                policy,
                policy.published_on,
                counted=int(asked is not None),
                units=context.units_of(policy),
                note=f"{asked.opens_on} 起征集意见" if asked else "成文以前没有在本栏目征集意见",
            )


def _before(context: Context, policy: Policy) -> Consultation | None:
    """The first public consultation that led to a policy and began before it was made."""
    led = asked_about(context.register, policy)
    early = [each for each in led if each.opens_on < policy.made_on]
    return min(early, key=lambda each: (each.opens_on, each.id), default=None)
