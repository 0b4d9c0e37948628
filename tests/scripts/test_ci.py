"""The CI files: they parse, run the scripts people run, and give no job more than it needs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = ("check", "publish")


@pytest.fixture(params=WORKFLOWS)
def workflow(request: pytest.FixtureRequest, project: Path) -> dict[str, Any]:
    text = (project / f".github/workflows/{request.param}.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


@pytest.fixture
def gitlab(project: Path) -> dict[str, Any]:
    return yaml.safe_load((project / ".gitlab-ci.yml").read_text(encoding="utf-8"))


def test_actions_are_pinned_and_github_s_own(workflow: dict[str, Any]) -> None:
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@v\d+", action)


def test_only_the_deploying_job_may_write_and_it_runs_nothing_of_ours(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        if name == "deploy":
            assert job["permissions"] == {"pages": "write", "id-token": "write"}
            assert not [step for step in job["steps"] if "run" in step]
        else:
            assert "permissions" not in job


def test_no_checkout_leaves_its_token_behind(workflow: dict[str, Any]) -> None:
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


def test_text_of_a_pull_request_never_reaches_a_shell(workflow: dict[str, Any]) -> None:
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_content_is_checked_by_the_code_of_the_protected_branch(project: Path) -> None:
    text = (project / ".github/workflows/check.yml").read_text(encoding="utf-8")
    trusted, proposed, *rest = yaml.safe_load(text)["jobs"]["content"]["steps"]
    assert trusted["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
    assert "path" not in trusted["with"]
    assert proposed["with"]["path"] == "proposed"
    assert "mv proposed/content proposed/data ." in rest[0]["run"]


def test_gitlab_checks_content_the_same_way_and_publishes_from_the_default_branch(
    gitlab: dict[str, Any],
) -> None:
    script = "\n".join(gitlab["content"]["script"])
    assert "CI_MERGE_REQUEST_TARGET_BRANCH_NAME" in script
    assert 'cp -R content data "$trusted/"' in script
    assert gitlab["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert gitlab["code"]["script"] == [".ci/run"]


def test_ci_calls_scripts_that_are_there(project: Path) -> None:
    files = [project / ".gitlab-ci.yml", *(project / f".github/workflows/{name}.yml" for name in WORKFLOWS)]
    called = {
        name for file in files for name in re.findall(r"scripts/([a-z]+)", file.read_text(encoding="utf-8"))
    }
    assert called
    for name in called:
        assert (project / "scripts" / name).is_file(), name
    assert "/scripts/test" in (project / ".ci/run").read_text()


def test_proposals_are_compared_with_the_branch_they_go_to_and_noted_on_their_lines(
    project: Path, gitlab: dict[str, Any]
) -> None:
    text = (project / ".github/workflows/check.yml").read_text(encoding="utf-8")
    runs = [step.get("run", "") for step in yaml.safe_load(text)["jobs"]["content"]["steps"]]
    assert "scripts/check --format github --changed HEAD" in runs
    *_, quality, junit, check, _build = gitlab["content"]["script"]
    reports = gitlab["content"]["artifacts"]["reports"]
    assert quality.endswith(f"--format gitlab > {reports['codequality']} || [ $? -eq 1 ]")
    assert junit.endswith(f"--format junit > {reports['junit']} || [ $? -eq 1 ]")
    assert check.endswith('scripts/check" --changed HEAD')
