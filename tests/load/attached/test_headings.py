"""A number in a table is called what the heading of its column calls it, whatever file the table is in."""

from __future__ import annotations

import docx
import openpyxl
import pytest

from planted_files import a_zip, saved
from safety_files import found

SERIAL, OTHER, PERSON = "110102202601050003", "110102202601060009", "110102202601060017"
MOBILE = "13800138000"
TABLE = [
    ["序号", "许可编号", "名称", "联系电话", "证件号码"],
    ["1", SERIAL, "甲公司", "010-66001234", "无"],
    ["2", OTHER, "乙公司", MOBILE, PERSON],
]
#: a second table below the first, whose columns are others'
SECOND = [["人员名单"], ["姓名", "家长", "备注"], ["甲", "13900139000", "无"]]
CARD = [["许可编号", SERIAL], ["名称", "甲"], ["联系电话", MOBILE]]


def _csv(rows):
    return "\n".join(",".join(row) for row in rows).encode()


def _xlsx(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book.save)


def _docx(rows):
    document = docx.Document()
    table = document.add_table(len(rows), max(map(len, rows)))
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(at, place).text = text
    return saved(document.save)


WRITERS = {
    "a.csv": _csv,
    "a.xlsx": _xlsx,
    "a.docx": _docx,
    "a.zip": lambda rows: a_zip({"a.csv": _csv(rows)}),
}


def kinds(name, rows):
    return {(each.number, each.kind) for each in found(name, WRITERS[name](rows)).personal}


IDENTITY = "居民身份证号码"
AS_SERIAL = f"形同{IDENTITY}的编号"


@pytest.mark.parametrize("name", WRITERS)
def test_serials_are_serials_and_a_persons_column_stays_a_persons(name):
    assert kinds(name, TABLE) == {
        (SERIAL, AS_SERIAL), (OTHER, AS_SERIAL), (MOBILE, "手机号码"), (PERSON, IDENTITY),
    }  # fmt: skip


@pytest.mark.parametrize("name", WRITERS)
def test_a_title_above_hides_no_heading_and_a_second_table_has_its_own(name):
    assert kinds(name, [["行政许可公示表"], *TABLE[:2], *SECOND]) == {
        (SERIAL, AS_SERIAL), ("13900139000", "手机号码"),
    }  # fmt: skip


@pytest.mark.parametrize("name", WRITERS)
def test_a_word_before_a_cell_names_it(name):
    assert kinds(name, CARD) == {(SERIAL, AS_SERIAL), (MOBILE, "手机号码")}


@pytest.mark.parametrize("name", WRITERS)
def test_one_number_in_both_columns_is_a_persons_where_it_is_one(name):
    assert (SERIAL, IDENTITY) in kinds(name, [["许可编号", "身份证号"], [SERIAL, SERIAL]])


def test_joined_cells_of_a_word_table_move_no_heading():
    """联系人 over two columns: what stands below 许可编号 is found by the grid, not by counting cells."""
    document = docx.Document()
    table = document.add_table(2, 4)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "联系人"
    table.cell(0, 0).text, table.cell(0, 3).text = "序号", "许可编号"
    for place, text in enumerate(["1", "甲", MOBILE, SERIAL]):
        table.cell(1, place).text = text
    spotted = found("a.docx", saved(document.save)).personal
    assert {(each.number, each.kind) for each in spotted} == {(MOBILE, "手机号码"), (SERIAL, AS_SERIAL)}


def test_a_quoted_cell_over_two_lines_moves_no_heading():
    data = f'许可编号,备注,电话\n{SERIAL},"甲\n乙",{MOBILE}\n{OTHER},丙,{MOBILE}\n'.encode()
    spotted = {(each.number, each.kind) for each in found("a.csv", data).personal}
    assert (MOBILE, "手机号码") in spotted and (OTHER, AS_SERIAL) in spotted
    assert (MOBILE, "形同手机号码的编号") not in spotted
