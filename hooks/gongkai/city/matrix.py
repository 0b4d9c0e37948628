"""A city's columns as jobs of a platform: one runner a column, and one that makes the portal of them."""

from __future__ import annotations

import json
from typing import Any

from gongkai.city.plan import City
from gongkai.common.problems import EnvironmentProblem

#: platform → how many jobs it runs of one matrix
MOST = {"github": 256, "gitlab": 200}
#: what a job hands on to the one that makes the portal, and the state it begins with
_SHELF = ".state/city/columns/"


def of(city: City, platform: str) -> str:
    """For GitHub the value of ``strategy.matrix``; for GitLab a child pipeline: JSON, which is YAML."""
    slugs = [each.slug for each in city.columns]
    if len(slugs) > MOST[platform]:
        raise EnvironmentProblem(f"{platform} 一次最多 {MOST[platform]} 个任务，这里有 {len(slugs)} 个栏目")
    if platform == "github":
        return json.dumps({"column": slugs}) + "\n"
    jobs = {f"column {slug}": _column(slug) for slug in slugs}
    portal = {
        "stage": "portal",
        # a column that failed holds back itself alone
        "when": "always",
        "script": ["scripts/city city.yml --only -"],
        "artifacts": {"paths": ["city-site/", _SHELF]},
    }
    return json.dumps({"stages": ["columns", "portal"], **jobs, "portal": portal}, indent=1) + "\n"


def _column(slug: str) -> dict[str, Any]:
    return {
        "stage": "columns",
        "script": [f"scripts/city city.yml --only {slug}"],
        "cache": {"key": f"city-{slug}", "paths": [f"{_SHELF}{slug}/"]},
        "artifacts": {"paths": [f"{_SHELF}{slug}/"]},
    }
