"""Environment and mkdocs.yml → Settings: which tree, which day, whose column."""

from __future__ import annotations

import datetime as dt
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from gongkai.column.look import OURS, Look, read_look
from gongkai.column.validate import explained
from gongkai.common import surroundings
from gongkai.common.problems import ContentError, EnvironmentProblem
from gongkai.common.unused_settings import unheeded
from gongkai.load import Raw, read_mapping
from gongkai.records.column import Column
from gongkai.records.fields.values import YEARS, as_date

#: the checkout: mkdocs.yml, overrides/
PROJECT = surroundings.CHECKOUT
ROOT_VARIABLE = "GONGKAI_ROOT"
DATE_VARIABLE = "GONGKAI_DATE"
STATE_VARIABLE = surroundings.STATE_VARIABLE
#: set for a release, which 警告 stops as well
RELEASE_VARIABLE = "GONGKAI_RELEASE"
#: set to make a kept release: how many are kept, and the key that signs it
KEEP_VARIABLE, KEY_VARIABLE = "GONGKAI_KEEP", "GONGKAI_SIGN"
#: set to leave the search index out (benchmarks of the rest)
NO_SEARCH_VARIABLE = "GONGKAI_NO_SEARCH"
#: the file that says whose column a folder is
IDENTITY = "mkdocs.yml"
#: the style sheet of colours, from the checkout
TOKENS = "overrides/assets/css/10-tokens.css"
SAMPLE = """\
site_url: https://www.本区域名/zwgk/
extra:
  column:
    门户名称: 某某区人民政府
    网站域名: www.本区域名
    网站标识码: "十位数字"
    主办单位: 某某区人民政府办公室
    联系方式: 区号-电话
"""


@dataclass(frozen=True)
class Settings:
    """``root`` holds content/ and data/; ``today`` stands for "today" everywhere.

    ``release`` is True where 警告 is to stop what is made as 错误 does; ``unheeded`` says in sentences
    what is written into mkdocs.yml and changes nothing, ``look`` is what it changes. ``keep`` is how many
    releases are kept, 0 for a site that is none; ``key`` signs the release.
    """

    root: Path
    today: dt.date
    column: Column
    project: Path = PROJECT
    release: bool = False
    unheeded: tuple[str, ...] = ()
    look: Look = OURS
    keep: int = 0
    key: Path | None = None


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment variables that the commands set; EnvironmentProblem when unusable."""
    root = Path(environment.get(ROOT_VARIABLE) or PROJECT).resolve()
    today = read_today(environment)
    release = bool(environment.get(RELEASE_VARIABLE))
    column = read_column(root)
    written, own = _written(root / IDENTITY), root == PROJECT
    keep, key = int(environment.get(KEEP_VARIABLE) or 0), environment.get(KEY_VARIABLE)
    return Settings(
        root,
        today,
        column,
        release=release,
        unheeded=tuple(unheeded(written, own)),
        look=read_look(root, written, PROJECT / TOKENS, own=own),
        keep=keep,
        key=Path(key) if key else None,
    )


def read_version() -> str:
    """The program's version, as pyproject.toml has it."""
    about = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    return str(about["project"]["version"])


def read_state(environment: Mapping[str, str] = os.environ) -> Path:
    """The state folder of this run."""
    return surroundings.state_folder(environment)


def read_date(text: str | None) -> dt.date:
    """``2026-11-21``; without one, the real day in Beijing."""
    if text is None:
        return surroundings.day_in_beijing()
    try:
        return as_date(text)
    except ValueError:
        span = f"{YEARS[0]} 到 {YEARS[-1]} 年之间"
        raise EnvironmentProblem(f"日期“{text}”不对：写成 2026-11-21 这样的年-月-日，在 {span}") from None


def read_today(environment: Mapping[str, str] = os.environ) -> dt.date:
    """The day of a run; what runs for days asks anew."""
    return read_date(environment.get(DATE_VARIABLE) or None)


def read_column(root: Path) -> Column:
    """The column's identity, read as data only from the root's own mkdocs.yml.

    Never another's: a district must not show the name, address and 备案号 of the demonstration. Raises
    EnvironmentProblem, with a sample to copy where there is no identity at all.
    """
    if not root.is_dir():
        raise EnvironmentProblem(f"没有这个文件夹：{root}")
    path = root / IDENTITY
    written = _written(path) if path.is_file() else {}
    identity = _identity(written)
    if not identity:
        raise EnvironmentProblem(
            f"{root} 没有写明是谁的栏目：除了 content/ 和 data/ 文件夹，还要有 {IDENTITY}，"
            f"里面有 extra: column:。照下面写一份，改成本区的：\n\n{SAMPLE}"
        )
    if "site_url" in written:
        identity.setdefault("栏目网址", written["site_url"])
    try:
        return Column.model_validate(identity)
    except ValidationError as error:
        faults = "；".join(explained(Column, error))
        raise EnvironmentProblem(f"{path} 里 extra: column: 的标识有误：{faults}") from None


def _written(path: Path) -> Mapping[str, Raw]:
    try:
        return read_mapping(path)
    except ContentError as error:
        faults = "；".join(f"第 {p.line or 1} 行：{p.message}（{p.fix}）" for p in error.problems)
        raise EnvironmentProblem(f"{path} 读不出来：{faults}") from None


def _identity(written: Mapping[str, Raw]) -> dict[str, Raw]:
    extra = written.get("extra")
    column = extra.get("column") if isinstance(extra, dict) else None
    return dict(column) if isinstance(column, dict) else {}
