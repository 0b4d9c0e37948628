"""Each form of the report read back by what will read it: a parser, or the shape its reader asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from junitparser import JUnitXml, TestCase

from gongkai.common.problems import Level, Problem
from gongkai.desk import report
from gongkai.desk.report import Findings
from gongkai.records.base import Source
from gongkai.records.types.standard import Standard


def _standard(slug: str, written: dict[str, Any]) -> Standard:
    standard = Standard.model_validate(written)
    standard.placed(Source(f"data/standards/{slug}.yml", f"standards/{slug}"))
    return standard


_BASES = [{"文件": "某要点", "条款": "第17条"}, {"文件": "某方案"}]
RULE = _standard("interpretation-missing", {"名称": "政策须有解读", "依据": _BASES})
QUIET = _standard("quiet-rule", {"名称": "只作提醒的规则", "依据": [{"文件": "某办法"}], "级别": "提示"})
HARD = "第一行：50%，<b>\n第二行"
PROBLEMS = [
    RULE.problem(RULE, "标题", HARD, "改好").located(3, 5),
    Problem("missing-key", "content/pages/甲 乙.md", "缺少“标题”", "补上", name="缺项", line=0),
    RULE.problem(RULE, "标题", HARD, "改好", Level.WARNING).located(9, 1),
    QUIET.problem(QUIET, "标题", "提醒", "看看"),
]


FINDINGS = Findings(
    PROBLEMS,
    {
        RULE.slug: RULE,
        QUIET.slug: QUIET,
        "silent-rule": _standard("silent-rule", {"名称": "没有问题的规则", "依据": _BASES}),
    },
)
EMPTY = Findings([], {"quiet-rule": QUIET})
#: what the schema of SARIF 2.1.0 asks of the parts we write: property → (type, required)
SARIF: dict[str, dict[str, tuple[type, bool]]] = {
    "log": {"$schema": (str, False), "version": (str, True), "runs": (list, True)},
    "run": {
        "tool": (dict, True),
        "language": (str, False),
        "columnKind": (str, False),
        "results": (list, False),
    },
    "rule": {
        "id": (str, True),
        "shortDescription": (dict, False),
        "fullDescription": (dict, False),
        "defaultConfiguration": (dict, False),
        "properties": (dict, False),
    },
    "result": {
        "ruleId": (str, False),
        "ruleIndex": (int, False),
        "level": (str, False),
        "message": (dict, True),
        "locations": (list, False),
        "partialFingerprints": (dict, False),
        "baselineState": (str, False),
    },
}


def _faults(kind: str, value: dict[str, Any]) -> Iterator[str]:
    known = SARIF[kind]
    yield from (f"{kind}: no property {name}" for name in value if name not in known)
    yield from (
        f"{kind}: {name} missing" for name, (_, needed) in known.items() if needed and name not in value
    )
    yield from (f"{kind}: {n} is {type(v)}" for n, v in value.items() if not isinstance(v, known[n][0]))


@pytest.mark.parametrize("form", sorted(report.FORMATS))
@pytest.mark.parametrize("findings", [FINDINGS, EMPTY], ids=["problems", "none"])
def test_the_same_findings_give_the_same_text(form, findings):
    made = report.FORMATS[form](findings)
    assert made == report.FORMATS[form](findings)
    assert made.isprintable() or "\n" in made


@pytest.mark.parametrize("findings", [FINDINGS, EMPTY], ids=["problems", "none"])
def test_sarif_has_the_shape_of_its_schema(findings):
    log = json.loads(report.FORMATS["sarif"](findings))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0" and run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    assert [*_faults("log", log), *_faults("run", run)] == []
    assert [fault for rule in rules for fault in _faults("rule", rule)] == []
    assert [fault for result in run["results"] for fault in _faults("result", result)] == []
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert [result["ruleId"] for result in run["results"]] == [
        rules[result["ruleIndex"]]["id"] for result in run["results"]
    ]


def test_sarif_says_rule_basis_place_and_level():
    (run,) = json.loads(report.FORMATS["sarif"](FINDINGS))["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["interpretation-missing"]["properties"]["依据"] == ["某要点第17条", "某方案"]
    assert rules["quiet-rule"]["defaultConfiguration"] == {"level": "note"}
    first, second, third, last = run["results"]
    assert [first["level"], third["level"], last["level"]] == ["error", "warning", "note"]
    place = first["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 5}
    address = second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert address.isascii() and unquote(address) == "content/pages/甲 乙.md"
    assert "改法：改好" in first["message"]["text"] and "依据：某要点第17条" in first["message"]["text"]


def test_alike_problems_have_marks_of_their_own_that_do_not_know_lines():
    marks = [mark for _, mark in FINDINGS.marked()]
    assert len(set(marks)) == len(marks)
    moved = Findings([problem.located(99, 1) for problem in FINDINGS.problems], {})
    assert [mark for _, mark in moved.marked()] == marks


def test_junit_fails_for_errors_only():
    xml = JUnitXml.fromstring(report.FORMATS["junit"](FINDINGS).encode())
    cases = [case for suite in xml for case in suite if isinstance(case, TestCase)]
    failed = [case for case in cases if case.result]
    errors = [problem for problem in FINDINGS.problems if problem.level is Level.ERROR]
    assert (xml.tests, xml.failures) == (len(cases), len(failed)) == (4 + 1, len(errors))
    assert failed[0].result[0].message and "改法：" in failed[0].result[0].text
    assert {case.name for case in failed} >= {"content/pages/甲 乙.md:1:1"}
    silent = [case for case in cases if case.classname == "silent-rule"]
    assert [case.name for case in silent] == ["没有问题的规则"] and not silent[0].result
    assert any("提示：提醒。" in (case.system_out or "") for case in cases)


def test_github_has_a_command_a_line():
    *commands, total = report.FORMATS["github"](FINDINGS).split("\n")
    form = re.compile(r"::(error|warning|notice) file=([^,:]+),line=(\d+),col=(\d+),title=([^,:]+)::(.+)")
    found = [form.fullmatch(line) for line in commands]
    assert len(found) == 4 and all(found)
    assert found[0][1] == "error" and found[0][6].startswith("第一行：50%25，<b>%0A第二行。改法：")
    assert total == "共 4 处：错误 2，警告 1，提示 1"


def test_gitlab_has_what_code_quality_asks_for():
    found = json.loads(report.FORMATS["gitlab"](FINDINGS))
    assert len({each["fingerprint"] for each in found}) == 4
    for each in found:
        assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert each["location"]["lines"]["begin"] >= 1
    assert json.loads(report.FORMATS["gitlab"](EMPTY)) == []


def test_what_a_change_caused_comes_first_in_every_form():
    before = [FINDINGS.problems[3], Problem("gone", "content/b.md", "已改好的", "改好")]
    change = report.compare("main", before, FINDINGS.problems)
    assert (len(change.new), len(change.kept), len(change.mended)) == (3, 1, 1)
    findings = Findings(change.ordered, FINDINGS.standards, change)
    text = report.FORMATS["text"](findings)
    heads = ["（与 main 相比）带来的问题：3 处", "改动以前就有的问题：1 处", "解决了 1 处问题：content/b.md"]
    assert [text.index(head) for head in heads] == sorted(text.index(head) for head in heads)
    told = json.loads(report.FORMATS["json"](findings))
    assert [each["new"] for each in told["problems"]] == [True, True, True, False]
    assert [each["path"] for each in told["mended"]] == ["content/b.md"]
    (run,) = json.loads(report.FORMATS["sarif"](findings))["runs"]
    assert [each["baselineState"] for each in run["results"]] == ["new"] * 3 + ["unchanged"]


def test_the_same_fault_twice_is_new_once_when_it_was_there_once():
    one = Problem("a", "b.md", "同样的", "改")
    change = report.compare("main", [one.located(1, 1)], [one.located(2, 1), one.located(8, 1)])
    assert [problem.line for problem in change.kept] == [2]
    assert [problem.line for problem in change.new] == [8]
