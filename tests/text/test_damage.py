"""Rows, lost tables, stars, marks that are none: kept as they are written, or told with line and remedy."""

from __future__ import annotations

import pytest

from gongkai.common.problems import Level
from gongkai.text import Converter, Fault, find_faults, plain_text
from gongkai.text.document import document

CONVERTER = Converter()


def words(body: str) -> str:
    return plain_text(CONVERTER.convert(body).html)


def told(body: str) -> list[tuple[str, int, Level]]:
    return [(each.rule, each.line, each.level) for each in find_faults(body)]


KEPT = {
    "stars of a product": "补助金额=建筑面积*300元*60%。",
    "stars of a size": "尺寸为2*3*4米",
    "masked names": "公示名单：张*军、李*芳、王**，共3人。",
    "two masked names": "王**，李**，张**（男）",
    "stars of a note": "注：*为必填项，*号不得删除。",
    "powers": "5**3**2=",
    "other marks": "_甲_ __乙__ `丙` ~~丁~~ x^2^ ==戊== $x$ &lt; &copy; A&B",
    "backslashes": "路径 \\\\oa\\gongwen\\_a",
    "angles": "<姓名>填写，a<b且c>d，甲 <b 且 c> 乙",
    "an arrow": "A-->B",
    "brackets": "[甲](元/吨)、数组[1](2)、[1]、f[]",
    "a topic": "#便民服务#",
    "unlike cells of a row": "| 东街 | 120 | 98000 |",
    "a plus": "+ 20%",
    "a minus": "- 5度以下",
    "at least": ">=10万元",
    "more than": "> 60分",
    "a line of stars": "***",
    "a note's star": "* 为必填项",
    "a colon": ": 甲",
    "a reference": "[1]: 见附件",
    "a numbered house": "# 1号楼",
    "a box of no kind": "!!! attention",
    "a lonely fence": "``` 第一条 甲",
    "a fence before a figure": "~~~1",
}


@pytest.mark.parametrize("body", KEPT.values(), ids=KEPT.keys())
def test_text_stands_as_it_is_written(body: str) -> None:
    assert words(body) == body


@pytest.mark.parametrize("body", [body for name, body in KEPT.items() if name != "a numbered house"])
def test_text_that_stands_as_it_is_is_not_complained_of(body: str) -> None:
    assert told(body) == []


def test_rows_of_unlike_cells_are_told_and_kept() -> None:
    body = "| 街道 | 人次 |\n| --- | ---: |\n| 东街 | 120 | 98000 |\n| 西街 |"
    assert words(body) == "街道 人次\n东街 120 98000\n西街"
    found = list(find_faults(body))
    assert [(each.rule, each.line) for each in found] == [("table-row", 2), ("table-row", 3)]
    assert found[0].message.startswith("这一行有 3 格，表头有 2 格")
    assert found[1].message.startswith("这一行有 1 格，表头有 2 格")


def test_dashes_for_other_columns_than_the_head_has() -> None:
    assert told("| a | b |\n|---|\n| 1 | 2 |") == [("table-row", 1, Level.ERROR)]


def test_a_bar_behind_a_backslash_parts_nothing() -> None:
    body = "| a | b |\n|---|---|\n| 甲\\|乙 | 丙 |"
    assert told(body) == []
    assert words(body).endswith("甲|乙 丙")


def test_rows_without_dashes_are_a_table_without_a_head() -> None:
    body = "| 甲 | 100人 |\n| 乙 | 20人 |"
    assert words(body) == "甲 100人\n乙 20人"
    assert "<th" not in CONVERTER.convert(body).html
    assert told(body) == [("table-without-head", 0, Level.NOTICE)]


TABS = {
    "figures below words": ("项目\t一季度\t二季度\n救助人次\t120\t130\n救助金额\t3.5\t4.2", 3),
    "words only": ("项目\t标准\t备注\n学费\t100元\t按周\n餐费\t25元\t按日", 0),
    "empty cells at the end": ("项目\t数\n甲\t1\n乙\t", 2),
    "an empty first cell": ("\t一季度\t二季度\n甲\t1\t2", 0),
}


@pytest.mark.parametrize(("body", "heads"), TABS.values(), ids=TABS.keys())
def test_lines_with_tabs_are_a_table(body: str, heads: int) -> None:
    made = CONVERTER.convert(body).html
    assert made.count("<table") == 1
    assert made.count('scope="col"') == heads
    assert words(body).split() == body.split()


@pytest.mark.parametrize(
    "body", ["1)\t款项甲\n2)\t款项乙", "第一条\t甲。\n第二条\t乙。", "\t甲\n\t乙", "●\t甲\n●\t乙"]
)
def test_numbers_set_apart_by_tabs_are_no_table(body: str) -> None:
    assert "<table" not in CONVERTER.convert(body).html
    assert "\n" in words(body)


def test_a_row_with_fewer_tabs_is_told() -> None:
    assert ("table-row", 2, Level.ERROR) in told("甲\t乙\t丙\n1\t2\t3\n4\t5")


