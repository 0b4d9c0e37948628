"""Drawings: every value at its height, every word beside what it is of."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
import yaml

from gongkai.records.types.procedure import Procedure
from gongkai.render.charts import flow
from gongkai.render.charts.bars import Series, bars
from gongkai.render.charts.columns import scale_end
from gongkai.render.charts.lines import Point, lines, sparkline
from gongkai.render.charts.ranks import ranks, shares

PROCEDURE = """\
标题: {中文: 办理流程, 英文: How}
页面: request
步骤:
  - 名称: {中文: 提出申请, 英文: Application}
    由谁: {中文: 申请人, 英文: applicant}
    依据: {文件: 中华人民共和国政府信息公开条例, 条款: 第二十九条}
  - 名称: {中文: 补正, 英文: Completion}
    由谁: {中文: 申请人, 英文: applicant}
    何时: {中文: 内容不明确, 英文: unclear}
    不计入期限: 是
    依据: {文件: 中华人民共和国政府信息公开条例, 条款: 第三十条}
  - 名称: {中文: 作出答复, 英文: Answer}
    由谁: {中文: 行政机关, 英文: authority}
    时限: {数: 20, 单位: 个工作日, 起算: {中文: 收到申请之日起, 英文: of receipt}}
    依据: {文件: 中华人民共和国政府信息公开条例, 条款: 第三十三条}
