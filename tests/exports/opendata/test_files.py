"""Open data as its users meet it: what is in the files, and what must not be."""

from __future__ import annotations

import csv
import io
import json
import random
import sqlite3
from contextlib import closing

import pytest

from gongkai.column.register import Register
from gongkai.exports import opendata, record_rows
from gongkai.records import listed_types, record_types
from gongkai.records.base import ContentRecord

ROOT = "https://www.example.gov.cn/zwgk/"
REVIEWED = """\
---
标题: 审核过的信息
单位: 区民政局
发布日期: 2026-10-12
关键词: [甲, 乙]
审核:
  初审: 琉璃科
更新说明:
  - 日期: 2026-10-13
    说明: 第一次  更新
  - 日期: 2026-12-01
    说明: 鎏金
---
第一段。

第二段。
"""
MEETING = """\
---
会议名称: 区民政局局长办公会
日期: 2026-11-03
议题:
  - 标题: 议题一
    意见建议:
      - 内容: 意见甲
        采纳情况: 采纳
      - 内容: 意见乙
        采纳情况: 未采纳
  - 标题: 议题二
    意见建议:
      - 内容: 意见丙
        采纳情况: 采纳
列席代表:
  - 类别: 公众代表
    人数: 4
---
正文。
"""
FILES = {
    "content/items/minzheng-ju/2026/shenhe.md": REVIEWED,
    "content/meetings/2026/bangonghui.md": MEETING,
}


def lines(folder, section):
    text = (folder / f"{section}.jsonl").read_text("utf-8")
    return {row["id"]: row for row in map(json.loads, text.splitlines())}


def query(folder, words):
    with closing(sqlite3.connect(f"file:{folder / 'column.sqlite'}?mode=ro", uri=True)) as file:
        return file.execute(words).fetchall()


def test_a_line_holds_the_fields_under_their_keys_and_the_whole_text(small_column, written):
    row = lines(written(small_column(FILES)), "items")["items/minzheng-ju/2026/shenhe"]
    assert row["标题"] == "审核过的信息"
    assert row["关键词"] == ["甲", "乙"]
    assert row["形成日期"] is None
    assert row["示例"] == "否"
    assert row["网址"] == ROOT + "items/minzheng-ju/2026/shenhe/"
    assert row["最后更新"] == "2026-10-13"
    assert row["正文"].strip() == "第一段。\n\n第二段。"
    assert row["更新说明"] == [{"日期": "2026-10-13", "程度": "一般", "说明": "第一次  更新"}]


