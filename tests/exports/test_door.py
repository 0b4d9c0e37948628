"""The one door: everything for programs is written, and what pages are told of it is what there is."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from gongkai.exports import door
from gongkai.exports.made import Made


@pytest.fixture
def made(small_column, tmp_path):
    """(register, what was made, the stage, what was said)."""
    said: list[str] = []
    register = small_column()
    (tmp_path / "stage").mkdir()
    places = door.Places(tmp_path, tmp_path / "stage", tmp_path / "work")
    found = door.make(register, (), (), places, said.append)
    return register, found, tmp_path / "stage", said


def test_what_is_told_of_files_is_there(made):
    _, found, stage, said = made
    files = {file.path: file.size for each in found.datasets.values() for file in each.files}
    assert {path: (stage / path).stat().st_size for path in files} == files
    assert all((stage / each.path).is_file() for each in found.calendars.public)
    assert said[0] == f"开放数据 {len(files)} 个文件"
    assert next(iter(found.datasets)) == "column" and found.tables == {}


def test_the_log_is_a_table_in_its_order(made):
    register, found, stage, _ = made
    rows = list(csv.DictReader(io.StringIO((stage / "log/list.csv").read_text("utf-8-sig"), newline="")))
    assert [(row["标题"], row["日期"]) for row in rows] == [(e.title, str(e.day)) for e in found.log]
    assert len(rows) > 2 and rows[0]["网址"] == register.column.root + found.log[0].address
    assert {row["类型"] for row in rows} >= {"政策文件", "会议"}


def test_feeds_are_written_as_planned_with_the_text_that_is_handed_in(made):
    register, found, stage, _ = made
    count = door.write_feeds(found, register, stage, lambda record: f"<p>全文 {record.id}</p>")
    paths = [path for feed in found.feeds.values() for path in feed.files]
    assert count == len(paths) and all((stage / path).is_file() for path in paths)
    newest = found.feeds["all"].records[0]
    assert f"全文 {newest.id}" in (stage / found.feeds["all"].atom).read_text("utf-8")


def test_the_plan_tells_the_same_and_writes_nothing(made):
    register, found, _, _ = made
    # which feeds have a calendar is known when calendars are written
    feeds = {name: replace(feed, calendar="") for name, feed in found.feeds.items()}
    assert door.plan(register) == Made(feeds=feeds, days=found.days, log=found.log)
