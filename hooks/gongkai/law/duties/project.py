"""季度进展: a project's progress is published by the end of the month after each quarter."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.duties.duty import Duty
from gongkai.law.duties.terms import Terms
from gongkai.records.types.project import QUARTERS, Project

RULE = "project-progress"
NEEDS: dict[str, object] = {}
NUMERALS = "一二三四"


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a quarter, up to the one in which all is done."""
    for project in terms.register.public(Project):
        known = project.progress_on(terms.today)
        last = min((quarter for quarter, each in known.items() if each.percent >= 100), default=4)
        for quarter in QUARTERS:
            if quarter <= last and project.published_on <= project.due(quarter):
                period = f"{project.year}年第{NUMERALS[quarter - 1]}季度"
                yield terms.duty(
                    "project-progress",
                    project,
                    f"公布“{project.title}”{period}的进展",
                    due=project.due(quarter),
                    done=known[quarter].date if quarter in known else None,
                    part=f"Q{quarter}",
                    period=period,
                    evidence=(project,) if quarter in known else (),
                )