"""


def point(label: str, value: int | None, *, missed: bool = False) -> Point:
    return Point(label, None if value is None else Fraction(value), f"v{label}", missed=missed)


def narrow(drawn: str) -> str:
    """The drawing for narrow screens, the second of both."""
    return drawn.split("</svg>")[1]


def words(drawn: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", drawn)


def test_bars_are_told_year_by_year_and_numbered_where_there_is_room():
    years = ["2024年", "2025年", "2026年"]
    drawn = str(bars("b", "题", years, [Series("甲", [1, 2, 40]), Series("乙", [None, None, 7])]))
    assert "甲：2024年 1，2025年 2，2026年 40；乙：2026年 7。" in drawn
    wide = words(drawn.split("</svg>", maxsplit=1)[0])
    assert wide == ["甲", "乙", "40", "0", "1", "2024年", "2", "2025年", "40", "7", "2026年"]
    assert bars("b", "题", years[1:], [Series("甲", [1, 2])]) == ""


def test_bars_too_narrow_for_their_numbers_have_them_upright_and_name_every_other_year():
    months = [f"{month}月" for month in range(1, 11)]
    drawn = narrow(str(bars("b", "题", months, [Series("甲", range(100, 110)), Series("乙", range(10))])))
    assert re.findall(r'class="bars__upright"[^>]*>(\d+)<', drawn) == [str(n) for n in range(100, 110)]
    assert [word for word in words(drawn) if "月" in word] == months[1::2] * 2


def test_on_a_phone_two_series_of_a_year_stand_one_below_the_other_and_say_every_number():
    months = [f"{month}月" for month in range(1, 13)]
    series = [Series("新收", range(91, 103)), Series("办结", range(103, 115))]
    wide, slim, slimmest = str(bars("b", "题", months, series)).split("</svg>")[:3]
    numbers = [str(number) for number in range(91, 115)]
    for drawn, scales in ((wide, 1), (slim, 2), (slimmest, 2)):
        told = words(drawn)
        assert sorted(each for each in told if each in numbers) == sorted(numbers)
        assert (told.count("120"), told.count("0")) == (scales, scales)
    assert words(slim)[:3] == ["新收", "120", "0"] and 'class="bars__bar bars__bar--1"' in slim


def test_where_no_number_has_room_the_ends_and_the_highest_are_told():
    many = [f"{year}" for year in range(2010, 2027)]
    drawn = str(bars("b", "题", many, [Series("甲", [None, *range(100, 116)])])).split("</svg>")[2]
    assert "bars__upright" not in drawn
    assert "".join(each for each in words(drawn) if not each.isdigit()) == "甲2010 —，2026 115，最高 115"


@pytest.mark.parametrize(
    ("highest", "end"), [(117, "120"), (120, "120"), (121, "150"), (1, "1"), ("7.20", "8"), ("0.3", "0.3")]
)
def test_a_scale_ends_with_a_round_number(highest, end):
    assert f"{scale_end(Decimal(highest)).normalize():f}" == end


def test_the_number_of_a_bar_stands_over_its_middle_and_the_year_below():
    years = ["2024年", "2025年", "2026年"]
    wide = str(bars("b", "题", years, [Series("甲", [0, 1, 2])])).split("</svg>")[0]
    assert '<text x="328.5" y="113" text-anchor="middle">1</text>' in wide
    assert '<text class="bars__year" x="328.5" y="218" text-anchor="middle">2025年</text>' in wide
    assert '<rect class="bars__bar bars__bar--0" x="300.5" y="120" width="56" height="72"/>' in wide


def test_a_year_without_a_value_leaves_a_gap_in_the_line():
    wide = str(lines("l", "题", [point("1", 1), point("2", 2), point("3", None), point("4", 4)]))
    assert '<path class="lines__line" d="M28 167.5 L222.7 125 M612 40"/>' in wide


def test_what_is_above_the_upper_edge_stands_on_it():
    drawn = str(lines("l", "题", [point("1", 1), point("2", 3), point("3", 2)], top=Fraction(2)))
    assert 'd="M28 125 L320 40 L612 40"' in drawn


def test_a_missed_target_is_a_square_and_a_kept_one_a_circle():
    drawn = str(lines("l", "题", [point("1", 1, missed=True), point("2", 2), point("3", 2)])).split("</svg>")[
        0
    ]
    assert '<rect class="lines__point lines__point--missed" x="22.5" y="119.5" width="11"' in drawn
    assert re.findall(r'<circle[^>]*cx="([^"]+)" cy="([^"]+)"', drawn) == [("320", "40"), ("612", "40")]


def test_in_a_crowd_the_first_the_last_and_the_extremes_are_told():
    values = (5, 1, 1, 9, 3, 4)
    drawn = narrow(str(lines("l", "题", [point(str(n), value) for n, value in enumerate(values)])))
    assert [word for word in words(drawn) if word.startswith("v")] == ["v0", "v1", "v3", "v5"]


def test_of_many_years_the_last_is_named_and_every_so_many_before_it():
    drawn = narrow(str(lines("l", "题", [point(f"y{n}", n) for n in range(20)])))
    assert [word for word in words(drawn) if word.startswith("y")] == ["y3", "y7", "y11", "y15", "y19"]


def test_a_small_line_stands_on_its_zero_and_says_its_ends():
    drawn = str(sparkline("题", [point("1", 2), point("2", 1), point("3", 0), point("4", None)]))
    assert 'd="M6 6 L62 21 L118 36"' in drawn and 'cx="118" cy="36"' in drawn
    assert 'aria-label="题：1 v1，2 v2，3 v3，4 v4。"' in drawn
    assert words(drawn) == ["1 v1", "v3"] and "bars__base" in drawn


def test_no_line_goes_through_two_points():
    few = [point("1", 1), point("2", None), point("3", 2)]
    assert sparkline("题", few) == lines("l", "题", few) == ""


def test_a_line_of_zeros_is_no_box_with_nothing_in_it():
    nothing = [point(str(year), 0) for year in range(3)]
    assert lines("l", "题", nothing) == ""
    assert lines("l", "题", [replace(each, target=Fraction(1)) for each in nothing])


def test_what_is_little_can_still_be_seen_and_nothing_has_no_bar():
    wide = str(ranks("r", "题", [("甲", 1000), ("乙", 1), ("丙", 0)])).split("</svg>")[0]
    assert re.findall(r'<rect[^>]* width="([^"]+)"', wide) == ["584", "2"]
    assert re.findall(r'<text x="([^"]+)" y="[^"]+">(\d+)</text>', wide) == [
        ("594", "1000"), ("12", "1"), ("0", "0"),
    ]  # fmt: skip
    assert "甲 1000 件；乙 1 件；丙 0 件。" in wide


def test_a_procedure_numbers_what_always_comes_and_says_who_and_when():
    procedure = Procedure.model_validate(yaml.safe_load(PROCEDURE))
    wide, _, _ = str(flow.flow("f", procedure)).partition("</svg>")
    assert words(wide) == [
        "1. 提出申请", "申请人", "政府信息公开条例第二十九条",
        "补正", "如果：内容不明确", "申请人", "不计入答复期限", "政府信息公开条例第三十条",
        "2. 作出答复", "行政机关：收到申请之日起20个工作日内", "政府信息公开条例第三十三条",
    ]  # fmt: skip
    assert [len(aside) for _, aside in flow.stages(procedure)] == [1, 0]


def test_a_line_begins_with_no_mark_that_closes_and_no_word_is_broken():
    assert flow.wrapped("甲乙丙丁，戊", 4) == ["甲乙丙丁，", "戊"]
    assert flow.wrapped("甲乙丙丁戊", 4) == ["甲乙丙丁", "戊"]
    assert flow.wrapped("see Article 29", 5) == ["see", "Article", "29"]


def test_kinds_without_room_beside_each_other_stand_one_below_another():
    drawn = str(bars("b", "题", ["出国（境）", "公务接待", "用车运维"], [Series("预算数", [1, 2, 40])]))
    wide, _, slim = drawn.split("</svg>")[:3]
    assert '<text x="0"' not in wide and "bars__year" in wide and "bars__year" not in slim
    assert words(slim) == ["预算数", "出国（境）", "1", "公务接待", "2", "用车运维", "40"]


def test_a_legend_longer_than_its_drawing_goes_on_below_and_moves_the_bars_down():
    series = [Series("新收政府信息公开申请", [1, 2, 3]), Series("办结", [1, 2, 3])]
    wide, _, slim = str(bars("b", "题", ["2024年", "2025年", "2026年"], series)).split("</svg>")[:3]
    assert "translate(0 24)" in slim and 'viewBox="0 0 200 250"' in slim
    assert "translate(0 24)" not in wide and 'viewBox="0 0 640 226"' in wide


def test_a_share_stands_in_its_whole_and_one_not_known_has_a_dash():
    drawn = str(shares("s", "题", [("第一季度", 50), ("第二季度", None)]))
    assert "第一季度 50%，第二季度 —。" in drawn
    wide = drawn.split("</svg>", maxsplit=1)[0]
    assert re.findall(r'width="([\d.]+)" height="16"', wide) == ["584", "292", "584"]
    assert words(wide) == ["第一季度", "50%", "第二季度", "—"]


def test_a_long_name_takes_two_lines_where_it_must():
    slim = str(ranks("r", "题", [("危及国家安全、公共安全、经济安全、社会稳定", 3)])).split("</svg>")[2]
    assert words(slim) == ["危及国家安全、公共安全、", "经济安全、社会稳定", "3"]


def test_the_longest_bar_has_the_greatest_amount_and_bars_stand_on_their_line():
    drawn = str(ranks("r", "题", [("甲", 4), ("乙", 1)]))
    assert 'width="584"' in drawn and 'width="146"' in drawn
    drawn = str(bars("b", "题", ["2024", "2025", "2026"], [Series("甲", [1, 2, 4])]))
    (foot,) = set(re.findall(r"V(\d+)H", drawn))
    stand = [
        (int(y) + int(tall), int(tall)) for y, tall in re.findall(r'y="(\d+)" [^>]*height="(\d+)"/>', drawn)
    ]
    assert [each for each in stand if each[1] != 14] == [
        (int(foot), 36),
        (int(foot), 72),
        (int(foot), 144),
    ] * 3
    assert not bars("b", "题", ["2025", "2026"], [Series("甲", [2, 4])])
