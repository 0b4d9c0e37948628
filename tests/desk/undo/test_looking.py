"""What an act is said to do before it is done, held against what it then does."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace

import pytest

from gongkai import gate, pipeline
from gongkai.desk import cli, mending, undo
from gongkai.exports import log
from gongkai.exports.feeds import plan
from gongkai.gate import addresses
from gongkai.records.types.unit import Unit

from .small import DAY

ACTS = {
    "correct": undo.Wanted(
        "correct", "yanglao", "漏了年龄", DAY, old="老年人可以申请补贴", new="六十岁以上的可以申请补贴"
    ),
    "withdraw": undo.Wanted("withdraw", "yanglao", "内容有误", DAY, note="另行公布"),
    "merge": undo.Wanted("merge", "区财政局", "机构改革", DAY, into="区民政局"),
    "repeal": undo.Wanted("repeal", "jiu", "由新办法代替", DAY, by="yanglao"),
    "rename": undo.Wanted("rename", "policies/2026/yanglao", "名称太短", DAY, to="yanglao-fuwu"),
}


@pytest.fixture
def looked(column):
    """An act's look, then the act done: title of the part → lines, and the column before and after."""

    def go(wanted):
        before = pipeline.check(column)
        changes = undo.changes(column.root, before.register, wanted)
        after = undo.tried(column, before.problems, changes)
        found = undo.looks(before, after.checked, wanted, changes)
        mending.write(column.root, changes)
        return found, before, pipeline.check(column)

    return go


def _public(checked):
    return gate.released(checked.register, moved=addresses.moved(checked.register))


def _parts(look):
    return {part.title: part.lines for part in look.parts}


@pytest.mark.parametrize("act", ACTS)
def test_the_look_of_an_act_is_what_it_then_does(act, looked):
    [look], before, after = looked(ACTS[act])
    said, root = _parts(look), before.register.column.root
    old, new = _public(before), _public(after)
    pages = [{each.url: each for each in (*side.all, *side.units)} for side in (old, new)]
    otherwise = {
        url
        for url in pages[0].keys() | pages[1].keys()
        if _seen(old, pages[0].get(url)) != _seen(new, pages[1].get(url))
    }
    shown = "\n".join(said["哪些网页变"])
    assert {url for url in pages[0].keys() | pages[1].keys() if url in _addresses(shown, root)} == otherwise
    kinds = [Counter((each.day, each.kind) for each in log.unkept(side)) for side in (old, new)]
    assert len(said["发布日志会记"]) == (kinds[1] - kinds[0]).total()
    led = {row.address for row in new.moved} - {row.address for row in old.moved}
    assert len(said.get("旧网址会到哪里", ())) == len(led)
    assert all(any(f"{root}{each}" in line for line in said["旧网址会到哪里"]) for each in led)
    had = {(feed.title, each.id) for feed in plan(old) for each in feed.entries}
    news = {feed.title for feed in plan(new) for each in feed.entries if (feed.title, each.id) not in had}
    told = {name for line in said["订阅源里会有"] for name in line.partition("：")[2].split("；")}
    assert told and told <= news


def _seen(register, record):
    if record is None:
        return None
    state = record.state if isinstance(record, Unit) else register.state(record)
    return record.model_dump(), getattr(record, "body", ""), state


def _addresses(text, root):
    return set(re.findall(re.escape(root) + r"([A-Za-z0-9/-]+/)", text))


def test_who_names_it_is_told_with_what_becomes_of_that(looked):
    [look], *_ = looked(ACTS["withdraw"])
    lines = _parts(look)["还有哪些内容提到它"]
    assert any("yanglao-jiedu/（解读文件）：跟着撤下" in line for line in lines)
    assert any("policies/2026/gai/（正文）：没有改" in line or "要改" in line for line in lines)


def test_what_a_rename_writes_anew_is_told_so(looked):
    [look], *_ = looked(ACTS["rename"])
    assert all(line.endswith("：这次一起改") for line in _parts(look)["还有哪些内容提到它"])


def test_of_a_day_to_come_both_days_are_told(looked):
    """Repealed from next month: nothing is otherwise in its state today."""
    today, then = looked(replace(ACTS["repeal"], day=dt.date(2026, 12, 20)))[0]
    assert "状态从哪天起变" not in _parts(today)
    [line] = _parts(then)["状态从哪天起变"]
    assert line.endswith("有效 → 废止，自2026年12月20日起")


def test_the_command_tells_the_same_before_it_asks(column, capsys):
    cli.main(("undo", "repeal", "jiu", "--by", "yanglao", "--reason", "代替", "--on", f"{DAY}", "--yes"))
    said = capsys.readouterr().out
    assert said.index("哪些网页变") < said.index("订阅源里会有") < said.index("会这样写（1 个文件）")
