"""scripts/audit: its tools stand apart from the build, all of them run, and any of them can fail it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

#: a stand-in that notes its words, and fails when its name is asked to
TOOL = """#!/bin/bash
echo "${{0##*/}} $*" >> '{folder}/asked'
[ "${{0##*/}}" != "$FAILING" ]
"""
TOOLS = ("pip-audit", "zizmor", "cyclonedx-py")
FILES = ("", "-backend", "-dev", "-audit", "-store")


@pytest.fixture
def audit(tmp_path: Path, project: Path, run):
    """A checkout with the audit's environment in place; runs the command."""
    shutil.copytree(project / "scripts/lib", tmp_path / "scripts/lib")
    shutil.copy(project / "scripts/audit", tmp_path / "scripts")
    shutil.copy(project / "requirements-audit.txt", tmp_path)
    (tmp_path / ".venv-audit/bin").mkdir(parents=True)
    for name in TOOLS:
        tool = tmp_path / ".venv-audit/bin" / name
        tool.write_text(TOOL.format(folder=tmp_path))
        tool.chmod(0o755)
    ready = run("/bin/sh", "-c", "cksum < requirements-audit.txt", cwd=tmp_path).stdout
    (tmp_path / ".venv-audit/ready").write_text(ready)
    return lambda *words, **changes: run(tmp_path / "scripts/audit", *words, **changes)


def test_every_pinned_file_is_asked_about_by_its_hashes(audit, tmp_path: Path) -> None:
    assert audit("--sbom", "parts.json").returncode == 0
    asked = (tmp_path / "asked").read_text()
    for name in FILES:
        assert f"--require-hashes -r requirements{name}.txt" in asked
    assert "zizmor --offline --no-progress .github/workflows deploy/columns/github.yml" in asked
    assert "cyclonedx-py requirements --output-reproducible" in asked


@pytest.mark.parametrize("tool", ["pip-audit", "zizmor"])
def test_what_one_tool_finds_fails_the_audit_and_the_others_still_run(
    tool: str, audit, tmp_path: Path
) -> None:
    assert audit(FAILING=tool).returncode == 1
    asked = (tmp_path / "asked").read_text()
    assert asked.count("pip-audit ") == len(FILES) and "zizmor " in asked


def test_offline_says_what_was_not_asked(audit, tmp_path: Path) -> None:
    outcome = audit("--offline")
    assert outcome.returncode == 0
    assert "包的已知漏洞没有查" in outcome.stderr
    assert "pip-audit " not in (tmp_path / "asked").read_text()


def test_wrong_words_are_wrong_use(audit) -> None:
    outcome = audit("--colour")
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert "--colour" in outcome.stderr
