"""CSV files of datasets: what is taken as it stands, and what is told with line, column and remedy."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.common.personal import Sort
from gongkai.load import load, read_rows
from gongkai.records.types.dataset import Dataset

FOLDER = "data/datasets/chufa"
PACKAGE = """\
标题: 行政处罚信息
类别: 行政处罚
单位: [区民政局]
依据: [双公示制度]
更新周期: 每月
发布日期: 2026-01-12
更新日期: 2026-11-16
字段:
  - {名称: 文号, 说明: 决定书文号, 用途: 编号, 必填: 是}
  - {名称: 名称, 说明: 相对人, 用途: 名称, 必填: 是}
  - {名称: 代码, 说明: 相对人的代码, 类型: 统一社会信用代码}
  - {名称: 种类, 说明: 处罚种类, 用途: 筛选, 可选值: [警告, 罚款]}
  - {名称: 金额, 说明: 罚款, 类型: 小数, 计量单位: 万元}
  - {名称: 日期, 说明: 决定日期, 类型: 日期, 用途: 时间, 必填: 是}
"""
HEAD = "文号,名称,代码,种类,金额,日期"
ROW = "示罚1号,示例商店,91110000600037341L,罚款,0.5,2026-05-08"


def read(root: Path, *lines: str, name: str = "2026.csv", package: str = PACKAGE) -> list[str]:
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "datapackage.yml").write_text(package, "utf-8")
    (folder / name).write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return [problem.as_text() for problem in load(root).problems]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n{ROW}\n",
        f"\ufeff{HEAD}\r\n{ROW}\r\n",
        f"日期,{HEAD[:-3]}\n2026-05-08,{ROW[:-11]}\n",
        f'{HEAD}\n"示罚1号"," 示例商店 ",91110000600037341L,罚款,0.5,2026-05-08',
    ],
    ids=["plain", "with a BOM and CRLF", "columns in another order", "quoted and padded"],
)
def test_the_same_row_in_every_usual_form(tmp_path, text):
    assert read(tmp_path, HEAD) == []
    file = tmp_path / FOLDER / "2026.csv"
    file.write_bytes(text.encode())
    loaded = load(tmp_path)
    assert loaded.problems == ()
    (table,) = loaded.tables["datasets/chufa"]
    assert (table.year, table.count, table.facets) == (2026, 1, {"种类": {"罚款": 2}})
    columns = Dataset.model_validate(loaded.documents[0].data).columns
    assert list(read_rows(file, columns)) == [tuple(ROW.split(","))]


@pytest.mark.parametrize(
    ("lines", "place", "message", "fix"),
    [
        (["文号,名字,代码,种类,金额,日期", ROW], "1:4", "没有“名字”这一列", "是不是“名称”"),
        (["文号,名称,代码,种类,金额", ROW], "1:1", "缺少“日期”这一列", "第一行写列名"),
        ([f"{HEAD},日期", f"{ROW},"], "1:19", "“日期”这一列写了两次", "删去一列"),
        ([HEAD, f"{ROW},多"], "2:1", "这一行有 7 格，应是 6 格", "半角双引号"),
        ([HEAD, ROW, ROW], "3:1", "编号“示罚1号”已经在 2026.csv 用过", "只留一行"),
        ([HEAD, ROW.replace("示例商店", "")], "2:6", "“名称”是空的", "必填"),
        ([HEAD, ROW.replace("341L", "3413")], "2:11", "校验位对不上", "逐字核对"),
        ([HEAD, ROW.replace("341L", "34")], "2:11", "不是统一社会信用代码", "18 位"),
        ([HEAD, ROW.replace("罚款", "罚金")], "2:30", "“罚金”不在可填的值里", "警告、罚款"),
        ([HEAD, ROW.replace("示罚1号", "1.10108E+17")], "2:1", "科学记数法", "从文本/CSV"),
        ([HEAD, ROW.replace("示罚1号", '"=""0012345"""')], "2:1", "Excel 的公式", "0012345"),
        ([HEAD, ROW.replace("示罚1号", "'0012345")], "2:1", "多了一个撇号", "写 0012345"),
        ([HEAD, ROW.replace("91110000600037341L", "9.11E+17")], "2:11", "科学记数法", "重新导出"),
        ([HEAD, *(ROW.replace("示罚1号", n) for n in ("01", "2"))], "3:1", "少了前面的零", "改为 02"),
        (
            [HEAD, *(ROW.replace("示罚1号", f"1101082026{n:02}0000000") for n in (11, 12, 13))],
            "2:1", "第 15 位以后全是零", "重新导出",
        ),
        ([HEAD, ROW.replace("0.5", "五千")], "2:33", "“五千”不是数", "半角数字"),
        ([HEAD, ROW.replace("2026-05-08", "2026/5/8")], "2:37", "“2026/5/8”写法不对", "2026-05-08"),
        ([HEAD, ROW.replace("2026-05", "2025-05")], "2:37", "不在 2026 年", "2025.csv"),
        ([HEAD, ROW.replace("示例商店", "示例<script>")], "2:6", "有网页代码", "尖括号"),
        ([HEAD, ROW.replace("商店", "商\u200b店")], "2:6", "零宽空格", "删去"),
        ([HEAD, ROW.replace("商店", "商&#8203;店")], "2:6", "“&#8203;”，写出来的是零宽空格", "删去"),
        ([HEAD, ROW.replace("商店", "⼩店")], "2:6", "部首“⼩” U+2F29", "改为“小”"),
        ([HEAD, ROW.replace("示例商店", '"示例商店')], "2:1", "引号不成对", "写两个"),
        ([HEAD, ROW.replace("示例商店", "长" * 200_001)], "2:1", "有一格长于 200000 字", "写两个"),
        ([HEAD, ROW, "<<<<<<< HEAD"], "3:1", "Git 合并冲突的标记“<<<<<<<”", "删去这些标记行"),
        ([HEAD, ROW, "======="], "3:1", "Git 合并冲突的标记“=======”", "删去这些标记行"),
        ([HEAD + ",另" * 30_000, ROW], "1:1", "第一行有 30006 格，应是 6 格", "第一行写列名"),
        ([], "1:1", "文件是空的", "第一行写列名"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place_and_remedy(tmp_path, lines, place, message, fix):
    (told,) = read(tmp_path, *lines)
    assert told.startswith(f"{FOLDER}/2026.csv:{place} [")
    assert message in told.split("改法：")[0] and fix in told.split("改法：")[1]


LINES = st.lists(
    st.text(st.sampled_from('示1,"\n\r=<- \t\x00\u200b') | st.characters(), max_size=30), max_size=4
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES)
def test_any_rows_are_read_or_told(tmp_path, lines):
    text = "".join(f"{line}\n" for line in [HEAD, *lines])
    read(tmp_path)
    file = tmp_path / FOLDER / "2026.csv"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    loaded = load(tmp_path)
    for problem in loaded.problems:
        assert problem.path == f"{FOLDER}/2026.csv" and problem.message and problem.fix
        assert (
            1 <= problem.line <= len(io.StringIO(text, newline=None).readlines()) + 1 and problem.column >= 1
        )
        assert "\n" not in problem.as_text().partition("\n    依据")[0]
    if not loaded.problems:
        columns = Dataset.model_validate(loaded.documents[0].data).columns
        assert all(len(row) == len(columns) and row[0] for row in read_rows(file, columns))


def test_a_number_is_unique_over_the_years(tmp_path):
    read(tmp_path, HEAD, ROW.replace("2026", "2025"), name="2025.csv")
    (told,) = read(tmp_path, HEAD, ROW)
    assert "2026.csv:2:1" in told and "已经在 2025.csv 用过" in told


def test_files_in_the_wrong_place_or_with_a_wrong_name(tmp_path):
    (told,) = read(tmp_path, HEAD, name="shuju.csv")
    assert "名字不是年份" in told
    (tmp_path / FOLDER / "shuju.csv").unlink()
    (tmp_path / FOLDER / "datapackage.yml").unlink()
    (tmp_path / FOLDER / "2026.csv").write_text(HEAD, "utf-8")
    (problem,) = load(tmp_path).problems
    assert "没有 datapackage.yml" in problem.message


def test_a_file_in_another_encoding_is_named(tmp_path):
    read(tmp_path, HEAD)
    (tmp_path / FOLDER / "2026.csv").write_bytes(f"{HEAD}\n{ROW}\n".encode("gb18030"))
    (problem,) = load(tmp_path).problems
    assert "GBK" in problem.message


def test_rows_wait_for_a_sound_description(tmp_path):
    broken = PACKAGE.replace("类型: 小数", "类型: 数")
    assert read(tmp_path, "随便", package=broken) == []
    assert load(tmp_path).tables == {}


def test_many_faults_are_counted(tmp_path):
    told = read(tmp_path, HEAD, *(f"示罚{n}号,,,,,2026-01-05" for n in range(50)))
    assert len(told) == 21 and any("还有 30 处" in each for each in told)


def test_personal_numbers_are_kept_for_the_rule_not_the_rows(tmp_path):
    rows = [f"示罚{n}号,示例商店 1380013{n:04d},,,,2026-01-05" for n in range(230)]
    assert read(tmp_path, HEAD, *rows) == []
    (table,) = load(tmp_path).tables["datasets/chufa"]
    first = table.personal[0]
    assert (first.line, first.column, first.kind, first.number) == (2, 6, "手机号码", "13800130000")
    assert (len(table.personal), table.more_personal) == (200, {Sort("手机号码", None): 30})


def test_zeros_lost_in_a_later_year_are_told_by_those_of_an_earlier_one(tmp_path):
    assert (
        read(tmp_path, HEAD, ROW.replace("示罚1号", "0012").replace("2026-", "2025-"), name="2025.csv") == []
    )
    (told,) = read(tmp_path, HEAD, *(ROW.replace("示罚1号", n) for n in ("13", "14", "1150", "15")))
    assert told.startswith(f"{FOLDER}/2026.csv:2:1 [")
    assert "这样短的共 3 个" in told and "改为 0013" in told


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "10", "100"),
        ("001", "002", "1000"),
        ("110108202611000001", "110108202611000000"),
        ("'十四五'",),
    ],
)
def test_numbers_as_they_should_be(tmp_path, numbers):
    assert read(tmp_path, HEAD, *(ROW.replace("示罚1号", number) for number in numbers)) == []


def test_a_line_break_of_a_spreadsheet_in_a_cell_is_told_as_what_it_is(tmp_path):
    read(tmp_path, HEAD)
    broken = ROW.replace("示例商店", '"示例\r\n商店"')
    (tmp_path / FOLDER / "2026.csv").write_bytes(f"{HEAD}\r\n{broken}\r\n".encode())
    (problem,) = load(tmp_path).problems
    assert (problem.line, problem.column, problem.message) == (2, 6, "“名称”：格子里有换行")
