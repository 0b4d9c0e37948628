"""A date that was announced moves only with a reason, whatever the type of record."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.example import CLEAN, a_meeting, a_policy, an_entry
from gongkai.records.vocabulary.documents import BenefitKind

ID = "meetings/2026/changwuhui-46"
MOVE = "[{{字段: {key}, 原日期: {old}, 新日期: {new}, 原因: 会场检修, 公布日期: {said}}}]"


def move(old, new, key="日期", said="2026-10-29"):
    return MOVE.format(key=key, old=old, new=new, said=said)


def both(first, last):
    return f"{first[:-1]}, {last[1:]}"


def told(run, files, record=ID, key="日期", days=(), **more):
    announced = {(record, key): tuple(map(dt.date.fromisoformat, days))}
    outcome = run({**CLEAN, **files}, announced=announced, **more)
    return [(p.path, *p.at) for p in outcome.problems if p.rule == "moved-date"]


PATH = "content/meetings/2026/changwuhui-46.md"


@pytest.mark.parametrize(
    ("moves", "days", "expected"),
    [
        (None, [], []),
        (None, ["2026-11-03"], []),
        (None, ["2026-11-01"], [(PATH, "日期")]),
        (None, ["2026-11-01", "2026-11-02"], [(PATH, "日期")] * 2),
        (move("2026-11-01", "2026-11-03"), ["2026-11-01"], []),
        (move("2026-11-01", "2026-11-03"), ["2026-11-01", "2026-11-03"], []),
        (move("2026-11-01", "2026-11-03"), ["2026-11-02"], [(PATH, "日期")]),
        (move("2026-11-01", "2026-11-02"), [], [(PATH, "日期变更", 0, "新日期")]),
        (move("2026-11-01", "2026-11-03", key="时间"), [], [(PATH, "日期变更", 0, "字段")]),
        (move("2026-11-01", "2026-11-03", said="2026-11-22"), [], [(PATH, "日期变更", 0, "公布日期")]),
    ],
)
def test_the_date_leads_back_to_those_announced(run, moves, days, expected):
    assert told(run, a_meeting(日期变更=moves), days=days) == expected


def test_several_moves_follow_one_another(run):
    first, last = move("2026-11-01", "2026-11-02"), move("2026-11-02", "2026-11-03")
    assert told(run, a_meeting(日期变更=both(first, last)), days=["2026-11-01", "2026-11-02"]) == []
    gap = move("2026-11-01", "2026-10-30")
    assert told(run, a_meeting(日期变更=both(gap, last))) == [(PATH, "日期变更", 0, "新日期")]


def test_a_date_taken_away_is_missed(run):
    days = {"record": "policies/2026/yanglao", "key": "失效日期", "days": ["2031-11-30"]}
    assert told(run, a_policy(失效日期="2031-11-30"), **days) == []
    assert told(run, a_policy(), **days) == [("content/policies/2026/yanglao.md", "失效日期")]


def test_a_day_inside_a_group_of_fields_is_kept_as_well(run):
    group = (
        "{适用对象: 企业, 支持方式: [%s], 支持内容: 补贴, 申报条件: 注册, "
        "申报方式: [{渠道: 网上, 网址: https://www.example.gov.cn/shenbao/}], "
        "申报截止: 2026-12-31, 咨询方式: 电话}"
    )
    policy = a_policy(惠企要素=group % next(iter(BenefitKind)))
    days = {"record": "policies/2026/yanglao", "key": "申报截止"}
    assert told(run, policy, **days, days=["2026-12-31"]) == []
    assert told(run, policy, **days, days=["2026-11-30"]) == [
        ("content/policies/2026/yanglao.md", "惠企要素", "申报截止")
    ]


def test_a_row_of_the_catalogue_is_found_by_its_number(run):
    days = {"record": "catalogue/SL-01", "key": "首次公开期限", "days": ["2026-12-31"]}
    moved = move("2026-12-31", "2027-01-31", key="首次公开期限")
    assert told(run, an_entry(首次公开期限="2027-01-31"), **days) == [
        ("data/catalogue/minzheng-ju.yml", "首次公开期限")
    ]
    assert told(run, an_entry(首次公开期限="2027-01-31", 日期变更=moved), **days) == []


def test_a_renamed_record_keeps_what_it_announced(run):
    moved = {"data/addresses/moved.yml": f"- 地址: meetings/2026/jiu/\n  转到: {ID}/\n"}
    assert told(run, moved, record="meetings/2026/jiu", days=["2026-11-02"]) == [(PATH, "日期")]


def test_what_readers_do_not_see_has_promised_nothing_yet(run):
    assert told(run, a_meeting(草稿="是"), days=["2026-11-02"]) == []
