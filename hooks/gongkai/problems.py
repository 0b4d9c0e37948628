"""The one way to say that something is wrong.

A problem names the record and the key (``at``); the line and column are looked
up afterwards, by the only room that reads files (``load.locate``), so that
checks stay free of input and output.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

Key = str | int
At = tuple[Key, ...]

#: ``at`` of a problem in the Markdown text, followed by the line within the text (from 0).
BODY = "正文"


class Level(StrEnum):
    """How much a problem stops: 错误 the build, 警告 a release, 提示 nothing."""

    ERROR = "错误"
    WARNING = "警告"
    NOTICE = "提示"

    @property
    def code(self) -> str:
        """The English word used in machine output."""
        return {"错误": "error", "警告": "warning", "提示": "notice"}[self.value]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, for an editor to put right.

    ``message`` says what is wrong and why, ``fix`` how to mend it, ``basis`` the
    依据 of the rule. ``line`` and ``column`` count from 1; 0 means "not yet located".
    """

    rule: str
    path: str
    message: str
    fix: str
    basis: str = ""
    name: str = ""
    level: Level = Level.ERROR
    at: At = ()
    line: int = 0
    column: int = 0
    #: for a row of a table file, which row (from 0); the first part of its position
    row: int | None = None

    def located(self, line: int, column: int) -> Problem:
        """The same problem with its place in the file."""
        return replace(self, line=line, column=column)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.line, self.column, self.rule, self.message)

    def as_text(self) -> str:
        """``文件:行:列 [规则] 什么不对（原因）。改法：…`` and the 依据 on its own line."""
        rule = f"{self.name} {self.rule}".strip()
        # a line break out of a file would begin a line of its own, which CI systems may take for a command
        head = f"{self.path}:{self.line or 1}:{self.column or 1} [{rule}] {self.level}："
        text = f"{head}{_stop(self.message)}改法：{_stop(self.fix)}".replace("\n", " ")
        return f"{text}\n    依据：{self.basis}" if self.basis else text

    def as_dict(self) -> dict[str, str | int]:
        return {
            "rule": self.rule,
            "level": self.level.code,
            "path": self.path,
            "line": self.line or 1,
            "column": self.column or 1,
            "message": self.message,
            "fix": self.fix,
            "basis": self.basis,
        }


class ContentError(Exception):
    """Problems in content stop the run; carries all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        # All it carries goes to the base, so that it comes whole out of a worker process.
        super().__init__(self.problems)


class EnvironmentProblem(Exception):
    """Wrong use or environment (exit code 2): said in one Chinese sentence, no traceback."""


def count(problems: Iterable[Problem]) -> dict[str, int]:
    """How many problems of each level: ``{"error": 1, "warning": 0, "notice": 0}``."""
    found = {level.code: 0 for level in Level}
    for problem in problems:
        found[problem.level.code] += 1
    return found


def _stop(sentence: str) -> str:
    return sentence if sentence.endswith(("。", "！", "？")) else sentence + "。"
