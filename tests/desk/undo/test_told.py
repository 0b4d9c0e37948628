"""Each act is told in the log and the feeds on its day, with its reason."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai import gate, pipeline
from gongkai.common.problems import Level
from gongkai.desk import cli, undo
from gongkai.exports import log
from gongkai.exports.feeds import plan

from .small import DAY

ACTS = {
    "废止": (
        (undo.repeal, "jiu", "yanglao", "由新办法代替"),
        "policies/2026/jiu/",
        "自2026年11月20日起废止。原因：由新办法代替。",
    ),
    "撤并": (
        (undo.merge, "区财政局", "区民政局", "机构改革"),
        "units/caizheng-ju/",
        "职责由区民政局承接。原因：机构改革。",
    ),
    "更名": (
        (undo.rename, "区财政局", "区财税局", "机构改革"),
        "units/caizheng-ju/",
        "原名称：区财政局。原因：机构改革。",
    ),
    "改址": (
        (undo.rename, "policies/2026/yanglao", "yanglao-fuwu", "名称太短"),
        "policies/2026/yanglao-fuwu/",
        "原网址：policies/2026/yanglao/。原因：名称太短。",
    ),
}


@pytest.mark.parametrize("kind", ACTS)
def test_an_act_is_in_the_log_of_its_day_with_its_reason_and_kept(done, column, kind):
    act, address, note = ACTS[kind]
    register, errors = done(*act, DAY)
    [event] = [each for each in log.unkept(gate.released(register)) if each.kind.value == kind]
    assert (event.day, event.address, errors) == (DAY, address, [])
    assert event.note.endswith(note) and "示例" not in event.note
    before = gate.released(register.on(DAY - dt.timedelta(days=1)))
    assert kind not in {each.kind.value for each in log.unkept(before)}
    assert cli.main(["addresses"]) == 0
    kept = pipeline.check(column)
    assert event.line in {each.line for each in kept.register.happened}
    assert kind not in {each.kind.value for each in log.unkept(gate.released(kept.register))}
    assert [each for each in kept.problems if each.level is Level.ERROR] == []


#: kind → the feeds that tell of it beside those of the kind, the log and the whole column
FEEDS = {
    "废止": {"life-changed", "unit-minzheng-ju"},
    "撤并": {"life-renamed", "unit-minzheng-ju", "unit-caizheng-ju"},
    "更名": {"life-renamed", "unit-caizheng-ju"},
    "改址": {"life-renamed", "unit-minzheng-ju"},
}


@pytest.mark.parametrize("kind", ACTS)
def test_an_act_is_in_the_feeds_of_whom_it_concerns_from_its_day(done, kind):
    register, _ = done(*ACTS[kind][0], DAY)
    for day, there in ((DAY - dt.timedelta(days=1), set()), (DAY, {"all", "log", *FEEDS[kind]})):
        feeds = plan(gate.released(register.on(day)))
        found = {feed.name for feed in feeds if kind in {each.kind.value for each in feed.events}}
        assert (there <= found) if there else not found
