"""scripts/lint: all tools run whatever one finds, what one finds fails it, and each finds a planted fault."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

#: a stand-in that notes its words, and fails when one of them is FAILING; what is REAL is really run
TOOL = """#!/bin/bash
if [[ -n "$REAL" && " $0 $* " == *[\\ /]"$REAL"[\\ /]* ]]; then exec '{program}' "$@"; fi
if [[ "$*" == *node_tools.py ]]; then echo '{folder}/bin/node'; exit; fi
echo "${{0##*/}} $*" >> '{folder}/asked'
[[ "$*" = --version || " ${{0##*/}} $* " != *[\\ /]"$FAILING"[\\ /]* ]]
"""
PYTHON_TOOLS = ("ruff check", "ruff format --check", "mypy", "djlint --lint")
NODE_TOOLS = ("stylelint", "tsc")
NAMES = ("ruff check", "ruff format", "lint-imports", "shellcheck", "djlint", *NODE_TOOLS, "mypy")
SCRIPT = "#!/usr/bin/env bash\nset -eu\n"

Lint = Callable[..., CompletedProcess[str]]


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture(scope="session")
def node(project: Path, run: Lint) -> Path:
    """The real Node, with its tools in the project's own .tools."""
    outcome = run(sys.executable, project / "scripts/lib/node_tools.py")
    assert outcome.returncode == 0, outcome.stderr
    return Path(outcome.stdout.strip())


@pytest.fixture
def checkout(tmp_path: Path, project: Path, node: Path) -> Path:
    """A checkout with the real scripts, and a stand-in for Python and for Node."""
    shutil.copytree(project / "scripts/lib", tmp_path / "scripts/lib")
    shutil.copytree(project / ".ci", tmp_path / ".ci")
    (tmp_path / "deploy").mkdir()
    (tmp_path / "overrides").mkdir()
    shutil.copy(project / "scripts/lint", tmp_path / "scripts")
    shutil.copy(project / "pyproject.toml", tmp_path)
    (tmp_path / ".tools").symlink_to(project / ".tools")
    put(tmp_path / ".venv/bin/python", TOOL.format(folder=tmp_path, program=sys.executable))
    imports = Path(sys.executable).with_name("lint-imports")
    put(tmp_path / ".venv/bin/lint-imports", TOOL.format(folder=tmp_path, program=imports))
    put(tmp_path / "bin/node", TOOL.format(folder=tmp_path, program=node))
    return tmp_path


@pytest.fixture
def lint(checkout: Path, run: Lint) -> Lint:
    """Runs it with a stand-in for every tool."""
    put(checkout / "bin/shellcheck", TOOL.format(folder=checkout, program="false"))
    return lambda **changes: run(
        checkout / "scripts/lint",
        SHELLCHECK=str(checkout / "bin/shellcheck"),
        **{"FAILING": "-", "REAL": ""} | changes,
    )


def asked(checkout: Path) -> str:
    return (checkout / "asked").read_text()


def test_where_nothing_is_found_every_tool_has_run(lint: Lint, checkout: Path) -> None:
    outcome = lint()
    assert (outcome.returncode, outcome.stdout) == (0, "")
    for words in PYTHON_TOOLS:
        assert f"python -m {words}" in asked(checkout)
    assert "\nlint-imports " in asked(checkout)
    for name in NODE_TOOLS:
        assert re.search(f"^node .*/{name}", asked(checkout), re.MULTILINE)
    assert "/scripts/lint" not in asked(checkout), "names are counted from the root"
    assert {"scripts/lint", "scripts/lib/environment.sh", ".ci/run"} <= set(asked(checkout).split())


@pytest.mark.parametrize("tool", NAMES)
def test_what_one_finds_fails_it_by_name_and_the_others_still_run(
    tool: str, lint: Lint, checkout: Path
) -> None:
    outcome = lint(FAILING=tool)
    assert outcome.returncode == 1
    assert f"failed）：{tool}\n" in outcome.stderr
    assert [line for line in outcome.stderr.splitlines() if line.startswith("· ")] == [
        f"· {name}" for name in NAMES
    ]
    assert all(f"-m {words}" in asked(checkout) for words in PYTHON_TOOLS)


