"""Two versions beside one another: units that are not cut, articles that are paired by matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.text.compare import Change, compare, pieces
from gongkai.text.document import document


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("自合格之日起30日内办结。", "自备案之日起60日内办结。", [("合格", "备案"), ("30", "60")]),
        ("补助30%。", "补助33.5%。", [("30%", "33.5%")]),
        ("甲局、乙局办理。", "甲局、丙委办理。", [("乙局", "丙委")]),
        ("第（一）项", "第（二）项", [("一", "二")]),
        ("使用APP登记", "使用App登记", [("APP", "App")]),
        ("甲是乙", "丙是丁", [("甲是乙", "丙是丁")]),
        ("甲，乙", "丙，丁", [("甲", "丙"), ("乙", "丁")]),
        ("同", "同", []),
    ],
)
def test_what_changed_in_a_sentence(old: str, new: str, wanted: list[tuple[str, str]]) -> None:
    assert [(each.old, each.new) for each in pieces(old, new) if not each.same] == wanted


@given(st.text("甲乙丙1234。，%《》", max_size=30), st.text("甲乙丙1234。，%《》", max_size=30))
def test_both_texts_can_be_read_off_the_pieces(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(each.old for each in found) == old
    assert "".join(each.new for each in found) == new


def _told(old: str, new: str) -> list[tuple[str, str, str]]:
    pairs = compare(document(old), document(new))
    return [
        (pair.change.value, pair.old.label if pair.old else "", pair.new.label if pair.new else "")
        for pair in pairs
    ]


def _articles(*words: str) -> str:
    return "\n\n".join(f"第{number}条　{each}" for number, each in zip("一二三四", words, strict=False))


def test_articles_are_paired_by_matter_where_the_new_text_renumbers() -> None:
    old = _articles("申请人提交材料。", "费用自理。", "补助由区里发放。", "本办法由甲解释。")
    new = _articles("申请人可以提交材料。", "补助由区里统一发放。", "本办法由甲解释。", "违者罚。")
    assert _told(old, new) == [
        ("修改", "第一条", "第一条"),
        ("删去", "第二条", ""),
        ("修改", "第三条", "第二条"),
        ("移动", "第四条", "第三条"),
        ("新增", "", "第四条"),
    ]


def test_a_table_added_to_an_article_does_not_make_it_another() -> None:
    table = "\n\n| 时段 | 价格 |\n|---|---|\n" + "\n".join(f"| {hour}时 | {hour}元 |" for hour in range(24))
    old = _articles("道路停车收费，价格应当公示。", "违者罚。")
    new = _articles("本区的停车场都要登记。", f"道路停车收费，价格应当公示。{table}", "违者罚。")
    assert _told(old, new) == [
        ("新增", "", "第一条"),
        ("修改", "第一条", "第二条"),
        ("移动", "第二条", "第三条"),
    ]


def test_a_table_pasted_with_tabs_is_the_same_as_one_between_bars() -> None:
    tabs = "第一条　照下表。\n\n时段\t价格\n白天\t2\n夜间\t1"
    bars = "第一条　照下表。\n\n| 时段 | 价格 |\n|---|---|\n| 白天 | 2 |\n| 夜间 | 1 |"
    assert _told(tabs, bars) == [("未变", "第一条", "第一条")]
    assert _told(tabs, bars.replace("2", "3"))[0][0] == "修改"


def test_an_article_in_another_place_is_moved_and_not_gone_and_new() -> None:
    old = "第一条　甲的规定很长。\n\n第二条　乙的事项不同。\n\n第三条　丙另有办法。"
    new = "第一条　乙的事项不同。\n\n第二条　丙另有办法。\n\n第三条　甲的规定很长。"
    assert [each[0] for each in _told(old, new)] == ["移动", "移动", "移动"]


def test_one_paragraph_more_is_no_change_of_the_others() -> None:
    (pair,) = compare(
        document("第一条　甲款在前。\n\n乙款在后。"), document("第一条　甲款在前。\n\n丙款。\n\n乙款在后。")
    )
    assert pair.change is Change.CHANGED
    assert [[(each.old, each.new) for each in part.pieces] for part in pair.parts] == [
        [("甲款在前。", "甲款在前。")],
        [("", "丙款。")],
        [("乙款在后。", "乙款在后。")],
    ]
