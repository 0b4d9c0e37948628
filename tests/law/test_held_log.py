"""What the 发布日志 told is held: records may not say something else of it afterwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gongkai.column.register import Event
from gongkai.law.example import CLEAN, Files, a_meeting, a_page, an_item
from gongkai.records.vocabulary.publishing import LogKind

ITEM = "items/minzheng-ju/2026/jiuzhu/"
MEETING = "meetings/2026/changwuhui-46/"
CORRECTION = """\
---
标题: 更正人次
更正对象: items/minzheng-ju/2026/jiuzhu
更正日期: {day}
原文: 救助 102 人次
更正后: 救助 120 人次
原因: {reason}
---
"""


def event(
    day: int, kind: LogKind = LogKind.UPDATED, note: str = "核实人次", number: int = 1, **more
) -> Event:
    made = Event(dt.date(2026, 11, day), kind, number, ITEM, "信息", "第三季度临时救助情况", note)
    return replace(made, **more)


def noted(day: int, note: str = "核实人次") -> Files:
    return an_item(更新说明=f"[{{日期: 2026-11-{day:02}, 程度: 一般, 说明: {note}}}]")


@pytest.fixture
def told(run):
    """(level, message) of what is said where only these entries are kept."""

    def go(files, *kept, today="2026-11-21", **more):
        outcome = run({**CLEAN, **files}, today, happened=kept, **more)
        return [(p.level.value, p.message) for p in outcome.problems if p.rule == "held-log"]

    return go


def test_what_stands_as_it_was_told_is_well(told):
    assert told(noted(10), event(10)) == []
    assert told(noted(10), event(10, number=2, title="旧题目")) == []
    assert told({}) == []


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (noted(10, "校对"), "更新“核实人次”，现在写的是“校对”"),
        (noted(11), "更新“核实人次”，现在写的日期是 2026-11-11"),
        (an_item(), "更新“核实人次”，现在没有了"),
    ],
)
def test_a_note_that_changed_moved_or_went_is_an_error(told, files, said):
    assert told(files, event(10)) == [("错误", f"发布日志记着 2026-11-10 {said}")]


def test_another_note_beside_it_is_the_way_to_mend(told):
    both = "[{日期: 2026-11-10, 说明: 核实人次}, {日期: 2026-11-20, 说明: 更正上一次的说明}]"
    assert told(an_item(更新说明=both), event(10)) == []


def test_an_erased_entry_holds_nothing(told):
    erased = event(10, note="【抹去】涉及个人隐私，2026-11-20", title="-")
    for files in (noted(10, "校对"), noted(10), an_item()):
        assert told(files, erased) == []


def test_what_is_kept_of_tomorrow_is_not_looked_at_today(told):
    assert told(an_item(), event(22)) == []
    assert told(an_item(), event(22), today="2026-11-22")


def test_the_title_of_what_is_corrected_may_change_and_the_reason_may_not(told):
    path = "content/corrections/2026/renci.md"
    kept = event(
        20,
        LogKind.CORRECTED,
        "更正对象：旧题目。原因：录入有误。",
        0,
        address="corrections/2026/renci/",
    )
    assert told({path: CORRECTION.format(day="2026-11-20", reason="录入有误。")}, kept) == []
    (changed,) = told({path: CORRECTION.format(day="2026-11-20", reason="系统故障。")}, kept)
    assert "系统故障" in changed[1]
    (moved,) = told({path: CORRECTION.format(day="2026-11-19", reason="录入有误。")}, kept)
    assert moved[1].endswith("现在写的日期是 2026-11-19")


def test_the_day_of_publication_is_held_where_no_other_rule_holds_it(told):
    """预告日期 of a meeting; 发布日期 is told by held-day."""
    kept = replace(event(1, LogKind.PUBLISHED, "", 0, address=MEETING), day=dt.date(2026, 10, 20))
    (problem,) = told(a_meeting(), kept)
    assert problem[1].startswith("发布日志记着 2026-10-20 发布，现在写的日期是")
    assert told(an_item(发布日期="2026-11-05"), event(4, LogKind.PUBLISHED, "", 0)) == []


def test_a_page_may_change_as_often_as_it_likes(told):
    kept = event(1, LogKind.UPDATED, "", 0, address="zhinan/", label="页面")
    assert told(a_page(更新日期="2026-11-20"), kept) == []


def rows(**keys: str) -> dict[str, str]:
    told = ", ".join(f"{key}: {value}" for key, value in {"地址": ITEM, **keys}.items())
    return {"data/addresses/moved.yml": f"- {{{told}}}\n"}


WITHDRAWN = event(18, LogKind.WITHDRAWN, "理由：内容有误", 0, label="-")


@pytest.mark.parametrize(
    ("day", "reason", "said"),
    [
        ("2026-11-18", "内容有误", []),
        ("2026-11-19", "内容有误", ["发布日志记着 2026-11-18 撤下，现在写的日期是 2026-11-19"]),
        (
            "2026-11-18",
            "重复发布",
            ["发布日志记着 2026-11-18 撤下“理由：内容有误”，现在写的是“理由：重复发布”"],
        ),
        # found out later: then the words have to go
        ("2026-11-18", "涉及个人隐私", []),
    ],
)
def test_a_withdrawal_stays_as_it_was_told(told, day, reason, said):
    files = {**rows(撤下日期=day, 理由=reason)}
    found = told(
        files,
        event(10),
        WITHDRAWN,
        published=[ITEM],
    )
    assert [message for _, message in found if "11-18" in message] == said


def test_what_is_back_is_told_unless_readers_were(told):
    assert told({}, WITHDRAWN) == [("警告", "发布日志记着 2026-11-18 撤下，现在又公布了，没有更新说明")]
    assert told(noted(19, "核对后重新公布"), WITHDRAWN) == []
    assert told(noted(17, "撤下以前的"), WITHDRAWN)
    assert told(noted(22, "还没有到的"), WITHDRAWN)


def test_a_second_withdrawal_after_it_was_back_is_well(told):
    back = event(19, note="核对后重新公布")
    files = rows(撤下日期="2026-11-20", 理由="其他")
    assert told(files, WITHDRAWN, replace(back, day=dt.date(2026, 11, 17)))
    found = told(files, WITHDRAWN, back)
    assert [message for _, message in found if "撤下" in message] == []


def test_what_no_register_knows_any_more_is_missed(told):
    """A revert took the page and its line of the register of addresses: the log still knows it."""
    gone = event(10, LogKind.PUBLISHED, "", 0, address="items/minzheng-ju/2026/jiu/")
    message = "发布日志记着 2026-11-10 发布“items/minzheng-ju/2026/jiu/”，现在没有这个网址，也没有写去向"
    assert told({}, gone) == [("错误", message)]
    assert told({}, gone, published=["items/minzheng-ju/2026/jiu/"]) == [], "the rule of addresses tells it"
    file = replace(WITHDRAWN, address="files/2026/biao.pdf/")
    row = "- {地址: files/2026/biao.pdf, 撤下日期: 2026-11-18, 理由: 内容有误}\n"
    assert told({"data/addresses/moved.yml": row}, file) == []


def test_what_is_not_kept_is_told_once(run):
    (problem,) = (p for p in run(CLEAN, happened=()).problems if p.rule == "unregistered")
    assert problem.message.startswith("有 5 条发布日志没有登记：")
    assert "data/log/" in problem.fix


def test_of_a_page_that_is_not_registered_its_log_is_not_told_too(run):
    told = [p.message for p in run({**CLEAN, **noted(10)}, happened=(), published=["x/"]).problems]
    assert [message for message in told if "没有登记" in message] == [
        message for message in told if "公开的网址没有登记" in message
    ]


def test_notes_of_what_is_closed_are_not_asked_for(run):
    closed = {
        path: text.replace(
            "是否规范性文件", "公开属性: 不予公开\n更新说明: [{日期: 2026-11-10, 说明: 内部}]\n是否规范性文件"
        )
        for path, text in CLEAN.items()
        if path.startswith("content/policies")
    }
    found = [p.message for p in run({**CLEAN, **closed}, happened=()).problems if p.rule == "unregistered"]
    assert [message.partition("条")[0] for message in found] == ["有 3 "], "nor for what explains it"


def test_a_kept_note_is_looked_through_for_personal_numbers(run):
    kept = event(10, note="更正电话为 13812345678", address="items/minzheng-ju/2026/jiu/")
    found = [(p.rule, p.path) for p in run(CLEAN, happened=[kept]).problems if p.path.startswith("data/log")]
    assert ("personal-data", "data/log/2026.txt") in found
    assert "personal-data" not in {p.rule for p in run(CLEAN, happened=[replace(kept, note="更正")]).problems}
