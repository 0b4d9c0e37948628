"""Kept releases: the live site is a link to one, and going back is one rename."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gongkai import release
from gongkai.common.problems import EnvironmentProblem
from gongkai.release import kept_releases, manifest

PROJECT = Path(__file__).parents[2]
ABOUT = {"date": "2026-11-21", "revision": {"content": "abc"}}


@pytest.fixture
def state(tmp_path):
    return release.State.of(tmp_path / "state", tmp_path / "www/zwgk")


@pytest.fixture
def put_out(state, said):
    """One release of these words, with these files besides; gives its name."""

    def run(words, keep=5, key=None, **more):
        with release.building(state, PROJECT, said.append, kept=True) as stage:
            for path, text in {**dict.fromkeys(release.SITE_FILES, words), **more}.items():
                (stage / path).parent.mkdir(parents=True, exist_ok=True)
                (stage / path).write_text(text, "utf-8")
            release.complete(stage, state.site, said.append)
            return release.issue(stage, state, ABOUT, keep, key)

    return run


def shown(state):
    return (state.site / "index.html").read_text("utf-8")


def test_the_site_is_a_link_to_the_newest_and_the_last_ones_are_kept(state, put_out):
    made = [put_out(words, keep=2) for words in "甲乙丙"]
    assert made == ["0001-2026-11-21", "0002-2026-11-21", "0003-2026-11-21"]
    assert kept_releases.names(state) == made[1:]
    assert (kept_releases.live(state), shown(state)) == (made[2], "丙")
    assert [path.name for path in state.site.parent.iterdir()] == ["zwgk"]
    assert list(state.aside.iterdir()) == []


def test_the_manifest_says_what_it_is_and_is_not_served(state, put_out):
    name = put_out("甲")
    told = json.loads((state.releases / name / manifest.NAME).read_text("utf-8"))
    assert told["release"] == name and told["date"] == "2026-11-21"
    assert list(told["files"]) == sorted(release.SITE_FILES)
    assert not (state.site / manifest.NAME).exists()


def test_going_back_takes_less_than_a_second_and_there_is_a_way_forward(state, put_out, said):
    first, second, third = (put_out(words) for words in "甲乙丙")
    begun = time.monotonic()
    assert kept_releases.roll_back(state, "", said.append) == second
    assert time.monotonic() - begun < 1
    assert shown(state) == "乙"
    assert kept_releases.roll_back(state, "", said.append) == first
    with pytest.raises(EnvironmentProblem, match="以前没有保存别的发布"):
        kept_releases.roll_back(state, "", said.append)
    assert kept_releases.roll_back(state, third, said.append) == third
    assert shown(state) == "丙"
    with pytest.raises(EnvironmentProblem, match="没有“0009”这次发布"):
        kept_releases.roll_back(state, "0009", said.append)
    kept_releases.roll_back(state, first, said.append)
    assert put_out("丁", keep=1) == "0004-2026-11-21"
    assert kept_releases.names(state) == ["0004-2026-11-21"]


def test_what_was_withdrawn_since_does_not_come_back_unsaid(state, put_out, said):
    first = put_out("甲", **{"items/a/index.html": "有个人信息"})
    second = put_out("乙", **{"items/a/index.html": "已撤下", "items/a/withdrawn.txt": ""})
    with pytest.raises(EnvironmentProblem, match=f"items/a/.*--rollback {first}"):
        kept_releases.roll_back(state, "", said.append)
    assert kept_releases.live(state) == second
    assert kept_releases.roll_back(state, first, said.append) == first


def test_a_release_that_was_tampered_with_is_not_gone_back_to(state, put_out, said):
    first, second = put_out("甲"), put_out("乙")
    (kept_releases.site_of(state, first) / "index.html").write_text("假", "utf-8")
    with pytest.raises(EnvironmentProblem, match=f"{first} 的文件与它的清单不符"):
        kept_releases.roll_back(state, "", said.append)
    assert kept_releases.live(state) == second


def test_foreign_files_go_along_both_ways(state, put_out, said):
    put_out("甲")
    (state.site / "BaiduVerify.html").write_text("百度一")
    put_out("乙")
    assert (state.site / "BaiduVerify.html").read_text() == "百度一"
    (state.site / "BaiduVerify.html").unlink()
    (state.site / "BaiduVerify.html").write_text("百度二")
    kept_releases.roll_back(state, "", said.append)
    assert (shown(state), (state.site / "BaiduVerify.html").read_text()) == ("甲", "百度二")


@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_site_that_scripts_build_made_becomes_the_link(state, put_out, monkeypatch, in_one_step):
    if not in_one_step:
        monkeypatch.setattr(release.exchange, "_exchange", lambda first, second: False)
    for name in release.SITE_FILES:
        state.site.mkdir(parents=True, exist_ok=True)
        (state.site / name).write_text("旧", "utf-8")
    put_out("甲")
    assert state.site.is_symlink() and shown(state) == "甲"
    assert list(state.aside.iterdir()) == []


def test_scripts_build_does_not_write_over_a_release(state, put_out, said):
    put_out("甲")
    with (
        pytest.raises(EnvironmentProblem, match="是 scripts/release 发布的"),
        release.building(state, PROJECT, said.append),
    ):
        raise AssertionError("must not begin")


def test_another_state_folder_is_told(tmp_path, state, put_out, said):
    put_out("甲")
    other = release.State.of(tmp_path / "other", state.site)
    with (
        pytest.raises(EnvironmentProblem, match="在另一个状态文件夹里"),
        release.building(other, PROJECT, said.append, kept=True),
    ):
        raise AssertionError("must not begin")


def test_a_site_that_was_never_released_cannot_go_back(state, said):
    with pytest.raises(EnvironmentProblem, match="没有用 scripts/release 发布过"):
        kept_releases.roll_back(state, "", said.append)


def test_nothing_to_sign_with_is_told_at_the_start(tmp_path, monkeypatch):
    (tmp_path / "key").write_text("key")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(EnvironmentProblem, match="先安装 OpenSSH"):
        manifest.refuse_key(tmp_path / "key")


def test_a_signature_is_one_that_ssh_keygen_verifies(tmp_path, state, put_out):
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    folder = state.releases / put_out("甲", key=key)
    (tmp_path / "allowed").write_text(f"office {key.with_suffix('.pub').read_text()}")
    command = ["ssh-keygen", "-Y", "verify", "-f", tmp_path / "allowed", "-I", "office"]
    command += ["-n", manifest.NAMESPACE, "-s", folder / f"{manifest.NAME}.sig"]
    with (folder / manifest.NAME).open("rb") as signed:
        assert subprocess.run(command, stdin=signed, capture_output=True).returncode == 0
    tampered = (folder / manifest.NAME).read_bytes().replace(b"0001", b"0002")
    assert subprocess.run(command, input=tampered, capture_output=True).returncode != 0


def test_a_key_that_cannot_sign_leaves_what_is_live(tmp_path, state, put_out):
    first = put_out("甲")
    (tmp_path / "key").write_text("no key")
    with pytest.raises(EnvironmentProblem, match="没有签成名，没有发布"):
        put_out("乙", key=tmp_path / "key")
    assert kept_releases.names(state) == [first] and shown(state) == "甲"
    assert list(state.aside.iterdir()) == []
    with pytest.raises(EnvironmentProblem, match="没有签名用的密钥"):
        manifest.refuse_key(tmp_path / "nowhere")


@pytest.mark.parametrize("step", range(1, 8))
def test_killed_at_any_rename_the_link_leads_to_a_whole_release(state, put_out, said, step):
    put_out("甲")
    script = KILLED.format(
        hooks=str(PROJECT / "hooks"), base=str(state.folder.parent), site=str(state.site), step=step
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60)
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr
    assert shown(state) in {"甲", "乙"}
    assert put_out("丙") and shown(state) == "丙"
    assert list(state.aside.iterdir()) == []
    for name in kept_releases.names(state):
        assert (kept_releases.site_of(state, name) / "sitemap.xml").is_file()
        assert manifest.read(state.releases / name)["release"] == name


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {hooks!r})
from gongkai import release

state = release.State.of(Path({base!r}), Path({site!r}))
with release.building(state, Path("/nowhere"), print, kept=True) as stage:
    for name in release.SITE_FILES:
        (stage / name).write_text("乙", "utf-8")
    release.complete(stage, state.site, print)
    steps = []
    def deadly(real):
        def step(self, *words, **more):
            steps.append(self)
            if len(steps) == {step}:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(self, *words, **more)
        return step
    for name in ("rename", "symlink_to", "mkdir", "write_text"):
        setattr(Path, name, deadly(getattr(Path, name)))
    release.issue(stage, state, {{"date": "2026-11-21"}}, 1, None)
"""


