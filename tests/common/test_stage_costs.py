"""What each stage of a run costs, told to who asked for it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from gongkai.common import stage_costs
from gongkai.common.stage_costs import Stage, listed


@pytest.fixture(autouse=True)
def _nothing_counted(monkeypatch):
    monkeypatch.setattr(stage_costs, "_over", None)


def test_nothing_is_kept_where_nobody_asked():
    stage_costs.passed("读文件")
    assert stage_costs.stages() == ()


def test_a_stage_has_the_seconds_since_the_one_before(monkeypatch):
    seconds = iter([(1.0, 0.5, 0.0, 0.0, 9.0), (1.5, 0.5, 2.0, 0.25, 99.0)])
    stage_costs.begin()
    monkeypatch.setattr(os, "times", lambda: next(seconds))
    stage_costs.passed("启动")
    stage_costs.passed("网页")
    assert [(each.name, each.cpu) for each in stage_costs.stages()] == [("启动", 1.5), ("网页", 2.75)]


def test_what_children_took_counts_for_the_stage_that_waited_for_them():
    stage_costs.begin()
    stage_costs.passed("启动")
    words = "import time\nwhile time.process_time() < 0.3: pass"
    subprocess.run([sys.executable, "-S", "-E", "-c", words], check=True)
    stage_costs.passed("网页")
    # the kernel tells a child's time in hundredths, cut off, of two kinds
    assert stage_costs.stages()[1].cpu > 0.25
    assert stage_costs.stages()[1].peak > 5


def test_the_list_ends_with_the_whole():
    lines = listed((Stage("启动", 1.5, 80.0), Stage("网页", 4.5, 60.0))).split("\n")
    assert [line.split() for line in lines[1:]] == [
        ["1.50", "25.0%", "80", "启动"],
        ["4.50", "75.0%", "60", "网页"],
        ["6.00", "100.0%", "80", "合计"],
    ]


def test_a_run_without_a_stage_has_a_list_all_the_same():
    assert listed(()).split("\n")[1].split() == ["0.00", "0.0%", "0", "合计"]
