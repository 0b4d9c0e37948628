"""Unit and year → the 规范性文件 it made, ended, and had in force at the end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.documents import Status
from gongkai.records.vocabulary.units import UnitKind

_ENDED = {Status.REPEALED, Status.EXPIRED}


@dataclass(frozen=True)
class Documents:
    """制发, 废止 (repealed or expired) in the year, 现行有效 on its last day."""

    made: tuple[Policy, ...]
    ended: tuple[Policy, ...]
    in_force: tuple[Policy, ...]


def documents_of(register: Register, unit: Unit, year: int) -> Documents:
    """The 规范性文件 a unit leads; those of the government are the whole district's."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    known = [
        policy
        for policy in register.policies
        if policy.normative and policy.published_on <= last and _leads(register, unit, policy)
    ]
    standings = [(policy, register.standing_on(policy, last)) for policy in known]
    return Documents(
        made=tuple(policy for policy in known if policy.made_on.year == year),
        ended=tuple(p for p, s in standings if s.status in _ENDED and s.since and s.since >= first),
        in_force=tuple(policy for policy, standing in standings if standing.in_force),
    )


def _leads(register: Register, unit: Unit, policy: Policy) -> bool:
    """A document of several units counts once, for the first it names."""
    return unit.kind.meant is UnitKind.GOVERNMENT or register.unit(policy.issuers[0]) is unit
