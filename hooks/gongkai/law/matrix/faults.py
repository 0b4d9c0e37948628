"""What is wrong with norms that no single row can tell: numbers used twice, rules that do not exist, figures unproved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from gongkai.common.problems import At, Level, Problem
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.vocabulary.norms import Origin


def norm_faults(norms: Iterable[DutyNorm], rules: Collection[str] | None) -> Iterator[Problem]:
    """``rules``: the ids there are; None where they are not known."""
    first: dict[str, DutyNorm] = {}
    for norm in norms:
        same = first.setdefault(norm.number, norm)
        if same is not norm:
            message = f"编号“{norm.number}”已经用在《{same.title}》（{same.source.path}）"
            yield _fault(norm, "编号", message, "换一个没有用过的编号", Level.ERROR)
        if norm.other_rule and rules is not None and norm.other_rule not in rules:
            message = f"没有编号为“{norm.other_rule}”的规则"
            yield _fault(norm, "另有规则", message, "改为已有规则的编号，或者删去这一行", Level.ERROR)
        yield from _unproved(norm)


def _unproved(norm: DutyNorm) -> Iterator[Problem]:
    """A figure that is said to come from the basis needs the article it stands in to have been looked up."""
    for name, origin in norm.origins.items():
        if origin is Origin.NORM and not norm.checked:
            message = f"《{norm.title}》的“{name}”写着出自依据，没有写核对到什么程度"
            yield _fault(norm, ("出处", name), message, "在“核对”下写 条款: 条文、二手或记忆", Level.WARNING)


def _fault(norm: DutyNorm, at: At | str, message: str, fix: str, level: Level) -> Problem:
    return Problem(
        rule="duty-norm",
        name="应公开事项的写法",
        level=level,
        path=norm.source.path,
        row=norm.source.row,
        at=(at,) if isinstance(at, str) else at,
        message=message,
        fix=fix,
        basis="本栏目数据格式约定",
    )
