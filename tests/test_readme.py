"""The README is true: its commands and options exist, its files pass or fail as it says."""

from __future__ import annotations

import datetime as dt
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.desk import cli
from gongkai.desk.report import FORMATS
from gongkai.settings import DATE_VARIABLE, PROJECT, ROOT_VARIABLE, Settings, read_column

README = (PROJECT / "README.md").read_text("utf-8")
TODAY = dt.date(2026, 11, 21)
#: a file shown as a whole: its path in bold, then its text
FILES = dict(re.findall(r"^\*\*`([^`\n]+)`\*\*\n\n```\w+\n(.*?)^```$", README, re.MULTILINE | re.DOTALL))
SHELL = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
TEXT = re.findall(r"^```text\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
SCRIPTS = sorted(file.name for file in (PROJECT / "scripts").iterdir() if file.is_file() and not file.suffix)
POLICY = "content/policies/2026/shequ-shitang.md"
INTERPRETATION = "content/interpretations/2026/shequ-shitang-wenda.md"
REDIRECT = "data/addresses/moved.yml"
WAIVER = "data/waivers/shequ-shitang.yml"
IDENTITY = "mkdocs.yml"
ADJUSTMENT = "data/rulebook/interpretation-timing.yml"

Said = Callable[[], list[str]]


def options_of(command: str) -> set[str]:
    """The options a command of the package takes, without -h."""
    parser = cli.parser()
    (commands,) = (action for action in parser._actions if isinstance(action.choices, dict))
    known = commands.choices[command]._option_string_actions  # type: ignore[index]
    return {name for name in known if name.startswith("--")} - {"--help", "--version"}


def commands_of_the_package() -> set[str]:
    parser = cli.parser()
    (commands,) = (action for action in parser._actions if isinstance(action.choices, dict))
    return set(commands.choices or ())


def test_every_room_of_the_package_is_named_and_every_named_room_exists() -> None:
    rooms = {path.name + "/" * path.is_dir() for path in (PROJECT / "hooks/gongkai").iterdir()}
    named = set(
        re.findall(r"`([a-z_]+(?:/|\.py))`", README.split("Data walks one way")[1].split("\nThe output")[0])
    )
    assert named - {"docs/"} == {room for room in rooms if not room.startswith("__")}


def test_every_script_is_named_and_every_named_script_exists() -> None:
    assert set(re.findall(r"scripts/([a-z]+)\b(?![./])", README)) == set(SCRIPTS)


def test_the_table_gives_each_command_exactly_its_options() -> None:
    rows = dict(re.findall(r"^\| `scripts/([a-z]+)([^`]*)` \|", README, re.MULTILINE))
    assert set(rows) == set(SCRIPTS)
    assert commands_of_the_package() <= set(rows)
    for command in commands_of_the_package():
        assert set(re.findall(r"--[a-z-]+", rows[command])) == options_of(command), command
    for command in set(rows) - commands_of_the_package():
        source = "".join(file.read_text("utf-8") for file in (PROJECT / "scripts").glob(f"{command}*"))
        for option in re.findall(r"--[a-z-]+", rows[command]):
            assert f'"{option}"' in source, (command, option)


def test_commands_in_blocks_are_understood() -> None:
    seen = 0
    for line in "".join(SHELL).splitlines():
        program, *words = shlex.split(line)
        if program.startswith("scripts/"):
            name = program.removeprefix("scripts/")
            assert name in SCRIPTS
            if name in commands_of_the_package():
                cli.parser().parse_args([name, *words])
            seen += 1
    assert seen >= 8


def test_the_choices_and_forms_shown_are_those_of_the_parser() -> None:
    forms = tuple(FORMATS)
    shown = r"\|".join(forms)
    assert f"[--format {shown}]" in README
    for form in forms:
        assert cli.parser().parse_args(["check", "--format", form]).format == form


@pytest.fixture
def column(tmp_path: Path) -> Path:
    """The demonstration with the README's policy added to it."""
    for part in ("content", "data"):
        shutil.copytree(PROJECT / part, tmp_path / part)
    shutil.copy(PROJECT / IDENTITY, tmp_path)
    lay(tmp_path, POLICY)
    return tmp_path


@pytest.fixture
def said(column: Path) -> Said:
    """What a check says of the README's files, and of the addresses they have."""

    def check() -> list[str]:
        found = pipeline.check(Settings(column, TODAY, read_column(column))).problems
        told = [problem for problem in found if problem.rule != "unregistered"]
        return [problem.as_text() for problem in told if "shequ-shitang" in problem.as_text()]

    return check


def lay(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(FILES[path], "utf-8")


def test_without_the_interpretation_it_fails_with_the_words_shown(said: Said) -> None:
    shown = [text.rstrip("\n") for text in TEXT if "interpretation-missing" in text]
    assert len(shown) == 2, "once in English, once for editors"
    assert said() == [shown[0]] == [shown[1]]


def test_with_the_interpretation_there_is_nothing_to_say(column: Path, said: Said) -> None:
    lay(column, INTERPRETATION)
    assert said() == []


def test_until_it_is_registered_a_release_waits(
    column: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (ROOT_VARIABLE, DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    lay(column, INTERPRETATION)
    words = ["--root", str(column), "--date", TODAY.isoformat()]
    assert cli.main(["check", *words]) == 0
    assert "有 2 个公开的网址没有登记：interpretations/2026/shequ-shitang-wenda/、" in capsys.readouterr().out
    assert cli.main(["addresses", *words]) == 0
    cli.main(["check", *words])
    assert "没有登记" not in capsys.readouterr().out


def test_the_waiver_takes_its_place(column: Path, said: Said) -> None:
    lay(column, WAIVER)
    assert said() == []
    lay(column, INTERPRETATION)
    assert ["豁免已无必要" in text for text in said()] == [True]


def test_a_district_s_own_decision_is_taken(column: Path) -> None:
    lay(column, ADJUSTMENT)
    checked = pipeline.check(Settings(column, TODAY, read_column(column)))
    assert [each.path for each in checked.problems if each.path == ADJUSTMENT] == []
    rule = checked.standards["interpretation-timing"]
    assert rule.parameters == {"工作日": "2"} and rule.level == "错误"


def test_a_renamed_page_needs_its_redirect(column: Path, said: Said) -> None:
    register = column / "data/addresses/policies.txt"
    with register.open("a", encoding="utf-8") as lines:
        lines.write("policies/2026/shequ-shitang/\n")
    lay(column, INTERPRETATION)
    (column / POLICY).rename(column / POLICY.replace(".md", "-buzhu.md"))
    text = FILES[INTERPRETATION].replace("[shequ-shitang]", "[shequ-shitang-buzhu]")
    (column / INTERPRETATION).write_text(text, "utf-8")
    assert ["published-address" in text for text in said()] == [True]
    with (column / REDIRECT).open("a", encoding="utf-8") as entries:
        entries.write(FILES[REDIRECT])
    assert said() == []


def test_another_district_is_another_identity(tmp_path: Path) -> None:
    lay(tmp_path, IDENTITY)
    column = read_column(tmp_path)
    assert column.portal == "东区人民政府"
    assert column.root == "https://www.dongqu.example.gov.cn/zwgk/"


def test_every_file_shown_is_tried() -> None:
    assert set(FILES) == {POLICY, INTERPRETATION, REDIRECT, WAIVER, IDENTITY, ADJUSTMENT}


def test_links_and_pictures_are_there() -> None:
    headings = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target]
    assert any(target.endswith(".png") for target in targets)
    for target in targets:
        path, _, anchor = target.partition("#")
        assert (PROJECT / path).exists(), target
        if anchor:
            there = (
                anchors if not path else set(re.findall(r'id="([^"]+)"', (PROJECT / path).read_text("utf-8")))
            )
            assert anchor in there, target


def test_pictures_are_light_and_all_shown() -> None:
    for picture in (PROJECT / "docs/pictures").iterdir():
        assert picture.stat().st_size < 200_000, picture.name
        assert f"docs/pictures/{picture.name}" in README


def test_every_room_of_the_package_is_named() -> None:
    rooms = [
        folder.name for folder in (PROJECT / "hooks/gongkai").iterdir() if (folder / "__init__.py").exists()
    ]
    assert [room for room in rooms if f"`{room}/`" not in README] == []


def test_nginx_keeps_its_headers_and_the_policy_of_the_site() -> None:
    """A header inside a location would make nginx drop all those of the server."""
    config = (PROJECT / "deploy/nginx.conf").read_text("utf-8")
    server, *locations = re.split(r"^    location ", config, flags=re.MULTILINE)
    assert not any("add_header" in location for location in locations)
    headers = re.findall(r"^    add_header ([\w-]+) .*?( always)?;$", server, re.MULTILINE)
    assert len(headers) == len({name for name, _ in headers}) == 12
    assert all(always for _, always in headers)
    policy = re.search(r'Content-Security-Policy "([^"]+)"', server)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';")
    assert "unsafe-inline" not in policy[1]
    assert "http" not in policy[1]
