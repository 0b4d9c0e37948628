"""Lists as tables to download."""

from __future__ import annotations

import csv
import io

import pytest

from gongkai.exports.lists import catalogue_csv, list_csv
from gongkai.records.types.item import Item

ROOT = "https://www.example.gov.cn/zwgk/"
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", '=HYPERLINK("https://x","看")']


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_policy_row(small_column):
    register = small_column()
    (row,) = rows(list_csv(register.policies, register))
    assert row["标题"] == "示例区老旧小区加装电梯补助办法"
    assert row["文号"] == "示建发〔2026〕21号"
    assert row["单位"] == "区住房和城市建设委员会"
    assert (row["成文日期"], row["发布日期"], row["施行日期"]) == ("2026-11-02", "2026-11-05", "2026-11-10")
    assert (row["状态"], row["规范性文件"], row["示例"]) == ("有效", "是", "否")
    assert row["失效日期"] == ""
    assert row["网址"] == ROOT + "policies/2026/jiazhuang-dianti/"


def test_an_interpretation_row_names_its_policies_and_their_units(small_column):
    register = small_column()
    (row,) = rows(list_csv(register.interpretations, register))
    assert row["解读文件"] == "示例区老旧小区加装电梯补助办法"
    assert (row["解读形式"], row["单位"], row["示例"]) == ("简明问答", "区住房和城市建设委员会", "是")


def test_a_meeting_row_counts_open_topics(small_column):
    register = small_column()
    (row,) = rows(list_csv(register.meetings, register))
    assert (row["会议名称"], row["日期"], row["公开议题"]) == ("区政府常务会第 46 次会议", "2026-11-24", "1")


def test_a_topic_that_is_closed_is_not_counted_among_the_open_ones(small_column):
    text = """\
---
会议名称: 局长办公会
日期: 2026-11-03
预告日期: 2026-11-01
主办单位: 区民政局
议题:
  - 标题: 养老规划
  - 标题: 救助标准
  - {标题: 人事任免, 是否公开: 否, 不公开理由: 内部事务}
---
会议安排。
"""
    register = small_column({"content/meetings/2026/cw-46.md": text})
    (row,) = rows(list_csv(register.meetings, register))
    assert row["公开议题"] == "2"


def test_a_row_of_the_catalogue_counts_its_records_and_says_where_it_stands(small_column):
    more = "---\n标题: 又一件\n单位: 区民政局\n发布日期: 2026-10-13\n公开事项: MZ-01\n---\n正文。\n"
    register = small_column({"content/items/minzheng-ju/2026/you.md": more})
    (row,) = rows(catalogue_csv(register.catalogue, register, {"MZ-01": ("逾期", "应在 2026-11-15 前公开")}))
    assert (row["编号"], row["一级事项"], row["领域"]) == ("MZ-01", "养老服务", "养老服务")
    assert (row["已公开件数"], row["状态"], row["期限说明"]) == ("2", "逾期", "应在 2026-11-15 前公开")


def test_an_item_row(small_column):
    register = small_column()
    (row,) = rows(list_csv(register.items, register))
    assert (row["单位"], row["公开事项"], row["摘要"]) == ("区民政局", "MZ-01", "本季度救助人次。")


def test_a_unit_that_is_not_known_stands_under_the_name_that_is_written(small_column):
    text = "---\n标题: 情况\n单位: 市某局\n发布日期: 2026-10-12\n---\n正文。\n"
    register = small_column({"content/items/minzheng-ju/2026/jiuzhu.md": text})
    assert [row["单位"] for row in rows(list_csv(register.items, register))] == ["市某局"]


def test_records_of_several_types_share_the_common_columns_and_keep_their_order(small_column):
    register = small_column()
    found = rows(list_csv(register.all, register))
    assert [row["类型"] for row in found] == ["会议", "政策解读", "政策文件", "信息"]
    assert [row["网址"] for row in found] == [ROOT + record.url for record in register.all]


def test_an_empty_list_has_the_headings_of_its_type(small_column):
    register = small_column()
    assert list_csv([], register, Item).decode("utf-8-sig").startswith("标题,单位,发布日期,形成日期,")
    assert list_csv([], register).decode("utf-8-sig").startswith("类型,标题,")


def test_spreadsheet_programs_read_it_as_utf_8_lines(small_column):
    register = small_column()
    content = list_csv(register.all, register)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == 1 + len(register.all)


@pytest.mark.parametrize("title", FORMULAS)
def test_a_cell_is_never_a_formula(small_column, title):
    register = small_column()
    item = Item.model_validate({"标题": title, "单位": "区民政局", "发布日期": "2026-10-12"})
    (row,) = rows(list_csv([item], register))
    assert row["标题"] == "'" + title.strip()


def test_quotes_commas_and_line_ends_stay_in_their_cell(small_column):
    register = small_column()
    written = {"标题": '甲,"乙"', "单位": "区民政局", "发布日期": "2026-10-12", "摘要": "一,二\r\n三"}
    (row,) = rows(list_csv([Item.model_validate(written)], register))
    assert (row["标题"], row["单位"], row["摘要"]) == ('甲,"乙"', "区民政局", "一,二 三")
