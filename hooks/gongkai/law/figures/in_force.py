"""规范性文件现行有效数: the normative documents in force on the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.records.types.policy import Policy

ABOUT = About(
    name="现行有效规范性文件",
    order=140,
    kind=Kind.STOCK,
    measure="件",
    among="本栏目公布的规范性文件",
    counted="到期末那天现行有效的（含已修改和部分废止的）",
    dated="从施行日期起，到废止的前一天或者有效的最后一天止",
    note="过去各年照现在登记的施行、废止和失效日期推算。没有写施行日期的，从发布日期起算。",
    to_date=True,
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each normative document that has come into force, with the day it ended."""
    for policy in context.register.policies:
        if policy.normative and not policy.elsewhere and policy.in_force_from <= context.today:
            end = _end(context, policy)
            note = policy.begun + (f"，{end} 起不再有效" if end else "")
            yield Case(
                policy,
                policy.in_force_from,
                counted=1,
                units=context.units_of(policy),
                note=note,
                until=end,
            )


def _end(context: Context, policy: Policy) -> dt.date | None:
    standing = context.register.standing(policy)
    return standing.since if standing.ended else None
