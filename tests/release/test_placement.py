"""Where state and site may stand, and what a disk must hold: told before anything is built."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from gongkai import release
from gongkai.common.problems import EnvironmentProblem
from gongkai.release import placement

from .conftest import a_site, words_of


def refusal(state, building):
    with pytest.raises(EnvironmentProblem) as caught, building(state):
        raise AssertionError("must not begin")
    return str(caught.value)


@pytest.mark.parametrize(
    ("base", "site", "words"),
    [
        ("www/state", "www/site", "网站服务器可能把没有公布的内容公开出去"),
        ("www/deep/er/state", "www/site", "网站服务器可能把没有公布的内容公开出去"),
        ("www/site/state", "www/site", "不能一个在另一个里面"),
        ("www", "www/site", "不能一个在另一个里面"),
    ],
)
def test_a_state_that_a_web_server_may_show_is_refused(tmp_path, building, base, site, words):
    assert words in refusal(release.State.of(tmp_path / base, tmp_path / site), building)
    assert not (tmp_path / "www").exists()


def test_the_checkout_may_hold_both(tmp_path, said):
    state = release.State.of(tmp_path / ".state", tmp_path / "site")
    with release.building(state, tmp_path, said.append):
        pass


def test_a_parent_that_is_a_file_is_told(tmp_path, building):
    (tmp_path / "file").write_text("甲")
    state = release.State.of(tmp_path / "state", tmp_path / "file/site")
    assert "不能写入" in refusal(state, building)


def test_another_mount_is_told(state, building, monkeypatch):
    state.make()
    mounts = frozenset({"/", str(state.site.parent)})
    monkeypatch.setattr(placement, "_mounts", lambda: mounts)
    assert "不在同一个磁盘分区或挂载点" in refusal(state, building)


def test_another_device_is_told_where_the_system_has_no_list_of_mounts(state, building, monkeypatch):
    monkeypatch.setattr(placement, "_MOUNTS", Path("/nowhere"))
    with building(state):
        pass
    monkeypatch.setattr(placement, "_mount_of", lambda folder, mounts: str(folder))
    assert "不在同一个磁盘分区" in refusal(state, building)


def test_a_site_that_is_a_mount_point_is_told(state, building, monkeypatch):
    a_site(state.site, "旧")
    monkeypatch.setattr(placement, "_mounts", lambda: frozenset({"/", str(state.site)}))
    assert "是挂载点" in refusal(state, building)
    assert words_of(state.site) == "旧"


def test_a_mount_point_with_blanks_in_its_name_is_known(tmp_path, monkeypatch):
    listed = tmp_path / "mountinfo"
    listed.write_text(r"22 27 0:21 / /srv/a\040b rw - ext4 /dev/a rw")
    monkeypatch.setattr(placement, "_MOUNTS", listed)
    assert placement._mounts() == {"/srv/a b"}


@pytest.mark.parametrize("closed", ["the parent", "the site"])
def test_a_folder_that_may_not_be_written_is_told(state, building, monkeypatch, closed):
    """Root may write everywhere, so the question itself is answered for it."""
    a_site(state.site, "旧")
    refused = state.site.parent if closed == "the parent" else state.site
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != refused and real(path, mode))
    assert str(refused) in refusal(state, building)


def test_a_full_disk_is_told(state, building, monkeypatch):
    a_site(state.site, "旧")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage)
    told = refusal(state, building)
    assert "空间不够放下新网站（剩 3 MB，约需 16 MB）" in told


class Usage:
    free = 3 << 20


def test_a_disk_without_room_for_more_files_is_told(state, building, monkeypatch):
    class About:
        f_files, f_favail, f_frsize, f_blocks, f_bavail, f_bfree = 100, 2, 4096, 1 << 20, 1 << 20, 1 << 20

    a_site(state.site, "旧")
    monkeypatch.setattr(os, "statvfs", lambda folder: About)
    assert "inode" in refusal(state, building)
