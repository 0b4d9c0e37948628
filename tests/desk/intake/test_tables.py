"""Workbooks and CSV as offices have them → rows of a dataset, or the cells that Excel damaged."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import word
from gongkai.desk.intake import datasets, excel
from gongkai.load import load

HEAD = ["编号", "名称", "日期", "金额", "比例"]
DATASET = """\
标题: 收费清单
类别: 收费清单
单位: [区民政局]
依据: [某规定]
更新周期: 每年
发布日期: 2026-01-12
更新日期: 2026-11-16
字段:
  - {名称: 名称, 说明: 收费的项目, 用途: 名称, 必填: 是}
  - {名称: 编号, 说明: 项目的编号}
"""


def _book(change=lambda sheet: None, rows=()):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEAD)
    for each in rows or [(1, "停车", dt.datetime(2026, 11, 2), 1961, 0.126)]:
        sheet.append(each)
        last = sheet.max_row
        sheet.cell(last, 1).number_format = "000"
        sheet.cell(last, 4).number_format = "#,##0.00"
        sheet.cell(last, 5).number_format = "0.0%"
    change(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_cells_are_read_as_excel_shows_them():
    rows = datasets.read(_book(), "a.xlsx")
    assert (rows.head, rows.rows) == (HEAD, [["001", "停车", "2026-11-02", "1961.00", "12.6%"]])


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (5, "General", "5"), (0.1 + 0.2, "General", "0.30000000000000004"), (12.50, "General", "12.5"),
        (7, "0000", "0007"),
        (0.5, "0%", "50%"), (3, "0.00", "3.00"), (1234.5, '"¥"#,##0.00', "1234.50"),
        (-2, "0.0;[Red]-0.0", "-2.0"),
        (1e6, "General", "1000000"),
    ],
)  # fmt: skip
def test_numbers_have_the_form_of_their_cell(value, form, shown):
    assert excel.number(value, form) == shown


def _merge(sheet):
    sheet.merge_cells("A2:A3")


def _hide(sheet):
    sheet.row_dimensions[2].hidden = True


def _formula(sheet):
    sheet["B2"] = "=A2&1"


def _error(sheet):
    sheet["B2"] = "#N/A"
    sheet["B2"].data_type = "e"


def _long(sheet):
    sheet["A2"] = 110108199001011234


def _no_head(sheet):
    sheet["G2"] = "多出的"


@pytest.mark.parametrize(
    ("change", "place", "why"),
    [
        (_merge, "第2行A列", "合并的格"), (_hide, "第2行", "隐藏的一行"),
        (_formula, "第2行B列", "没有算出的结果"),
        (_error, "第2行B列", "算出了错误"), (_long, "第2行A列", "长号码"), (_no_head, "第2行G列", "没有表头"),
    ],
)  # fmt: skip
def test_what_excel_hides_or_damaged_is_told_with_row_and_column(change, place, why):
    with pytest.raises(datasets.Faulty) as found:
        datasets.read(_book(change), "a.xlsx")
    assert [each.place for each in found.value.told if why in each.why] == [place]


def test_a_second_sheet_is_asked_for_and_can_be_named():
    def second(sheet):
        other = sheet.parent.create_sheet("说明")
        other.append(["甲", "乙"])
        other.append(["1", "2"])

    with pytest.raises(word.Refused, match="--sheet"):
        datasets.read(_book(second), "a.xlsx")
    assert datasets.read(_book(second), "a.xlsx", "说明").rows == [["1", "2"]]


TEXT = '收费目录,,\n编号,名称,日期,金额\n="001",停车,2026/4/10,"1,961.00"\n002,场地,2026年4月1日,50\n'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030", "utf-16"])
def test_csv_is_read_in_any_letters_and_whole_columns_are_put_into_one_form(encoding):
    rows = datasets.read(TEXT.encode(encoding), "a.csv")
    assert rows.head == ["编号", "名称", "日期", "金额"]
    assert rows.rows == [["001", "停车", "2026-04-10", "1961.00"], ["002", "场地", "2026-04-01", "50"]]
    assert rows.changed == ["日期：2 处日期改为 年-月-日", "金额：1 处数字去掉千分号"]
    assert [each.text for each in rows.unread] == ["收费目录"]


def test_a_column_of_other_things_keeps_what_looks_like_a_number():
    rows = datasets.read('编号,说明\n1,"1,961"\n2,约一千\n'.encode(), "a.csv")
    assert [row[1] for row in rows.rows] == ["1,961", "约一千"]


@pytest.mark.parametrize("head", ["日期", "施行时间", "甲"])
def test_days_that_became_numbers_are_refused_with_the_day_they_may_be(head):
    text = f"编号,{head}\n1,46357\n2,2026/11/2\n3,2026年11月3日\n"
    with pytest.raises(datasets.Faulty) as found:
        datasets.read(text.encode(), "a.csv")
    (told,) = found.value.told
    assert (told.place, told.text) == ("第2行B列", "46357")
    assert "多半是 2026-12-01" in told.why


@pytest.mark.parametrize(
    "text", ["编号,金额\n1,46357\n2,46358\n", "编号,甲\n1,46357\n2,46358\n3,2026/11/2\n"]
)
def test_numbers_among_numbers_are_numbers(text):
    assert datasets.read(text.encode(), "a.csv").rows[0] == ["1", "46357"]


def test_words_are_no_table():
    with pytest.raises(word.Refused, match="不是表格，没有一行有两格；写的是文字的，放进 Word"):
        datasets.read("关于办理的通知\n一、明码标价。\n".encode("gb18030"), "a.txt")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("编号,名称\n1.10108E+17,甲\n", "长号码"), ("编号,编号\n1,2\n", "同名"),
        ("编号,,名称\n1,2,3\n", "表头是空的"),
        ("编号,名称\n1,2\n,\n3,4\n", "空的一行"), ("编号,名称\n", "只有表头"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_dataset_is_told(text, why):
    with pytest.raises(datasets.Faulty) as found:
        datasets.read(text.encode(), "a.csv")
    assert any(why in each.why for each in found.value.told)


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"\xff\xfe\x00", b"\x81", b'a,"b\n', b"a\0b", _book()[:900]])
def test_a_broken_file_is_answered_in_words(data):
    with pytest.raises((word.Refused, datasets.Faulty)):
        datasets.read(data, "a.csv")


def test_rows_are_put_in_the_order_of_a_dataset_that_is_there_and_need_its_columns(small_column, tmp_path):
    register = small_column(
        {
            "data/datasets/shoufei/datapackage.yml": DATASET,
            "data/datasets/shoufei/2026.csv": "名称,编号\n旧,1\n",
        }
    )
    rows = datasets.read(_book(), "a.xlsx")
    with pytest.raises(EnvironmentProblem, match="--replace"):
        datasets.bring(tmp_path, register, "a.xlsx", rows, "shoufei", "2026")
    done = datasets.bring(tmp_path, register, "a.xlsx", rows, "shoufei", "2026", replace=True)
    assert (tmp_path / "data/datasets/shoufei/2026.csv").read_text("utf-8") == "名称,编号\n停车,001\n"
    assert [each.place for each in done.unread] == ["列“日期”", "列“金额”", "列“比例”"]
    other = datasets.read("名称\t别的\n甲\t1\n".encode(), "b.csv")
    with pytest.raises(datasets.Faulty) as found:
        datasets.bring(tmp_path, register, "b.csv", other, "shoufei", "2027")
    assert [each.text for each in found.value.told] == ["编号"]


def test_a_new_dataset_is_a_draft_whose_keys_are_open(small_column, tmp_path):
    register = small_column()
    rows = datasets.read(_book(), "公园名录.xlsx")
    with pytest.raises(EnvironmentProblem, match="--year"):
        datasets.bring(tmp_path, register, "公园名录.xlsx", rows, "", "")
    done = datasets.bring(tmp_path, register, "公园名录.xlsx", rows, "", "2026")
    assert done.written == [
        "data/datasets/gongyuan-minglu/datapackage.yml",
        "data/datasets/gongyuan-minglu/2026.csv",
    ]
    text = (tmp_path / done.written[0]).read_text("utf-8")
    assert "  - {名称: 日期, 说明: 待填, 类型: 日期}\n" in text
    assert "  - {名称: 编号, 说明: 待填}\n" in text
    problems = validate(load(tmp_path).documents).problems
    assert sorted(each.message for each in problems) == [
        f"缺少必填的“{key}”" for key in sorted(("类别", "单位", "依据", "更新周期", "发布日期", "更新日期"))
    ]


def test_columns_that_are_only_reported_upwards_stay_out(tmp_path, identity):
    table = "决定文书号,法定代表人身份证号,证件号码\n示许〔2026〕1号,略,略\n".encode()
    register = Register([], dt.date(2026, 11, 21), identity)
    done = datasets.bring(tmp_path, register, "许可.csv", datasets.read(table, "许可.csv"), "xuke", "2026")
    assert (tmp_path / "data/datasets/xuke/2026.csv").read_text("utf-8") == "决定文书号\n示许〔2026〕1号\n"
    assert [each.place for each in done.unread] == ["列“法定代表人身份证号”", "列“证件号码”"]
    assert {each.why for each in done.unread} == {"只往上报，不公布，没有放进来"}
