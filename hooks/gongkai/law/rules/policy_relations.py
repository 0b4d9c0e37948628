"""文件之间的关系。

看什么：政策的“修改”“废止”“部分废止”“替代”“配套”，以及“废止日期”和“废止依据”。
怎样算错：对方找不到、不止一件、就是自己、写了两遍、还没有公布；先成文的改了后成文的；
几件文件互相废止、替代、修改成了环；对同一件文件既修改又废止、替代；只有废止日期没有废止依据，或反过来。
怎样改：照原件核对关系写在哪一件、指向哪一件；后成文的文件写它改了谁。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register, relations_as_written
from gongkai.common.problems import At, Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, OLD_POLICY, Edge, Example, Files, a_policy
from gongkai.law.shared.cycles import cycles
from gongkai.law.shared.names import hidden_reference, policy_reference
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard


def _amending(day: str) -> Files:
    """The older document is made on a day near the one that repeals it."""
    written = a_policy("jiu", 发文字号="示民发〔2020〕5号", 是否规范性文件="否", 成文日期=day)
    return {**written, **a_policy(废止="[jiu]")}


def _acting(**relations: str) -> Files:
    return {**OLD_POLICY, **a_policy(**relations)}


def _published(day: str) -> Files:
    return a_policy(
        "jiu", 发文字号="示民发〔2020〕5号", 是否规范性文件="否", 成文日期="2020-05-06", 发布日期=day
    )


EXAMPLE = Example(
    good={**CLEAN, **OLD_POLICY, **a_policy(废止="[jiu]")},
    bad=a_policy(废止="[jiude]"),
    message="“废止”所指的“jiude”在本栏目里找不到",
    edges=(
        Edge("2026-11-03 成文，晚于本文件的", _amending("2026-11-02"), _amending("2026-11-03")),
        # what is ended has nothing left to amend; to end one and amend another is usual
        Edge("既写了“修改”，又写了“废止”", _acting(废止="[jiu]"), _acting(废止="[jiu]", 修改="[jiu]")),
        Edge("既写了“修改”，又写了“替代”", _acting(替代="[jiu]"), _acting(替代="[jiu]", 修改="[jiu]")),
        Edge(
            "既写了“部分废止”，又写了“废止”",
            _acting(部分废止="[jiu]"),
            _acting(部分废止="[jiu]", 废止="[jiu]"),
        ),
        Edge("要到 2026-11-22 才公布", _published("2026-11-21"), _published("2026-11-22")),
    ),
)
#: kinds by which a document changes an earlier one; they never go round in a circle
ENDING, CHANGING = ("废止", "替代"), ("修改", "部分废止")
ACTING = {*ENDING, *CHANGING}


def scope(register: Register) -> Iterable[Record]:
    return (
        policy
        for policy in register.everything(Policy)
        if policy.repealed_on or policy.repealed_by or any(relations_as_written(policy))
    )


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    changes: dict[str, list[str]] = {}
    for policy in register.everything(Policy):
        yield from _relations(register, rule, policy)
        yield from _repeal(rule, policy)
        for kind, _, relation in relations_as_written(policy):
            other = register.policy(relation.document) if kind in ACTING else None
            if other is not None and other is not policy:
                changes.setdefault(policy.id, []).append(other.id)
    yield from _cycles(register, rule, changes)


def _relations(register: Register, rule: Standard, policy: Policy) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    written = ((kind, register.policy(each.document)) for kind, _, each in relations_as_written(policy))
    ends = {(kind, other.id) for kind, other in written if other and kind in ENDING}
    for kind, place, relation in relations_as_written(policy):
        at: At = (kind, place, "文件")
        what = f"“{kind}”所指的"
        yield from policy_reference(register, rule, policy, at, relation.document, what)
        yield from hidden_reference(register, rule, policy, at, relation.document, what)
        other = register.policy(relation.document)
        if other is None:
            continue
        if other is policy:
            yield rule.problem(policy, at, f"“{kind}”写的是本文件自己", "改成所指的另一件文件，或删去")
        elif kind in ACTING and other.made_on > policy.made_on:
            message = f"{what}{in_marks(other.title)}{other.made_on} 成文，晚于本文件的 {policy.made_on}"
            yield rule.problem(policy, at, message, "关系写在后成文的那一件里；日期写错的改正")
        if (kind, other.id) in seen:
            yield rule.problem(policy, at, f"“{kind}”里{in_marks(other.title)}写了两遍", "删去重复的一行")
        seen.add((kind, other.id))
        if kind in CHANGING and (ended := [each for each in ENDING if (each, other.id) in ends]):
            both = f"对{in_marks(other.title)}既写了“{kind}”，又写了“{ended[0]}”"
            yield rule.problem(policy, at, f"{both}：不再有效的没有可以改的", "照原件留一种")


def _repeal(rule: Standard, policy: Policy) -> Iterator[Problem]:
    if policy.repealed_on and not policy.repealed_by:
        fix = "加上一行 废止依据: 作出废止决定的文件名称和文号"
        yield rule.problem(policy, "废止日期", "写了“废止日期”，没有“废止依据”", fix)
    if policy.repealed_by and not policy.repealed_on:
        yield rule.problem(
            policy, "废止依据", "写了“废止依据”，没有“废止日期”", "加上一行 废止日期: 2026-01-01"
        )


def _cycles(register: Register, rule: Standard, changes: dict[str, list[str]]) -> Iterator[Problem]:
    by_id = {policy.id: policy for policy in register.everything(Policy)}
    for cycle in cycles(changes):
        first, second = by_id[cycle[0]], cycle[1 % len(cycle)]
        at: At = next(
            (kind, place, "文件")
            for kind, place, relation in relations_as_written(first)
            if kind in ACTING and (other := register.policy(relation.document)) and other.id == second
        )
        names = " → ".join(in_marks(by_id[each].title) for each in (*cycle, cycle[0]))
        paths = "、".join(by_id[each].source.path for each in cycle)
        message = f"文件之间的修改、废止、替代关系成了环：{names}（{paths}）"
        yield rule.problem(first, at, message, "照原件核对，去掉写反的一条")
