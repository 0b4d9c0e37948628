"""A workbook → the rows of one of its sheets, each cell as Excel shows it; what Excel damaged is refused."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from gongkai.desk.intake.rows import Rows, headed, long_number, place
from gongkai.desk.word.blocks import Told
from gongkai.desk.word.package import Refused
from gongkai.load.attached import xml
from gongkai.load.attached.active_zip import package_faults
from gongkai.load.attached.fault import DAMAGED

_SAVE_AGAIN = "在 Excel 或 WPS 里打开，另存为 .xlsx 再导入"
_NOT_RECKONED = "公式没有算出的结果：在 Excel 里打开，保存一次"
_MOST_ROWS, _MOST_COLUMNS = 200_000, 200
#: a number of 16 digits has lost its last ones
_WHOLE = 10**15
_ZEROS = re.compile(r"0{2,}")
_DECIMALS = re.compile(r"[#,]*0(?:\.(0+))?(?:_[^;]|\\ )*")
_PERCENT = re.compile(r"0(?:\.(0+))?%")


def opened(data: bytes) -> Any:
    """A workbook with its values; raises Refused where it cannot be read."""
    _refuse(data)
    try:
        return openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except (*DAMAGED, InvalidFileException):
        raise Refused(f"Excel 文件已损坏，读不了：{_SAVE_AGAIN}") from None


def read(data: bytes, sheet: str, book: Any = None) -> Rows:
    """The rows of a sheet; raises Refused where the workbook cannot be read."""
    found = _chosen(book or opened(data), sheet)
    if (found.max_row or 0) > _MOST_ROWS or (found.max_column or 0) > _MOST_COLUMNS:
        raise Refused(f"工作表超过 {_MOST_ROWS} 行或 {_MOST_COLUMNS} 列：分成几个文件，删去空的行和列")
    told: list[Told] = []
    lines = [[shown(cell, told) for cell in row] for row in found.iter_rows()]
    rows = headed(lines)
    told += hidden(found, rows.first)
    told += _merged(found, rows.first)
    told += _without_value(data, found, rows)
    rows.refused = [*told, *rows.refused]
    return rows


def _refuse(data: bytes) -> None:
    """What may not be opened at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            fault = next(iter(package_faults(archive, len(data))), None)
            if fault:
                raise Refused(f"文件{fault.message}：{fault.fix}")
            for name in archive.namelist():
                if name.lower().endswith("vbaproject.bin"):
                    raise Refused("文件里有宏（程序）：另存为不带宏的 .xlsx 再导入")
                if name.endswith((".xml", ".rels")):
                    xml.refuse_declarations(archive.read(name))
    except xml.Entities:
        raise Refused(f"文件里有外部实体的声明，不像 Excel 写的：{_SAVE_AGAIN}") from None
    except DAMAGED:
        raise Refused(f"Excel 文件已损坏，打不开：{_SAVE_AGAIN}") from None


def _chosen(book: Any, sheet: str) -> Any:
    filled = [each for each in book.worksheets if each.sheet_state == "visible" and _filled(each)]
    names = "、".join(each.title for each in filled)
    if sheet:
        found = next((each for each in filled if each.title == sheet), None)
        if found is None:
            raise Refused(f"没有“{sheet}”这张工作表，有 {names}")
        return found
    if len(filled) > 1:
        raise Refused(f"有 {len(filled)} 张工作表（{names}）：加 --sheet 写明读哪一张")
    if not filled:
        raise Refused("工作表都是空的")
    return filled[0]


def _filled(sheet: Any) -> bool:
    return any(cell.value is not None for row in sheet.iter_rows() for cell in row)


def shown(cell: Any, told: list[Told]) -> str:
    """The cell as Excel shows it."""
    value, form = cell.value, str(cell.number_format)
    where = place(cell.row, cell.column - 1)
    if value is None:
        return ""
    if cell.data_type == "e":
        told.append(Told(where, "公式算出了错误：改正公式，或写上结果", str(value)))
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dt.datetime):
        whole = value.time() == dt.time()
        return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, int | float):
        if abs(value) >= _WHOLE:
            told.append(long_number(cell.row, cell.column - 1, str(value)))
        return number(value, form)
    return " ".join(str(value).split())


def number(value: int | float, form: str) -> str:
    """A number in its format: 001, 12.6%, 1961.00; in any other, its digits."""
    first = re.sub(r"\[[^\]]*\]|\"[^\"]*\"|[¥$￥]", "", form.split(";", maxsplit=1)[0]).strip()
    exact = Decimal(repr(value))
    if found := _PERCENT.fullmatch(first):
        return f"{exact * 100:.{len(found[1] or '')}f}%"
    if _ZEROS.fullmatch(first):
        return f"{exact:.0f}".zfill(len(first))
    if first not in ("General", "@") and (found := _DECIMALS.fullmatch(first)):
        return f"{exact:.{len(found[1] or '')}f}"
    return f"{exact:f}".rstrip("0").rstrip(".") if "." in f"{exact:f}" else f"{exact:f}"


def hidden(sheet: Any, first: int) -> list[Told]:
    """Rows and columns of a sheet that nobody sees."""
    rows = [
        at for at, each in sheet.row_dimensions.items() if each.hidden and first - 1 <= at <= sheet.max_row
    ]
    columns = [name for name, each in sheet.column_dimensions.items() if each.hidden]
    return [
        *(Told(f"第{at}行", "隐藏的一行：取消隐藏，或者删去") for at in sorted(rows)),
        *(Told(f"{name}列", "隐藏的列：取消隐藏，或者删去") for name in sorted(columns)),
    ]


def _merged(sheet: Any, first: int) -> list[Told]:
    ranges = [each for each in sheet.merged_cells.ranges if each.max_row >= first - 1]
    found = sorted((each.min_row, each.min_col) for each in ranges)
    return [Told(place(row, column - 1), "合并的格：取消合并，每一格都写上") for row, column in found]


def _without_value(data: bytes, sheet: Any, rows: Rows) -> list[Told]:
    """Formulas that a program wrote and Excel never reckoned."""
    if all(all(row) for row in rows.rows):
        return []
    written = openpyxl.load_workbook(io.BytesIO(data))[sheet.title]
    return [
        Told(
            place(cell.row, cell.column - 1),
            "公式没有算出的结果：在 Excel 里打开，保存一次",
            str(cell.value)[:40],
        )
        for row in written.iter_rows(min_row=rows.first)
        for cell in row
        if cell.data_type == "f" and sheet.cell(cell.row, cell.column).value is None
    ]
