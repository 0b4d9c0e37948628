"""A policy as it stood on a day: the day before an amendment, the day itself, and after the next one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from gongkai.column.register import Register
from gongkai.column.versions import Version, version_on, versions

OLD = "content/policies/2020/jiu.md"
DAY = dt.timedelta(days=1)
BASE = "第一条　甲。\n\n第二条　费用为30元。\n\n第三条　丙。"


def policy(title: str, day: str, body: str, more: str = "") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n成文日期: {day}\n发布日期: {day}\n施行日期: {day}\n"
        f"是否规范性文件: 否\n{more}---\n{body}\n"
    )


@pytest.fixture
def found(small_column):
    """Later policies → every version of the old one."""

    def make(files: Mapping[str, str], body: str = BASE) -> tuple[Version, ...]:
        register: Register = small_column(
            {OLD: policy("旧办法", "2020-03-01", body), **files}, dt.date(2026, 11, 21)
        )
        old = register.policy("jiu")
        assert old
        return versions(register, old)

    return make


def _told(version: Version) -> str:
    return "/".join(node.own_words for node in version.text.governing.walk() if node.own_words)


FIRST = policy(
    "修改决定", "2022-05-01", "《旧办法》第二条修改为：“第二条　费用为60元。”", "修改: [{文件: 旧办法}]\n"
)
SECOND = policy(
    "又一办法",
    "2024-05-01",
    "第一条　《旧办法》第三条废止。",
    "部分废止: [{文件: 旧办法, 操作: [{删: 第三条, 理由: 废止}]}]\n",
)


def test_a_text_that_nothing_amends_has_one_version(found) -> None:
    (only,) = found({})
    assert (only.begins, only.ends, only.consolidated) == (dt.date(2020, 3, 1), None, False)
    assert only.body.strip() == BASE


def test_each_amendment_begins_a_version(found) -> None:
    every = found({"content/policies/2022/a.md": FIRST, "content/policies/2024/b.md": SECOND})
    days = [dt.date(2022, 4, 30), dt.date(2022, 5, 1), dt.date(2024, 4, 30), dt.date(2024, 5, 1)]
    told = [_told(version) for day in days if (version := version_on(every, day))]
    assert told == [
        "第一条/甲。/第二条/费用为30元。/第三条/丙。",
        "第一条/甲。/第二条/费用为60元。/第三条/丙。",
        "第一条/甲。/第二条/费用为60元。/第三条/丙。",
        "第一条/甲。/第二条/费用为60元。/第三条/〔已废止〕",
    ]
    assert [each.changed for each in every] == [frozenset(), {"tiao-2"}, {"tiao-3"}]
    assert [each.ends for each in every] == [dt.date(2022, 5, 1), dt.date(2024, 5, 1), None]


def test_what_is_not_read_is_listed_and_changes_nothing(found) -> None:
    vague = policy("决定", "2022-05-01", "《旧办法》第二条修改得更好。", "修改: [{文件: 旧办法}]\n")
    before, after = found({"content/policies/2022/a.md": vague})
    assert _told(after) == _told(before)
    (amendment,) = after.by
    assert not amendment.known
    assert [item.words for item in amendment.unread] == [
        "《旧办法》第二条修改得更好"
    ] or not amendment.operations


def test_written_operations_win_and_take_their_text_from_the_quotation(found) -> None:
    more = "修改: [{文件: 旧办法, 操作: [{改: 第二条}, {换: 全文, 原词: 丙, 新词: 丁}]}]\n"
    text = policy("决定", "2022-05-01", "《旧办法》第二条修改为：“费用为60元。”", more)
    _, after = found({"content/policies/2022/a.md": text})
    assert _told(after) == "第一条/甲。/第二条/费用为60元。/第三条/丁。"
    assert [each.applied for each in after.remarks] == [True]


def test_what_written_operations_leave_out_of_the_text_is_not_in_it_and_told(found) -> None:
    """Whoever writes 操作 for one change has to write the others too: readers are told what is missing."""
    more = "修改: [{文件: 旧办法, 操作: [{换: 第三条, 原词: 丙, 新词: 丁}]}]\n"
    said = "对《旧办法》作如下修改：\n\n一、第二条修改为：“六十元。”\n\n二、第三条中的“丙”修改为“丁”。"
    before, after = found({"content/policies/2022/a.md": policy("决定", "2022-05-01", said, more)})
    assert _told(after) == _told(before).replace("丙", "丁")
    (amendment,) = after.by
    assert [item.words for item in amendment.unread] == ["第二条修改为：“六十元。”"]
    assert not amendment.known


def test_words_replaced_everywhere_do_not_stand_for_the_rest(found) -> None:
    more = "修改: [{文件: 旧办法, 操作: [{换: 全文, 原词: 丙, 新词: 丁}]}]\n"
    said = "《旧办法》第二条修改为：“六十元。”"
    _, after = found({"content/policies/2022/a.md": policy("决定", "2022-05-01", said, more)})
    assert len(after.by[0].unread) == 1


def test_the_order_does_not_close_up_where_something_was_not_understood(found) -> None:
    said = (
        "对《旧办法》作如下修改：\n\n一、删去第一条。\n\n二、增加一章规定监督。\n\n三、条文顺序作相应调整。"
    )
    more = "修改: [{文件: 旧办法}]\n"
    _, after = found({"content/policies/2022/a.md": policy("决定", "2022-05-01", said, more)})
    assert _told(after) == "第二条/费用为30元。/第三条/丙。"
    assert len(after.by[0].unread) == 2


def test_words_that_stand_nowhere_are_told_before_anyone_confirms_them(found) -> None:
    said = "《旧办法》第三条中的“戊”修改为“己”。"
    more = "修改: [{文件: 旧办法}]\n"
    _, after = found({"content/policies/2022/a.md": policy("决定", "2022-05-01", said, more)})
    assert [each.message for each in after.remarks] == ["找不到“戊”，没有换"]


def test_an_article_officially_published_otherwise_is_taken_over(found) -> None:
    more = "修改: [{文件: 旧办法, 核定: [{条: 第二条, 新文: 费用为六十元。}]}]\n"
    text = policy("决定", "2022-05-01", "《旧办法》第二条修改为：“费用为60元。”", more)
    _, after = found({"content/policies/2022/a.md": text})
    assert _told(after) == "第一条/甲。/第二条/费用为六十元。/第三条/丙。"


def test_two_amendments_of_one_day_make_one_version(found) -> None:
    other = policy("第二决定", "2022-05-01", "《旧办法》第一条修改为：“新甲。”", "修改: [{文件: 旧办法}]\n")
    every = found({"content/policies/2022/a.md": FIRST, "content/policies/2022/b.md": other})
    assert len(every) == 2
    assert _told(every[1]) == "第一条/新甲。/第二条/费用为60元。/第三条/丙。"


def test_what_a_notice_prints_is_what_is_amended(found) -> None:
    notice = f"现将《救助办法》印发给你们。\n\n救助办法\n\n{BASE}"
    _, after = found({"content/policies/2022/a.md": FIRST}, notice)
    assert "费用为60元" in after.body and "现将《救助办法》印发给你们。" in after.body
