"""政策状态须与日期和关系一致。

看什么：政策里写明的“状态”，和由施行、失效、废止日期以及修改、废止、替代关系得出的状态；
快到期的规范性文件。
怎样算错：两者不一样，例如写了“废止”却没有废止的文件或日期；写的时候是对的，日子到了才不一样的，
例如已过失效日期的还写“有效”，只警告。有效期快满的只提示。
怎样改：状态由日期和关系自动得出，可以把“状态”一行删去；要改状态，写日期和关系。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register, Standing
from gongkai.common.problems import Level, Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import DAY, Standard
from gongkai.records.vocabulary.documents import Status


def _effective(day: str, status: str = "有效") -> Files:
    return a_policy(状态=status, 施行日期=day)


def _ends(day: str, status: str | None = None) -> Files:
    return a_policy(状态=status, 施行日期="2026-11-05", 失效日期=day)


EXAMPLE = Example(
    good={**CLEAN, **a_policy(状态="尚未施行")},
    bad=a_policy(状态="有效"),
    message="写的状态是“有效”，由日期和关系得出的是“尚未施行”",
    edges=(
        Edge("由日期和关系得出的是“有效”", last="2026-11-30", first="2026-12-01"),
        Edge(
            "有效期到 2027-02-28 为止",
            _ends("2027-02-28"),
            _ends("2027-02-28"),
            last="2026-11-29",
            first="2026-11-30",
        ),
        Edge(
            "得出的是“失效”",
            _ends("2027-02-28", "有效"),
            _ends("2027-02-28", "有效"),
            last="2027-02-28",
            first="2027-03-01",
        ),
        # right on the day before and never changed since: a warning; wrong from the first day on: an error
        Edge("写的状态是“有效”", _effective("2026-11-05"), _effective("2026-11-22"), level=Level.ERROR),
        Edge(
            "写的状态是“尚未施行”",
            _effective("2026-11-06", "尚未施行"),
            _effective("2026-11-05", "尚未施行"),
            level=Level.ERROR,
        ),
    ),
)
PARAMETERS = {"临期天数": as_count}
ACTING = ("修改", "废止", "部分废止", "替代")


def scope(register: Register) -> Iterable[Record]:
    return register.policies


def turns(register: Register, rule: Standard) -> Iterable[dt.date]:
    before = dt.timedelta(days=rule.number("临期天数"))
    return (each.expires_on - before for each in register.everything(Policy) if each.expires_on)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    changed_by_broken = _changed_by_broken(register)
    soon = register.today + dt.timedelta(days=rule.number("临期天数"))
    for policy in register.policies:
        standing = register.standing(policy)
        written = policy.written_status
        if written is not None and written is not standing.status and policy.id not in changed_by_broken:
            message = f"写的状态是“{written}”，由日期和关系得出的是“{standing.status}”{_why(standing)}"
            level = Level.WARNING if written in _earlier(register, policy) else None
            yield rule.problem(policy, "状态", message, _fix(written), level)
        if policy.normative and policy.expires_on and standing.in_force and policy.expires_on <= soon:
            message = f"规范性文件有效期到 {policy.expires_on} 为止"
            fix = "到期前评估：继续执行的重新公布，不再执行的到期自动标为失效"
            yield rule.problem(policy, "失效日期", message, fix, Level.NOTICE)


def _earlier(register: Register, policy: Policy) -> set[Status]:
    """What was right to write on an earlier day: time alone has made it wrong."""
    turned = (policy.in_force_from, policy.ended_from, policy.repealed_on)
    days = {link.date for link in register.relations(policy)} | {day for day in turned if day}
    before = {min(day - DAY, register.today) for day in days}
    return {register.standing_on(policy, day).status for day in before if day >= policy.published_on}


def _why(standing: Standing) -> str:
    cause = in_marks(standing.basis.title) if standing.basis else standing.basis_text or ""
    since = f"{standing.since} 起" if standing.since else ""
    return f"（{since}{'，' if since and cause else ''}{cause}）" if since or cause else ""


def _fix(written: Status) -> str:
    if written is Status.REPEALED:
        return "在废止它的文件里写“废止”；由本栏目以外的文件废止的，写“废止日期”和“废止依据”"
    if written in {Status.AMENDED, Status.PARTLY_REPEALED}:
        return "在修改它的文件里写“修改”或“部分废止”；没有这样的文件就删去“状态”一行"
    return "删去“状态”一行，由日期和关系得出；日期写错的改正日期"


def _changed_by_broken(register: Register) -> set[str]:
    """The policies that a faulty policy acts on: their status is not known until it is mended."""
    found: set[str] = set()
    for broken in register.broken:
        if broken.record_type is Policy:
            for key in ACTING:
                written = broken.data.get(key, [])
                for each in written if isinstance(written, list) else [written]:
                    name = each.get("文件") if isinstance(each, dict) else each
                    if isinstance(name, str):
                        found.update(policy.id for policy in register.policy_names.all(name))
    return found
