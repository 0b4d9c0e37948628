"""A Markdown file → the information at its top, and the text below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongkai.common.problems import Edit, Problem, Way, excerpt
from gongkai.load.patterns import known_keys
from gongkai.load.rules import problem

MAX_FRONT = 64 * 1024
#: The front matter's first line in the file: the one after ``---``.
FIRST_LINE = 2
_OPEN = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212\u2500\u2501－＋+=]{2,}\s*")
_LIKE_FRONT = re.compile(r"\s*(?:#.*|- .*|[^\s:：]{1,20}\s*[:：].*)?")
_SAMPLE = "第一行写 ---，接着一行一个“键: 值”，再写一行 ---，之后是正文"


@dataclass(frozen=True, slots=True)
class Split:
    """The two parts of a Markdown file; ``front`` is None when they cannot be told apart."""

    front: str | None
    body: str = ""
    body_line: int = 0
    problems: tuple[Problem, ...] = ()


def split(text: str, path: str) -> Split:
    """Part the front matter from the body."""
    opening = _OPEN.match(text)
    if opening is None:
        return Split(None, problems=(_not_opened(text, path),))
    closing = _CLOSE.search(text, opening.end())
    if closing is None:
        return Split(None, problems=(_not_closed(text, path),))
    front, body = text[opening.end() : closing.start()], text[closing.end() + 1 :]
    body_line = front.count("\n") + 3
    if len(front) * 4 > MAX_FRONT and len(front.encode()) > MAX_FRONT:
        message, fix = f"页首信息超过 {MAX_FRONT // 1024} KiB", "长文写进 --- 之后的正文，或放进附件"
        return Split(None, body, body_line, (problem("file-size", path, message, fix),))
    if not front.strip():
        fault = problem("front-matter", path, "两行 --- 之间是空的，没有页首信息", _SAMPLE)
        return Split(None, body, body_line, (fault,))
    second = _second(body, front)
    problems = (_two(path, body_line + second),) if second is not None else ()
    return Split(front, body, body_line, problems)


def _not_opened(text: str, path: str) -> Problem:
    """Say why line 1 is not the opening line."""
    if not text.strip():
        return problem("front-matter", path, "文件是空的", _SAMPLE)
    lines = text.split("\n")
    number = next(index for index, line in enumerate(lines) if line.strip())
    line = lines[number]
    if _OPEN.fullmatch(line + "\n"):
        message = f"页首信息的 --- 在第 {number + 1} 行，须在第 1 行，前面不能有空行"
        return problem("front-matter", path, message, "删去 --- 前面的空行", number + 1)
    if _DASHES.fullmatch(line) or line.startswith("---"):
        message = (
            f"第 {number + 1} 行“{excerpt(line.strip(), 20)}”不是页首信息的开头：须正好是 ---（三个半角减号）"
        )
        fix = "把这一行改为 ---，不缩进，后面不写字（有些软件会把减号自动改成破折号）"
        edit = _dashes(line, lines[number + 1 : number + 2]) if number == 0 else None
        return problem("front-matter", path, message, fix, number + 1, _column(line), edit)
    return problem("front-matter", path, "没有页首信息：第 1 行须是 ---", _SAMPLE)


def _not_closed(text: str, path: str) -> Problem:
    """Point at the line where the closing ``---`` seems to be missing."""
    lines = text.split("\n")
    number = len(lines)
    for index, line in enumerate(lines[1:], 2):
        if _DASHES.fullmatch(line):
            message = (
                f"第 {index} 行“{excerpt(line.strip(), 20)}”不是页首信息的结尾：须正好是 ---（三个半角减号）"
            )
            edit = _dashes(line, lines[1:2])
            fix = f"把第 {index} 行改为 ---"
            return problem("front-matter", path, message, fix, index, _column(line), edit)
        if not line.strip() or not (_LIKE_FRONT.fullmatch(line) or line.startswith(" ")):
            number = index
            break
    message = "页首信息缺少结束的 ---（第 1 行的 --- 开了头）"
    fix = f"在正文之前（约第 {number} 行）加一行 ---"
    return problem("front-matter", path, message, fix, number, 1, _closing(lines, number))


def _column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1


def _dashes(line: str, following: list[str]) -> Edit | None:
    """Three hyphens for what somebody's program made of them, where keys stand below the opening ones."""
    return Edit("---", old=line.strip()) if following and _key(following[0]) in known_keys() else None


def _closing(lines: list[str], number: int) -> Edit | None:
    """The line that is missing, where a blank line parts what are surely keys from what are surely none."""
    parted = number - 1 < len(lines) and not lines[number - 1].strip()
    keys = [_key(line) for line in lines[1 : number - 1] if line[:1] not in {" ", "-", "#", ""}]
    after = any(_key(line) in known_keys() for line in lines[number:])
    sure = parted and keys and all(key in known_keys() for key in keys) and not after
    return Edit("---", way=Way.LINE) if sure else None


def _key(line: str) -> str:
    """What stands before the first colon of a line."""
    return re.split("[:：]", line, maxsplit=1)[0].strip()


def _second(body: str, front: str) -> int | None:
    """The line of the body (from 0) where another front matter starts."""
    if "---" not in body:
        return None
    lines = body.split("\n")
    begin = next((index for index, line in enumerate(lines) if line.strip()), 0)
    keys = set(re.findall(r"^([^\s:#-][^:\n]*):", front, re.MULTILINE))
    for index, line in enumerate(lines[:-1]):
        key, colon, _ = lines[index + 1].partition(":")
        if line.rstrip() == "---" and colon and (key in keys or (index == begin and _closed(lines, index))):
            return index
    return None


def _closed(lines: list[str], begin: int) -> bool:
    """True when only lines like ``key: value`` stand between this ``---`` and the next."""
    for line in lines[begin + 1 :]:
        if line.rstrip() == "---":
            return True
        if not _LIKE_FRONT.fullmatch(line) and not line.startswith(" "):
            return False
    return False


def _two(path: str, line: int) -> Problem:
    message = f"第 {line} 行起又有一段页首信息：一个文件只能有一段"
    return problem("front-matter", path, message, "合并成开头的一段；是两篇就分成两个文件", line)