def test_the_command_builds_verifies_and_goes_back(command, mini, tmp_path, state_folder):
    words = ("--root", mini, "--site-dir", tmp_path / "www/zwgk")
    done = command("release", *words)
    assert done.returncode == 0, done.stdout
    for line in ("核对：订阅源", "核对：用“", "网站里没有它们的文字", "发布 0001-2026-11-21"):
        assert line in done.stdout
    page = mini / "content/pages/guide.md"
    text = page.read_text("utf-8").replace("更新日期: 2026-09-01", "更新日期: 2026-11-20")
    page.write_text(text.replace("本指南说明", "这份指南说明"), "utf-8")
    assert command("addresses", "--root", mini).returncode == 0
    assert command("release", *words).returncode == 0
    guide = tmp_path / "www/zwgk/guide/index.html"
    assert "这份指南说明" in guide.read_text("utf-8")
    assert command("release", *words, "--rollback").returncode == 0
    assert "本指南说明" in guide.read_text("utf-8")
    listed = command("release", *words, "--list").stdout.splitlines()
    assert [line[:17] for line in listed[-2:]] == ["* 0001-2026-11-21", "  0002-2026-11-21"]
    wrong = command("release", *words, "--keep", "0")
    assert (wrong.returncode, "保留的次数“0”不对" in wrong.stdout) == (2, True)
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["zwgk"]
