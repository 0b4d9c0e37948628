"""Problem: what is wrong, where, how to mend it and by which rule; every room says it in this way.

A problem names the record and the key (``at``); the line and column are looked
up afterwards, by the only room that reads files (``load.locate``), so that
checks stay free of input and output.

What is said leaves the house: logs of a public repository, notes on a proposal, reports,
the rulebook's pages. So numbers that belong to a person are masked here, once for every
rule and every form, and nowhere else; and what a terminal would obey is written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from gongkai.common.personal import digits, kind_of, mask_text, masked

Key = str | int
At = tuple[Key, ...]

#: ``at`` of a problem in the Markdown text, followed by the line within the text (from 0).
BODY = "正文"


#: a number in a path or an address, which a text may hold for other reasons, but a message need not
_IN_ADDRESS = re.compile(r"(?<=[=/_A-Za-z-])[0-9]{11,19}[Xx]?(?![0-9]|\.[0-9])")
#: what is not seen, and what turns or colours what is: control, format and half characters
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)


def told(text: str) -> str:
    """A text as a message may print it: personal numbers hidden in the middle, every letter to be seen."""
    safe = _IN_ADDRESS.sub(_hidden, mask_text(text))
    return _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", safe)


def _hidden(match: re.Match[str]) -> str:
    number = digits(match[0])
    return masked(number) if kind_of(number) else match[0]


def excerpt(text: str, most: int = 40) -> str:
    """The beginning of a text to be quoted: masked before it is cut, since half a number is told too."""
    safe = told(text)
    return safe if len(safe) <= most else safe[:most] + "…"


class Level(StrEnum):
    """How much a problem stops: 错误 the build, 警告 a release, 提示 nothing."""

    ERROR = "错误"
    WARNING = "警告"
    NOTICE = "提示"

    @property
    def code(self) -> str:
        """The English word used in machine output."""
        return {"错误": "error", "警告": "warning", "提示": "notice"}[self.value]


class Way(Enum):
    """What an :class:`Edit` is done to."""

    #: the text at the place
    TEXT = "text"
    #: a name at the place, which is several, a line each: they become items of a list
    NAMES = "names"
    #: a line that is missing, before the line of the problem
    LINE = "line"
    #: the path of the file
    NAME = "name"
    #: the bytes of the file, which are in the encoding ``old``
    ENCODING = "encoding"


@dataclass(frozen=True, slots=True)
class Edit:
    """What mends a problem where that is known exactly, for a program to write.

    With ``old``: what stands at the place of the problem becomes ``new``, ``everywhere`` in the file where
    it is never right. Without: the key ``key`` is missing, and has the value ``new``. ``way`` says what else
    than a piece of text is changed.
    """

    new: str
    old: str = ""
    key: str = ""
    everywhere: bool = False
    way: Way = Way.TEXT


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
    #: what ``scripts/check --fix`` writes; None where an editor has to look
    edit: Edit | None = None

    def __post_init__(self) -> None:
        for name in ("message", "fix", "basis", "name"):
            object.__setattr__(self, name, told(getattr(self, name)))

    @property
    def file(self) -> str:
        """The path as it may be printed; ``path`` is for finding the file."""
        return told(self.path)

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
        head = f"{self.file}:{self.line or 1}:{self.column or 1} [{rule}] {self.level}："
        text = f"{head}{_stop(self.message)}改法：{_stop(self.fix)}".replace("\n", " ")
        return f"{text}\n    依据：{self.basis}" if self.basis else text

    def as_dict(self) -> dict[str, str | int]:
        return {
            "rule": self.rule,
            "level": self.level.code,
            "path": self.file,
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


class OwnFaults(Exception):
    """Problems in files that come with the program stop the run (exit code 3); carries all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)


class EnvironmentProblem(Exception):
    """Wrong use or environment (exit code 2): said in one Chinese sentence, no traceback."""

    def __init__(self, sentence: str) -> None:
        super().__init__(told(sentence))


def count(problems: Iterable[Problem]) -> dict[str, int]:
    """How many problems of each level: ``{"error": 1, "warning": 0, "notice": 0}``."""
    found = {level.code: 0 for level in Level}
    for problem in problems:
        found[problem.level.code] += 1
    return found


def _stop(sentence: str) -> str:
    return sentence if sentence.endswith(("。", "！", "？")) else sentence + "。"
