"""scripts/handbook: what it refuses, and that a faulty page stops it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest


def test_a_folder_with_other_files_is_refused_and_left_alone(project: Path, run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    outcome = run(project / "scripts/handbook", "--site-dir", ".", cwd=tmp_path)
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert f"手册不能放在 {tmp_path}" in outcome.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_made_is_told(project: Path, run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    outcome = run(project / "scripts/handbook", "--site-dir", "letter.txt/handbook", cwd=tmp_path)
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert "手册不能放在" in outcome.stderr and "Traceback" not in outcome.stderr


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("\n[去看](nowhere.md)\n", "nowhere.md"),
        ("\n[去看](fields.md#no-such-place)\n", "no-such-place"),
        ("\n[去看](../README.md)\n", "../README.md"),
        ('\n<script src="https://example.com/a.js"></script>\n', "https://example.com/a.js"),
        ("\n![图](//example.com/a.png)\n", "//example.com/a.png"),
        ('\n<p style="background: url(https://example.com/b.png)">甲</p>\n', "b.png"),
        ("\n[去看](javascript:go())\n", "javascript:go()"),
    ],
)
def test_a_link_that_leads_nowhere_and_what_comes_from_elsewhere_stop_it(
    damage: str, told: str, project: Path, run, tmp_path: Path
) -> None:
    for name in ("docs", "scripts/lib"):
        shutil.copytree(project / name, tmp_path / name)
    for name in ("handbook.yml", "CHANGELOG.md", "SECURITY.md", "scripts/handbook.py"):
        shutil.copy(project / name, tmp_path / name)
    with (tmp_path / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write(damage)
    outcome = run(sys.executable, "scripts/handbook.py", cwd=tmp_path)
    assert outcome.returncode == 1
    assert told in outcome.stderr and "手册没有建成" in outcome.stderr
