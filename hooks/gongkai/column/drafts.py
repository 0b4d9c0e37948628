"""From draft to law: which policy came of a consultation's draft, where both are texts in articles."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from gongkai.column.register import Register
from gongkai.common.asking import question
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision
from gongkai.records.types.policy import Policy

#: pages, addresses and links ask for the same
_known: WeakKeyDictionary[Register, dict[str, Policy]] = WeakKeyDictionary()
#: the step of the address below the consultation's own
STEP = "duizhao/"


def address(consultation: Consultation) -> str:
    """The address of the page that shows draft and final text side by side."""
    return f"{consultation.url}{STEP}"


@question
def finals(register: Register) -> dict[str, Policy]:
    """The id of each consultation whose draft can be compared → the policy that came of it."""
    if register not in _known:
        found = {each.id: final_of(register, each) for each in register.public(Consultation)}
        _known[register] = {name: policy for name, policy in found.items() if policy}
    return _known[register]


@question
def final_of(register: Register, consultation: Consultation) -> Policy | None:
    """The first policy with articles that came of it; None where its draft has none, or readers lack one."""
    named = (each for each in came_of(register, consultation) if _seen(register, each) and not each.closed)
    policy = next((each for each in named if each.document.governing.articles), None)
    if policy is None or not _seen(register, consultation) or consultation.drafted is None:
        return None
    return policy


@question
def came_of(register: Register, consultation: Consultation) -> Iterator[Policy]:
    """The policies that it names, then those of the decisions that it names and that name it."""
    matters = [*map(register.record, consultation.decisions), *register.mentions(consultation)]
    decisions = [each for each in matters if isinstance(each, Decision) and _seen(register, each)]
    names = [*consultation.documents, *(name for each in decisions for name in each.documents)]
    found = filter(None, map(register.policy, names))
    yield from {each.id: each for each in found}.values()


@question
def consulted_on(register: Register, policy: Policy) -> list[Consultation]:
    """The consultations on whose pages its text stands beside their drafts, oldest first."""
    known = finals(register)
    found = (each for each in register.public(Consultation) if each.id in known)
    ours = [each for each in found if known[each.id].id == policy.id]
    return sorted(ours, key=lambda each: (each.opens_on, each.id))


def _seen(register: Register, record: ContentRecord) -> bool:
    return record.is_public(register.today) and record.url not in register.gone
