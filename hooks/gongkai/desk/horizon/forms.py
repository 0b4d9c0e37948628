"""The coming days → text for editors and JSON for programs."""

from __future__ import annotations

from gongkai.common.problems import Problem, told
from gongkai.common.title_marks import in_marks
from gongkai.common.workdays import HOLIDAYS
from gongkai.desk.horizon import Coming, Horizon
from gongkai.desk.report import grouping


def as_text(found: Horizon) -> str:
    """Day by day: first what stops the column, then what is warned of, ends and is due."""
    errors, warnings = (sum(len(part) for part in parts) for parts in _counts(found))
    lines = [
        f"从 {found.today} 到 {found.until}，如果什么也不改，会多出错误 {errors} 处、警告 {warnings} 处。"
    ]
    if first := next((each.day for each in found.days if each.errors), None):
        lines.append(f"从 {first} 起有错误，网站就不再更新。")
    for coming in found.days:
        lines += ["", f"{coming.day}", *_day(coming)]
    return told("\n".join(lines))


def _counts(found: Horizon) -> tuple[list[list[Problem]], list[list[Problem]]]:
    return [each.errors for each in found.days], [each.warnings for each in found.days]


def _day(coming: Coming) -> list[str]:
    lines = list(grouping.lines([*coming.errors, *coming.warnings]))
    lines += [f"- 失效或废止：{in_marks(policy.title)}（{policy.source.path}）" for policy in coming.ended]
    lines += [f"- 最后一天：{duty.title}（依据：{duty.basis}）" for duty in coming.due]
    if coming.unknown_year:
        unknown = f"{coming.day.year}年的放假安排还没有录入，按工作日计算的期限算不到这一年"
        lines.append(f"- {unknown}；{HOLIDAYS}")
    return lines


def as_dict(found: Horizon) -> dict[str, object]:
    """What will change on which day, as JSON for programs."""
    return {
        "today": found.today.isoformat(),
        "until": found.until.isoformat(),
        "days": [
            {
                "day": each.day.isoformat(),
                "errors": [problem.as_dict() for problem in each.errors],
                "warnings": [problem.as_dict() for problem in each.warnings],
                "ended": [told(policy.source.path) for policy in each.ended],
                "due": [{"kind": d.kind, "title": told(d.title), "key": told(d.key)} for d in each.due],
                "unknown_year": each.unknown_year,
            }
            for each in found.days
        ],
    }
