"""What is wrong with norms, seen together: numbers used twice, unknown rules, unproved figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from gongkai.common.problems import At, Level, Problem
from gongkai.common.title_marks import in_marks
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.vocabulary.norms import Origin


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one norm, at one of its keys."""

    norm: DutyNorm
    at: At
    message: str
    fix: str
    level: Level = Level.ERROR

    def shipped(self) -> Problem:
        """The same of a norm that comes with the program."""
        source = self.norm.source
        return Problem(
            rule="shipped-law",
            name="随程序的规则",
            path=source.path,
            row=source.row,
            at=self.at,
            message=self.message,
            fix=self.fix,
        )


def norm_faults(norms: Iterable[DutyNorm], rules: Collection[str]) -> Iterator[Fault]:
    """``rules``: the ids there are."""
    first: dict[str, DutyNorm] = {}
    for norm in norms:
        same = first.setdefault(norm.number, norm)
        if same is not norm:
            message = f"编号“{norm.number}”已经用在{in_marks(same.title)}（{same.source.path}）"
            yield Fault(norm, ("编号",), message, "换一个没有用过的编号")
        if norm.other_rule and norm.other_rule not in rules:
            message = f"没有编号为“{norm.other_rule}”的规则"
            yield Fault(norm, ("另有规则",), message, "改为已有规则的编号，或者删去这一行")
        yield from _unproved(norm)


def _unproved(norm: DutyNorm) -> Iterator[Fault]:
    """A day or a number says whose it is; one that is said to be the basis's has been looked up there."""
    limit = norm.limit
    figures = {"期限": limit.until or limit.count is not None, "起看": limit.asked_from}
    for name in (name for name, figure in figures.items() if figure and name not in norm.origins):
        message = f"{in_marks(norm.title)}的“{name}”没有写出处"
        fix = f"在“出处”下写 {name}: 依据，或者 {name}: {Origin.DISTRICT}"
        yield Fault(norm, ("期限",), message, fix, Level.WARNING)
    for name, origin in norm.origins.items():
        if origin is Origin.NORM and not norm.checked:
            message = f"{in_marks(norm.title)}的“{name}”写着出自依据，没有写核对到什么程度"
            yield Fault(norm, ("出处", name), message, "在“核对”下写 条款: 条文、二手或记忆", Level.WARNING)
