"""三审: by role, none by who wrote it, both files of a pair at once, none of a text changed since."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gongkai.common.problems import EnvironmentProblem
from gongkai.desk.web import people
from gongkai.desk.web.app import Desk
from gongkai.desk.web.options import HandIn, Way
from gongkai.desk.web.reviewing.approvals import Approval, settled

from . import papers, platforms
from .conftest import Clerk, git

FILE = """\
审核人:
  - 姓名: 李某
    账号: [lisi, lisi@example.gov.cn]
    审: [初审, 复审]
  - 姓名: 王某
    账号: wangwu
    审: [复审, 保密审查]
  - 姓名: 赵某
    审: [终审, 初审]
"""
APART = ("初审", "复审", "终审")


@pytest.fixture(scope="module")
def reviewers(tmp_path_factory):
    file = tmp_path_factory.mktemp("office") / "reviewers.yml"
    file.write_text(FILE, "utf-8")
    return people.read(file)


@pytest.fixture
def named(column):
    """The column with the unit by the name that the papers have."""
    unit = column / "data/units/minzheng-ju.yml"
    text = unit.read_text("utf-8").replace("[区民政处]", "[区民政处, 北京市示例区民政局]")
    unit.write_text(text, "utf-8")
    git(column, "commit", "--quiet", "--all", "-m", "单位")
    return column


def given(*said: tuple[str, tuple[str, ...]]) -> list[Approval]:
    return [Approval(who, stages, f"2026-11-{day:02}", "m") for day, (who, stages) in enumerate(said, 1)]


@pytest.mark.parametrize(
    ("said", "author", "apart", "done"),
    [
        ([("lisi", ()), ("王某", ()), ("赵某", ())], "张某", APART, "李某 王某 赵某 王某"),
        ([("lisi", ()), ("赵某", ())], "张某", APART, "李某 - 赵某 -"),
        ([("lisi", ()), ("赵某", ())], "张某", (), "李某 李某 赵某 -"),
        ([("李 某", ("复审",)), ("赵某", ())], "张某", APART, "- 李某 赵某 -"),
        ([("lisi", ()), ("王某", ()), ("赵某", ())], "lisi@example.gov.cn", APART, "赵某 王某 - 王某"),
        ([("钱某", ()), ("lisi", ("终审",))], "张某", APART, "- - - -"),
    ],
)
def test_as_many_as_can_be_none_twice_and_none_by_who_wrote_it(reviewers, said, author, apart, done):
    found = settled(reviewers, given(*said), author, apart)
    # where two ways settle as many, the first by the order of the reviews is taken
    assert len(found) == len([each for each in done.split() if each != "-"])
    names = [found[stage].who for stage in APART if stage in found and stage in apart]
    assert len(names) == len({*names}) and not any(reviewers.same(name, author) for name in names)
    for stage, each in found.items():
        assert stage in reviewers.person(each.who).stages


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[终审, 初审]", "[初审]", "还没有写谁终审"),
        ("[终审, 初审]", "[终身]", "“终身”不是初审、复审、终审、保密审查中的一项"),
        ("wangwu", "lisi", "“lisi”写在李某和王某两个人下面"),
        ("姓名: 赵某", "名字: 赵某", "每人写姓名、账号、审三项"),
        ("审核人:", "审核:", "写成这样"),
    ],
)
def test_a_file_that_leaves_a_review_to_nobody_is_told(tmp_path, old, new, said):
    file = tmp_path / "reviewers.yml"
    file.write_text(FILE.replace(old, new), "utf-8")
    with pytest.raises(EnvironmentProblem, match=said):
        people.read(file)


def _mark(page: str) -> str:
    return re.search(r'name="mark" value="(\w+)"', page)[1]


@pytest.mark.slow
def test_three_people_pass_a_pair_and_the_reviews_are_in_both_files(options, named, reviewers):
    desk = Desk(replace(options, reviewers=reviewers))
    clerk, others = Clerk(desk, "张某"), [Clerk(desk, name) for name in ("lisi", "wangwu", "赵某")]
    at = clerk.work(papers.policy(), papers.interpretation())
    clerk.post(f"{at}questions", **{**papers.ANSWERS, "发布日期": "2026-11-23"})
    asked = clerk.page(f"{at}hand-in")
    assert "等李某、赵某" in asked and 'name="初审"' not in asked
    review = at.replace("/work/", "/review/")
    assert others[0].get(review).status_code == 404, "not handed in yet"
    assert clerk.post(f"{at}hand-in").status_code == 303
    assert "等审核" in clerk.page("/") and clerk.get(review).status_code == 404
    page = others[0].page("/")
    assert review in page and review not in clerk.page("/")
    page = others[0].page(review)
    assert "初审通过" in page and "复审通过" not in page and "改这一件" not in page
    assert "2 件一起审" in page
    assert others[2].post(f"{review}pass", stage="终审", mark=_mark(page)).status_code == 403, "in order"
    assert others[0].post(f"{review}pass", stage="初审", mark="0").status_code == 409, "another text"
    assert others[0].post(f"{review}pass", stage="初审", mark=_mark(page)).status_code == 303
    page = others[0].page(review)
    assert "李某，2026-11-21 通过" in page and "复审通过" not in page, "not the second as well"

    (file,) = options.state.glob("works/*/tree/content/policies/2026/shili-*.md")
    file.write_text(file.read_text("utf-8").replace("明码标价", "公开价格"), "utf-8")
    page = others[0].page(review)
    assert "稿件改过，要重新审" in page and "初审通过" in page
    others[0].post(f"{review}pass", stage="初审", mark=_mark(page))
    for who, stage in ((1, "复审"), (1, "保密审查"), (2, "终审")):
        assert others[who].post(f"{review}pass", stage=stage, mark=_mark(page)).status_code == 303, stage
    assert "已经存好" in clerk.page(f"{at}hand-in")
    (branch,) = git(named, "branch", "--list", "desk/*", "--format=%(refname:short)").split()
    names = git(named, "diff", "--name-only", "main", branch).split()
    for name in names:
        text = git(named, "show", f"{branch}:{name}")
        wanted = "  初审: 李某\n  复审: 王某\n  终审: 赵某\n  保密审查人: 王某\n  保密审查日期: 2026-11-21\n"
        assert wanted in text, name
    assert len(names) == 2 and others[0].get(review).status_code == 404, "it is out of their hands"


@pytest.mark.slow
def test_who_reviews_for_some_units_sees_and_passes_theirs_alone(options, named, tmp_path):
    units = "    单位: [{}]\n"
    file = tmp_path / "reviewers.yml"
    others = "  - 姓名: 孙某\n    审: [初审, 终审]\n" + units.format("区住房和城市建设委员会")
    file.write_text(
        FILE.replace("    审: [初审, 复审]\n", "    审: [初审, 复审]\n" + units.format("区民政处")) + others
    )
    desk = Desk(replace(options, reviewers=people.read(file)))
    at = handed(Clerk(desk, "张某"))
    review = at.replace("/work/", "/review/")
    assert "等李某、赵某" in Clerk(desk, "张某").page(f"{at}hand-in")
    assert review in Clerk(desk, "lisi").page("/")
    assert review not in Clerk(desk, "孙某").page("/")
    assert Clerk(desk, "孙某").get(review).status_code == 404


def test_a_unit_that_the_column_has_not_is_told(small_column):
    known = people.Person("李某", (), ("初审",), ("区民政局", "区民政居"))
    assert people.Reviewers((known,)).unknown(small_column()) == ["区民政居"]


def handed(clerk: Clerk) -> str:
    at = clerk.work(papers.policy(), papers.interpretation())
    clerk.post(f"{at}questions", **{**papers.ANSWERS, "发布日期": "2026-11-23"})
    assert clerk.post(f"{at}hand-in").status_code == 303
    return at


def _keys(folder: Path, *names: str) -> Path:
    """A key for each, and the file of those who may sign: all but the last."""
    allowed = folder / "signers"
    for name in names:
        key = folder / name
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        if name != names[-1]:
            with allowed.open("a") as file:
                file.write(f"{name} {key.with_suffix('.pub').read_text()}")
    return allowed


@pytest.mark.slow
def test_signed_commits_are_reviews_of_the_text_that_they_are_of(options, named, reviewers, tmp_path):
    signers = _keys(tmp_path, "lisi", "wangwu", "赵某", "stranger")
    clerk = Clerk(Desk(replace(options, reviewers=reviewers, signers=signers)), "张某")
    at = handed(clerk)
    (branch,) = git(named, "branch", "--list", "desk/*", "--format=%(refname:short)").split()
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(named), str(clone))
    git(clone, "checkout", "--quiet", "-b", "shen", f"origin/{branch}")

    def sign(key: str, *stages: str) -> None:
        """One commit with nothing but the word, handed to the column's repository."""
        about = "\n".join(f"Review: {each}" for each in stages)
        set_ = ("-c", "gpg.format=ssh", "-c", f"user.signingkey={tmp_path / key}")
        who = {f"GIT_{each}_{what}": "a@b" for each in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        words = ("commit", "--quiet", "--allow-empty", "-S", "-m", f"看过\n\n{about}")
        day = {"GIT_COMMITTER_DATE": "2026-11-22T10:00:00+0800"}
        subprocess.run(["git", *set_, *words], cwd=clone, check=True, env={**os.environ, **who, **day})
        git(clone, "push", "--quiet", "origin", "shen")

    def said() -> str:
        assert clerk.post(f"{at}hand-in").status_code == 303
        return clerk.page(f"{at}hand-in")

    sign("stranger", "初审")
    assert "某，20" not in said(), "nobody knows this key"
    git(clone, "commit", "--quiet", "--allow-empty", "-m", "看过\n\nReview: 初审")
    sign("lisi", "终审")
    assert "某，20" not in said(), "not signed; not hers"
    sign("lisi", "初审")
    assert "李某，20" in said()
    (policy,) = clone.glob("content/policies/2026/shili-*.md")
    policy.write_text(policy.read_text("utf-8").replace("明码标价", "公开价格"), "utf-8")
    git(clone, "commit", "--quiet", "--all", "-m", "改了")
    sign("wangwu", "复审", "保密审查")
    assert "王某，20" not in said(), "signed another text"
    git(clone, "reset", "--quiet", "--hard", "HEAD~2")
    git(clone, "checkout", "--quiet", "-B", "shen")
    git(clone, "push", "--quiet", "--delete", "origin", "shen")
    sign("wangwu", "复审", "保密审查")
    sign("赵某", "终审")
    assert "已经存好" in said()
    text = git(named, "show", f"{branch}:{policy.relative_to(clone).as_posix()}")
    assert (
        "  初审: 李某\n  复审: 王某\n  终审: 赵某\n  保密审查人: 王某\n  保密审查日期: 2026-11-22\n" in text
    )


def _told(answers: dict[str, Any]) -> list[dict[str, Any]]:
    return list(answers["/api/repos/qu/zhuanlan/pulls/4/reviews"])


@pytest.mark.slow
@pytest.mark.parametrize("way", [Way.GITHUB, Way.GITEA, Way.GITLAB])
def test_approvals_of_a_proposal_are_reviews_of_its_commit(options, named, reviewers, tmp_path, way):
    bare = tmp_path / "platform.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(named), str(bare))
    git(bare, "config", "receive.advertisePushOptions", "true")
    git(named, "remote", "add", "origin", str(bare))
    (tmp_path / "token").write_text("t\n")
    answers: dict[str, object] = {}
    with platforms.platform(answers) as (api, asked):
        to = HandIn(way, repository="qu/zhuanlan", token=tmp_path / "token", api=api)
        clerk = Clerk(Desk(replace(options, hand_in=to, reviewers=reviewers, approvals=True)), "张某")
        at = clerk.work(papers.policy(), papers.interpretation())
        clerk.post(f"{at}questions", **{**papers.ANSWERS, "发布日期": "2026-11-23"})
        silent = clerk.post(f"{at}hand-in")
        assert silent.status_code == 500 and "平台没有给出清单" in silent.text, "told, and kept"
        (branch,) = git(named, "branch", "--list", "desk/*", "--format=%(refname:short)").split()
        commit = git(named, "rev-parse", branch).strip()
        told, key = platforms.reviews(commit, way)
        answers |= told
        handed = clerk.post(f"{at}hand-in")
        assert handed.status_code == 303, handed.text
        assert {each for _, each in asked} == {key}
        page = clerk.page(f"{at}hand-in").partition("desk-head")[2].partition("</dl>")[0]
        days = re.findall(r"(\w+)，[\d-]+ 通过", page)
        assert days == ["李某", "王某", "王某"], "the fourth took it back, or approved what was before"
        if way is not Way.GITLAB:
            assert "李某，2026-11-22 通过" in page
            answers["/api/repos/qu/zhuanlan/pulls/4/reviews"] = [
                *_told(answers),
                {**_told(answers)[1], "user": {"login": "赵某"}},
            ]
            assert clerk.post(f"{at}hand-in").status_code == 303
            assert "已经交审" in clerk.page(f"{at}hand-in")
            pushed = "refs/for/main" if way is Way.GITEA else branch
            names = git(bare, "ls-tree", "-r", "--name-only", pushed, "content/policies/2026").split()
            texts = [git(bare, "show", f"{pushed}:{name}") for name in names]
            assert any(
                "  终审: 赵某\n  保密审查人: 王某\n  保密审查日期: 2026-11-22\n" in each for each in texts
            )
