"""The command ``check``: the column as it is, against an earlier revision, on a later day, day by day."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai import pipeline
from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem, Problem
from gongkai.desk import change, forecast, horizon, report
from gongkai.desk.horizon import forms as horizon_forms
from gongkai.gate.forgotten import forgotten
from gongkai.law import checking
from gongkai.law.duties.owners import Owners
from gongkai.law.duties.terms import calendar_of
from gongkai.load import locate
from gongkai.records.types.standard import Standard
from gongkai.release import git_tree
from gongkai.settings import Settings


@dataclass(frozen=True)
class Said:
    """What the command prints, and whether the whole column may not be published."""

    text: str
    stops: bool


def inspect(settings: Settings, form: str, base: str | None = None, *, every: bool = False) -> Said:
    """Everything that is wrong, in one of ``report.FORMATS``; with ``base``, what came since it first.

    For people one cause is told once, unless they ask for ``every`` place.
    """
    checked = pipeline.check(settings)
    compared = None
    if base is not None:
        before = _before(settings, base)
        checked = checked.also(forgotten(before.register, checked.register))
        compared = report.compare(base, before.problems, checked.problems)
    problems = compared.ordered if compared else checked.problems
    found = report.Findings(problems, _in_force(checked), compared, every)
    return Said(report.FORMATS[form](found), checked.stops)


def changed(settings: Settings, base: str, preview: str) -> str:
    """What a change does for readers, and what is wrong with it, in Markdown for a comment on it."""
    before, now = _before(settings, base), pipeline.check(settings)
    now = now.also(forgotten(before.register, now.register))
    return change.as_markdown(change.compare(base, before, now), settings.root, preview)


def _before(settings: Settings, base: str) -> pipeline.Checked:
    with tempfile.TemporaryDirectory(prefix="gongkai-base-") as folder:
        git_tree.lay_out(settings.root, base, Path(folder))
        return pipeline.check(replace(settings, root=Path(folder)))


def _in_force(checked: pipeline.Checked) -> dict[str, Standard]:
    """The rules that were looked at on the day."""
    found = {name: rule.on(checked.register.today) for name, rule in checked.standards.items()}
    return {name: rule for name, rule in found.items() if rule}


def ahead(settings: Settings, form: str, days: int) -> Said:
    """What so many coming days bring if nothing is changed, in ``text`` or ``json``."""
    if form not in {"text", "json"}:
        raise EnvironmentProblem("--horizon 只能用 --format text 或 json")
    checked = pipeline.check(settings)

    def find(then: Register) -> Sequence[Problem]:
        return checking.on_the_day(then, checked.standards).problems

    until = settings.today + dt.timedelta(days=days)
    found = horizon.look(checked.register, checked.standards, until, checked.problems, find)
    for coming in found.days:
        coming.errors = list(locate(settings.root, coming.errors))
        coming.warnings = list(locate(settings.root, coming.warnings))
    text = (
        horizon_forms.as_text(found)
        if form == "text"
        else json.dumps(horizon_forms.as_dict(found), ensure_ascii=False, indent=2)
    )
    return Said(text, checked.stops or found.stops)


def what_if(settings: Settings, form: str, today: dt.date) -> Said:
    """What is overdue or wrong on the settings' day and is not on ``today``, in ``text`` or ``json``."""
    if settings.today <= today:
        raise EnvironmentProblem(f"--date 要写 {today} 以后的一天，才能看那时会怎样")
    if form not in {"text", "json"}:
        raise EnvironmentProblem("--compare 只能用 --format text 或 json")
    now, then = pipeline.check(replace(settings, today=today)), pipeline.check(settings)
    new = report.compare(today.isoformat(), now.problems, then.problems, same=report.by_place).new
    owners = Owners(then.register)
    owned = [(problem, owners.of(problem)) for problem in new]
    days, owed = (today, settings.today), (now.duties, then.duties)
    found = forecast.forecast(days, owed, owned, calendar_of(then.standards))
    text = (
        forecast.as_text(found)
        if form == "text"
        else json.dumps(forecast.as_dict(found), ensure_ascii=False, indent=2)
    )
    return Said(text, then.stops)
