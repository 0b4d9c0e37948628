"""Rows of an office's table → the file of a dataset's year; of a new one also the draft that describes it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk.intake import csv_file, excel, slugs, units
from gongkai.desk.intake.draft import quoted
from gongkai.desk.intake.rows import Rows, tidy
from gongkai.desk.word import Refused
from gongkai.desk.word.blocks import Told
from gongkai.load.attached.kinds import OLD_OFFICE, ZIP
from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.datasets import DatasetKind, FieldType, UpdateCycle

FOLDER = "data/datasets"
_ENDINGS = (".xlsx", ".csv", ".txt", ".xls", ".et")
#: columns that are reported upwards and never published, as the exports of permits and penalties have them
_INNER = re.compile(r"身份证号|证件类型|证件号码")
_YEAR = re.compile(r"20\d\d")
_TYPES = (
    (FieldType.DATE, re.compile(r"\d{4}-\d{2}-\d{2}")),
    (FieldType.CODE, re.compile(r"[0-9A-HJ-NP-RTUW-Y]{18}")),
    (FieldType.INTEGER, re.compile(r"0|-?[1-9]\d{0,14}")),
    (FieldType.DECIMAL, re.compile(r"-?(?:0|[1-9]\d{0,12})(?:\.\d{1,6})?")),
    (FieldType.YES, re.compile(r"[是否]")),
)


@dataclass
class Written:
    """What came of one table."""

    name: str
    rows: int
    columns: int
    written: list[str] = field(default_factory=list)
    unread: list[Told] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)


class Faulty(Exception):
    """Cells that cannot be taken: each with its place."""

    def __init__(self, name: str, told: list[Told]) -> None:
        self.name, self.told = name, told
        super().__init__(name)


def is_table(name: str) -> bool:
    """Whether a file is one of rows, by its name."""
    return name.lower().endswith(_ENDINGS)


def read(data: bytes, name: str, sheet: str = "", book: Any = None) -> Rows:
    """The rows of a file, in the form that datasets have; raises Faulty or Refused."""
    if data.startswith(OLD_OFFICE):
        raise EnvironmentProblem(f"{name} 是旧格式或设了密码的 Excel 文件：去掉密码，另存为 .xlsx 再导入")
    rows = tidy(excel.read(data, sheet, book) if data.startswith(ZIP) else csv_file.read(data))
    if rows.refused:
        raise Faulty(name, rows.refused)
    if not rows.head:
        raise Refused(f"{name}：不是表格，没有一行有两格；写的是文字的，放进 Word 文件再导入")
    if not rows.rows:
        raise Faulty(name, [Told("全表", "只有表头，没有一行")])
    return rows


def bring(
    root: Path, register: Register, name: str, rows: Rows, slug: str, year: str, replace: bool = False
) -> Written:
    """Write the year's file; the columns of a dataset that is there have to be in the table."""
    if not _YEAR.fullmatch(year):
        raise EnvironmentProblem("数据集的行要写明是哪一年的：加 --year 2026 这样的年份")
    place = slug or slugs.slug_of(Path(name).stem, units.places(register.column.portal))
    known = next(
        (each for each in register.everything(Dataset) if each.source.path.split("/")[-2] == place), None
    )
    rows, dropped = _public(rows)
    unread = [*rows.unread, *(Told(f"列“{each}”", "只往上报，不公布，没有放进来") for each in dropped)]
    done = Written(name, len(rows.rows), len(rows.head), unread=unread, changed=rows.changed)
    order = _order(known, rows, name) if known else list(range(len(rows.head)))
    names = [rows.head[at] for at in order]
    if known is None:
        _put(root, f"{FOLDER}/{place}/datapackage.yml", _description(Path(name).stem, rows), done, False)
    else:
        left = [each for at, each in enumerate(rows.head) if at not in order]
        done.unread = [*done.unread, *(Told(f"列“{each}”", "数据集没有这一列") for each in left)]
    content = _csv([names, *([row[at] for at in order] for row in rows.rows)])
    _put(root, f"{FOLDER}/{place}/{year}.csv", content, done, replace)
    return done


def _public(rows: Rows) -> tuple[Rows, list[str]]:
    """A table without its columns that must not be published, and what they are called."""
    kept = [at for at, name in enumerate(rows.head) if not _INNER.search(name)]
    dropped = [name for at, name in enumerate(rows.head) if at not in kept]
    cells = [[row[at] for at in kept] for row in rows.rows]
    return replace(rows, head=[rows.head[at] for at in kept], rows=cells), dropped


def _order(known: Dataset, rows: Rows, name: str) -> list[int]:
    missing = [each.name for each in known.columns if each.name not in rows.head]
    if missing:
        raise Faulty(
            name, [Told("表头", f"数据集“{known.title}”要有这一列，表里没有", each) for each in missing]
        )
    return [rows.head.index(each.name) for each in known.columns]


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _description(title: str, rows: Rows) -> bytes:
    lines = [
        "# 新的数据集：填好以“#”开头的行，去掉“#”；各列的说明换成一句话；全部填好后删去“草稿”一行。",
        "草稿: 是",
        f"标题: {quoted(title)}",
        f"# {'、'.join(each.value for each in DatasetKind)}",
        "#类别: ",
        "#单位: []",
        "#依据: []",
        f"# {'、'.join(each.value for each in UpdateCycle)}",
        "#更新周期: ",
        "#发布日期: ",
        "#更新日期: ",
        "字段:",
        *_fields(rows),
    ]
    return ("\n".join(lines) + "\n").encode()


def _fields(rows: Rows) -> Iterator[str]:
    """Each column with the type that all its cells have."""
    for at, name in enumerate(rows.head):
        cells = [row[at] for row in rows.rows if row[at]]
        kind = next((kind for kind, fits in _TYPES if cells and all(map(fits.fullmatch, cells))), None)
        of_type = f", 类型: {kind.value}" if kind else ""
        yield f"  - {{名称: {quoted(name)}, 说明: 待填{of_type}}}"


def _put(root: Path, path: str, content: bytes, done: Written, replace: bool) -> None:
    target = root / path
    if target.exists() and not replace:
        raise EnvironmentProblem(f"已有文件，没有改动：{path}。要换成新的，加 --replace")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        raise EnvironmentProblem(f"不能写 {path}（{error.strerror}）") from None
    done.written.append(path)
