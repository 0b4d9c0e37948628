"""季度进展: a project's progress is published by the end of the month after each quarter."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.duties.duty import Duty
from gongkai.law.duties.terms import Terms
from gongkai.records.types.project import Project, Quarter

RULE = "project-progress"
NEEDS: dict[str, object] = {}
NUMERALS = "一二三四"


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a quarter, up to the one in which all is done."""
    for project in terms.register.public(Project):
        yield from of_project(terms, project).values()


def of_project(terms: Terms, project: Project) -> dict[int, Duty]:
    """Quarter → what one project owes for it."""
    known = project.progress_on(terms.today)
    return {
        quarter: _quarter(terms, project, quarter, known.get(quarter))
        for quarter in project.asked_on(terms.today)
    }


def _quarter(terms: Terms, project: Project, quarter: int, known: Quarter | None) -> Duty:
    period = f"{project.year}年第{NUMERALS[quarter - 1]}季度"
    return terms.duty(
        "project-progress",
        project,
        f"公布“{project.title}”{period}的进展",
        due=project.due(quarter),
        done=known.date if known else None,
        part=f"Q{quarter}",
        period=period,
        evidence=(project,) if known else (),
    )
