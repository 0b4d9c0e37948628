"""各类内容须有保管期限。

看什么：data/retention/ 里的保管期限表，和每一件已公布的内容；没有这张表的栏目不看。
怎样算错：一类内容里有的不在任何一个类别（提示）；表里写的“内容”不是本栏目有的种类（错误）。
怎样改：在表里加一个类别，写明内容、保管期限和依据；种类写错的，照字段说明里的名称改。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.column.register.retention import as_month_day, rule_of
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Example
from gongkai.law.shared.nearest import nearest
from gongkai.records import content_types
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.retention import RetentionRule
from gongkai.records.types.standard import Standard

ROW = """\
- 类别: 各类内容
  内容: [政策文件, 政策解读, 会议, 信息, 页面]
  保管期限: 30年
  依据: [{文件: 机关文件材料归档范围和文书档案保管期限规定（国家档案局令第8号）}]
"""
EXAMPLE = Example(
    good={**CLEAN, "data/retention/wenshu.yml": ROW},
    bad={"data/retention/wenshu.yml": ROW.replace(", 会议", "")},
    message="会议有 1 件没有保管期限",
)
PARAMETERS = {"归档截止": as_month_day, "移交年限": as_count}


def scope(register: Register) -> Iterable[Record]:
    """Every public record, where the column has a table of periods."""
    return register.all if register.everything(RetentionRule) else ()


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    known = {kind.LABEL for kind in content_types()}
    for row in register.everything(RetentionRule):
        for place, kind in enumerate(row.kinds):
            if kind not in known:
                fix = f"{nearest(kind, known)}写内容的种类，如 政策文件、会议"
                yield rule.problem(row, ("内容", place), f"没有“{kind}”这一种内容", fix, Level.ERROR)
    yield from _unsettled(register, rule)


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
