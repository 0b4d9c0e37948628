"""政策须有解读。

看什么：每一件已经公布的主动公开的政策，只要是规范性文件或政策性文件，在这条规则生效以后公布，
没有废止或失效。
怎样算错：没有已经公布的解读。写了“解读拟公布日期”的，在这一天以前不算错；
但这一天不得晚于发布日期后 3 个工作日，过了这一天就要有解读。
怎样改：在 content/interpretations/ 新建解读，“解读文件”写这件政策；确实不需要解读的，
在 data/waivers/ 写豁免，说明理由、批准人和有效期。
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.common.title_marks import in_marks
from gongkai.common.workdays import UnknownYear, Workdays, read_tables
from gongkai.law.duties.interpretation import held
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy, an_interpretation
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count, wrong
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Floor, Standard

_JIEDU = "content/interpretations/2026/dier-jiedu.md"


def _dier(day: str, **fields: str) -> Files:
    """A second policy of a day, without an interpretation."""
    return {
        _JIEDU: "",
        **a_policy("dier", 发文字号="示民发〔2026〕22号", 成文日期=day, 发布日期=day, **fields),
    }


def _old(day: str) -> Files:
    return _dier(day, 施行日期=day)


def _promised(by: str, day: str = "2026-11-05") -> Files:
    return _dier(day, 解读拟公布日期=by)


def _published(day: str) -> Files:
    return an_interpretation("dier-jiedu", 解读文件="[dier]", 发布日期=day)


EXAMPLE = Example(
    good={
        **CLEAN,
        **a_policy("dier", 发文字号="示民发〔2026〕22号"),
        **an_interpretation("dier-jiedu", 解读文件="[dier]"),
    },
    bad={_JIEDU: ""},
    message="没有已经公布的解读",
    edges=(
        Edge(
            "已过“解读拟公布日期”",
            _promised("2026-11-10"),
            last="2026-11-10",
            first="2026-11-11",
            fails=_promised("2026-11-10"),
        ),
        Edge(
            "超过 3 个",
            _promised("2026-11-10"),
            _promised("2026-11-11"),
            last="2026-11-06",
            first="2026-11-06",
        ),
        # 11-06 is a Friday; the rule begins on 2016-11-10
        Edge("没有已经公布的解读", _old("2016-11-09"), _old("2016-11-10")),
        # across the holidays of October, Saturday the 10th is worked
        Edge(
            "超过 3 个",
            _promised("2026-10-10", "2026-09-30"),
            _promised("2026-10-11", "2026-09-30"),
            last="2026-10-09",
            first="2026-10-09",
        ),
        Edge("没有已经公布的解读", _published("2026-11-21"), _published("2026-11-22")),
    ),
)
#: the law's own term: a column may ask for less, never for more
MOST_DAYS = 3


def _days(text: str) -> int:
    days = as_count(text)
    if days > MOST_DAYS:
        raise wrong(f"“{days}”太长，最多 {MOST_DAYS} 个工作日", f"写 {MOST_DAYS} 或更少")
    return days


PARAMETERS = {"工作日": _days}
FLOOR = Floor.LEVEL


def scope(register: Register) -> Iterable[Record]:
    return held(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    named_by_broken = _named_by_broken(register)
    waiting = _not_yet_public(register)
    for policy in held(register):
        if (
            register.interpretations_of(policy)
            or policy.id in named_by_broken
            or _unreadable(register, policy)
        ):
            continue
        late = _late(register.today, rule, policy)
        if late is not None:
            yield _problem(rule, policy, late, waiting.get(policy.id))


def _problem(rule: Standard, policy: Policy, late: str, waiting: Interpretation | None) -> Problem:
    kind = "规范性文件" if policy.normative else "政策性文件"
    message = f"{kind}{in_marks(policy.title)}没有已经公布的解读{late}"
    fix = f"在 content/interpretations/{policy.published_on.year}/ 新建解读，写上 解读文件: [{policy.slug}]"
    if waiting is not None:
        state = "还是草稿" if waiting.held_back else f"要到 {waiting.published} 才公布"
        message += f"（{waiting.source.path} {state}）"
        fix = "审定这份解读，去掉“草稿”或改早“发布日期”"
    if policy.interpretation_due is None:
        fix += "；随后才公布的，在政策里写上“解读拟公布日期”"
    return rule.problem(policy, "标题", message, f"{fix}；确不需要解读的，在 data/waivers/ 写豁免")


def _late(today: dt.date, rule: Standard, policy: Policy) -> str | None:
    """None while an announced interpretation is not yet due; else what to add to the message."""
    due = policy.interpretation_due
    if due is None:
        return ""
    if due < today:
        return f"，已过“解读拟公布日期”{due}"
    calendar, limit = Workdays(read_tables(rule.parameters)), rule.number("工作日")
    try:
        if not calendar.is_past(policy.published_on, limit, due):
            return None
    except UnknownYear as unknown:
        return f"，“解读拟公布日期”{due} 也算不出是发布后第几个工作日（{unknown}）"
    when = calendar.told(policy.published_on, limit, due)
    return f"，“解读拟公布日期”{due} 是发布后{when}，超过 {limit} 个"


def _named_by_broken(register: Register) -> set[str]:
    """The policies that a faulty interpretation names: it will be mended, they are not reported too."""
    found: set[str] = set()
    for broken in register.broken:
        if broken.record_type is Interpretation:
            written = broken.data.get("解读文件", [])
            names = written if isinstance(written, list) else [written]
            for name in names:
                if isinstance(name, str):
                    found.update(policy.id for policy in register.policy_names.all(name))
    return found


def _unreadable(register: Register, policy: Policy) -> bool:
    """True when a file that could not be read at all has the policy's name in its own."""
    slugs = [
        b.key.rsplit("/", 1)[-1] for b in register.broken if b.record_type is Interpretation and not b.data
    ]
    return any(f"{slug}-".startswith(f"{policy.slug}-") for slug in slugs)


def _not_yet_public(register: Register) -> dict[str, Interpretation]:
    found: dict[str, list[Interpretation]] = defaultdict(list)
    for interpretation in register.everything(Interpretation):
        if not interpretation.is_public(register.today):
            for policy in filter(None, map(register.policy, interpretation.documents)):
                found[policy.id].append(interpretation)
    return {name: each[0] for name, each in found.items()}
