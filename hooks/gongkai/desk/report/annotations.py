"""Problems → GitHub's and GitLab's own notes on the lines of a change."""

from __future__ import annotations

import json

from gongkai.common.problems import Level, count
from gongkai.desk.report.finding import Findings, whole
from gongkai.desk.report.grouping import Told, told

#: GitLab's words for how much it matters
_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTICE: "info"}


def as_github(findings: Findings) -> str:
    """A workflow command a line (``::error file=…``), and the totals as the last line.

    The platform shows few notes of a run: what stops comes first, and one cause is told once.
    """
    found = count(findings.problems)
    parts = (findings.change.new, findings.change.kept) if findings.change else (findings.problems,)
    notes = [_command(each) for part in parts for each in told(part, every=findings.every)]
    total = "，".join(f"{level.value} {found[level.code]}" for level in Level)
    return "\n".join([*notes, f"共 {len(findings.problems)} 处：{total}"])


def _command(each: Told) -> str:
    problem = each.problem
    values = {
        "file": problem.file,
        "line": str(problem.line or 1),
        "col": str(problem.column or 1),
        "title": f"{problem.name or problem.rule}（{problem.rule}）",
    }
    options = ",".join(f"{key}={_property(value)}" for key, value in values.items())
    return f"::{problem.level.code} {options}::{_data(whole(problem) + each.rest)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(findings: Findings) -> str:
    """A Code Quality report: a list of findings, each known again by its fingerprint."""
    found = [
        {
            "description": whole(problem),
            "check_name": problem.rule,
            "fingerprint": mark,
            "severity": _SEVERITIES[problem.level],
            "location": {"path": problem.file, "lines": {"begin": problem.line or 1}},
        }
        for problem, mark in findings.marked()
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)