def test_columns_of_spaces_are_told_with_the_table_to_paste() -> None:
    (fault,) = find_faults("说明：\n\n项目  标准\n学费  100元")
    assert (fault.rule, fault.line, fault.level) == ("spaced-table", 2, Level.WARNING)
    assert "| 项目 | 标准 | ⏎ | --- | --- | ⏎ | 学费 | 100元 |" in fault.fix


@pytest.mark.parametrize(
    "body", ["姓名：____  性别：____\n年龄：____  民族：____", "甲  乙", "甲，  乙。\n丙，  丁。"]
)
def test_spaces_that_set_no_columns(body: str) -> None:
    assert told(body) == []


LINES = {
    "a contact": "联系人：王女士\n电话：010-60000001\n地址：西街1号",
    "a list of names": "入围单位：\n甲公司\n乙公司\n丙公司",
    "two figures": "2026年预算1200\n500元以下罚款",
    "a head in red": "示例区民政局文件\n示民发〔2026〕30号\n示例区临时救助实施办法",
}


@pytest.mark.parametrize("body", LINES.values(), ids=LINES.keys())
def test_short_lines_are_not_glued(body: str) -> None:
    assert words(body) == body


def test_a_line_that_a_program_broke_is_joined() -> None:
    assert words(f"{'甲' * 25}\n乙，\n丙") == f"{'甲' * 25}乙，丙"
    assert words(f"{'甲' * 24}。\n乙") == f"{'甲' * 24}。\n乙"


@pytest.mark.parametrize("kind", ["```", "~~~"])
def test_code_without_an_end_or_with_articles(kind: str) -> None:
    assert told(f"甲\n\n{kind}\n乙") == [("code-block", 2, Level.ERROR)]
    assert told(f"{kind}\n第一条　乙\n{kind}") == [("code-block", 0, Level.ERROR)]
    assert told(f"{kind}\n乙\n{kind}") == []


@pytest.mark.parametrize("body", ["应当**及时**办理", "张**军、李**芳", "乙**甲** 丙"])
def test_stars_that_look_like_bold_and_are_shown(body: str) -> None:
    assert words(body) == body
    assert told(body) == [("stars-shown", 0, Level.WARNING)]


@pytest.mark.parametrize(
    "body", ["**甲**", "甲，**乙**。", "（**甲**）", "关于**《办法》**的", "见 **甲** 页", "**[甲](b.md)**"]
)
def test_bold(body: str) -> None:
    assert words(body) == body.replace("**", "").replace("[", "").replace("](b.md)", "")
    assert told(body) == []


def test_rows_headed_by_their_first_cell() -> None:
    made = CONVERTER.convert("| # 街道 | 人次 |\n|---|---|\n| 东街 | 1 |").html
    assert '<th scope="col">街道</th>' in made
    assert '<th scope="row">东街</th>' in made
    made = CONVERTER.convert(
        "| 街道 | 人次 |\n|---|---|\n| # 东街 | 1 |\n| 西街 | 2 |\n| 西街 | 4 |\n| # 1号 | 3 |"
    ).html
    assert made.count('scope="row"') == 1
    assert "># 1号<" in made


def test_merged_cells() -> None:
    body = "| a | b | c |\n|---|---|---|\n| 甲 | < | 1 |\n| ^ | ^ | 2 |\n| < | \\< | ^ |"
    made = CONVERTER.convert(body).html
    assert '<td colspan="2" rowspan="2">甲</td>' in made
    assert '<td class="number" rowspan="2">2</td>' in made
    assert made.count("<td>&lt;</td>") == 2
    assert told(body) == []


def test_cells_that_merge_into_no_rectangle_are_told_and_shown() -> None:
    body = "| a | b |\n|---|---|\n| 甲 | < |\n| ^ | 乙 |"
    assert [each[:2] for each in told(body)] == [("merged-cells", 2), ("merged-cells", 3)]
    assert "^" in words(body)


def test_notes_and_definitions_that_would_not_be_seen() -> None:
    assert told("甲[^a]\n\n[^a]: 乙\n\n[^a]: 丙") == [("duplicate-note", 4, Level.ERROR)]
    assert told("[a]: https://a.cn/") == [("unused-reference", 0, Level.WARNING)]
    assert told("[甲][a]\n\n[a]: https://a.cn/") == []


def test_a_numbered_heading_has_two_hashes() -> None:
    assert told("# 1号楼") == [("hash-shown", 0, Level.WARNING)]
    assert "<h2" in CONVERTER.convert("## 2026年要点").html


def test_every_fault_has_a_reason_and_a_remedy() -> None:
    bodies = ["|a|b|\n|-|-|\n|1|", "甲**乙**丙", "# 1", "```", "甲  乙\n丙  丁", "|a|b|\n|1|2|", "[a]: b.md"]
    found: list[Fault] = [fault for body in bodies for fault in find_faults(body)]
    assert len(found) == len(bodies)
    assert all("（原因：" in each.message and each.fix for each in found)


def test_an_article_behind_a_tab() -> None:
    assert document("第一条\t甲。\n第二条\t乙。").article_ids == {"tiao-1", "tiao-2"}
