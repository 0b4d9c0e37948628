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

from gongkai.common.areas import LEVELS, Area, area_of
from gongkai.common.faults import as_problem
from gongkai.common.problems import EnvironmentProblem, excerpt
from gongkai.desk.intake.draft import quoted
from gongkai.desk.intake.slugs import slug_of
from gongkai.desk.unit_naming import kind_of, short_names, without_area
from gongkai.records.fields import loose
from gongkai.settings import PROJECT

FOLDER = PROJECT / "deploy/starter"
#: where each platform looks for its steps
PLATFORMS = {"github": ".github/workflows/column.yml", "gitlab": ".gitlab-ci.yml"}
#: what Git has to know of the registers: it is the same for every column
ATTRIBUTES = ".gitattributes"


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
    def area(self) -> Area:
        """Its name at home, and whether it is a 区, 县, 市 or 旗."""
        return area_of(self.name)

    def words(self, today: dt.date) -> dict[str, str]:
        """What stands for each 〔…〕."""
        return {
            "全称": self.name,
            "名": self.area.name,
            "级": self.area.level,
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
        copied = {
            PLATFORMS[district.platform]: f"deploy/columns/{district.platform}.yml",
            ATTRIBUTES: ATTRIBUTES,
        }
        for path, source in copied.items():
            (into / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / source, into / path)
    except OSError as error:
        raise as_problem(error) from None
    return sorted([*files, *copied])


def _refuse(district: District) -> None:
    if district.name[-1:] not in LEVELS or len(district.name) < 3 or district.name[:1] in LEVELS:
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
    """A file for each unit that was named, with the other names people write for it."""
    made: dict[str, str] = {}
    taken = _names_of(district)
    for name in district.units:
        slug = slug_of(without_area(name, district.area)).replace("-zhengfu", "")
        path = f"data/units/{slug}.yml"
        if path in made:
            path = f"data/units/{slug}-{len(made)}.yml"
        others = [each for each in short_names(name, district.area) if each not in taken]
        taken |= {name, *others}
        said = f"简称: [{', '.join(map(quoted, others))}]\n" if others else ""
        made[path] = f"名称: {quoted(name)}\n{said}类别: {kind_of(name)}\n排序: {len(made) * 10 + 10}\n"
    return made


def _names_of(district: District) -> set[str]:
    """Names that are somebody's already: of two that could have one, neither gets another's own."""
    area = district.area
    return {*district.units, f"{area.level}政府", f"{area.level}人民政府", f"{area.name}人民政府"}
