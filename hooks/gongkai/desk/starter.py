"""A district's name and address → a column in a folder of its own, green from the first check on.

What it says is true of any district: the guide and the way to apply as the 条例 has them, the list of what is
disclosed, the form, the procedure, how long things are kept, and the units that were named. Nothing of it
is the demonstration's. The files stand in ``deploy/starter/``, with 〔…〕 for what each district says itself.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from gongkai.common.faults import as_problem
from gongkai.common.problems import EnvironmentProblem, excerpt
from gongkai.desk.intake.draft import quoted
from gongkai.desk.intake.slugs import slug_of
from gongkai.records.fields import loose
from gongkai.records.vocabulary.units import UnitKind
from gongkai.settings import PROJECT

FOLDER = PROJECT / "deploy/starter"
#: where each platform looks for its steps
PLATFORMS = {"github": ".github/workflows/column.yml", "gitlab": ".gitlab-ci.yml"}
_LEVELS = "区县市旗"
#: how the names of units of a kind end, the longest first
_KINDS = (
    ("街道办事处", UnitKind.STREET),
    ("街道", UnitKind.STREET),
    ("镇人民政府", UnitKind.TOWN),
    ("镇政府", UnitKind.TOWN),
    ("镇", UnitKind.TOWN),
    ("乡人民政府", UnitKind.TOWNSHIP),
    ("乡政府", UnitKind.TOWNSHIP),
    ("乡", UnitKind.TOWNSHIP),
    ("管委会", UnitKind.PARK),
    ("管理委员会", UnitKind.PARK),
    ("领导小组", UnitKind.COORDINATION),
)


@dataclass(frozen=True, slots=True)
class District:
    """What a column has to know of its district; ``name`` as 北京市大兴区."""

    name: str
    domain: str
    code: str
    phone: str
    address: str
    units: tuple[str, ...] = ()
    platform: str = "github"

    @property
    def level(self) -> str:
        """区, 县, 市 or 旗."""
        return self.name[-1]

    def words(self, today: dt.date) -> dict[str, str]:
        """What stands for each 〔…〕."""
        return {
            "全称": self.name,
            "级": self.level,
            "域名": self.domain,
            "标识码": self.code,
            "电话": self.phone,
            "地址": self.address,
            "今天": today.isoformat(),
        }


def begin(into: Path, district: District, today: dt.date) -> list[str]:
    """Write the column into a folder that is not there or empty; the paths that were written.

    Raises EnvironmentProblem, with nothing written, where something said of the district cannot be right.
    """
    _refuse(district)
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise EnvironmentProblem(f"{into} 里已经有东西：写一个新的文件夹")
    files = {**_shipped(district, today), **_units(district)}
    try:
        for path, text in files.items():
            (into / path).parent.mkdir(parents=True, exist_ok=True)
            (into / path).write_text(text, "utf-8", newline="\n")
        steps = into / PLATFORMS[district.platform]
        steps.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PROJECT / f"deploy/columns/{district.platform}.yml", steps)
    except OSError as error:
        raise as_problem(error) from None
    return sorted([*files, PLATFORMS[district.platform]])


def _refuse(district: District) -> None:
    if district.name[-1:] not in _LEVELS or len(district.name) < 3 or district.name[:1] in _LEVELS:
        raise EnvironmentProblem(
            f"--name 写全称，以区、县、市、旗结尾，如 北京市大兴区，写的是“{excerpt(district.name)}”"
        )
    if not loose.telephone(district.phone):
        raise EnvironmentProblem(
            f"--phone 写带区号的电话，如 010-12345678，写的是“{excerpt(district.phone)}”"
        )
    if not re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", district.domain):
        raise EnvironmentProblem(
            f"--domain 写网站的域名，如 www.bjdx.gov.cn，写的是“{excerpt(district.domain)}”"
        )
    if not re.fullmatch(r"bm\d{8}|\d{10}", district.code):
        raise EnvironmentProblem(f"--code 写网站标识码，10 位数字，写的是“{excerpt(district.code)}”")


def _shipped(district: District, today: dt.date) -> dict[str, str]:
    """Every file of the starter, with the district's own words."""
    words = district.words(today)
    made = {}
    for file in sorted(each for each in FOLDER.rglob("*") if each.is_file()):
        text = file.read_text("utf-8")
        for name, value in words.items():
            text = text.replace(f"〔{name}〕", value)
        made[file.relative_to(FOLDER).as_posix()] = text
    return made


def _units(district: District) -> dict[str, str]:
    """A file for each unit that was named."""
    made: dict[str, str] = {}
    for name in district.units:
        kind = kind_of(name)
        slug = slug_of(name.removeprefix(district.name).removeprefix(district.level)).replace("-zhengfu", "")
        path = f"data/units/{slug}.yml"
        if path in made:
            path = f"data/units/{slug}-{len(made)}.yml"
        made[path] = f"名称: {quoted(name)}\n类别: {kind}\n排序: {len(made) * 10 + 10}\n"
    return made


def kind_of(name: str) -> UnitKind:
    """The kind of a unit by how its name ends; a department where nothing else is said."""
    return next((kind for ending, kind in _KINDS if name.endswith(ending)), UnitKind.DEPARTMENT)
