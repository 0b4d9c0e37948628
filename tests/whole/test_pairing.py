"""The main promise: without the only interpretation of a document in force nothing is published."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.load import load
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Status
from gongkai.settings import Settings, read_column

PROJECT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 21)
INTERPRETATIONS = sorted(
    path.relative_to(PROJECT).as_posix() for path in (PROJECT / "content/interpretations").rglob("*.md")
)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A copy of the demonstration, from which one interpretation at a time is taken."""
    folder = tmp_path_factory.mktemp("demo")
    for name in ("content", "data"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def register(root):
    loaded = load(root)
    return Register(
        validate(loaded.documents).records, TODAY, read_column(root), files=loaded.files, tables=loaded.tables
    )


@pytest.fixture
def taken(root, tmp_path, request):
    """One interpretation, put aside for the time of a test."""
    aside = tmp_path / "aside.md"
    shutil.move(root / request.param, aside)
    yield request.param
    shutil.move(aside, root / request.param)


def explained_only_by(register, path):
    """The files of the policies that are left without a word when an interpretation goes.

    Of what has ended none is asked any more.
    """
    gone = next(r for r in register.everything(Interpretation) if r.source.path == path)
    return {
        policy.source.path
        for policy in register.policies_of(gone)
        if policy.needs_interpretation
        and register.standing(policy).status not in {Status.REPEALED, Status.EXPIRED}
        and register.interpretations_of(policy) == [gone]
    }


def test_the_demonstration_has_interpretations_enough(register):
    assert len(INTERPRETATIONS) >= 12
    alone = [path for path in INTERPRETATIONS if explained_only_by(register, path)]
    assert len(alone) > len(INTERPRETATIONS) // 2, "most are the only one of a document in force"
    assert len({each.form for each in register.interpretations}) >= 5
    standing = {register.standing(policy).status for policy in register.everything(Policy)}
    assert standing == {*Status}


@pytest.mark.parametrize(
    "taken",
    [
        each if at % 4 == 0 else pytest.param(each, marks=pytest.mark.night)
        for at, each in enumerate(INTERPRETATIONS)
    ],
    indirect=True,
)
def test_without_any_interpretation_the_check_names_the_policy(root, register, taken):
    checked = pipeline.check(Settings(root, TODAY, register.column))
    missing = [problem for problem in checked.problems if problem.rule == "interpretation-missing"]
    assert {problem.path for problem in missing} == explained_only_by(register, taken)
    assert checked.stops or not missing
    for problem in missing:
        lines = (root / problem.path).read_text("utf-8").splitlines()
        assert lines[problem.line - 1].startswith("标题:")
        assert problem.basis and "content/interpretations/" in problem.fix


@pytest.mark.parametrize("taken", INTERPRETATIONS[:1], indirect=True)
def test_nothing_is_published_without_it(root, register, taken, command, demo_site, digest, tmp_path):
    site = Path(shutil.copytree(demo_site, tmp_path / "site"))
    before = digest(site)
    done = command("build", "--root", root, "--site-dir", site)
    assert done.returncode == 1, done.stdout
    for path in explained_only_by(register, taken):
        told = [line for line in done.stdout.splitlines() if line.startswith(f"{path}:2:")]
        [line] = [line for line in told if "interpretation-missing" in line]
        assert "改法：在 content/interpretations/" in line
    assert "依据：" in done.stdout and "国办发〔2016〕80号" in done.stdout
    assert digest(site) == before
