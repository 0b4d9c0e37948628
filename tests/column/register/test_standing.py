"""状态 on a day: what dates and relations give, the gravest first."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.register.standing import told_once

OLD = "content/policies/2020/jiu.md"
NEW = "content/policies/2026/xin.md"
NEWER = "content/policies/2026/zaixin.md"


def policy(title, day, **more):
    fields = {
        "标题": title,
        "发文机关": "区民政局",
        "成文日期": day,
        "发布日期": day,
        "施行日期": day,
        "是否规范性文件": "否",
        **more,
    }
    return "---\n" + "".join(f"{k}: {v}\n" for k, v in fields.items() if v) + "---\n正文。\n"


@pytest.fixture
def standing(small_column):
    """Fields of the old policy and of later ones → where the old one stands on the day."""

    def judge(old=None, new=None, newer=None, today="2026-11-21"):
        files = {OLD: policy("旧办法", "2020-03-01", **(old or {}))}
        if new is not None:
            files[NEW] = policy("新办法", "2026-05-01", **new)
        if newer is not None:
            files[NEWER] = policy("更新办法", "2026-06-01", **newer)
        register = small_column(files, dt.date.fromisoformat(today))
        return register.standing(register.policy("jiu"))

    return judge


@pytest.mark.parametrize(
    ("old", "new", "status", "since", "basis"),
    [
        ({}, {}, "有效", "2020-03-01", None),
        ({"施行日期": None}, None, "有效", "2020-03-01", None),
        ({"施行日期": "2027-01-01"}, None, "尚未施行", "2027-01-01", None),
        ({"施行日期": "2026-11-21"}, None, "有效", "2026-11-21", None),
        ({"失效日期": "2026-11-20"}, None, "失效", "2026-11-21", None),
        ({"废止日期": "2026-11-21", "废止依据": "清理"}, None, "废止", "2026-11-21", None),
        ({"废止日期": "2026-11-22", "废止依据": "清理"}, None, "有效", "2020-03-01", None),
        ({"失效日期": "2026-11-21"}, None, "有效", "2020-03-01", None),
        ({"废止日期": "2025-01-01", "废止依据": "某决定"}, None, "废止", "2025-01-01", None),
        ({"废止日期": "2027-01-01", "废止依据": "某决定"}, None, "有效", "2020-03-01", None),
        ({}, {"废止": "[jiu]"}, "废止", "2026-05-01", "xin"),
        ({}, {"废止": "[{文件: jiu, 日期: 2027-01-01}]"}, "有效", "2020-03-01", None),
        ({}, {"替代": "[jiu]"}, "废止", "2026-05-01", "xin"),
        ({}, {"修改": "[{文件: jiu, 条款: 第三条}]"}, "已修改", "2026-05-01", "xin"),
        ({}, {"修改": "[{文件: jiu, 操作: [{停: 第三条}]}]"}, "有效", "2020-03-01", None),
        ({}, {"修改": "[{文件: jiu, 操作: [{停: 全文}]}]"}, "已修改", "2026-05-01", "xin"),
        ({}, {"修改": "[{文件: jiu, 操作: [{停: 第三条}, {删: 第二条}]}]"}, "已修改", "2026-05-01", "xin"),
        ({}, {"部分废止": "[jiu]"}, "部分废止", "2026-05-01", "xin"),
        ({}, {"配套": "[jiu]"}, "有效", "2020-03-01", None),
        ({}, {"废止": "[jiu]", "草稿": "是"}, "有效", "2020-03-01", None),
        ({}, {"废止": "[jiu]", "施行日期": "2027-01-01"}, "有效", "2020-03-01", None),
    ],
)
def test_every_status(standing, old, new, status, since, basis):
    found = standing(old, new)
    assert (found.status.value, found.since) == (status, dt.date.fromisoformat(since))
    assert (found.basis.slug if found.basis else None) == basis
    assert found.in_force == (status in {"有效", "已修改", "部分废止"})


@pytest.mark.parametrize(
    ("old", "new", "newer", "status"),
    [
        ({"失效日期": "2025-01-01"}, {"废止": "[jiu]"}, None, "废止"),
        ({"失效日期": "2025-01-01"}, {"修改": "[jiu]"}, None, "失效"),
        ({"施行日期": "2027-01-01"}, {"废止": "[jiu]"}, None, "废止"),
        ({"施行日期": "2027-01-01"}, {"修改": "[jiu]"}, None, "尚未施行"),
        ({"施行日期": "2027-01-01", "失效日期": "2026-01-01"}, None, None, "失效"),
        ({}, {"修改": "[jiu]"}, {"部分废止": "[jiu]"}, "部分废止"),
        ({}, {"部分废止": "[jiu]"}, {"修改": "[jiu]"}, "部分废止"),
        ({}, {"修改": "[jiu]"}, {"废止": "[jiu]"}, "废止"),
    ],
)
def test_the_gravest_counts(standing, old, new, newer, status):
    assert standing(old, new, newer).status == status


def test_replacing_names_the_successor_and_repealing_the_basis(standing):
    found = standing({}, {"废止": "[{文件: jiu, 条款: 第九条}]"}, {"替代": "[jiu]"})
    assert (found.basis.slug, found.article, found.successor.slug) == ("xin", "第九条", "zaixin")


def test_the_successor_is_the_last_of_the_chain_and_none_where_that_has_ended_too(standing):
    chain = {"old": {}, "new": {"替代": "[jiu]"}}
    assert standing(**chain, newer={"替代": "[xin]"}).successor.slug == "zaixin"
    assert standing(**chain, newer={"替代": "[xin]", "失效日期": "2026-11-01"}).successor is None


def test_the_last_change_counts(standing):
    found = standing({}, {"修改": "[jiu]"}, {"修改": "[{文件: jiu, 条款: 第二条}]"})
    assert (found.basis.slug, found.since, found.article) == ("zaixin", dt.date(2026, 6, 1), "第二条")


def test_status_follows_the_day(standing):
    old, new = {"施行日期": "2020-04-01"}, {"修改": "[jiu]"}
    newer = {"废止": "[{文件: jiu, 日期: 2026-12-01}]"}
    days = {"2020-03-15": "尚未施行", "2020-04-01": "有效", "2026-05-01": "已修改", "2026-12-01": "废止"}
    assert {day: standing(old, new, newer, day).status.value for day in days} == days


def test_relations_are_seen_from_both_ends_oldest_first(small_column):
    register = small_column(
        {
            OLD: policy("旧办法", "2020-03-01"),
            NEW: policy("新办法", "2026-05-01", 修改="[jiu]", 配套="[jiu]"),
            NEWER: policy("更新办法", "2026-06-01", 废止="[{文件: jiu, 条款: 第九条, 说明: 同时废止}]"),
        }
    )
    old = [(each.verb, each.other.slug, each.acts) for each in register.relations(register.policy("jiu"))]
    assert old == [("被修改", "xin", False), ("有配套文件", "xin", False), ("被废止", "zaixin", False)]
    [newer] = register.relations(register.policy("zaixin"))
    assert (newer.verb, newer.other.slug, newer.acts, newer.date) == (
        "废止",
        "jiu",
        True,
        dt.date(2026, 6, 1),
    )
    assert (newer.article, newer.note) == ("第九条", "同时废止")


def test_a_policy_that_names_itself_or_a_stranger_has_no_relation(small_column):
    register = small_column({OLD: policy("旧办法", "2020-03-01", 修改="[jiu, 不存在的办法]")})
    assert register.relations(register.policy("jiu")) == ()


@pytest.mark.parametrize(
    ("keys", "day", "changed"),
    [
        ({"施行日期": "2020-04-01"}, "2020-03-31", "2020-03-01"),
        ({"施行日期": "2020-04-01"}, "2020-04-01", "2020-04-01"),
        ({"失效日期": "2026-10-31"}, "2026-11-01", "2026-11-01"),
        ({}, "2026-04-30", "2020-03-01"),
        ({}, "2026-05-01", "2026-05-01"),
    ],
)
def test_a_policy_has_changed_when_it_begins_ends_or_is_amended(small_column, keys, day, changed):
    files = {OLD: policy("旧办法", "2020-03-01", **keys), NEW: policy("新办法", "2026-05-01", 修改="[jiu]")}
    register = small_column(files, dt.date.fromisoformat(day))
    assert str(register.last_change(register.policy("jiu"))) == changed


def test_what_implements_a_policy_does_not_change_it(small_column):
    files = {OLD: policy("旧办法", "2020-03-01"), NEW: policy("新办法", "2026-05-01", 配套="[jiu]")}
    register = small_column(files)
    assert register.last_change(register.policy("jiu")) == dt.date(2020, 3, 1)


@pytest.mark.parametrize(
    ("title", "old", "today", "status"),
    [
        ("关于修改《旧办法》的决定", {"失效日期": "2026-11-20"}, "2026-11-20", "有效"),
        ("关于修改《旧办法》的决定", {"失效日期": "2026-11-20"}, "2026-11-21", "失效"),
        ("关于修改《旧办法》的决定", {"废止日期": "2026-11-21", "废止依据": "清理"}, "2026-11-21", "失效"),
        ("关于修改《旧办法》的决定", {}, "2031-01-01", "有效"),
        # it has rules of its own beside what it amends
        ("新办法", {"失效日期": "2026-11-20"}, "2026-11-21", "有效"),
    ],
)
def test_a_decision_that_only_amends_ends_with_what_it_amends(small_column, title, old, today, status):
    files = {
        OLD: policy("旧办法", "2020-03-01", **old),
        NEW: policy(title, "2026-05-01", 修改="[jiu]"),
    }
    register = small_column(files, dt.date.fromisoformat(today))
    found = register.standing(register.policy("xin"))
    assert found.status.value == status
    ended = register.ended_on(register.policy("xin"))
    assert (ended is not None) == (bool(old) and title != "新办法")
    if status == "失效":
        assert (found.since, found.basis_text) == (ended, "所修改的文件已经不再有效")


def test_two_that_are_said_to_amend_each_other_stay_in_force(small_column):
    files = {
        OLD: policy("关于修改《甲》的决定", "2020-03-01", 修改="[xin]"),
        NEW: policy("关于修改《乙》的决定", "2026-05-01", 修改="[jiu]"),
    }
    register = small_column(files)
    assert register.standing(register.policy("xin")).status.value == "已修改"


@pytest.mark.parametrize(
    ("replaced", "verbs"),
    [
        ("[jiu]", ["被废止并替代"]),
        # the day before it is repealed it is replaced: two things
        ("[{文件: jiu, 日期: 2026-04-30}]", ["被替代", "被废止"]),
    ],
)
def test_who_repeals_and_replaces_on_one_day_is_told_once(small_column, replaced, verbs):
    new = policy("新办法", "2026-05-01", 废止="[{文件: jiu, 条款: 第九条}]", 替代=replaced)
    register = small_column({OLD: policy("旧办法", "2020-03-01"), NEW: new}, dt.date(2026, 11, 21))
    told = list(told_once(register.relations(register.policy("jiu"))))
    assert [each.verb for each in told] == verbs and told[-1].article == "第九条"
    acts = [each.verb for each in told_once(register.relations(register.policy("xin")))]
    assert acts == [verb.removeprefix("被") for verb in verbs]
