"""各类内容须有保管期限、按期归档移交。

看什么：data/retention/ 里的保管期限表，data/handovers/ 里归档、移交的记录，和每一件已公布的内容；
没有这张表的栏目不看。
怎样算错：一类内容里有的不在任何一个类别（提示）；“内容”不是本栏目有的种类（错误）；
过了归档、移交的期限，还有内容没有记录（提示）；晚于期限没有写迟延原因（警告）；件数少于本栏目这一年的（提示）。
怎样改：在表里加一个类别，写明内容、保管期限和依据；种类写错的，照字段说明里的名称改；
归档、移交以后在 data/handovers/ 里加一项，写明年度、日期、接收单位、件数和凭证。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.column.register.retention import Terms, as_month_day, covers, rule_of, years
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.law.shared.nearest import nearest
from gongkai.records import content_types
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.handover import Handover
from gongkai.records.types.retention import RetentionRule
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.publishing import ArchiveState

ROW = """\
- 类别: 各类内容
  内容: [政策文件, 政策解读, 会议, 信息, 页面]
  保管期限: 30年
  依据: [{文件: 机关文件材料归档范围和文书档案保管期限规定（国家档案局令第8号）}]
"""
_TABLE = {"data/retention/wenshu.yml": ROW}
#: what of the records of a year that a step is behind with is said
_LACKING = {
    ArchiveState.FILED: ("归档", "归档"),
    ArchiveState.HANDED_OVER: ("移交档案馆", "移交"),
}


def _filed(day: str, more: str = "", count: int = 40) -> Files:
    """The records of 2026 filed on a day."""
    said = f"日期: {day}, 接收单位: 档案室, 件数: {count}, 凭证: 目录{more}"
    return {**_TABLE, "data/handovers/2026.yml": f"- {{环节: 归档, 年度: 2026, {said}}}\n"}


_FILED, _LATE, _LATER = _filed("2027-06-30"), _filed("2027-07-01"), "2027-07-02"
EXAMPLE = Example(
    good={**CLEAN, **_TABLE},
    bad={"data/retention/wenshu.yml": ROW.replace(", 会议", "")},
    message="会议有 1 件没有保管期限",
    edges=(
        # asked from the day after the last, until it was done
        Edge("件没有归档的记录", _TABLE, _TABLE, last="2027-06-30", first="2027-07-01"),
        Edge("件没有归档的记录", _FILED, _TABLE, last=_LATER, first=_LATER),
        Edge("没有写迟延原因", _FILED, _LATE, last=_LATER, first=_LATER),
        Edge("没有写迟延原因", _filed("2027-07-01", ", 迟延原因: 修缮"), _LATE, last=_LATER, first=_LATER),
        Edge("少于", _FILED, _filed("2027-06-30", count=1), last=_LATER, first=_LATER),
        Edge("件没有移交的记录", _FILED, _FILED, last="2036-12-31", first="2037-01-01"),
    ),
)
PARAMETERS = {"归档截止": as_month_day, "移交年限": as_count}


def scope(register: Register) -> Iterable[Record]:
    """Every public record and every delivery, where the column has a table of periods."""
    if not register.everything(RetentionRule):
        return ()
    return (*register.all, *register.everything(Handover))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    known = {kind.LABEL for kind in content_types()}
    tables: list[RetentionRule | Handover] = [
        *register.everything(RetentionRule),
        *register.everything(Handover),
    ]
    for row in tables:
        for place, kind in enumerate(row.kinds):
            if kind not in known:
                fix = f"{nearest(kind, known)}写内容的种类，如 政策文件、会议"
                yield rule.problem(row, ("内容", place), f"没有“{kind}”这一种内容", fix, Level.ERROR)
    yield from _unsettled(register, rule)
    if register.everything(RetentionRule):
        yield from _delivered(register, rule)
        yield from _behind(register, rule)


def _delivered(register: Register, rule: Standard) -> Iterator[Problem]:
    """What is wrong with a delivery: it came late and nobody says why, or it has fewer than there are."""
    terms = Terms.of(rule)
    for each in register.everything(Handover):
        due = terms.due(each.step, int(each.year))
        if each.delivered_on > due and not each.late_reason:
            message = f"{each.delivered_on} {each.step}，晚于期限 {due}，没有写迟延原因"
            yield rule.problem(each, "日期", message, "写上“迟延原因”；日期写错的改正", Level.WARNING)
        held = sum(covers(register, each, record) for record in register.all)
        if each.count < held:
            message = f"{each.step} {each.count} 件，少于本栏目{each.year}年的 {held} 件"
            yield rule.problem(each, "件数", message, "核对件数；只是一部分的，写“内容”或“单位”")


def _behind(register: Register, rule: Standard) -> Iterator[Problem]:
    """One problem a year that is behind, at the table of periods."""
    table = register.everything(RetentionRule)[0]
    for year in years(register, Terms.of(rule)):
        if words := _LACKING.get(year.state):
            what, step = words
            due = year.file_by if year.state is ArchiveState.FILED else year.hand_over
            message = f"{year.year}年的内容应在 {due} 前{what}，有 {year.standing} 件没有{step}的记录"
            yield rule.problem(
                table, (), message, f"{step}以后在 data/handovers/ 里加一项，写明日期、件数和凭证"
            )


def _unsettled(register: Register, rule: Standard) -> Iterator[Problem]:
    """One problem a kind: its first record, and how many there are."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in scope(register):
        if isinstance(record, ContentRecord) and rule_of(register, record) is None:
            found[record.LABEL].append(record)
    for label, records in sorted(found.items()):
        first = min(records, key=lambda each: each.source.path)
        message = f"{label}有 {len(records)} 件没有保管期限，这是其中一件"
        yield rule.problem(first, (), message, f"在 data/retention/ 加一个类别，内容写 [{label}]")
