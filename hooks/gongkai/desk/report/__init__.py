"""Problems → the forms in which people and programs read them: text, JSON, those of CI systems."""

from __future__ import annotations

from collections.abc import Callable

from gongkai.desk.report.annotations import as_github, as_gitlab
from gongkai.desk.report.finding import Change, Findings, by_place, compare
from gongkai.desk.report.junit import as_junit
from gongkai.desk.report.plain_forms import as_json, as_json_of, as_text, as_text_of
from gongkai.desk.report.sarif import as_sarif

__all__ = ["FORMATS", "Change", "Findings", "as_json", "as_text", "by_place", "compare"]

#: every form ``scripts/check --format`` gives
FORMATS: dict[str, Callable[[Findings], str]] = {
    "text": as_text_of,
    "json": as_json_of,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
    "gitlab": as_gitlab,
}
