"""Figures of small columns, and those of the demonstration beside its open data."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from chinese_calendar import constants

from gongkai import pipeline
from gongkai.column.register import Register
from gongkai.exports import opendata
from gongkai.law import checking
from gongkai.law.duties import duties
from gongkai.law.figures import Context, Measured, measure
from gongkai.law.figures.norms import norms_in_force
from gongkai.law.shipped import shipped
from gongkai.law.standards import taken
from gongkai.records.vocabulary.quality import Comparison

TODAY = dt.date(2026, 11, 21)
#: targets that no norm above a district's sets
TARGETS: dict[str, dict[str, object]] = {
    **{f"{name}-rate": {"target": 100} for name in ("elements", "interpretation", "synchrony")},
    "first-answer-rate": {"target": 100},
    "interpretation-in-time": {"target": 100},
    "meeting-openness": {"target": 20, "comparison": Comparison.RAISED},
    "pre-disclosure-rate": {"target": 20, "comparison": Comparison.RAISED},
    "evaluation-rate": {"target": 100},
    "push-rate": {"target": 30},
    "questions-rate": {"target": 60},
    "rectified-rate": {"target": 100},
    "training-hours": {"target": 6},
    "training-rate": {"target": 60},
}
Figures = Callable[..., dict[str, Measured]]


@pytest.fixture(scope="session")
def rules():
    """The shipped standards, all taken, and the norms with the targets that a district has set."""
    norms = {name: each.model_copy(update=TARGETS.get(name, {})) for name, each in shipped().norms.items()}
    return taken(shipped().standards), norms


@pytest.fixture
def figures(small_column: Callable[..., Register], rules, tmp_path: Path) -> Figures:
    """Files over those of the small column → its figures by id, worked out as a build does."""
    standards, norms = rules

    def work_out(files: Mapping[str, str | None] | None = None, today: dt.date = TODAY):
        for folder in ("content", "data"):
            shutil.rmtree(tmp_path / folder, ignore_errors=True)
        register = small_column(files, today)
        held = checking.in_force(standards.values(), register)
        outcome = checking.run(register, held)
        found = (*outcome.problems, *outcome.waived)
        owed = duties(register, held)
        own = norms_in_force(norms.values(), register)
        return {each.id: each for each in measure(Context(register, held, own, found, owed))}

    return work_out


class Demonstration:
    """The demonstration's figures, and its open data as anybody may download it."""

    def __init__(self, checked: pipeline.Checked, stage: Path) -> None:
        owed = duties(checked.register, checked.standards)
        self.figures = {each.id: each for each in pipeline.measure(checked.register, checked, owed)}
        self.register = checked.register
        opendata.write(checked.register, stage, owed)
        self.data = sqlite3.connect(stage / opendata.FOLDER / "column.sqlite")
        self.data.execute("CREATE TEMP TABLE 今天 AS SELECT ? AS 日", [TODAY.isoformat()])
        self._days("放假", constants.holidays)
        self._days("上班", constants.workdays)

    def _days(self, name: str, days) -> None:
        self.data.execute(f"CREATE TEMP TABLE {name} (日 TEXT PRIMARY KEY)")
        self.data.executemany(f"INSERT INTO {name} VALUES (?)", [[day.isoformat()] for day in days])


@pytest.fixture(scope="session")
def demonstration(
    demonstration_checked: pipeline.Checked, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Demonstration]:
    found = Demonstration(demonstration_checked, tmp_path_factory.mktemp("figures"))
    yield found
    found.data.close()
