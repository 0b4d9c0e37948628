"""The committed register of published addresses: only ever longer, and readable."""

from __future__ import annotations

import pytest

from gongkai import addresses
from gongkai.problems import EnvironmentProblem


def test_what_is_published_is_every_public_record_and_unit(small_column):
    found = addresses.current(small_column())
    assert {"policies/2026/jiazhuang-dianti/", "meetings/2026/cw-46/", "units/jiu-ban/"} <= found
    assert not any("weilai" in address for address in found)


def test_written_addresses_are_read_again_sorted_by_section(tmp_path):
    new = addresses.write(tmp_path, {"policies/2026/b/", "policies/2026/a/", "guide/", "units/x/"})
    assert new == 4
    folder = tmp_path / addresses.FOLDER
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == {
        "pages.txt": "guide/\n",
        "policies.txt": "policies/2026/a/\npolicies/2026/b/\n",
        "units.txt": "units/x/\n",
    }
    assert sorted(addresses.read(tmp_path)) == ["guide/", "policies/2026/a/", "policies/2026/b/", "units/x/"]


def test_an_address_once_published_stays(tmp_path):
    addresses.write(tmp_path, {"policies/2026/a/"})
    assert addresses.write(tmp_path, {"policies/2026/b/"}) == 1
    assert addresses.write(tmp_path, {"policies/2026/b/"}) == 0
    assert addresses.read(tmp_path) == ["policies/2026/a/", "policies/2026/b/"]


def test_notes_empty_lines_and_a_byte_order_mark_are_no_addresses(tmp_path):
    folder = tmp_path / addresses.FOLDER
    folder.mkdir(parents=True)
    (folder / "policies.txt").write_text("\ufeffpolicies/a/\n\n# 说明\n  policies/b/  \r\n", "utf-8")
    assert addresses.read(tmp_path) == ["policies/a/", "policies/b/"]


def test_no_folder_means_nothing_published_yet(tmp_path):
    assert addresses.read(tmp_path) == []


def test_a_register_that_is_no_text_is_told(tmp_path):
    folder = tmp_path / addresses.FOLDER
    folder.mkdir(parents=True)
    (folder / "policies.txt").write_bytes("国标".encode("gbk"))
    with pytest.raises(EnvironmentProblem, match=r"policies\.txt 读不出来"):
        addresses.read(tmp_path)


def test_the_command_registers_what_is_public_and_refuses_a_faulty_column(command, mini):
    (mini / "data/addresses/policies.txt").unlink()
    done = command("addresses", "--root", mini, "--date", "2026-11-21")
    assert done.returncode == 0, done.stdout
    listed = (mini / "data/addresses/policies.txt").read_text("utf-8").split()
    assert listed == ["policies/2020/jiu-banfa/", "policies/2025/yanglao/", "policies/2026/dianti/"]
    (mini / "content/pages/guide.md").unlink()
    done = command("addresses", "--root", mini, "--date", "2026-11-21")
    assert (done.returncode, "guide/" in done.stdout) == (1, True)


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "policies/2026/jiu", "../../x/", "a/\u2028b/", "/a/"])
def test_a_line_that_is_no_address_is_told_with_its_place(tmp_path, line):
    (tmp_path / addresses.FOLDER).mkdir(parents=True)
    (tmp_path / addresses.FOLDER / "policies.txt").write_text(f"policies/2026/xin/\n{line}\n", "utf-8")
    with pytest.raises(EnvironmentProblem, match=r"policies\.txt 第 [23] 行 不是网址：合并冲突"):
        addresses.read(tmp_path)


def test_a_register_that_is_a_link_is_not_followed(tmp_path):
    (tmp_path / addresses.FOLDER).mkdir(parents=True)
    (tmp_path / addresses.FOLDER / "policies.txt").symlink_to("/dev/zero")
    with pytest.raises(EnvironmentProblem, match="不是普通文件"):
        addresses.read(tmp_path)
