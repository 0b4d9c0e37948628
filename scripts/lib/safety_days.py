"""The demonstration built on every day of the next three years on which anything turns.

A fault of one state of one block, a subsidy that expired, shows on the night it comes; here it
shows before. Everything is read once; each day has its own pages, feeds, calendars and open data.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import traceback
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai import pipeline
from gongkai.common.kept import Kept
from gongkai.common.problems import ContentError, Level
from gongkai.desk import horizon
from gongkai.law import checking
from gongkai.settings import PROJECT, Settings, read_column, read_date

LABEL = "今后三年每个变化的日子"
YEARS = 3


def measure(quick: bool = False) -> dict[str, int]:
    """How many days there are and how many of them were built; ``quick`` takes the last."""
    column = Column.read(PROJECT, read_date(None))
    days = column.turning()
    if quick:
        days = days[-1:]
    built = sum(column.built_on(day) for day in days)
    return {"days": len(days), "built": built, "failed": len(days) - built}


@dataclass(frozen=True)
class Column:
    """A column that was read once, to be built on any day."""

    settings: Settings
    checked: pipeline.Checked

    @classmethod
    def read(cls, root: Path, today: dt.date) -> Column:
        settings = Settings(root, today, read_column(root))
        return cls(settings, pipeline.check(settings))

    def turning(self) -> list[dt.date]:
        """Today, and every day of the next years on which anything turns."""
        today = self.settings.today
        until = today + dt.timedelta(days=365 * YEARS)
        return [today, *horizon.turning_days(self.checked.register, self.checked.standards, until)]

    def built_on(self, day: dt.date) -> bool:
        """Whether the whole column can be made on a day; what hinders it is told on standard error."""
        with tempfile.TemporaryDirectory(prefix="gongkai-day-") as folder:
            try:
                self.make(day, Path(folder))
            except ContentError as error:
                told = [each.as_text() for each in error.problems if each.level is Level.ERROR]
                print(f"{day}：", *told, sep="\n", file=sys.stderr)
                return False
            except Exception:
                print(f"{day}：\n{traceback.format_exc()}", file=sys.stderr)
                return False
        return True

    def make(self, day: dt.date, folder: Path, kept: Kept | None = None) -> Path:
        """The column's pages and files on a day, without a search index; raises what a build would meet.

        ``kept`` has what was made on another day, as it stands beside a column that is built each night.
        """
        register = self.checked.register.on(day)
        outcome = checking.run(register, self.checked.standards)
        checked = replace(
            self.checked,
            register=register,
            problems=outcome.problems,
            waived=outcome.waived,
            used=outcome.used,
        )
        stage = folder / "stage"
        stage.mkdir()
        settings = replace(self.settings, today=day)
        work = folder / "work"
        pipeline.publish(settings, checked, stage, lambda said: None, work=work, index=False, kept=kept)
        return stage
