"""The environment is made once, mended when it must be, and a wrong one is said in a sentence."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

NOTHING = "# nothing to install\n"
FILES = ("requirements.txt", "requirements-dev.txt", "requirements-backend.txt")
COMMAND = """#!/usr/bin/env bash
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib/environment.sh"
use_environment build
exec "$PYTHON" -c 'import os, sys; print(sys.prefix); print(os.environ["PYTHONPATH"])'
"""


def checkout(folder: Path, project: Path) -> Path:
    """A checkout with the real environment scripts and nothing to install; gives its command."""
    (folder / "scripts").mkdir(parents=True)
    shutil.copytree(project / "scripts/lib", folder / "scripts/lib")
    for name in FILES:
        (folder / name).write_text(NOTHING)
    command = folder / "scripts/command"
    command.write_text(COMMAND)
    command.chmod(0o755)
    return command


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory, project: Path, run) -> Path:
    """A command whose environment stands, in a folder with a space and Chinese in its name."""
    command = checkout(tmp_path_factory.mktemp("scripts") / "公开 专栏", project)
    with ThreadPoolExecutor() as both:
        outcomes = list(both.map(lambda _: run(command, HOME=None, PIP_USER="1"), range(2)))
    assert [outcome.returncode for outcome in outcomes] == [0, 0]
    made = [outcome for outcome in outcomes if "creating the environment" in outcome.stderr]
    assert len(made) == 1, "two runs at once make it once"
    return command


@pytest.fixture
def requirements(command: Path) -> Iterator[Path]:
    """The build set's file, put back afterwards together with the mark that it is installed."""
    path = command.parents[1] / "requirements.txt"
    ready = command.parents[1] / ".venv/ready"
    before = ready.read_text()
    yield path
    path.write_text(NOTHING)
    ready.write_text(before)
    (command.parents[1] / ".venv/unfinished").unlink(missing_ok=True)


def root_of(command: Path) -> Path:
    return command.parents[1].resolve()


def test_the_second_run_says_nothing_and_writes_nothing(command: Path, run) -> None:
    before = (root_of(command) / ".venv/ready").stat().st_mtime_ns
    outcome = run(command)
    assert outcome.stdout.splitlines() == [f"{root_of(command)}/.venv", f"{root_of(command)}/hooks"]
    assert outcome.stderr == ""
    assert (root_of(command) / ".venv/ready").stat().st_mtime_ns == before


def test_it_works_through_a_link_from_another_folder(command: Path, run, tmp_path: Path) -> None:
    (tmp_path / "yaml.py").write_text("raise SystemExit('taken from the caller')")
    link = tmp_path / "a link"
    link.symlink_to(command)
    outcome = run(link, cwd=tmp_path, PYTHONHOME="/nowhere", LC_ALL="C")
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert str(root_of(command)) in outcome.stdout


def test_changed_requirements_are_installed_again(command: Path, run, requirements: Path) -> None:
    requirements.write_text("# something else\n")
    assert "ready" in run(command).stderr
    assert run(command).stderr == ""


def test_a_requirement_without_hash_is_refused_in_one_line(command: Path, run, requirements: Path) -> None:
    requirements.write_text("mkdocs==1.6.1\n")
    outcome = run(command)
    assert outcome.returncode == 2
    assert outcome.stdout == ""
    (line,) = outcome.stderr.strip().splitlines()
    assert "依赖没有装成" in line
    assert "could not be installed" in line
    assert "hash" in line.lower()


@pytest.mark.night
def test_an_interrupted_installation_starts_anew(command: Path, run) -> None:
    venv = root_of(command) / ".venv"
    (venv / "unfinished").touch()
    (venv / "half").mkdir()
    outcome = run(command)
    assert outcome.returncode == 0
    assert "creating the environment" in outcome.stderr
    assert not (venv / "half").exists()


def test_without_python_it_says_what_to_install(project: Path, run, tmp_path: Path) -> None:
    command = checkout(tmp_path / "checkout", project)
    outcome = run(command, PATH=str(tools(tmp_path / "bin", "bash", "dirname", "readlink")))
    assert outcome.returncode == 2
    assert "没有找到 Python 3.11" in outcome.stderr
    assert "Python 3.11 or newer was not found" in outcome.stderr
    assert len(outcome.stderr.splitlines()) == 1


def test_where_nothing_can_be_written_it_says_so(project: Path, run, tmp_path: Path) -> None:
    command = checkout(tmp_path / "checkout", project)
    (tmp_path / "checkout/.venv").write_text("a file in its place")
    outcome = run(command)
    assert outcome.returncode == 2
    assert "不能写入" in outcome.stderr
    assert len(outcome.stderr.splitlines()) == 1


def tools(folder: Path, *names: str) -> Path:
    """A folder for PATH that holds these tools and no other."""
    folder.mkdir()
    for name in names:
        found = shutil.which(name)
        assert found is not None, name
        (folder / name).symlink_to(found)
    return folder


def test_every_script_is_sound_shell_and_can_be_run(project: Path) -> None:
    scripts = [path for path in (project / "scripts").iterdir() if path.is_file() and path.suffix == ""]
    assert {"build", "serve", "check", "addresses", "bench", "lint", "lock", "test"} <= {
        p.name for p in scripts
    }
    for path in [*scripts, *(project / "scripts/lib").glob("*.sh"), project / ".ci/run"]:
        subprocess.run(["bash", "-n", path], check=True)
        assert path.suffix or path.stat().st_mode & 0o111, path
