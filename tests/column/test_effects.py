"""What documents did to each other: every kind, with its day, its articles, and whether the text has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from gongkai.column.effects import effects

TODAY = dt.date(2026, 11, 21)
OLD = "content/policies/2020/jiu.md"
NEW = "content/policies/2022/xin.md"


def policy(title: str, day: str, body: str, more: str = "") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n成文日期: {day}\n发布日期: {day}\n施行日期: {day}\n"
        f"是否规范性文件: 否\n{more}---\n{body}\n"
    )


@pytest.fixture
def told(small_column) -> Callable[..., list[tuple[object, ...]]]:
    """What a later document says it does, in its words and keys → the effects on the older one."""

    def make(keys: str, body: str = "第一条　甲。", more: Mapping[str, str] | None = None, old: str = ""):
        files = {
            OLD: policy("旧办法", "2020-03-01", "第一条　甲。\n\n第二条　乙。", old),
            NEW: policy("新办法", "2022-05-01", body, keys),
        }
        found = [
            each for each in effects(small_column({**files, **(more or {})}, TODAY)) if each.on.slug == "jiu"
        ]
        assert len({each.id for each in found}) == len(found)
        return [
            (str(each.day), each.kind.value, each.by and each.by.slug, each.words, each.written, each.note)
            for each in found
        ]

    return make


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("废止: [旧办法]", ("2022-05-01", "废止", "xin", "废止", None, "")),
        ("替代: [{文件: 旧办法, 条款: 第九条}]", ("2022-05-01", "替代", "xin", "替代", None, "第九条")),
        (
            "废止: [{文件: 旧办法, 条款: 第九条}]\n替代: [旧办法]",
            ("2022-05-01", "废止", "xin", "废止并替代", None, "第九条"),
        ),
        ("修改: [旧办法]", ("2022-05-01", "修改", "xin", "修改", False, "没有写明改了哪几条")),
        (
            "修改: [{文件: 旧办法, 日期: 2023-01-01, 操作: [{删: 第二条}]}]",
            ("2023-01-01", "修改", "xin", "删第二条", True, ""),
        ),
    ],
)
def test_each_kind_has_its_day_and_words(told, keys, expected) -> None:
    assert told(f"{keys}\n") == [expected]


def test_a_suspension_is_told_when_it_begins_and_when_it_is_over(told) -> None:
    assert told("部分废止: [{文件: 旧办法, 操作: [{停: 第二条, 止: 2022-12-31}]}]\n") == [
        ("2022-05-01", "停止执行", "xin", "停止执行", None, ""),
        ("2023-01-01", "恢复执行", "xin", "恢复执行", None, ""),
    ]


def test_what_cannot_be_written_is_told_with_its_reason(told) -> None:
    ((*_, words, written, note),) = told("修改: [{文件: 旧办法, 操作: [{改: 第九条, 新文: 第九条　丙。}]}]\n")
    assert (words, written) == ("改第九条", False) and "第九条" in note


def test_what_comes_after_the_end_is_not_written(told) -> None:
    body = "《旧办法》第二条修改为：“第二条　丙。”"
    late = told("修改: [旧办法]\n", body, old="废止日期: 2021-01-01\n废止依据: 上级文件\n")
    assert late == [
        ("2021-01-01", "废止", None, "废止", None, "上级文件"),
        ("2022-05-01", "修改", "xin", "改第二条", False, "那一天文件已经不再有效，没有写入"),
    ]


def test_a_document_that_is_not_public_does_nothing_yet(told) -> None:
    draft = {
        "content/policies/2022/gao.md": policy(
            "草稿", "2022-06-01", "第一条　甲。", "废止: [旧办法]\n草稿: 是\n"
        )
    }
    assert told("", more=draft) == []
