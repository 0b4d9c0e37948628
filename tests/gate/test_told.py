"""What leaves of the kept 发布日志: that something happened, and no word that had to go."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gongkai import gate
from gongkai.column.register import Event
from gongkai.exports.log import events
from gongkai.gate import addresses
from gongkai.records.vocabulary.publishing import LogKind

PAGE = "policies/2026/jiazhuang-dianti/"
ANSWER = "interpretations/2026/jiazhuang-dianti-jiedu/"
PUBLISHED = Event(dt.date(2026, 11, 5), LogKind.PUBLISHED, 0, PAGE, "政策文件", "张三的补助")
NOTED = Event(dt.date(2026, 11, 8), LogKind.UPDATED, 1, PAGE, "政策文件", "张三的补助", "更正张三的姓名")
ANSWERED = Event(dt.date(2026, 11, 6), LogKind.PUBLISHED, 0, ANSWER, "政策解读", "张三的问答")
ERASED = Event(NOTED.day, LogKind.UPDATED, 1, PAGE, "政策文件", "-", "【抹去】涉及个人隐私，2026-11-20")


@pytest.fixture
def told(small_column):
    """(种类, title, note) of the log that readers have of the page and of its interpretation."""

    def go(*kept, **files):
        register = small_column(dict(files.values()))
        register.happened = kept
        released = gate.released(register, moved=addresses.moved(register))
        found = [each for each in events(released) if each.address in (PAGE, ANSWER)]
        return [(each.kind.value, each.title, each.note) for each in found]

    return go


def withdrawn(reason, title=""):
    named = f", 标题: {title}" if title else ""
    row = f"- {{地址: {PAGE}, 撤下日期: 2026-11-20, 理由: {reason}{named}}}\n"
    return "data/addresses/moved.yml", row


def test_a_withdrawn_publication_stays_with_what_it_said(told):
    assert told(PUBLISHED, NOTED, moved=withdrawn("内容有误")) == [
        ("撤下", PAGE, "理由：内容有误"),
        ("更新", "张三的补助", "更正张三的姓名"),
        ("发布", "张三的补助", ""),
    ]


def test_what_was_withdrawn_without_a_title_has_the_one_it_was_given_since(told):
    """A title that was told stands, whatever the row says now."""
    day, note = dt.date(2026, 11, 20), "理由：重复发布"
    for before, title, now in (
        (PAGE, "", PAGE),
        (PAGE, "一份文件", "一份文件"),
        ("旧名", "一份文件", "旧名"),
    ):
        kept = Event(day, LogKind.WITHDRAWN, 0, PAGE, "-", before, note)
        assert told(PUBLISHED, kept, moved=withdrawn("重复发布", title))[0] == ("撤下", now, note)


@pytest.mark.parametrize("title", ["", "一份补助文件"])
@pytest.mark.parametrize("reason", ["涉及个人隐私", "涉及商业秘密", "涉及国家秘密"])
def test_no_word_is_left_of_what_had_to_go(told, reason, title):
    """Also where it was kept as withdrawn for another reason before."""
    before = Event(
        dt.date(2026, 11, 20), LogKind.WITHDRAWN, 0, PAGE, "-", "张三的补助", "理由：内容有误。张三"
    )
    named = title or PAGE
    for kept in ((PUBLISHED, NOTED), (PUBLISHED, NOTED, before)):
        assert told(*kept, moved=withdrawn(reason, title)) == [
            ("撤下", named, f"理由：{reason}"),
            ("更新", named, ""),
            ("发布", named, ""),
        ]


def test_what_goes_with_it_has_no_words_left_either(told):
    """Its interpretation, whose own row nobody wrote; an entry of which only the note was erased."""
    assert told(
        PUBLISHED, ANSWERED, replace(ERASED, title="张三的补助"), moved=withdrawn("涉及个人隐私")
    ) == [
        ("撤下", PAGE, "理由：涉及个人隐私"),
        ("更新", PAGE, "这一条的文字已抹去。理由：涉及个人隐私（2026-11-20）"),
        ("发布", ANSWER, ""),
        ("发布", PAGE, ""),
    ]


@pytest.mark.parametrize("reason", ["涉及个人隐私", None])
def test_an_entry_under_an_old_address_loses_its_words_too(small_column, tmp_path, reason):
    """Withdrawn or closed after it was renamed."""
    small_column()
    old = "policies/2026/jiu/"
    text = (tmp_path / f"content/{PAGE[:-1]}.md").read_text("utf-8")
    closed = text.replace("是否规范性文件", "公开属性: 不予公开\n不公开理由: 内部\n是否规范性文件")
    rows = f"- {{地址: {old}, 转到: {PAGE}}}\n"
    files = {"data/addresses/moved.yml": rows + withdrawn(reason)[1] if reason else rows}
    files |= {} if reason else {f"content/{PAGE[:-1]}.md": closed}
    register = small_column(files)
    register.happened = [replace(NOTED, address=old)]
    for moved in (None, addresses.moved(register)):
        (event,) = gate.released(register, moved=moved).happened
        assert "张三" not in event.title + event.note


def test_what_is_closed_now_is_told_by_the_title_its_list_has(told, small_column, tmp_path):
    """What says it again is told without any."""
    small_column()
    text = (tmp_path / f"content/{PAGE[:-1]}.md").read_text("utf-8")
    closed = text.replace("是否规范性文件", "公开属性: 不予公开\n不公开理由: 内部\n是否规范性文件")
    assert told(PUBLISHED, NOTED, ANSWERED, closed=(f"content/{PAGE[:-1]}.md", closed)) == [
        ("更新", "示例区老旧小区加装电梯补助办法", ""),
        ("发布", ANSWER, ""),
        ("发布", "示例区老旧小区加装电梯补助办法", ""),
    ]


def test_an_erased_entry_says_why_and_when(told):
    assert told(PUBLISHED, ERASED)[0] == (
        "更新",
        PAGE,
        "这一条的文字已抹去。理由：涉及个人隐私（2026-11-20）",
    )
    assert "更正附件" not in {note for *_, note in told(PUBLISHED, ERASED)}, "nor does its record tell it"


def test_what_is_kept_of_a_later_day_does_not_leave(small_column):
    register = small_column({}, dt.date(2026, 11, 7))
    register.happened = (PUBLISHED, NOTED)
    assert gate.released(register).happened == (PUBLISHED,)
