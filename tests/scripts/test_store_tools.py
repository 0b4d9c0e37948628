"""The store of the tests is installed once, anew when its lock changes, and a failure is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import store_tools


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose store needs no package at all."""
    (tmp_path / "declared").write_text("# nothing\n")
    for name, path in (("DECLARED", "declared"), ("TOOLS", "tools"), ("FOLDER", "tools/store")):
        monkeypatch.setattr(store_tools, name, tmp_path / path)
    monkeypatch.setattr(store_tools, "READY", tmp_path / "tools/store/ready")
    monkeypatch.setattr(store_tools, "PYTHON", tmp_path / "tools/store/bin/python")
    return tmp_path


def test_it_is_installed_once(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert store_tools.main() == 0
    first = capfd.readouterr()
    assert first.out == f"{folder}/tools/store/bin/python\n" and "installing the tests' store" in first.err
    assert store_tools.main() == 0
    assert capfd.readouterr() == (first.out, "")


def test_another_lock_is_installed_in_an_empty_folder_and_nothing_without_its_hash(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert store_tools.main() == 0
    (folder / "tools/store/old").touch()
    (folder / "declared").write_text("six==1.17.0\n")
    assert store_tools.main() == 2
    told = capfd.readouterr()
    assert "请检查网络后再运行一次" in told.err and not store_tools.is_ready()
    assert not (folder / "tools/store/old").exists()
    (folder / "declared").write_text("# nothing again\n")
    assert store_tools.main() == 0
