"""The commands as people type them: wrong use is 2, in a sentence, with nothing on standard output."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--format", "xml"),
        ("check", "--date", "2026-02-30"),
        ("check", "--root", "没有这个文件夹"),
        ("build", "--colour"),
        ("build", "--date", "昨天"),
        ("serve", "--root", "没有这个文件夹"),
        ("addresses", "--root", "没有这个文件夹"),
    ],
)
def test_wrong_use_is_two_without_a_traceback(
    words: tuple[str, ...], project: Path, run, tmp_path: Path
) -> None:
    outcome = run(project / "scripts" / words[0], *words[1:], cwd=tmp_path)
    assert outcome.returncode == 2
    assert outcome.stdout == ""
    assert "Traceback" not in outcome.stderr
    assert words[-1] in outcome.stderr
    assert list(tmp_path.iterdir()) == []


def test_json_is_json_and_nothing_else(project: Path, run, tmp_path: Path) -> None:
    policy = tmp_path / "content/policies/2026/empty.md"
    policy.parent.mkdir(parents=True)
    policy.write_text("---\n标题：全角冒号\n---\n", encoding="utf-8")
    shutil.copy(project / "mkdocs.yml", tmp_path)
    outcome = run(
        project / "scripts/check", "--root", ".", "--date", "2026-06-01", "--format", "json", cwd=tmp_path
    )
    assert outcome.returncode == 1
    report = json.loads(outcome.stdout)
    assert report.keys() == {"problems", "counts", "groups"}
    assert any(problem["path"] == "content/policies/2026/empty.md" for problem in report["problems"])


def test_modules_lying_in_the_callers_folder_are_not_taken(project: Path, run, tmp_path: Path) -> None:
    for name in ("yaml", "markdown", "mkdocs"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken from the caller')")
    outcome = run(project / "scripts/check", "--help", cwd=tmp_path)
    assert outcome.returncode == 0
    assert "--format" in outcome.stdout
