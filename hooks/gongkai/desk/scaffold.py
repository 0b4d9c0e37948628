"""Register → a new data file with what the column already knows; the rest waits in comments."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

from gongkai.column.register import Register
from gongkai.column.register.documents import documents_of
from gongkai.common.problems import EnvironmentProblem
from gongkai.common.title_marks import in_marks
from gongkai.records.fields.annual_layout import (
    APPLICANTS,
    CARRIED_IN,
    CARRIED_OUT,
    CHOICES,
    DISPUTES,
    NEW,
    OUTCOMES,
    Line,
    active_lines,
    edition,
    request_lines,
)
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.units import UnitKind

FOLDER = "data/annual-reports"


Lines = Mapping[str, tuple[str, ...]]


def annual_report(root: Path, register: Register, name: str, year: int, given: Lines | None = None) -> Path:
    """Write the beginning of a unit's report for a year, with the lines ``given``; overwrites none."""
    unit = register.unit(name)
    if unit is None:
        raise EnvironmentProblem(f"没有单位“{name}”：写 data/units/ 里的名称、简称或文件名")
    for each in register.everything(AnnualReport):
        if each.year == year and register.unit(each.unit) is unit:
            raise EnvironmentProblem(f"已有这份报告，没有改动：{each.source.path}")
    path = f"{FOLDER}/{unit.slug}-{year}.yml"
    target = root / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_filled(_text(register, unit, year), given or {}))
    except OSError as error:
        if target.exists():
            raise EnvironmentProblem(f"已有文件，没有改动：{path}") from None
        raise EnvironmentProblem(f"不能写 {path}（{error.strerror}）") from None
    return target


def _text(register: Register, unit: Unit, year: int) -> str:
    before = _before(register, unit, year - 1)
    requests = _requests(before, edition(year))
    return "\n".join([*_head(unit, year), *_active(register, unit, year), *requests, *_rest(), ""])


def _filled(text: str, given: Lines) -> str:
    """The same with these lines written, and the name of each table."""
    for key, cells in given.items():
        line = f"  {key}: [{', '.join(cells)}]"
        text = re.sub(rf"^  #?{key}: \[.*\]$", line, text, count=1, flags=re.MULTILINE)
    return re.sub(r"^#(\w+:\n(?:  #.*\n)*  [^#\s])", r"\1", text, flags=re.MULTILINE)


def _before(register: Register, unit: Unit, year: int) -> AnnualReport | None:
    reports = register.everything(AnnualReport)
    found = (each for each in reports if each.year == year and register.unit(each.unit) is unit)
    return next((each for each in found if not each.held_back), None)


def _head(unit: Unit, year: int) -> list[str]:
    due = dt.date(year + 1, 3, 31) if unit.kind.meant is UnitKind.GOVERNMENT else dt.date(year + 1, 1, 31)
    return [
        "# 有数字的行由本栏目已有的内容算出，请核对；以“#”开头的行填好后去掉“#”。",
        "# 全部填好并审核后删去“草稿”一行。",
        "草稿: 是",
        f"标题: {unit.name}{year}年政府信息公开工作年度报告",
        f"单位: {unit.name}",
        f"年度: {year}",
        f"版式: {edition(year)}",
        "# 最迟公布日期；改为实际公布的日期",
        f"发布日期: {due}",
        "# 一、总体情况：每段一项",
        "#总体情况:",
        "#  - ",
    ]


def _active(register: Register, unit: Unit, year: int) -> list[str]:
    layout = edition(year)
    known = documents_of(register, unit, year)
    lines = ["# 二、主动公开政府信息情况", "主动公开:" if layout == NEW else "#主动公开:"]
    for line, columns in active_lines(layout, _every(layout)):
        lines.append(f"  # {line.label}：{'、'.join(column.label for column in columns)}")
        lines += _variant(layout, line)
        if line.key == "规范性文件" and layout == NEW:
            names = "、".join(in_marks(policy.title) for policy in known.in_force)
            lines.append(f"  # 年末现行有效：{names or '没有'}")
            counts = (len(known.made), len(known.ended), len(known.in_force))
            lines.append(f"  {line.key}: [{', '.join(map(str, counts))}]")
        else:
            lines.append(_blank(line.key, len(columns)))
    return lines


def _every(layout: str) -> tuple[str, ...]:
    """The lines of table 二 and 三 that a report of an edition may have beside those it must have."""
    either = (key for choice in CHOICES[layout] for key in (choice.whole, *choice.parts))
    return ("其他主动公开文件", "政府集中采购", *either)


def _variant(layout: str, line: Line) -> list[str]:
    """Whether a line may be missing, and instead of which others it stands."""
    for choice in CHOICES[layout]:
        others = "、".join(choice.parts)
        if line.key == choice.whole:
            return [f"  # 只写这一行，或只写分列的各行（{others}），照原报告"]
        if line.key in choice.parts:
            return [f"  # 分列的才写，写了就不写“{choice.whole}”一行"]
    return [] if line.needed else ["  # 原报告有这一行的才写"]


def _requests(before: AnnualReport | None, layout: str) -> list[str]:
    carried = before.requests.line(CARRIED_OUT.key) if before else ()
    lines = ["# 三、收到和处理政府信息公开申请情况", f"# 每行依次：{'、'.join(APPLICANTS)}", "#申请办理:"]
    if carried:
        lines[-1] = "申请办理:"
    for line in request_lines(layout, _every(layout)):
        lines.append(f"  # {f'{line.group} ' if line.group else ''}{line.label}")
        lines += _variant(layout, line)
        if line is CARRIED_IN and carried and before:
            cells = ["~" if cell is None else str(cell) for cell in carried]
            lines.append(f"  # 即 {before.year} 年报告的“四、结转下年度继续办理”")
            lines.append(f"  {line.key}: [{', '.join(cells)}]")
        else:
            lines.append(_blank(line.key, len(APPLICANTS)))
    return lines


def _rest() -> list[str]:
    lines = ["# 四、政府信息公开行政复议、行政诉讼情况", f"# 每行依次：{'、'.join(OUTCOMES)}", "#复议诉讼:"]
    lines += [_blank(key, len(OUTCOMES)) for key in DISPUTES]
    lines += ["# 五、存在的主要问题及改进情况", "#存在问题:", "#  - "]
    lines += [
        "# 六、其他需要报告的事项（收取信息处理费的情况也写在这里，没有收的写一句）",
        "#其他事项:",
        "#  - ",
    ]
    return lines


def _blank(key: str, cells: int) -> str:
    return f"  #{key}: [{', '.join('~' * cells)}]"
