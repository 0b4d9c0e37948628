"""Problems → JUnit XML: every rule is a test, every problem a test that names its place."""

from __future__ import annotations

from junitparser import Failure, JUnitXml, TestCase, TestSuite

from gongkai.common.printable import xml_text
from gongkai.common.problems import Level, Problem, told
from gongkai.desk.report.finding import Findings, whole


def as_junit(findings: Findings) -> str:
    """A suite for every rule; 错误 fails, 警告 and 提示 pass and say what there is in their output."""
    groups: dict[str, list[Problem]] = {name: [] for name in findings.standards}
    for problem in findings.problems:
        groups.setdefault(problem.rule, []).append(problem)
    xml = JUnitXml("政务公开专栏检查")
    for rule in sorted(groups):
        standard = findings.standards.get(rule)
        title = told(standard.title) if standard else next((p.name for p in groups[rule] if p.name), rule)
        suite = TestSuite(f"{title} {rule}".strip())
        for case in [_case(problem) for problem in groups[rule]] or [_passed(title, rule)]:
            suite.add_testcase(case)
        xml.add_testsuite(suite)
    written: bytes = xml.tostring()  # type: ignore[no-untyped-call]
    return written.decode("utf-8")


def _passed(title: str, rule: str) -> TestCase:
    return TestCase(title, classname=rule)


def _case(problem: Problem) -> TestCase:
    place = f"{problem.file}:{problem.line or 1}:{problem.column or 1}"
    case = TestCase(xml_text(place), classname=problem.rule)
    if problem.level is Level.ERROR:
        failure = Failure(xml_text(problem.message), problem.level.code)
        failure.text = xml_text(whole(problem))
        case.result = [failure]
    else:
        case.system_out = xml_text(f"{problem.level}：{whole(problem)}")
    return case
