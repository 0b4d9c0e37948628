"""What is kept of the 发布日志 against what the records say now: what is new, what is told otherwise."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gongkai.column.register import Event
from gongkai.column.told_before import compare
from gongkai.records.vocabulary.publishing import LogKind

PAGE = "policies/2026/dianti/"


def event(day: int, kind: LogKind = LogKind.UPDATED, note: str = "甲", number: int = 1, **more) -> Event:
    made = Event(dt.date(2026, 11, day), kind, number, PAGE, "政策文件", "办法", note)
    return replace(made, **more)


@pytest.fixture
def told(small_column):
    def go(kept, now, files=None):
        register = small_column(files or {})
        register.happened = kept
        found = compare(register, now)
        return found.new, found.otherwise, found.alone

    return go


def test_what_is_kept_is_not_new_whatever_its_number_or_title(told):
    assert told([event(8, title="旧题目")], [event(8, number=2)]) == ([], [], [])


def test_what_comes_beside_it_is_new_with_a_number_of_its_own(told):
    assert told([event(8)], [event(8), event(8, note="乙", number=1)]) == (
        [event(8, note="乙", number=2)],
        [],
        [],
    )
    assert told([event(8)], [event(8), event(9, note="乙")]) == ([event(9, note="乙")], [], [])


def test_other_words_or_another_day_are_no_new_entry(told):
    for now in (event(8, note="乙"), event(9)):
        assert told([event(8)], [now]) == ([], [(event(8), now)], [])


def test_of_two_on_one_day_the_same_words_go_together(told):
    first, second, changed = event(8, number=1), event(8, note="乙", number=2), event(8, note="丙", number=1)
    assert told([first, second], [changed, second]) == ([], [(first, changed)], [])


def test_what_no_record_says_any_more_stands_alone(told):
    assert told([event(8), event(9, note="乙")], [event(8)]) == ([], [], [event(9, note="乙")])


def test_an_erased_entry_is_still_the_same_entry(told):
    erased = event(8, note="【抹去】涉及个人隐私，2026-11-20", title="-")
    assert told([erased], [event(8)]) == ([], [(erased, event(8))], [])


def test_a_publication_happens_once(told):
    kept, now = event(5, LogKind.PUBLISHED, "", 0), event(6, LogKind.PUBLISHED, "", 0)
    assert told([kept], [now]) == ([], [(kept, now)], [])


def test_a_page_is_changed_every_time_its_day_moves(told):
    kept, now = event(5, note="", number=0), event(6, note="", number=0)
    assert told([kept], [now]) == ([now], [], [kept])
    noted = event(5, note="", number=1)
    assert told([kept], [noted]) == ([noted], [], [kept]), "a note of the same day is another thing"


def test_numbers_tried_again_are_renewed(told):
    """对外电话 tell when they were last tried: published once, renewed every time."""
    kept = event(1, LogKind.PUBLISHED, "", 0, label="对外电话")
    now = event(9, LogKind.PUBLISHED, "", 0, label="对外电话")
    renewed = replace(now, kind=LogKind.UPDATED)
    assert told([kept], [now]) == ([renewed], [], [kept])
    assert told([kept, renewed], [now]) == ([], [], [kept])
    assert told([], [now]) == ([now], [], [])


def test_a_second_withdrawal_is_an_entry_of_its_own(told):
    kept, now = event(5, LogKind.WITHDRAWN, "理由：内容有误", 0), event(9, LogKind.WITHDRAWN, "理由：其他", 0)
    assert told([kept], [now]) == ([now], [], [kept])


def test_what_was_renamed_is_found_by_its_old_address(told):
    moved = {"data/addresses/moved.yml": f"- {{地址: policies/2026/jiu/, 转到: {PAGE}}}\n"}
    kept = event(8, address="policies/2026/jiu/")
    assert told([kept], [event(8)])[0] == [event(8)]
    assert told([kept], [event(8)], moved) == ([], [], [])
    there = "policies/2026/jiazhuang-dianti/"
    files = {"data/addresses/moved.yml": f"- {{地址: {there}, 转到: {PAGE}}}\n"}
    assert told([event(8, address=there)], [event(8, address=there)], files) == ([], [], []), "a row in vain"


def test_what_is_kept_of_a_later_day_is_not_there_yet(told):
    assert told([event(22)], []) == ([], [], [])
