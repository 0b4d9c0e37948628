"""Commands and options that the documentation names are there, and every one is documented."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Mapping
from functools import cache

from gongkai.desk import cli
from gongkai.desk.reference import commands
from gongkai.desk.report import FORMATS
from gongkai.settings import PROJECT

from .conftest import EDITORS, PAGES, WRITTEN, blocks, codes, each_page

SCRIPTS = sorted(file.name for file in (PROJECT / "scripts").iterdir() if file.is_file() and not file.suffix)


@cache
def parser() -> argparse.ArgumentParser:
    return cli.parser()


@cache
def parsers() -> Mapping[str, argparse.ArgumentParser]:
    return commands.commands(parser())


@each_page
def test_commands_in_blocks_are_understood(page: str) -> None:
    for line in "".join(blocks(page, "sh")).splitlines():
        program, *words = shlex.split(line)
        if program.startswith("scripts/"):
            name = program.removeprefix("scripts/")
            assert name in SCRIPTS
            if name in parsers():
                parser().parse_args([name, *words])


def test_blocks_of_commands_are_found_in_lists_too() -> None:
    assert "scripts/report --into yuebao --format docx\n" in blocks(EDITORS, "sh")
    assert sum(block.count("scripts/") for page in WRITTEN for block in blocks(page, "sh")) > 20


@each_page
def test_commands_in_the_text_are_there_with_their_options(page: str) -> None:
    for code in codes(page):
        if not code.startswith("scripts/") or code.startswith("scripts/lib/") or "<" in code:
            continue
        name, *words = code.removeprefix("scripts/").split()
        if name.endswith(".py") or name == "…":
            continue
        assert name in SCRIPTS, code
        options = [word for word in words if word.startswith("--")]
        if name in parsers():
            assert {*options} <= {*parsers()[name]._option_string_actions}, code
        else:
            assert all(option in (PROJECT / f"scripts/{name}").read_text("utf-8") for option in options), code


def test_every_script_says_what_it_is_and_takes_what_it_says() -> None:
    for name in SCRIPTS:
        told = commands.head(PROJECT / "scripts" / name)
        assert (told["usage"] is None) == (name in parsers()), "the parser says it, or the script"
        source = "".join(file.read_text("utf-8") for file in (PROJECT / "scripts").glob(f"{name}*"))
        for option in re.findall(r"--[a-z-]+", told["usage"] or ""):
            assert f'"{option}"' in source, (name, option)


def test_every_command_is_documented_with_every_option_and_its_choices() -> None:
    page = PAGES["docs/commands.md"]
    assert re.findall(r'<a id="(\w+)"></a>', page) == [
        *parsers(),
        *(n for n in SCRIPTS if n not in parsers()),
    ]
    for name, parser in parsers().items():
        section = page.split(f'<a id="{name}"></a>')[1].split("<a id=")[0]
        options = {option for option in parser._option_string_actions if option.startswith("--")}
        shown = set(re.findall(r"^\| `(--[a-z-]+)", section, re.MULTILINE))
        assert shown == options - {"--help", "--version"}
    assert f"| `--format 形式` | 输出形式：{'、'.join(FORMATS)}（默认 text） |" in page