def test_ruff_and_mypy_find_faults_in_code_scripts_and_tests(checkout: Path, lint: Lint) -> None:
    places = ("hooks/planted.py", "scripts/planted.py", "tests/law/test_planted.py")
    for place in places:
        put(checkout / place, "import os\n\nlength: int = '1'\n")
    for tool, said in (
        ("ruff check", " --> {}:1:8\n"),
        ("ruff format", " --> {}:3:15\n"),
        ("mypy", "\n{}:3: error: Incompatible types in assignment"),
    ):
        outcome = lint(REAL=tool)
        assert outcome.returncode == 1
        for place in places:
            assert said.format(place) in outcome.stderr
        assert outcome.stderr.endswith(f"failed）：{tool}\n")


#: a place, imports against the order of the rooms, and how the contract that they break begins
IMPORTS = [
    ("common/planted.py", "def go():\n    from gongkai.render import site\n", "The rooms in the order"),
    ("law/checking.py", "from gongkai.law.rules import planted\n", ""),
    (
        "law/rules/planted.py",
        "from gongkai.law import checking\nfrom gongkai.load import read_tree\n",
        "No circles",
    ),
    ("law/rules/other.py", "from gongkai.load import read_tree\n", "The law judges records"),
    ("column/planted.py", "from gongkai.text import converter\n", "Records, files and the column"),
    ("render/planted.py", "from gongkai.exports.feeds import plan\n", "Pages are handed"),
]


