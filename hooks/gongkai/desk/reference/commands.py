"""``docs/commands.md``: every command, from its parser and from the first lines of its script."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from gongkai.desk.reference import markdown

INTRODUCTION = """\
每个命令是 `scripts/` 里的一个文件，在哪个文件夹里都可以运行。`--root` 是含 `content/` 和 `data/` 的文件夹；
`--date` 是当作“今天”的那一天，写在后面日期的内容哪里也不出现。`--version` 显示程序的版本，`--help` 显示用法。
退出码和检查结果的各种形式，看 [checking.md](checking.md)（英文）。

Every command is a file in `scripts/` and may be called from any folder. `mkdocs build` (`--strict`: as a
release) and `mkdocs serve` do the same as `scripts/build` and `scripts/serve`, once `.venv` is active.
"""
COLUMN = "写内容、管专栏用的。For those who write for a column and run it."
PROGRAM = "改程序用的。For those who change the program."
#: the first lines of a script: 名称 · usage: what it does
_HEAD = re.compile(r"(?P<name>\S+) · (?:(?P<usage>scripts/[^:]+): )?(?P<about>.+)")
#: what every command takes is said once
_COMMON = {"--help", "--version"}


def page(parser: argparse.ArgumentParser, scripts: Path) -> str:
    """The whole page: those of the ``parser`` in its order, then the other files of the folder by name."""
    of_package = commands(parser)
    others = sorted(file.name for file in scripts.iterdir() if file.is_file() and not file.suffix)
    return markdown.page(
        "命令",
        markdown.prose(INTRODUCTION),
        "## 专栏的命令",
        COLUMN,
        *(
            part
            for name, each in of_package.items()
            for part in _of_package(name, each, head(scripts / name))
        ),
        "## 程序的命令",
        PROGRAM,
        *(part for name in others if name not in of_package for part in _other(name, head(scripts / name))),
    )


def commands(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    """The parser of each command by its name."""
    return next(action.choices for action in parser._actions if isinstance(action.choices, dict))


def head(script: Path) -> re.Match[str]:
    """The first lines of a script below the name of its shell, as one; ValueError where they are not so."""
    lines = script.read_text("utf-8").split("\n")[1:]
    end = next(number for number, line in enumerate(lines) if not line.startswith("# "))
    found = _HEAD.fullmatch(" ".join(line.removeprefix("# ") for line in lines[:end]))
    if found is None:
        raise ValueError(f"{script.name}: the lines below the first are not “名称 · usage: what it does”")
    return found


def _of_package(name: str, command: argparse.ArgumentParser, told: re.Match[str]) -> Iterator[str]:
    actions = [action for action in command._actions if not _COMMON & {*action.option_strings}]
    yield _heading(name, told)
    yield f"{command.description}。"
    yield _linked(told["about"])
    yield markdown.fence(" ".join((command.prog, *map(_usage, actions))))
    yield markdown.table(("选项", "说明"), (_row(action) for action in actions))


def _other(name: str, told: re.Match[str]) -> Iterable[str]:
    return _heading(name, told), _linked(told["about"]), markdown.fence(told["usage"])


def _heading(name: str, told: re.Match[str]) -> str:
    return f'<a id="{name}"></a>\n\n### {told["name"]} scripts/{name}'


def _usage(action: argparse.Action) -> str:
    return _written(action) if action.required else f"[{_written(action)}]"


def _row(action: argparse.Action) -> tuple[str, str]:
    must = "（必填）" if action.required else ""
    return f"`{_written(action)}`", f"{action.help}{must}"


def _written(action: argparse.Action) -> str:
    """The option as it is typed, with the word for what follows it."""
    word = str(action.metavar)
    if not action.option_strings or action.nargs == 0:
        return word if not action.option_strings else action.option_strings[0]
    return f"{action.option_strings[0]} {f'[{word}]' if action.nargs == '?' else word}"


def _linked(text: str) -> str:
    return re.sub(r"docs/(\w+\.md)", r"[\1](\1)", text)
