"""The CI files: they parse, run the scripts people run, and give no job more than it needs."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = ("check", "publish")
#: the mark of what was published last
PUBLISHED = "refs/tags/published"


@pytest.fixture(params=WORKFLOWS)
def workflow(request: pytest.FixtureRequest, project: Path) -> dict[str, Any]:
    text = (project / f".github/workflows/{request.param}.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


@pytest.fixture
def gitlab(project: Path) -> dict[str, Any]:
    return yaml.safe_load((project / ".gitlab-ci.yml").read_text(encoding="utf-8"))


def test_actions_are_github_s_own_by_commit_with_their_version_beside_it(project: Path) -> None:
    files = [*(project / ".github/workflows").glob("*.yml"), project / "deploy/columns/github.yml"]
    lines = [line for file in files for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    used = {re.sub(r"^\s*(- )?uses: ", "", line) for line in lines}
    assert len(lines) >= 20 and len(files) == 3
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    assert len({action.partition("@")[0] for action in used}) == len(used), "one version of each, everywhere"


def test_only_four_jobs_may_write_and_they_run_nothing_of_ours(workflow: dict[str, Any]) -> None:
    may = {
        "deploy": {"pages": "write", "id-token": "write"},
        "mark": {"contents": "write"},
        "register": {"contents": "write"},
        "answers": {"contents": "write"},
    }
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        assert job.get("permissions") == may.get(name), name
        if name in may:
            assert not [step for step in job["steps"] if "scripts/" in step.get("run", "")]


def test_the_job_that_registers_takes_new_lines_of_the_registers_only(project: Path) -> None:
    jobs = yaml.safe_load((project / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    assert jobs["register"]["needs"] == ["build", "deploy"], "what was not published is not registered"
    (push,) = (step["run"] for step in jobs["register"]["steps"] if "run" in step)
    folders = "data/addresses data/dates data/log data/texts"
    made, added = push.splitlines()[:2]
    assert (made.partition("  #")[0], added) == (f"mkdir -p {folders}", f"git add {folders}")
    (program,) = re.findall(r"-U0 \| awk '(.+)'", push)
    for other in (".gitlab-ci.yml", "deploy/columns/github.yml", "deploy/columns/gitlab.yml"):
        assert program in (project / other).read_text("utf-8"), other
    for change, gone in (
        ("--- a/x\n+++ b/x\n-a/b/ 旧标题\n+a/b/ 新标题\n-c/d.csv 3行\n+c/d.csv 4行\n+a/c/ 新\n", ""),
        ("-a/b/ 标题\n+a/c/ 标题\n", "a/b/\n"),
        ("-a/b 日期 2026-01-01\n+a/b 日期 2026-01-02\n", "a/b 日期 2026-01-01\n"),
    ):
        done = subprocess.run(["awk", program], input=change, capture_output=True, encoding="utf-8")
        assert (done.stdout, done.returncode) == (gone, 1 if gone else 0)
    runs = [step.get("run") for step in jobs["build"]["steps"]]
    assert runs.index("scripts/addresses") < runs.index("scripts/build --release")


def test_a_run_is_compared_with_what_was_published_last(project: Path, gitlab: dict[str, Any]) -> None:
    """By night too, and after a push that was refused: a revert must not come through with the next."""
    github = (project / ".github/workflows/publish.yml", project / "deploy/columns/github.yml")
    for file in github:
        jobs = yaml.safe_load(file.read_text("utf-8"))["jobs"]
        steps = jobs["build"]["steps"]
        runs = [step.get("run", "") for step in steps]
        compared = next(place for place, run in enumerate(runs) if f"--changed {PUBLISHED}" in run)
        assert steps[compared].get("if") in {None, "github.event_name != 'pull_request'"}
        assert compared < next(place for place, run in enumerate(runs) if "--release" in run)
        assert any(step.get("with", {}).get("fetch-depth") == 0 for step in steps), "its commit must be there"
        assert jobs["mark"]["needs"] == "deploy" and marks(jobs["mark"]["steps"][-1]["run"])
    other = yaml.safe_load((project / "deploy/columns/gitlab.yml").read_text("utf-8"))
    for pipeline in (gitlab, other):
        lines = "\n".join(map(str, pipeline["pages"]["script"]))
        assert lines.index(f"--changed {PUBLISHED}") < lines.index("scripts/build")
        assert pipeline["published"]["needs"] == ["pages"] and marks(pipeline["published"]["script"][0])
    assert gitlab["pages"]["variables"]["GIT_DEPTH"] == other["variables"]["GIT_DEPTH"] == "0"


def marks(command: str) -> bool:
    return command.startswith("git push --force ") and command.endswith(f" HEAD:{PUBLISHED}")


@pytest.mark.parametrize("published", [False, True])
def test_the_comparison_asks_only_where_something_was_published(
    project: Path, tmp_path: Path, published: bool
) -> None:
    """The very words of the pipelines, in a repository with and without the mark."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@a", "-C", str(tmp_path)]
    for words in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run([*git, *words], check=True)
    if published:
        subprocess.run([*git, "tag", "published"], check=True)
    script = tmp_path / "scripts/check"
    script.parent.mkdir()
    script.write_text('#!/bin/sh\necho "asked $*"\nexit 1\n')
    script.chmod(0o755)
    jobs = yaml.safe_load((project / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    (words,) = (each["run"] for each in jobs["build"]["steps"] if "--changed" in each.get("run", ""))
    done = subprocess.run(["bash", "-e", "-c", words], cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert (f"asked --changed {PUBLISHED}" in done.stdout, done.returncode) == (published, int(published))


def test_a_merge_is_a_release_and_the_night_is_not(project: Path, gitlab: dict[str, Any]) -> None:
    steps = yaml.safe_load((project / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]["build"][
        "steps"
    ]
    when = {step["run"]: step.get("if") for step in steps if step.get("run", "").startswith("scripts/build")}
    assert when == {
        "scripts/build --release": "github.event_name == 'push'",
        "scripts/build": "github.event_name != 'push'",
    }
    script = "\n".join(gitlab["pages"]["script"])
    assert 'if [ "$CI_PIPELINE_SOURCE" = push ]; then scripts/build --release' in script


def test_by_night_safety_is_tried_at_length_and_holes_are_asked_for(
    project: Path, gitlab: dict[str, Any]
) -> None:
    jobs = yaml.safe_load((project / ".github/workflows/check.yml").read_text("utf-8"))["jobs"]
    assert jobs["safety"]["if"] == "github.event_name != 'pull_request'"
    assert jobs["safety"]["steps"][-1] == {"run": "scripts/safety"}
    assert {"run": "scripts/audit --sbom sbom.json"} in jobs["audit"]["steps"]
    assert gitlab["safety"]["script"] == ["scripts/safety"]
    assert gitlab["audit"]["artifacts"]["paths"] == ["sbom.json"]


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_a_column_in_a_repository_of_its_own_brings_no_code(name: str, project: Path) -> None:
    text = (project / f"deploy/columns/{name}.yml").read_text("utf-8")
    assert text.count("PROGRAM") >= 3
    called = re.findall(r"(\S*)scripts/(\w+) (--root \S+)?", text)
    assert {script for _, script, _ in called} == {"check", "report", "addresses", "build"}
    for program, _, root in called:
        assert program.startswith(("program/", "/tmp/program/")) and root
    assert "--release" in text


def test_a_column_of_its_own_registers_as_the_program_s_own_repository_does(
    project: Path, gitlab: dict[str, Any]
) -> None:
    """What a release asks for, and editors are told the platform does: before the build, and committed."""
    own = yaml.safe_load((project / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    jobs = yaml.safe_load((project / "deploy/columns/github.yml").read_text("utf-8"))["jobs"]
    assert jobs["register"] == own["register"]
    runs = {step["run"]: place for place, step in enumerate(jobs["build"]["steps"]) if "run" in step}
    entered = next(place for run, place in runs.items() if "scripts/addresses --root column" in run)
    compared = next(place for run, place in runs.items() if f"--changed {PUBLISHED}" in run)
    assert compared < entered < next(place for run, place in runs.items() if "--release" in run)
    assert jobs["build"]["steps"][entered]["if"] == "github.event_name != 'pull_request'"
    (kept,) = (
        step["with"] for step in jobs["build"]["steps"] if step.get("with", {}).get("name") == "registers"
    )
    assert {path.removeprefix("column/") for path in kept["path"].split()} == {
        f"data/{name}" for name in ("addresses", "dates", "log", "texts")
    }
    other = yaml.safe_load((project / "deploy/columns/gitlab.yml").read_text("utf-8"))
    assert {**other["register"], "stage": "publish"} == gitlab["register"]
    lines = "\n".join(map(str, other["pages"]["script"]))
    assert lines.index(PUBLISHED) < lines.index("scripts/addresses --root .") < lines.index("scripts/build")
    assert other["pages"]["artifacts"]["paths"] == gitlab["pages"]["artifacts"]["paths"]


def test_updates_of_actions_and_packages_are_asked_for(project: Path) -> None:
    asked = yaml.safe_load((project / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert {each["package-ecosystem"] for each in asked} == {"github-actions", "npm", "uv"}
    assert all(each["cooldown"]["default-days"] >= 7 for each in asked)


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
    assert 'scripts/report --changed HEAD >> "$GITHUB_STEP_SUMMARY"' in runs
    *_, quality, junit, report, _comment, check, _build = gitlab["content"]["script"]
    reports = gitlab["content"]["artifacts"]["reports"]
    assert quality.endswith(f"--format gitlab > {reports['codequality']} || [ $? -eq 1 ]")
    assert junit.endswith(f"--format junit > {reports['junit']} || [ $? -eq 1 ]")
    assert (
        'scripts/report" --changed HEAD' in report and "change.md" in gitlab["content"]["artifacts"]["paths"]
    )
    assert check.endswith('scripts/check" --changed HEAD')


def owners(project: Path, path: str) -> str:
    """Who owns a file: the last line of CODEOWNERS that fits it, as the platforms read it."""
    found = ""
    for line in (project / ".github/CODEOWNERS").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            pattern, *names = line.split()
            whole = f"/{path}"
            if pattern == "*" or whole == pattern or (pattern.endswith("/") and whole.startswith(pattern)):
                found = " ".join(names)
    return found


@pytest.mark.parametrize(
    ("path", "whose"),
    [
        ("content/policies/2026/a.md", "@district/editors"),
        ("data/units/a.yml", "@district/editors"),
        ("data/waivers/a.yml", "@district/openness-office"),
        ("data/rulebook/interpretation-timing.yml", "@district/openness-office"),
        (
            "hooks/gongkai/law/rules/policy_status.yml",
            "@district/openness-office @district/engineers",
        ),
        ("hooks/gongkai/pipeline.py", "@district/engineers"),
        ("README.md", "@district/engineers"),
    ],
)
def test_law_content_and_code_have_their_owners(path: str, whose: str, project: Path) -> None:
    assert owners(project, path) == whose


def test_both_platforms_have_one_list_of_owners_and_every_path_in_it_is_there(project: Path) -> None:
    text = (project / ".github/CODEOWNERS").read_text("utf-8")
    assert (project / ".gitlab/CODEOWNERS").read_text("utf-8") == text
    named = re.findall(r"^/(\S+)", text, re.MULTILINE)
    assert len(named) > 10
    # a column has this folder only once an exception was made
    assert [path for path in named if not (project / path).exists()] == ["data/exceptions/"]
