"""Published words and days are held: they change only where readers were told."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column import announced_texts
from gongkai.column.announced_texts import TEXT, TITLE
from gongkai.column.register import Kept, Wording
from gongkai.law import checking
from gongkai.law.example import CLEAN, a_page, a_policy, an_interpretation, an_item

ITEM = "items/minzheng-ju/2026/jiuzhu"
POLICY = "policies/2026/yanglao"
BODY = "第一条　为做好养老服务，制定本办法。\n\n第二条　老年人可以申请补贴。"
NOTE = "[{{日期: {}, 程度: 一般, 说明: 核实数字}}]"
CORRECTION = """\
---
标题: 更正人次
更正对象: items/minzheng-ju/2026/jiuzhu
更正日期: {day}
原文: {old}
更正后: {new}
原因: 录入有误。
---
"""
ACT = a_policy("xiugai", "修改。", 发文字号="示民发〔2026〕30号", 修改="[{文件: yanglao, 条款: 第二条}]")


@pytest.fixture
def told(run, build):
    """(rule, key, message) of what is said where the clean column was registered, and files changed since."""

    def go(changed, today="2026-11-21", before=CLEAN):
        register = build(before)
        known = {field: (each,) for field, each in announced_texts.current(register).items()}
        outcome = run({**before, **changed}, today, wordings=known)
        return [(p.at, p.message) for p in outcome.problems if p.rule in ("held-text", "held-day")]

    return go


@pytest.mark.parametrize(
    "body",
    [
        "本季度救助 120 人次。\n\n\n",
        "本季度救助120人次。",
        "本季度 **救助** 120 人次。",
        "本季度救助 120\n人次。",
    ],
)
def test_white_space_and_marks_are_no_change(told, body):
    assert told(an_item(body=body)) == []


def test_one_digit_is_a_change_at_its_line(told):
    ((at, message),) = told(an_item(body="本季度救助 102 人次。"))
    assert at == ("正文", 0)
    assert message == "公布过的正文改了：第 13 行；2026-11-04 以后没有写更新说明或更正"


def test_the_article_that_changed_is_named(told):
    ((at, message),) = told(a_policy(body=BODY.replace("可以", "应当")))
    assert at == ("正文", 2)
    assert "（第二条）" in message


def test_a_text_that_is_gone_is_a_change(told):
    assert told(an_item(body=""))


def test_a_title_is_held_too(told):
    assert [at for at, _ in told(an_item(标题="第四季度临时救助开展情况"))] == [("标题",)]
    assert [at for at, _ in told(a_page(标题="政府信息公开指引"))] == [("标题",)]


@pytest.mark.parametrize("day", ["2026-11-04", "2026-11-21"])
def test_a_note_excuses_from_its_day_on(told, day):
    assert told(an_item(body="本季度救助 102 人次。", 更新说明=NOTE.format(day))) == []


def test_a_note_of_tomorrow_excuses_nothing_today(told):
    files = an_item(body="本季度救助 102 人次。", 更新说明=NOTE.format("2026-11-22"))
    assert told(files)
    assert told(files, today="2026-11-22") == []


def test_a_note_written_before_excuses_nothing_later(told):
    noted = an_item(更新说明=NOTE.format("2026-11-06"))
    before = {**CLEAN, **noted}
    changed = an_item(body="本季度救助 102 人次。", 更新说明=NOTE.format("2026-11-06"))
    assert told(changed, before=before)


def test_a_correction_excuses(told):
    path = "content/corrections/2026/renci.md"
    words = CORRECTION.format(day="2026-11-21", old="救助 120 人次", new="救助 102 人次")
    assert told({**an_item(body="本季度救助 102 人次。"), path: words}) == []


@pytest.mark.parametrize(
    ("said", "noted", "places"),
    [
        ("救助 102 人次", "", [("正文", 2)]),
        ("救助 102 人次", NOTE.format("2026-11-21"), []),
        ("救助 102 人次……支出 5 万元", "", []),
    ],
)
def test_a_correction_excuses_only_what_it_says(told, said, noted, places):
    path = "content/corrections/2026/renci.md"
    before = {**CLEAN, **an_item(body="本季度救助 120 人次。\n\n支出 3 万元。")}
    more = {"更新说明": noted} if noted else {}
    both = an_item(body="本季度救助 102 人次。\n\n支出 5 万元。", **more)
    words = CORRECTION.format(day="2026-11-21", old="救助 120 人次", new=said)
    assert [at for at, _ in told({**both, path: words}, before=before)] == places


def test_an_amendment_by_another_document_excuses_nothing(told):
    """What it changes is computed: pasted into the text it would be applied twice, and the old one lost."""
    changed = a_policy(body=BODY.replace("可以", "应当"))
    assert told({**changed, **ACT})
    assert told({**changed, **ACT}, before={**CLEAN, **ACT})


def test_a_note_after_an_amendment_excuses(told):
    changed = a_policy(body=BODY.replace("可以", "应当"), 更新说明=NOTE.format("2026-11-21"))
    assert told({**changed, **ACT}, before={**CLEAN, **ACT}) == []


def test_a_page_is_excused_by_its_new_day(told):
    assert told(a_page(body="本指南说明怎样获取政府信息。新。"))
    assert told(a_page(body="本指南说明怎样获取政府信息。新。", 更新日期="2026-11-20")) == []


def test_a_renamed_record_is_held_by_its_old_name(run):
    known = {("items/minzheng-ju/2026/jiu", TEXT): (Wording(dt.date(2026, 11, 4), 1, "0" * 16),)}
    files = {
        **CLEAN,
        "data/addresses/moved.yml": f"- 地址: items/minzheng-ju/2026/jiu/\n  转到: {ITEM}/\n",
    }
    found = [p.at for p in run(files, wordings=known).problems if p.rule == "held-text"]
    assert found == [("正文", 0)]


def test_what_is_not_registered_is_not_held(run):
    assert [p for p in run(CLEAN, wordings={}).problems if p.rule == "held-text"] == []


def test_a_column_whose_texts_are_not_registered_is_told_once(run):
    outcome = run(CLEAN, wordings={})
    (problem,) = (p for p in outcome.problems if p.rule == "unregistered")
    assert problem.message == "有 5 篇公布的文字没有登记：以后改了没有人知道"
    known = {(name, TITLE): () for name in ("pages/zhinan", POLICY)} | {(ITEM, TEXT): ()}
    (problem,) = (p for p in run(CLEAN, wordings=known).problems if p.rule == "unregistered")
    assert problem.message.startswith("有 2 篇")


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("2026-11-04", "2026-11-05", False),
        ("发布于2026年11月4日", "2026 年 11 月 5 日", False),
        ("2026-11-04", "2026-11-06", True),
        ("2026-11-03", "2026-11-05", True),
    ],
)
def test_a_day_moves_only_by_a_correction_that_says_both(run, old, new, wrong):
    files = {
        **CLEAN,
        **an_item(发布日期="2026-11-05"),
        "data/dates/items.txt": f"{ITEM} 发布日期 2026-11-04\n",
        "content/corrections/2026/riqi.md": CORRECTION.format(day="2026-11-20", old=old, new=new),
    }
    assert any(p.rule == "held-day" for p in run(files).problems) is wrong


@pytest.mark.parametrize("day", ["2026-10-29", None])
def test_the_day_it_was_made_is_held_too(run, day):
    files = {**CLEAN, **an_item(形成日期=day), "data/dates/items.txt": f"{ITEM} 形成日期 2026-10-30\n"}
    (problem,) = (p for p in run(files).problems if p.rule == "held-day")
    assert "2026-10-30" in problem.message


@pytest.mark.parametrize(("day", "wrong"), [("2026-11-02", False), ("2026-11-01", True)])
def test_the_day_a_policy_was_made_is_held_too(run, day, wrong):
    files = {**CLEAN, **a_policy(成文日期=day), "data/dates/policies.txt": f"{POLICY} 成文日期 2026-11-02\n"}
    assert any(p.rule == "held-day" for p in run(files).problems) is wrong


def test_a_published_record_cannot_be_put_off_in_silence(run):
    files = {
        **CLEAN,
        **an_item(发布日期="2026-12-01"),
        "data/dates/items.txt": f"{ITEM} 发布日期 2026-11-04\n",
    }
    assert [p.at for p in run(files).problems if p.rule == "held-day"] == [("发布日期",)]


def test_what_says_a_corrected_record_again_changes_with_it(told):
    (path, text), *_ = an_interpretation().items()
    changed = {path: text.replace("按人按餐补贴", "每餐补贴五元")}
    words = CORRECTION.format(day="2026-11-21", old="三元", new="五元").replace(ITEM, POLICY)
    assert told(changed)
    assert told({**changed, "content/corrections/2026/yuan.md": words}) == []


def test_a_kept_text_is_looked_through_for_personal_numbers(build, standards):
    register = build(CLEAN)
    path = f"data/texts/{ITEM}/2026-11-04.md"
    register.kept = {ITEM: (Kept(dt.date(2026, 11, 4), "说明。\n手机13812345678。", path),)}
    outcome = checking.run(register, checking.in_force(standards.values(), register))
    assert [(p.rule, p.path) for p in outcome.problems if p.path == path] == [("personal-data", path)]
