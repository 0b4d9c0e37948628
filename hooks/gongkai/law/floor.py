"""What a district writes about a rule → problems where it weakens one of the floor (底线).

A rule says so itself, in its module (``FLOOR``). A file of a column that would weaken such a rule
changes nothing and is told at its line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.common.problems import At, Level, Problem
from gongkai.law.discovery import Rule
from gongkai.records.types.adjustment import Adjustment
from gongkai.records.types.standard import Floor, Standard


def weakenings(
    rule: Rule | None, written: Standard | Adjustment, standard: Standard, today: dt.date
) -> Iterator[Problem]:
    """What in a file would weaken a rule that is 底线; ``standard`` is the rule without that file."""
    if rule is None or rule.floor is None:
        return
    if written.level not in {None, Level.ERROR}:
        yield _problem(written, standard, "级别", f"级别不能低于错误，写的是“{written.level}”")
    if written.valid_to is not None:
        yield _problem(written, standard, "失效日期", f"不能停用，写的是到 {written.valid_to} 为止")
    if isinstance(written, Standard):
        yield from _later(written, standard, today)
    if rule.floor is Floor.ABSOLUTE:
        for name, value in written.parameters.items():
            if value != standard.parameters.get(name):
                yield _problem(written, standard, ("参数", name), f"参数不能改，“{name}”写的是别的数")


def _later(written: Standard, standard: Standard, today: dt.date) -> Iterator[Problem]:
    """A rule that would hold from a later day on only, or more mildly until then."""
    then = written.on(today)
    if then is None and written.valid_to is None:
        yield _problem(written, standard, "生效日期", f"今天就要执行，写的是从 {written.valid_from} 起")
    elif then is not None and then.level is not Level.ERROR and then is not written:
        yield _problem(written, standard, "历次", f"级别不能低于错误，“历次”里今天的级别是“{then.level}”")


def _problem(written: Standard | Adjustment, standard: Standard, at: At | str, why: str) -> Problem:
    key = at if isinstance(at, str) else at[-1]
    return Problem(
        rule="rule-floor",
        name="底线",
        path=written.source.path,
        at=(at,) if isinstance(at, str) else at,
        message=f"“{standard.title}”（{standard.slug}）是底线：{why}，没有起作用",
        fix=f"删去“{key}”；个别内容确有困难的，改内容，不改规则",
        basis=standard.basis,
    )