def test_a_table_has_a_line_for_each_record_lists_joined_and_parts_in_a_file_of_their_own(
    small_column, written
):
    folder = written(small_column(FILES))
    content = (folder / "items.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))}
    row = rows["items/minzheng-ju/2026/shenhe"]
    assert len(rows) == 2
    assert row["关键词"] == "甲；乙"
    assert row["更新说明·项数"] == "1"
    (part,) = csv.reader((folder / "items.updates.csv").read_text("utf-8-sig").splitlines()[1:])
    assert part == ["items/minzheng-ju/2026/shenhe", "1", "2026-10-13", "一般", "第一次 更新"]
    assert row["形成日期"] == ""
    assert "正文" not in row


def test_the_status_of_a_policy_is_that_of_the_day(small_column, written):
    folder = written(small_column())
    assert [row["状态"] for row in lines(folder, "policies").values()] == ["有效"]


def test_parts_stand_in_tables_of_their_own_and_lead_back(small_column, written):
    folder = written(small_column(FILES))
    meeting = "meetings/2026/bangonghui"
    assert query(folder, 'SELECT "类别", "人数" FROM "会议_列席代表"') == [("公众代表", 4)]
    found = query(
        folder,
        'SELECT m."会议名称", t."标题", o."内容" FROM "会议_议题_意见建议" o '
        'JOIN "会议_议题" t ON t.id = o.id AND t."项次" = o."议题项次" '
        f"JOIN \"会议\" m ON m.id = o.id WHERE m.id = '{meeting}' ORDER BY o.rowid",
    )
    assert [row[1:] for row in found] == [("议题一", "意见甲"), ("议题一", "意见乙"), ("议题二", "意见丙")]
    assert query(folder, f'SELECT "标题", "项次" FROM "会议_议题" WHERE id = \'{meeting}\'') == [
        ("议题一", 1),
        ("议题二", 2),
    ]
    words = 'SELECT value FROM "信息", json_each("关键词") WHERE "信息".id LIKE \'%shenhe\''
    assert query(folder, words) == [("甲",), ("乙",)]


def test_the_database_is_sound_and_explains_its_columns(demonstration, written):
    folder = written(demonstration)
    assert query(folder, "PRAGMA integrity_check") == [("ok",)]
    told = set(query(folder, 'SELECT "表", "列" FROM "字段说明" WHERE "说明" <> \'\''))
    for table in opendata.tables(demonstration):
        label = table.record_type.LABEL
        assert query(folder, f'SELECT count(*) FROM "{label}"') == [(len(table.records),)]
        assert {(label, key) for key in record_rows.keys(table.record_type)} <= told


def test_nothing_of_reviews_drafts_and_later_days_is_in_any_file(small_column, written):
    folder = written(small_column(FILES))
    for file in folder.iterdir():
        content = file.read_bytes()
        for word in ("琉璃科", "鎏金", "2026-12-01", '审核"', "weilai", "还没有公布的文件", "不得出现"):
            assert word.encode() not in content, (file.name, word)


EVENT = """\
---
名称: 走进驿站
类型: 政务开放日
日期: 2026-11-12
主办单位: 区民政局
预告日期: 2026-11-02
参加人数: 25
情况公布日期: {day}
---
正文。
"""


@pytest.mark.parametrize(("day", "seen"), [("2026-11-13", 25), ("2026-12-13", None)])
def test_what_came_of_an_event_is_data_once_it_is_reported(small_column, written, day, seen):
    files = {"content/events/2026/yizhan.md": EVENT.format(day=day)}
    (row,) = lines(written(small_column(files)), "events").values()
    assert row["参加人数"] == seen
    assert row["情况公布日期"] == (day if seen else None)


def test_two_builds_of_the_same_records_are_the_same_bytes(small_column, written):
    register = small_column(FILES)
    shuffled = [*register.content, *register.units, *register.catalogue]
    random.Random(7).shuffle(shuffled)
    again = Register(shuffled, register.today, register.column)
    first, second = written(register), written(again)
    names = sorted(file.name for file in first.iterdir())
    assert "column.sqlite" in names and names == sorted(file.name for file in second.iterdir())
    assert [name for name in names if (first / name).read_bytes() != (second / name).read_bytes()] == []


def test_the_file_does_not_tell_which_sqlite_wrote_it(small_column, written):
    header = (written(small_column()) / "column.sqlite").read_bytes()[:100]
    assert int.from_bytes(header[96:], "big") == 3_040_000
    assert int.from_bytes(header[16:18], "big") == 4096


def test_every_type_with_a_page_is_open_data_and_no_section_takes_its_address(small_column):
    kinds = [table.record_type for table in opendata.tables(small_column())]
    assert {kind for kind in record_types() if issubclass(kind, ContentRecord)} <= set(kinds)
    labels = [kind.LABEL for kind in kinds]
    assert len(set(labels)) == len(labels)
    sections = [table.section for table in opendata.tables(small_column())]
    assert len(set(sections)) == len(sections)
    assert not {"data", "log", "feeds", "search"} & {kind.section() for kind in listed_types()}


def test_no_field_hides_behind_what_is_worked_out(small_column):
    """状态 alone may be a field too: what is worked out stands in its place."""
    for table in opendata.tables(small_column()):
        fields = {key for _, key in record_rows.exported(table.record_type)}
        assert (
            fields & {record_rows.ID, record_rows.CHANGED, record_rows.ADDRESS, record_rows.TEXT} == set()
        ), table.section


def test_a_database_that_cannot_be_written_is_a_fault_of_the_disk(small_column, tmp_path):
    (tmp_path / "data/column.sqlite").mkdir(parents=True)
    with pytest.raises(OSError, match=r"column\.sqlite"):
        opendata.write(small_column(), tmp_path)


def test_rows_stand_in_the_order_of_their_ids(small_column, written):
    item = "---\n标题: {slug}\n单位: 区民政局\n发布日期: {day}\n---\n正文。\n"
    days = {"yi": "2026-10-03", "er": "2026-10-01", "san": "2026-10-02"}
    files = {
        f"content/items/minzheng-ju/2026/{slug}.md": item.format(slug=slug, day=day)
        for slug, day in days.items()
    }
    folder = written(small_column(files))
    ids = [f"items/minzheng-ju/2026/{slug}" for slug in ("er", "jiuzhu", "san", "yi")]
    assert list(lines(folder, "items")) == ids
    table = (folder / "items.csv").read_text("utf-8-sig")
    assert [row["id"] for row in csv.DictReader(io.StringIO(table, newline=""))] == ids
    assert query(folder, 'SELECT id FROM "信息" ORDER BY rowid') == [(each,) for each in ids]


def test_what_is_said_of_the_files_counts_records(small_column, tmp_path):
    said = {each.section: each for each in opendata.write(small_column(FILES), tmp_path)}
    assert {name: said[name].count for name in ("items", "meetings", "units", "policies")} == {
        "items": 2,
        "meetings": 2,
        "units": 3,
        "policies": 1,
    }
    assert said["column"].count == sum(each.count for name, each in said.items() if name != "column")
    assert dict(said["items"].fields)["关键词"] == "文字（可有多个）"
    for each in said.values():
        assert [file.size for file in each.files] == [(tmp_path / f.path).stat().st_size for f in each.files]
