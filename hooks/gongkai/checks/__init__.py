"""Register → Problems: every rule of the column, one file a rule, found by looking.

A new rule is one file here and one in ``data/standards/`` of the same name. Checks
read the Register and nothing else: no file, no clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gongkai.checks import waiver_valid
from gongkai.checks.discovery import Rule, rules
from gongkai.checks.waiving import Waivers
from gongkai.problems import Key, Problem
from gongkai.records.standard import Standard
from gongkai.register import Register
from gongkai.workdays import read_tables

__all__ = ["Outcome", "Rule", "rules", "run"]

CALENDAR = "working-days"


@dataclass(frozen=True)
class Outcome:
    """What is wrong, and what would be wrong were it not waived; both in order of path and place."""

    problems: tuple[Problem, ...]
    waived: tuple[Problem, ...]


def run(register: Register, standards: Mapping[str, Standard]) -> Outcome:
    """Every rule that holds on the day, on the whole column; waived problems apart."""
    problems = list(_unknown_standards(standards))
    waivers = Waivers(register)
    for rule in rules().values():
        standard = standards[rule.id]
        if not standard.holds_on(register.today):
            continue
        faults = list(_parameter_faults(rule, standard))
        problems.extend(faults or waivers.sift(rule.check(register, _with_calendar(standard, standards))))
    standard = standards[waiver_valid.ID]
    if standard.holds_on(register.today):
        problems.extend(waiver_valid.unneeded(register, standard, waivers, standards))
    return Outcome(_in_order(problems), _in_order(waivers.waived))


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    places = [(p.path, p.row or 0, [_sortable(key) for key in p.at], p.order, p) for p in problems]
    return tuple(place[-1] for place in sorted(places, key=lambda place: place[:-1]))


def _sortable(key: Key) -> tuple[int, str]:
    return (key, "") if isinstance(key, int) else (-1, key)


def _with_calendar(standard: Standard, standards: Mapping[str, Standard]) -> Standard:
    """The standard, and beside its own parameters the years of holidays that the calendar's carries."""
    tables = {k: v for k, v in standards[CALENDAR].parameters.items() if _readable(k, v)}
    if not tables or standard.slug == CALENDAR:
        return standard
    return standard.model_copy(update={"parameters": {**standard.parameters, **tables}})


def _readable(key: str, text: str) -> bool:
    try:
        return bool(read_tables({key: text}))
    except ValueError:
        return False  # the calendar's own rule reports it


def _unknown_standards(standards: Mapping[str, Standard]) -> Iterator[Problem]:
    for slug in sorted(set(standards) - set(rules())):
        message = f"没有编号为“{slug}”的规则"
        fix = f"文件名改为已有规则的编号：{'、'.join(rules())}；不用了就删去这个文件"
        yield Problem(
            rule="unknown-rule", name="规则编号", path=standards[slug].source.path, message=message, fix=fix
        )


def _parameter_faults(rule: Rule, standard: Standard) -> Iterator[Problem]:
    """Parameters that are missing or not what the rule can read: the rule is then not run."""
    for name, read in rule.parameters.items():
        if name not in standard.parameters:
            fix = f"在“参数”下加上一行 {name}: …"
            yield standard.problem(standard, "参数", f"规则缺少参数“{name}”，没有检查", fix)
            continue
        try:
            read(standard.parameters[name])
        except ValueError as error:
            fix = "按随本栏目提供的同名标准文件填写"
            yield standard.problem(standard, ("参数", name), f"参数“{name}”：{error}，规则没有检查", fix)
