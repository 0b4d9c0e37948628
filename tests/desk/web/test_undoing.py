"""更正、撤下、撤并、废止、改名 at the desk: shown first, then a piece of work like every other."""

from __future__ import annotations

import html
import re

import pytest

from gongkai.desk.web.app import Desk

from .conftest import Clerk, git

#: Git for each
pytestmark = pytest.mark.slow
REVIEWS = {"初审": "甲", "复审": "乙", "终审": "丙", "保密审查日期": "2026-11-19"}
LIFT = "content/policies/2026/dianti.md"
CARE = "content/policies/2025/yanglao.md"
HELP = "content/items/minzheng-ju/2026/jiuzhu.md"
BUREAU = "data/units/minzheng-ju.yml"
DAY = {"day": "2026-11-21"}
#: act → the file it is done to, what is typed, and a line that comes of it with its file
ACTS = {
    "correct": (
        LIFT,
        {"old": "制定本办法", "new": "制定这个办法", "reason": "录入有误"},
        (LIFT, "第一条　为规范加装电梯补助，制定这个办法。"),
    ),
    "withdraw": (
        HELP,
        {"reason": "内容有误", "note": "另行公布"},
        ("data/addresses/moved.yml", "- 地址: items/minzheng-ju/2026/jiuzhu/"),
    ),
    "merge": (BUREAU, {"into": "区住房和城市建设委员会", "reason": "机构改革"}, (BUREAU, "状态: 撤并")),
    "repeal": (CARE, {"reason": "任务已经完成"}, (CARE, "废止日期: 2026-11-21")),
    "rename": (
        HELP,
        {"to": "linshi-jiuzhu", "reason": "名称太短"},
        ("data/addresses/moved.yml", "  转到: items/minzheng-ju/2026/linshi-jiuzhu/"),
    ),
}


