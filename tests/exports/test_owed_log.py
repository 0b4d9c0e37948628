"""What the feed of the duty matrix tells: who was late the day after, and who made up for it."""

from __future__ import annotations

import datetime as dt

from gongkai.exports import feeds, owed_log
from gongkai.law.matrix import matrix_of
from gongkai.law.shared.annual_tables import a_report
from gongkai.records.types.duty_norm import DutyNorm

YEARLY = DutyNorm.EXAMPLE.replace("类别: 街道", "类别: 部门") + "  生效日期: 2025-01-01\n"
STANDING = (
    YEARLY.replace("QJ-01", "QJ-02").replace("频次: 每年", "频次: 持续").replace("{截止: 次年01-31}", "{}")
)
FILES = {"data/norms/district.yml": YEARLY}


def told(small_column, standards, today: dt.date, **more: str) -> list[tuple[str, str, str, str]]:
    matrix = matrix_of(small_column({**FILES, **more}, today), standards)
    return [(str(e.day), e.kind.value, e.title, e.note) for e in owed_log.events(matrix)]


def test_who_has_not_published_is_told_the_day_after_the_last_one(small_column, standards):
    assert told(small_column, standards, dt.date(2026, 1, 31)) == []
    ((day, kind, title, note),) = told(small_column, standards, dt.date(2026, 2, 1))
    assert (day, kind) == ("2026-02-01", "逾期") and title.endswith("年度报告（2025年）")
    assert note == "到期没有公开的：区民政局、区住房城市建设委。依据：示例区政务公开工作安排"


def test_what_came_late_is_told_on_its_day_and_what_was_told_stays(small_column, standards):
    report = a_report(发布日期="2026-02-03")
    found = told(small_column, standards, dt.date(2026, 2, 3), **report)
    assert [each[:2] for each in found] == [("2026-02-03", "补上"), ("2026-02-01", "逾期")]
    assert found[0][3].startswith("逾期以后公开的：区民政局。") and "区民政局、" in found[1][3]


def test_what_came_in_time_and_what_has_no_day_is_not_told(small_column, standards):
    report = a_report(发布日期="2026-01-31")
    found = told(small_column, standards, dt.date(2026, 2, 3), **report)
    assert [(each[1], "区民政局" in each[3]) for each in found] == [("逾期", False)]
    standing = {"data/norms/district.yml": STANDING}
    assert told(small_column, standards, dt.date(2026, 2, 3), **standing) == []


def test_it_is_a_feed_of_its_own_where_there_is_anything_to_tell(small_column, standards):
    register = small_column(FILES, dt.date(2026, 2, 1))
    events = owed_log.events(matrix_of(register, standards))
    planned = {feed.name: feed for feed in feeds.plan(register, owed=events)}
    assert [each.id for each in planned["owed"].entries] == ["overdue/2025/duties/norm/qj-01/"]
    assert "owed" not in {feed.name for feed in feeds.plan(register)}
