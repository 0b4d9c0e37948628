"""交审: a branch a piece of work, in the clerk's name; two people in one file lose nothing."""

from __future__ import annotations

import dataclasses
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from gongkai.desk.web import handing, merging, trees
from gongkai.desk.web.app import Desk
from gongkai.desk.web.options import HandIn, Way

from . import papers
from .conftest import Clerk, git

#: Git and a platform for each
pytestmark = pytest.mark.slow
REVIEWS = {"初审": "甲", "复审": "乙", "终审": "丙", "保密审查日期": "2026-11-19"}


@pytest.fixture
def column(column):
    """With the unit by the name that the papers have."""
    unit = column / "data/units/minzheng-ju.yml"
    text = unit.read_text("utf-8").replace("[区民政处]", "[区民政处, 北京市示例区民政局]")
    unit.write_text(text, "utf-8")
    git(column, "commit", "--quiet", "--all", "-m", "单位")
    return column


def written(clerk: Clerk) -> str:
    at = clerk.work(papers.policy(), papers.interpretation())
    clerk.post(f"{at}questions", **papers.ANSWERS)
    return at


def test_a_pair_is_committed_on_its_branch_in_the_clerks_name(clerk, column):
    at = written(clerk)
    assert clerk.post(f"{at}hand-in", **{**REVIEWS, "终审": ""}).status_code == 422
    assert git(column, "log", "--format=%an", "--branches=desk/*", "--not", "main") == ""
    answer = clerk.post(f"{at}hand-in", **REVIEWS)
    assert answer.status_code == 303, re.sub(r"<[^>]*>|\s+", " ", answer.text)
    page = clerk.page(f"{at}hand-in")
    assert "已经存好" in page and "新增的网页（2）" in page
    assert clerk.page(f"{at}change.md").startswith("# 这次改动\n\n新增 2 页")
    (branch,) = git(column, "branch", "--list", "desk/*", "--format=%(refname:short)").split()
    assert re.fullmatch(r"desk/user/2026-11-21-[0-9a-f]{8}", branch)
    assert git(column, "log", "-1", "--format=%an|%cn|%s", branch).startswith(
        "张某|写稿台|北京市示例区民政局关于"
    )
    names = git(column, "diff", "--name-only", "main", branch).split()
    assert [name.split("/")[1] for name in names] == ["interpretations", "policies"]
    text = git(column, "show", f"{branch}:{names[1]}")
    assert "审核:\n  初审: 甲\n  复审: 乙\n  终审: 丙\n  保密审查日期: 2026-11-19\n" in text
    assert "草稿" not in text


def test_what_must_be_mended_is_not_handed_in(clerk, column):
    at = clerk.work(papers.policy(), papers.interpretation())  # nothing answered
    answer = clerk.post(f"{at}hand-in", **REVIEWS)
    assert answer.status_code == 200 and "处必须改" in answer.text
    assert git(column, "log", "--format=%an", "--branches=desk/*", "--not", "main") == ""


@pytest.mark.parametrize(
    ("way", "ref", "wanted"),
    [
        (Way.GITLAB, "refs/heads/desk/user/", {"merge_request.create", "merge_request.target=main"}),
        (Way.GITEA, "refs/for/main", {"title=北京市示例区民政局关于印发《示例区社区食堂管理办法》的通知"}),
    ],
)
def test_a_platform_gets_the_branch_and_its_options(options, column, tmp_path, way, ref, wanted):
    bare = tmp_path / "platform.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(column), str(bare))
    git(bare, "config", "receive.advertisePushOptions", "true")
    told = tmp_path / "told"
    hook = bare / "hooks/pre-receive"
    hook.write_text(f"#!/bin/sh\ncat >{told}\nenv | grep ^GIT_PUSH_OPTION >>{told}\n")
    hook.chmod(0o755)
    git(column, "remote", "add", "origin", str(bare))
    clerk = Clerk(Desk(dataclasses.replace(options, hand_in=HandIn(way))), "张某")
    at = written(clerk)
    assert clerk.post(f"{at}hand-in", **REVIEWS).status_code == 303
    said = told.read_text("utf-8")
    assert ref in said.splitlines()[0]
    given = set(re.findall(r"^GIT_PUSH_OPTION_\d+=(.*)$", said, re.MULTILINE))
    assert wanted <= given
    (about,) = [each for each in given if "description=" in each]
    assert "# 这次改动\\n\\n新增 2 页" in about, "lines in one line, as the platforms take them"