@pytest.fixture
def lint_imports(project: Path, checkout: Path, lint: Lint) -> Callable[[list[tuple[str, str, str]]], str]:
    """Files planted in a copy of the package → what lint-imports says of it."""

    def told(planted: list[tuple[str, str, str]]) -> str:
        shutil.copytree(project / "hooks", checkout / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
        for place, text, _ in planted:
            put(checkout / "hooks/gongkai" / place, text)
        outcome = lint(REAL="lint-imports")
        assert outcome.returncode == 1
        assert outcome.stderr.endswith("failed）：lint-imports\n")
        said: str = outcome.stderr
        return said

    return told


def test_lint_imports_finds_imports_against_the_order(lint_imports: Callable[..., str]) -> None:
    said = lint_imports(IMPORTS)
    for place, _, contract in IMPORTS:
        assert re.search(f"^{contract}.* BROKEN", said, re.MULTILINE), (place, said)


def test_lint_imports_finds_a_room_that_has_no_place(lint_imports: Callable[..., str]) -> None:
    assert re.search("^The rooms in the order.* BROKEN", lint_imports([("planted.py", "", "")]), re.MULTILINE)


def test_shellcheck_finds_a_fault_in_any_shell_file(checkout: Path, run: Lint) -> None:
    places = ("scripts/planted", "scripts/lib/planted.sh", ".ci/planted", "deploy/hooks/planted")
    for place in places:
        put(checkout / place, SCRIPT + "rm -rf $1/kept\n")
    outcome = run(checkout / "scripts/lint", FAILING="-", REAL="")
    assert outcome.returncode == 1
    for place in places:
        told = outcome.stderr.partition(f"In {place} line 3:")[2].partition("\nIn ")[0]
        assert "SC2086" in told, place
    assert outcome.stderr.endswith("failed）：shellcheck\n")


#: the code of a fault, and a template that has it
FAULTY_TEMPLATES = [
    ("H005", "<html><body></body></html>"),
    ("H013", '<img src="a.png">'),
    ("H021", '<p style="color: red">一</p>'),
    ("H025", "<ul>{% for each in view.all %}<li>{{ each }}{% endfor %}</ul>"),
    ("H037", '<a class="row" class="plain" href="#a">一</a>'),
    ("H048", '<p aria-lable="一">二</p>'),
    ("H053", '<p id="a">一</p><p id="a">二</p>'),
    ("T038", "{% if view.one %}<p>一</p>"),
    ("C001", "<p>{{ view.title | safe }}</p>"),
    ("C001", "{% set title = view.title | default('{}') | safe %}"),
    ("C001", "{% autoescape false %}<p>{{ view.title }}</p>{% endautoescape %}"),
    ("C002", '<button type="button" onclick="go()">一</button>'),
    ("C003", "<script>go()</script>"),
]


def test_djlint_finds_the_faults_of_templates(checkout: Path, lint: Lint) -> None:
    for number, (_, text) in enumerate(FAULTY_TEMPLATES):
        put(checkout / f"overrides/records/planted-{number:02}.html", text + "\n")
    outcome = lint(REAL="djlint")
    assert outcome.returncode == 1
    _, *told = re.split(r"^.*planted-\d\d\.html\n", outcome.stderr, flags=re.MULTILINE)
    assert len(told) == len(FAULTY_TEMPLATES), outcome.stderr
    missed = [
        case for case, words in zip(FAULTY_TEMPLATES, told, strict=True) if f"{case[0]} 1:" not in words
    ]
    assert missed == [], outcome.stderr
    assert outcome.stderr.endswith("failed）：djlint\n")


def test_djlint_says_nothing_of_layout(checkout: Path, lint: Lint) -> None:
    put(checkout / "overrides/planted.html", "<ul><li>{{view.one}}</li></ul>\n\n\n\n\n<p  id='a' >一</p>\n")
    assert lint(REAL="djlint").returncode == 0


#: a rule, and a style that breaks it
FAULTY_STYLES = [
    ("property-no-unknown", "a { colr: red }"),
    ("declaration-property-value-no-unknown", "a { color: ink }"),
    ("color-no-invalid-hex", "a { color: #12345g }"),
    ("no-unknown-custom-properties", "a { color: var(--papier) }"),
    ("no-duplicate-selectors", "a { color: red }\na { width: 1px }"),
    ("declaration-block-no-duplicate-properties", "a { color: red; color: blue }"),
    ("selector-pseudo-class-no-unknown", "a:hovr { color: red }"),
    ("selector-type-no-unknown", "ah { color: red }"),
]


def test_stylelint_finds_the_faults_of_styles(checkout: Path, lint: Lint) -> None:
    put(checkout / "overrides/assets/css/10-tokens.css", ":root { --paper: #ffffff }\n")
    for rule, text in FAULTY_STYLES:
        put(checkout / f"overrides/records/{rule}.css", f"p {{ color: var(--paper) }}\n{text}\n")
    outcome = lint(REAL="stylelint")
    assert outcome.returncode == 1
    for rule, _ in FAULTY_STYLES:
        told = outcome.stderr.partition(f"{rule}.css\n")[2].partition("\n\n")[0]
        assert re.search(rf"^  [23]:\d+ .*{rule}$", told, re.MULTILINE), (rule, outcome.stderr)
        assert "  1:" not in told, "the paper of another file is known"
    assert outcome.stderr.endswith("failed）：stylelint\n")


#: the code of a fault, and a script that has it
FAULTY_SCRIPTS = [
    ("TS2304", "start();"),
    ("TS2551", 'document.body.addEventListner("click", () => {});'),
    ("TS2551", "/** @typedef {{unit: string}} Hit */\n/** @type {Hit} */\nlet hit; hit.units;"),
    ("TS2345", 'Math.max("1");'),
    ("TS2554", 'document.querySelector("p", "a");'),
    ("TS2531", 'document.querySelector("p").focus();'),
    ("TS6133", "export function go() { const kept = 1; }"),
    ("TS7006", "export function go(place) { return place; }"),
    ("TS7027", "export function go() { return 1; go(); }"),
    ("TS7030", "export function go() { if (Date.now()) return 1; }"),
]


def test_tsc_finds_a_script_that_cannot_be_read(checkout: Path, lint: Lint) -> None:
    put(checkout / "overrides/records/planted.js", "export function go( { }\n")
    outcome = lint(REAL="tsc")
    assert (outcome.returncode, ": error TS1005: " in outcome.stderr) == (1, True)


def test_tsc_finds_the_faults_of_scripts(checkout: Path, lint: Lint) -> None:
    for number, (_, text) in enumerate(FAULTY_SCRIPTS):
        put(checkout / f"overrides/records/planted-{number:02}.js", f"{text}\nexport {{}};\n")
    outcome = lint(REAL="tsc")
    assert outcome.returncode == 1
    for number, (code, text) in enumerate(FAULTY_SCRIPTS):
        assert re.search(rf"planted-{number:02}\.js.*: error {code}: ", outcome.stderr), (code, text)
    assert outcome.stderr.endswith("failed）：tsc\n")


def test_packages_of_node_come_from_the_public_registry_proved_by_hashes(project: Path) -> None:
    folder = project / "scripts/lib/lint"
    locked = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    declared = json.loads((folder / "package.json").read_text("utf-8"))["devDependencies"]
    assert locked.pop("")["devDependencies"] == declared
    assert len(locked) > 20
    for name, package in locked.items():
        assert package["resolved"].startswith("https://registry.npmjs.org/"), name
        assert package["integrity"].startswith("sha512-"), name
        assert "hasInstallScript" not in package, "none is run"
    for name, version in declared.items():
        assert locked[f"node_modules/{name}"]["version"] == version
