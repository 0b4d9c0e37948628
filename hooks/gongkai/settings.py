"""What one run is told: which tree, which day, whose column."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from gongkai.load import Raw, read_mapping
from gongkai.problems import ContentError, EnvironmentProblem
from gongkai.records.column import Column
from gongkai.records.types import YEARS, as_date
from gongkai.validate import explained

#: the checkout: mkdocs.yml, overrides/ and the shipped standards
PROJECT = Path(__file__).resolve().parents[2]
ROOT_VARIABLE = "GONGKAI_ROOT"
DATE_VARIABLE = "GONGKAI_DATE"
#: set for a release, which 警告 stops as well
RELEASE_VARIABLE = "GONGKAI_RELEASE"
#: set to leave the search index out (benchmarks of the rest)
NO_SEARCH_VARIABLE = "GONGKAI_NO_SEARCH"


@dataclass(frozen=True)
class Settings:
    """``root`` holds content/ and data/; ``today`` stands for "today" everywhere.

    ``release`` is True where 警告 is to stop what is made as 错误 does.
    """

    root: Path
    today: dt.date
    column: Column
    project: Path = PROJECT
    release: bool = False


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment variables that the commands set; EnvironmentProblem when unusable."""
    root = Path(environment.get(ROOT_VARIABLE) or PROJECT).resolve()
    today = read_date(environment.get(DATE_VARIABLE) or None)
    return Settings(root, today, read_column(root), release=bool(environment.get(RELEASE_VARIABLE)))


def read_date(text: str | None) -> dt.date:
    """``2026-11-21``; without one, the real day in Beijing: the only look at a clock."""
    if text is None:
        return dt.datetime.now(ZoneInfo("Asia/Shanghai")).date()
    try:
        return as_date(text)
    except ValueError:
        span = f"{YEARS[0]} 到 {YEARS[-1]} 年之间"
        raise EnvironmentProblem(f"日期“{text}”不对：写成 2026-11-21 这样的年-月-日，在 {span}") from None


def read_column(root: Path) -> Column:
    """The column's identity, read as data only: the root's own mkdocs.yml or, without one, the checkout's.

    Never a mixture of both: a district must not show another's 备案号.
    """
    if not root.is_dir():
        raise EnvironmentProblem(f"没有这个文件夹：{root}")
    own = root / "mkdocs.yml"
    path = own if own.is_file() else PROJECT / "mkdocs.yml"
    try:
        return Column.model_validate(_identity(path))
    except ValidationError as error:
        faults = "；".join(explained(Column, error))
        raise EnvironmentProblem(f"{path} 里 extra: column: 的标识有误：{faults}") from None
    except ContentError as error:
        faults = "；".join(f"第 {p.line or 1} 行：{p.message}（{p.fix}）" for p in error.problems)
        raise EnvironmentProblem(f"{path} 读不出来：{faults}") from None


def _identity(path: Path) -> dict[str, Raw]:
    written = read_mapping(path)
    extra = written.get("extra")
    column = extra.get("column") if isinstance(extra, dict) else None
    identity: dict[str, Raw] = dict(column) if isinstance(column, dict) else {}
    if "site_url" in written:
        identity.setdefault("栏目网址", written["site_url"])
    return identity
