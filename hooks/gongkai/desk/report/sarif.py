"""Problems → SARIF 2.1.0, which code platforms show beside the lines of a change."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from gongkai.common.problems import Level, Problem, told
from gongkai.desk.report.finding import Findings, whole
from gongkai.records.types.standard import Standard

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTICE: "note"}


def as_sarif(findings: Findings) -> str:
    """One run: the rules in force and those that answered, with 依据, and a result for every problem."""
    rules = _rules(findings)
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    new = set(findings.change.new) if findings.change else None
    run = {
        "tool": {"driver": {"name": "政务公开专栏检查", "language": "zh-CN", "rules": rules}},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "results": [_result(new, problem, mark, places) for problem, mark in findings.marked()],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rules(findings: Findings) -> list[dict[str, Any]]:
    """The rules by id; those of reading stand in no standard and are known by their problems."""
    known = {name: _rule(standard) for name, standard in findings.standards.items()}
    for problem in findings.problems:
        known.setdefault(problem.rule, _rule_of(problem))
    return [known[name] for name in sorted(known)]


def _rule(standard: Standard) -> dict[str, Any]:
    return {
        "id": standard.slug,
        "shortDescription": {"text": told(standard.title)},
        "fullDescription": {"text": told(f"{standard.title}。依据：{standard.basis}")},
        "defaultConfiguration": {"level": _LEVELS[standard.level]},
        "properties": {"依据": [told(str(each)) for each in standard.bases]},
    }


def _rule_of(problem: Problem) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": problem.rule,
        "shortDescription": {"text": problem.name or problem.rule},
        "defaultConfiguration": {"level": _LEVELS[problem.level]},
    }
    return {**found, "properties": {"依据": [problem.basis]}} if problem.basis else found


def _result(new: set[Problem] | None, problem: Problem, mark: str, places: dict[str, int]) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(problem.file), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": problem.line or 1, "startColumn": problem.column or 1},
    }
    compared = {} if new is None else {"baselineState": "new" if problem in new else "unchanged"}
    return {
        **compared,
        "ruleId": problem.rule,
        "ruleIndex": places[problem.rule],
        "level": _LEVELS[problem.level],
        "message": {"text": whole(problem)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"problem/v1": mark},
    }
