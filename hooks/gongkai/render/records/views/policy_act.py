"""怎样用这份文件: the guide to apply by, the number to ask at, the answers, all from other records."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.column.passing import Stage
from gongkai.common.said_days import cn_date
from gongkai.records.fields.months import begins
from gongkai.records.types.policy import Policy
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.documents import BenefitState
from gongkai.records.vocabulary.units import PhoneUse, WayKind
from gongkai.render.frame.ways import Act, Door, column_telephone, doors, telephone
from gongkai.render.site import Site

_USES = (PhoneUse.BUSINESS, PhoneUse.DISCLOSURE)
_OVER = "申报已经截止。下一次什么时候可以申报，可以打电话问。"
#: more guides than these are found among what names the document
_SHOWN = 2


def act(site: Site, policy: Policy, questions: int, stage: Stage) -> Act | None:
    """What a document lets one do in a stage; after its end, or its term, nothing is applied for by it."""
    if policy.closed or policy.elsewhere:
        return None
    if not stage.open:
        return _ended(site, policy, stage)
    over = stage.applying is BenefitState.CLOSED
    guides = () if over else _guides(site, policy)
    lead = _OVER if over else _between(site, policy, stage)
    found = (*_applying(site, policy, stage), *guides, *_asking(site, policy, questions))
    return Act.of("怎样用这份文件", found, lead)


def _applying(site: Site, policy: Policy, stage: Stage) -> Iterator[Door]:
    """Where what it gives is applied for, while it can be; words without a place stand below."""
    if policy.benefit and stage.applying in (BenefitState.OPEN, BenefitState.ALWAYS):
        yield from (each for each in doors(site.facts, policy, policy.benefit.how) if each.href or each.shown)


def _between(site: Site, policy: Policy, stage: Stage) -> str:
    """When one may apply again, where that is only in some months."""
    if policy.benefit is None or stage.applying is not BenefitState.BETWEEN:
        return ""
    following = begins(policy.benefit.months, stage.begins or site.facts.register.today)
    ahead = f"，下一次从{cn_date(following)}开始" if following else ""
    return f"{policy.benefit.period}，现在不受理{ahead}。"


def _ended(site: Site, policy: Policy, stage: Stage) -> Act | None:
    """Where to go instead, and whom to ask."""
    follower = stage.standing.successor if stage.standing else None
    doors = [Door("看现行文件", site.links.href(policy.url, follower), follower.title)] if follower else []
    called = _called(site, policy)
    found = (*doors, *([called] if called else []))
    return Act.of("现在可以做什么", found, "这份文件不再有效，不能再按它申请。")


def _guides(site: Site, policy: Policy) -> Iterator[Door]:
    guides = [each for each in site.facts.register.mentions(policy) if isinstance(each, Service)]
    for each in guides[:_SHOWN]:
        title = f"：{each.title}" if guides[1:] else ""
        # a guide of one street may say of all where each goes
        place = each.places[0] if each.places else "、".join(each.units)
        notes = (f"交到{place}", f"办理时限：{each.time_limit}")
        yield Door(f"怎样申请{title}", site.links.href(policy.url, each), "", notes)


def _asking(site: Site, policy: Policy, questions: int) -> Iterator[Door]:
    """The number that the document itself gives for what it grants, before that of who issued it."""
    given = policy.benefit.contact if policy.benefit else ()
    own = tuple(each for each in given if each.channel is WayKind.PHONE)
    if found := doors(site.facts, policy, own):
        yield from found
    elif called := _called(site, policy):
        yield called
    if questions:
        yield Door(f"看 {questions} 条问答", "#wen-1", "")


def _called(site: Site, policy: Policy) -> Door | None:
    """Nobody is left without a number: where who issued it has none, the column's own."""
    units = site.facts.register.units_of(policy)
    return telephone(site.facts, units, *_USES) or column_telephone(site.facts)
