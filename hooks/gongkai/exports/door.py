"""The released Register → everything for programs, written below a staging folder, and what pages say of it.

Open data, rows of datasets, calendars and the log's table are written before the pages, which tell the
sizes of the files; feeds after them, since they hold the texts as pages have them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai.column.register import Register
from gongkai.exports import calendar, corpus, datasets, described, documents, feeds, log, opendata, owed_log
from gongkai.exports.made import LOG_TABLE, Made
from gongkai.law.duties import Duty
from gongkai.law.matrix import Matrix, as_duties
from gongkai.records.base import ContentRecord
from gongkai.records.types.standard import Standard


@dataclass(frozen=True)
class Places:
    """Where rows of datasets are read, where files go, and where finished datasets are kept between runs."""

    root: Path
    stage: Path
    work: Path


def make(
    register: Register,
    duties: Sequence[Duty],
    standards: Iterable[Standard],
    places: Places,
    done: Callable[[str], None],
    matrix: Matrix | None = None,
) -> Made:
    """Write all but the feeds; ``done`` is told of each step when it is finished.

    ``duties`` and ``matrix`` are what is owed on the day, ``standards`` the rules of this column.
    """
    rules = list(standards)
    tables = datasets.write(register, places.root, places.stage, places.work / "tables")
    if tables:
        done(f"数据集 {len(tables)} 个、{sum(table.count for table in tables.values())} 行")
    rows = datasets.rows_of(register, places.root, opendata.MOST_ROWS)
    opened = opendata.write(register, places.stage, duties, rules, matrix, rows)
    opened, tables = described.write(register, opened, tables, places.stage, places.work / "workbooks")
    done(f"开放数据 {sum(len(each.files) for each in opened)} 个文件")
    texts = documents.write(register, places.stage)
    if texts:
        done(f"规范性文件的文本 {sum(len(each) for each in texts.values())} 个版本")
    if count := corpus.write(register, places.stage):
        done(f"供机器的文本 {count} 个文件")
    made = plan(register, rules, matrix)
    owed = [*duties, *as_duties(matrix)] if matrix else duties
    calendars, files = calendar.make(register, made.days, owed)
    _write(places.stage, {**files, LOG_TABLE: log.as_table(made.log, register.column.root)})
    feeds_told = {name: replace(feed, calendar=calendars.of_feed(name)) for name, feed in made.feeds.items()}
    return Made(
        feeds=feeds_told,
        datasets={each.section: each for each in opened},
        texts=texts,
        tables=tables,
        days=made.days,
        calendars=calendars,
        log=made.log,
    )


def plan(register: Register, standards: Iterable[Standard] = (), matrix: Matrix | None = None) -> Made:
    """What can be told without writing a file: the feeds there will be, the days, the log."""
    told, owed = log.events(register), owed_log.events(matrix) if matrix else ()
    planned = {feed.name: feed for feed in feeds.plan(register, standards, told, owed)}
    return Made(feeds=planned, days=calendar.occasions(register), log=told)


def write_feeds(
    made: Made, register: Register, stage: Path, full_text: Callable[[ContentRecord], str]
) -> int:
    """Every feed in every format; ``full_text`` gives the HTML of a record. Gives the number of files."""
    return feeds.write_all(made.feeds.values(), register, stage, full_text)


def _write(stage: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        target = stage / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
