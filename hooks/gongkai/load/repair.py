"""The slips of Chinese keyboards in front matter and tables: reported, and read as meant.

Reading goes on with the mended text, so that one slip does not hide every other problem.
"""

from __future__ import annotations

import re
from functools import cache

from gongkai.load.patterns import known_keys
from gongkai.load.rules import problem
from gongkai.problems import Problem

_INDENT = re.compile(r"^( *)([\t\u3000\u00a0][ \t\u3000\u00a0]*)(?=\S)", re.MULTILINE)
_SUSPICIOUS = re.compile(r"：|:[^\s/\d]|:[\u3000\u00a0]|\s[\u3000\u00a0]*:|^ *[\t\u3000\u00a0]", re.MULTILINE)
_BLOCK = re.compile(r".*[:-] *[|>][-+0-9]*\s*")
_COMMENT = re.compile(r"^[ ]*(?:- +)*[^\s\"'#|>][^\"'\n]*?: +[^\s\"'#|>\[{][^\n]*? #[^\s#]")


@cache
def _keys() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, known_keys()), key=lambda word: (-len(word), word)))
    return re.compile(rf"( *(?:- +)*)({words})( *：[ \u3000\u00a0]*|:[\u3000\u00a0]+|:(?=[^\s/])|[ \u3000\u00a0]+:(?= ))(.*)")


def repair(text: str, path: str, first_line: int) -> tuple[str, list[Problem]]:
    """The text as meant, and a problem for every slip; the same text when there is none."""
    comments = " #" in text
    if not comments and not _SUSPICIOUS.search(text):
        return text, []
    problems: list[Problem] = []
    lines = text.split("\n")
    block = -1
    for index, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block >= 0 and (indent > block or not line.strip()):
            continue
        block = indent if _BLOCK.fullmatch(line) else -1
        lines[index] = _line(line, path, first_line + index, problems)
    return "\n".join(lines), problems


def _line(line: str, path: str, number: int, problems: list[Problem]) -> str:
    indent = _INDENT.match(line)
    if indent:
        problems.append(_indent(indent, path, number))
        line = indent[1] + indent[2].replace("\t", "  ").replace("\u3000", "  ").replace("\u00a0", " ") + line[indent.end() :]
    slip = _keys().fullmatch(line)
    if slip:
        problems.append(_colon(slip, path, number))
        line = f"{slip[1]}{slip[2]}: {slip[4]}"
    if _COMMENT.match(line):
        problems.append(_comment(line, path, number))
    return line


def _indent(found: re.Match[str], path: str, line: int) -> Problem:
    what = {"\t": "制表符（Tab 键）", "\u3000": "全角空格", "\u00a0": "不间断空格"}[found[2][0]]
    message = f"第 {line} 行用{what}缩进，只能用半角空格"
    return problem("indent", path, message, "删去行首的空白，改用半角空格（每级两个）", line, len(found[1]) + 1)


def _colon(slip: re.Match[str], path: str, line: int) -> Problem:
    sign = slip[3]
    if "：" in sign:
        reason = "键的后面用了全角冒号“：”"
    elif sign == ":":
        reason = "半角冒号后面少一个空格"
    else:
        reason = "冒号旁边多了空格，或用了全角、不间断空格"
    better = f"{slip[2]}: {slip[4]}".rstrip()
    column = slip.start(3) + 1
    return problem("colon", path, f"第 {line} 行第 {column} 列{reason}", f"改为：{better}", line, column)


def _comment(line: str, path: str, number: int) -> Problem:
    column = line.index(" #") + 2
    message = f"第 {number} 行第 {column} 列起的“{line[column - 1 :][:20]}”会被当作注释丢掉"
    return problem("yaml-syntax", path, message, "是内容就给整个值加引号；是注释就另起一行", number, column)