@pytest.mark.parametrize(("status", "done"), [(201, True), (422, True), (401, False)])
def test_the_api_is_asked_for_a_proposal_with_the_report_in_it(options, column, tmp_path, status, done):
    asked: list[tuple[str, str, dict[str, str]]] = []

    class Api(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append((self.path, self.headers["Authorization"], body))
            self.send_response(status)
            self.end_headers()

        def log_message(self, format: str, *words: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Api)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    git(tmp_path, "clone", "--quiet", "--bare", str(column), "platform.git")
    git(column, "remote", "add", "origin", str(tmp_path / "platform.git"))
    (tmp_path / "token").write_text("secret\n")
    api = f"http://127.0.0.1:{server.server_port}/api/v3"
    to = HandIn(Way.GITHUB, repository="qu/zhuanlan", token=tmp_path / "token", api=api)
    clerk = Clerk(Desk(dataclasses.replace(options, hand_in=to)), "张某")
    at = written(clerk)
    answer = clerk.post(f"{at}hand-in", **REVIEWS)
    server.shutdown()
    server.server_close()
    ((path, token, body),) = asked
    assert (path, token) == ("/api/v3/repos/qu/zhuanlan/pulls", "Bearer secret")
    assert body["base"] == "main" and body["head"] in git(tmp_path / "platform.git", "branch", "--list")
    assert body["body"].startswith("# 这次改动\n")
    assert (answer.status_code == 303) == done and ("（401）" in answer.text) != done


def test_both_texts_of_one_place_are_shown_and_one_is_chosen(clerk, column):
    at = written(clerk)
    (tree,) = clerk.desk.office.works._folder.glob("*/tree")
    (policy,) = tree.glob("content/policies/2026/shili-*.md")
    theirs = column / policy.relative_to(tree)
    theirs.write_text(policy.read_text("utf-8").replace("明码标价", "公开价格"), "utf-8")
    git(column, "add", "--all")
    git(column, "commit", "--quiet", "-m", "别人的")
    answer = clerk.post(f"{at}hand-in", **REVIEWS)
    assert answer.status_code == 409
    assert "明码标价" in answer.text and "公开价格" in answer.text
    assert clerk.post(f"{at}settle").status_code == 422, "nothing chosen, nothing sent"
    places = set(re.findall(r'name="(0-\d+)"', answer.text))
    settled = clerk.post(f"{at}settle", **dict.fromkeys(places, "theirs"))
    assert settled.status_code == 200 and "“审核”缺少" in settled.text, "theirs was not reviewed"
    assert clerk.post(f"{at}hand-in", **REVIEWS).status_code == 303
    (branch,) = git(column, "branch", "--list", "desk/*", "--format=%(refname:short)").split()
    assert "公开价格" in git(column, "show", f"{branch}:{policy.relative_to(tree).as_posix()}")
    assert git(column, "merge-base", branch, "main") == git(column, "rev-parse", "main")


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        ("a\nB\nc\n", "a\nb\nc\nd\n", [("a\n", 0), ("B\n", 0), ("c\n", 0), ("d\n", 0)]),
        ("a\nB\nc\n", "a\nC\nc\n", [("a\n", 0), ("B\n", 1), ("c\n", 0)]),
        ("a\nB\nc\n", "a\nB\nc\n", [("a\n", 0), ("B\n", 0), ("c\n", 0)]),
        ("", "a\nB\nc\n", [("", 1)]),
    ],
)
def test_only_what_both_changed_is_a_choice(mine, theirs, found):
    places = merging.parts(handing.Clash("x", "a\nb\nc\n", mine, theirs)).places
    shown = [(place.mine, int(place.open)) for place in places]
    if not mine:
        assert any(is_open for _, is_open in shown)
    else:
        assert shown == found


@pytest.mark.parametrize(("times", "told"), [(3, "there"), (4, "HungUp")])
def test_a_push_that_the_other_side_cut_off_is_tried_again(tmp_path, monkeypatch, times, told):
    """A Git that is ended so many times as the system ends a program whose reader has gone."""
    count, stand_in = tmp_path / "count", tmp_path / "git"
    stand_in.write_text(
        f"#!/bin/sh\necho >> {count}\n[ $(wc -l < {count}) -gt {times} ] || kill -PIPE $$\nprintf there\n"
    )
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    try:
        said = trees.push(tmp_path, ["origin", "HEAD"])
    except trees.HungUp as error:
        said = type(error).__name__
    assert said == told
