"""What has become wrong since the clerk looked last: the day turned, others changed the column."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.common.problems import Problem
from gongkai.desk.web.judging import Judged
from gongkai.desk.web.visit import Visit
from gongkai.desk.web.works import Work


def found(work: Work, judged: Judged) -> list[Problem]:
    """Problems that the last page of this work has not shown."""
    seen = work.seen
    return [] if seen is None else [each for each in judged.problems if _mark(each) not in seen]


def saw(visit: Visit, work: Work, problems: Iterable[Problem]) -> None:
    """These are on the clerk's page now; what was mended is new should it come again."""
    if visit.user != work.user:
        return
    seen = sorted(set(map(_mark, problems)))
    if seen != work.seen:
        work.seen = seen
        visit.office.works.save(work)


def _mark(problem: Problem) -> str:
    """What a problem is known by, wherever its line has moved to."""
    return f"{problem.path} {problem.rule} {problem.message}"
