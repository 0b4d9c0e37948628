"""The linters that run on Node are installed once, anew when their lock changes, and a failure is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import node_tools

#: a stand-in for Node: notes where it was asked for what, and leaves a folder unless the network is away
NODE = """#!/bin/bash
echo "$PWD: ${{@:2}}" >> '{folder}/asked'
[ ! -e '{folder}/away' ] && mkdir node_modules
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with declared packages and the stand-in."""
    (tmp_path / "declared").mkdir()
    for name in node_tools.FILES:
        (tmp_path / "declared" / name).write_text("{}")
    (tmp_path / "node").write_text(NODE.format(folder=tmp_path))
    (tmp_path / "node").chmod(0o755)
    monkeypatch.setattr(node_tools, "DECLARED", tmp_path / "declared")
    monkeypatch.setattr(node_tools, "TOOLS", tmp_path / "tools")
    monkeypatch.setattr(node_tools, "FOLDER", tmp_path / "tools/lint")
    monkeypatch.setattr(node_tools, "READY", tmp_path / "tools/lint/ready")
    monkeypatch.setattr(node_tools, "NODE", tmp_path / "node")
    return tmp_path


def asked(folder: Path) -> list[str]:
    return (folder / "asked").read_text().splitlines()


def test_they_are_installed_once_as_locked(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert node_tools.main() == 0
    first = capfd.readouterr()
    assert (first.out, "installing linters" in first.err) == (f"{folder}/node\n", True)
    assert node_tools.main() == 0
    assert capfd.readouterr() == (f"{folder}/node\n", "")
    (only,) = asked(folder)
    assert only.startswith(f"{folder}/tools/lint: ci --ignore-scripts ")


def test_another_lock_is_installed_in_an_empty_folder(folder: Path) -> None:
    assert node_tools.main() == 0
    (folder / "tools/lint/node_modules/old").touch()
    (folder / "declared/package-lock.json").write_text('{"other": 1}')
    assert node_tools.main() == 0
    assert len(asked(folder)) == 2
    assert not (folder / "tools/lint/node_modules/old").exists()
    assert (folder / "tools/lint/package-lock.json").read_text() == '{"other": 1}'


def test_a_failure_is_told_and_tried_again(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "away").touch()
    assert node_tools.main() == 2
    told = capfd.readouterr()
    assert told.out == "" and "请检查网络后再运行一次" in told.err
    (folder / "away").unlink()
    assert node_tools.main() == 0
    assert len(asked(folder)) == 2
