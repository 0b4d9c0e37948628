"""Files of a committed register (addresses, dates) → their lines and what is wrong in them, and back.

A register is a folder of text files, one entry a line; entries are only ever added. Both sides of a
merge are right, so ``.gitattributes`` lets Git keep both (``merge=union``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem, Level, Problem
from gongkai.load.rules import problem

#: the rule of a line that is no entry, or is gone
LINE = "register-line"
_AGAIN = "从版本库恢复它，再运行 scripts/addresses"


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it stands: the file from the root, the line from 1, the text without its margins."""

    path: str
    number: int
    text: str

    def wrong(self, what: str, fix: str) -> Problem:
        """A problem at this line."""
        return problem(LINE, self.path, what, fix, self.number)

    def twice(self, what: str) -> Problem:
        """An entry there is already: a merge kept both, and nothing is lost."""
        told = self.wrong(f"{what}登记了两次", "运行 scripts/addresses，或删去一行")
        return replace(told, level=Level.WARNING)


def lines(root: Path, folder: Path, problems: list[Problem]) -> Iterator[Line]:
    """Every entry of a register, file by file; notes and empty lines are none.

    A file that cannot be read becomes one of the ``problems``.
    """
    for file in sorted((root / folder).glob("*.txt")) if (root / folder).is_dir() else []:
        path = file.relative_to(root).as_posix()
        for number, text in enumerate(text_of(file, path, problems).split("\n"), 1):
            if text.strip() and not text.strip().startswith("#"):
                yield Line(path, number, text.strip())


def text_of(file: Path, path: str, problems: list[Problem]) -> str:
    """A file's text; nothing of one that is no text, with the problem."""
    if file.is_symlink() or not file.is_file():
        problems.append(problem(LINE, path, "登记簿不是普通文件", _AGAIN))
        return ""
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        problems.append(problem(LINE, path, "登记簿读不出来：须是 UTF-8 编码的文字", _AGAIN))
        return ""


def gone(path: str, what: str, fix: str) -> Problem:
    """What an earlier revision had and this one has not."""
    return problem(LINE, path, what, fix)


def write(root: Path, folder: Path, sections: Mapping[str, Sequence[str]]) -> None:
    """Write the files of a register, each line once; raises EnvironmentProblem where that is not allowed."""
    try:
        (root / folder).mkdir(parents=True, exist_ok=True)
        for section, entries in sections.items():
            text = "".join(f"{entry}\n" for entry in dict.fromkeys(entries))
            (root / folder / f"{section}.txt").write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise EnvironmentProblem(
            f"{folder}/ 写不进去（{error.strerror}）：检查文件夹的权限和磁盘空间"
        ) from None
