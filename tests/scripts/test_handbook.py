"""scripts/handbook: what it refuses, and that a faulty page stops it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


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


#: what is added to a page → what is told of it; all of it in one run
DAMAGES = {
    "[去看](nowhere.md)": "nowhere.md",
    "[去看](fields.md#no-such-place)": "no-such-place",
    "[去看](../README.md)": "../README.md",
    '<script src="https://example.com/a.js"></script>': "https://example.com/a.js",
    "![图](//example.com/a.png)": "//example.com/a.png",
    '<p style="background: url(https://example.com/b.png)">甲</p>': "b.png",
    "[去看](javascript:go())": "javascript:go()",
}


def test_links_that_lead_nowhere_and_what_comes_from_elsewhere_stop_it(
    project: Path, run, tmp_path: Path
) -> None:
    for name in ("docs", "scripts/lib"):
        shutil.copytree(project / name, tmp_path / name)
    for name in ("handbook.yml", "CHANGELOG.md", "SECURITY.md", "scripts/handbook.py"):
        shutil.copy(project / name, tmp_path / name)
    with (tmp_path / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write("\n" + "\n\n".join(DAMAGES) + "\n")
    outcome = run(sys.executable, "scripts/handbook.py", cwd=tmp_path)
    assert outcome.returncode == 1
    assert "手册没有建成" in outcome.stderr
    assert [told for told in DAMAGES.values() if told not in outcome.stderr] == []
