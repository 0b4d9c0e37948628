"""What is installed is what the lock says, from the public index, proved by hashes."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

FILES = ("requirements.txt", "requirements-dev.txt", "requirements-backend.txt", "requirements-audit.txt")
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})")


@pytest.fixture(scope="module")
def locked(project: Path) -> dict[str, dict[str, Any]]:
    packages = tomllib.loads((project / "uv.lock").read_text(encoding="utf-8"))["package"]
    return {package["name"]: package for package in packages}


#: what the program does without on a machine for which it is not made
ELSEWHERE = {"tdewolff-minify": "; platform_machine != 'arm64' or sys_platform != 'darwin'"}


def entries(path: Path) -> dict[str, str]:
    """Each requirement of a file: its name and all its lines."""
    text = re.sub(r"^ *#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    blocks = re.split(r"\n(?=\S)", text.strip())
    return {PINNED.match(block)[1]: block for block in blocks}


def artefacts(package: dict[str, Any]) -> list[dict[str, Any]]:
    return [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_has_the_version_and_all_the_hashes_of_the_lock(
    name: str, project: Path, locked: dict[str, dict[str, Any]]
) -> None:
    for package, block in entries(project / name).items():
        assert PINNED.match(block)[2] == locked[package]["version"]
        assert set(HASH.findall(block)) == {artefact["hash"] for artefact in artefacts(locked[package])}


def test_the_lock_has_the_project_s_version(project: Path, locked: dict[str, dict[str, Any]]) -> None:
    declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    assert locked["gongkai-column"]["version"] == declared["project"]["version"]


def test_the_test_set_holds_the_build_set(project: Path) -> None:
    build, dev = (entries(project / name) for name in FILES[:2])
    assert build.items() <= dev.items()


def test_what_a_city_needs_is_in_the_test_set_and_what_its_store_needs_proved_by_hashes(
    project: Path,
) -> None:
    """The store's packages are in no lock of ours, which they do not go with."""
    assert (
        entries(project / "requirements-city.txt").items()
        <= entries(project / "requirements-dev.txt").items()
    )
    store = entries(project / "requirements-store.txt")
    assert {"moto", "flask", "flask-cors"} <= store.keys()
    assert all(HASH.search(block) for block in store.values())
    assert "://" not in (project / "requirements-store.txt").read_text(encoding="utf-8")


def test_every_declared_dependency_is_in_its_set(project: Path) -> None:
    declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    lists = (
        declared["project"]["dependencies"],
        declared["dependency-groups"]["dev"],
        declared["dependency-groups"]["backend"],
        declared["dependency-groups"]["audit"],
    )
    for name, wanted in zip(FILES, lists, strict=True):
        named = (each for each in wanted if isinstance(each, str))
        names = {re.split(r"[<>=]", each)[0].lower().replace("_", "-") for each in named}
        assert names <= entries(project / name).keys()


def imported(file: Path) -> set[str]:
    """The packages a file imports, those inside its functions too."""
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    return {name.partition(".")[0] for name in names}


#: what only a maintainer runs, with the test tools: it makes a file that is committed
FOR_MAINTAINERS = {"hooks/gongkai/search/make_traditional.py"}


def test_every_package_that_is_imported_is_declared_itself(project: Path) -> None:
    """One that comes with another may stay away with that one's next version."""
    declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    build, dev = declared["project"]["dependencies"], declared["dependency-groups"]["dev"]
    city = declared["dependency-groups"]["city"]
    dev = [each for each in dev if each != {"include-group": "city"}] + city
    brought = importlib.metadata.packages_distributions()
    undeclared = []
    for file in (
        file for folder in ("hooks", "scripts", "tests") for file in (project / folder).rglob("*.py")
    ):
        path = file.relative_to(project).as_posix()
        shipped = path.startswith("hooks/") and path not in FOR_MAINTAINERS
        also = city if path.startswith("hooks/gongkai/city/") else []
        known = {normal(re.match(r"[\w.-]+", each)[0]) for each in (build if shipped else build + dev) + also}
        outside = {name for name in imported(file) if name in brought and name not in sys.stdlib_module_names}
        undeclared += [(path, name) for name in outside if not known & set(map(normal, brought[name]))]
    assert undeclared == []


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_everything_comes_from_the_public_index(project: Path, locked: dict[str, dict[str, Any]]) -> None:
    for package in locked.values():
        if package["name"] != "gongkai-column":
            assert package["source"] == {"registry": "https://pypi.org/simple"}
        for artefact in artefacts(package):
            assert artefact["url"].startswith("https://files.pythonhosted.org/")
    for name in FILES:
        assert "://" not in (project / name).read_text(encoding="utf-8")


def test_compiled_packages_come_ready_for_linux_and_macos(
    project: Path, locked: dict[str, dict[str, Any]]
) -> None:
    compiled = [
        package
        for package in (locked[name] for name in entries(project / FILES[0]))
        if any("linux" in wheel["url"] for wheel in package.get("wheels", []))
        and not any(wheel["url"].endswith("-none-any.whl") for wheel in package["wheels"])
    ]
    assert compiled
    for package in compiled:
        if package["name"] in ELSEWHERE:
            assert ELSEWHERE[package["name"]] in entries(project / FILES[0])[package["name"]]
            continue
        names = " ".join(wheel["url"] for wheel in package["wheels"])
        for platform in ("linux.*x86_64", "linux.*aarch64", "macosx.*(arm64|universal2)"):
            assert re.search(platform, names), (package["name"], platform)


def test_only_the_backend_is_needed_to_build_what_comes_as_source(locked: dict[str, dict[str, Any]]) -> None:
    source_only = {
        name for name, package in locked.items() if "sdist" in package and not package.get("wheels")
    }
    assert source_only == {"feedgen", "jieba"}, "a new one must be seen to build with setuptools alone"