def words(answer: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", answer))


def works(desk: Desk) -> list[object]:
    return [*desk.office.works.all()]


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_shown_and_then_written_into_a_work_of_its_own(act, clerk, desk, column):
    path, typed, (file, line) = ACTS[act]
    before = git(column, "status", "--porcelain")
    fields = {"path": path, "act": act, **DAY, **typed}
    shown = clerk.post("/undo", **fields)
    assert shown.status_code == 200 and "会这样写" in shown.text and line.strip() in words(shown.text)
    told = words(shown.text)
    assert told.index("哪些网页变") < told.index("发布日志会记") < told.index("会这样写（")
    # registering is done where works are merged
    assert "scripts/" not in words(shown.text)
    assert works(desk) == [] and git(column, "status", "--porcelain") == before
    done = clerk.post("/undo", sure="1", **fields)
    assert done.status_code == 303, words(done.text)
    (work,) = works(desk)
    text = (desk.office.root(work) / file).read_text("utf-8")
    assert line in text
    assert clerk.get(done.location).status_code == 200
    assert git(column, "status", "--porcelain") == before


def test_what_was_renamed_is_handed_in_as_one_that_moved(clerk, column):
    path, typed, _ = ACTS["rename"]
    at = clerk.post("/undo", sure="1", path=path, act="rename", **DAY, **typed).location
    assert clerk.post(f"{at}hand-in", **REVIEWS).status_code == 303
    branch = git(column, "branch", "--list", "desk/*", "--format=%(refname:short)").strip()
    assert set(git(column, "diff", "--name-only", "--no-renames", "main", branch).split()) == {
        path,
        path.replace("/jiuzhu", "/linshi-jiuzhu"),
        "data/addresses/moved.yml",
    }
    assert git(column, "log", "-1", "--format=%s", branch).strip().endswith("：名称太短")
    assert "不再公开的网页" in clerk.page(f"{at}hand-in")


def test_the_reviews_of_a_publication_stay_and_those_of_the_change_are_told_with_it(clerk, column):
    path, typed, (_, line) = ACTS["correct"]
    at = clerk.post("/undo", sure="1", path=path, act="correct", **DAY, **typed).location
    assert "公布过的，原来的审核不动" in clerk.page(f"{at}hand-in")
    once = clerk.post(f"{at}hand-in", **{**REVIEWS, "初审": "丁", "终审": " 丁"})
    assert once.status_code == 422 and "初审和终审写的是同一个人" in once.text
    assert clerk.post(f"{at}hand-in", **{**REVIEWS, "初审": "丁"}).status_code == 303
    branch = git(column, "branch", "--list", "desk/*", "--format=%(refname:short)").strip()
    text = git(column, "show", f"{branch}:{path}")
    assert line in text and "  初审: 甲\n" in text and "丁" not in text
    assert "初审：丁\n复审：乙\n终审：丙\n保密审查日期：2026-11-19" in git(
        column, "log", "-1", "--format=%b", branch
    )
    corrected = git(column, "show", f"{branch}:content/corrections/2026/dianti-gengzheng.md")
    assert "  初审: 丁\n" in corrected


def test_what_was_withdrawn_needs_no_reviews_of_a_text(clerk, column):
    path, typed, _ = ACTS["withdraw"]
    at = clerk.post("/undo", sure="1", path=path, act="withdraw", **DAY, **typed).location
    assert "初审" not in clerk.page(f"{at}hand-in")
    assert clerk.post(f"{at}hand-in").status_code == 303
    branch = git(column, "branch", "--list", "desk/*", "--format=%(refname:short)").strip()
    assert git(column, "diff", "--name-only", "main", branch).split() == ["data/addresses/moved.yml"]


@pytest.mark.parametrize(
    ("act", "path", "typed", "told"),
    [
        ("correct", LIFT, {"old": "没有这几个字", "new": "有", "reason": "误"}, "里没有“没有这几个字”"),
        ("correct", LIFT, {"old": "制定本办法", "new": "", "reason": "误"}, "带 * 的都要写"),
        ("withdraw", HELP, {"reason": ""}, "带 * 的都要写"),
        ("rename", HELP, {"to": "临时救助", "reason": "短"}, "新的文件名只用小写字母"),
        ("merge", BUREAU, {"into": "区旧改办", "reason": "改革"}, "写现在还在的单位"),
        ("repeal", CARE, {"reason": "完成", "day": "2026-13-01"}, "日期：日期“2026-13-01”不存在"),
    ],
)
def test_what_cannot_be_done_is_told_beside_what_was_typed(clerk, desk, act, path, typed, told):
    for sure in ({}, {"sure": "1"}):
        answer = clerk.post("/undo", **{"path": path, "act": act, **DAY, **typed, **sure})
        assert answer.status_code == 422
        assert told in words(answer.text)
        assert all(html.escape(value) in answer.text for value in typed.values() if value)
    assert works(desk) == []


def test_each_file_has_the_acts_that_fit_it(clerk):
    found = clerk.page("/find?q=%E5%8C%BA%E6%B0%91%E6%94%BF%E5%B1%80")
    assert f"/undo?path={BUREAU}" in html.unescape(found) and "撤并、改名" in found
    assert "更正、废止、撤下、改名" in clerk.page("/find?type=policy")
    assert "从哪一天起" in clerk.page(f"/undo?path={LIFT}&act=repeal")


@pytest.mark.parametrize(
    "asked",
    [
        "path=content/policies/2026/mimi-caogao.md",
        "path=content/policies/2027/weilai.md",
        "path=../mkdocs.yml",
        f"path={LIFT}&act=merge",
        f"path={BUREAU}&act=withdraw",
        "",
    ],
)
def test_nothing_is_offered_for_what_is_not_public_or_does_not_fit(clerk, asked):
    assert clerk.get(f"/undo?{asked}").status_code == 404


def test_a_form_from_elsewhere_is_refused(clerk: Clerk, desk):
    path, typed, _ = ACTS["repeal"]
    answer = clerk.post("/undo", token="", sure="1", path=path, act="repeal", **DAY, **typed)
    assert answer.status_code == 403
    assert works(desk) == []
