"""Front matter and tables with slips of Chinese keyboards → the slips reported, and read as meant.

Reading goes on with the mended text, so that one slip does not hide every other problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from gongkai.common.problems import Edit, Problem, excerpt
from gongkai.load.patterns import known_keys
from gongkai.load.rules import problem

#: rule, column from 0, what is wrong, how to mend it, what to write where that is sure, the line as meant
Slip = tuple[str, int, str, str, Edit | None, str]

#: A quick look that finds every text with a slip, and few without.
_SUSPICIOUS = re.compile(
    r"：| #[^\s#]|\[[^\[\]\n]*，|^ *[\t\u3000\u00a0]|:[\u3000\u00a0]|[\u3000\u00a0]:"
    r"|^[^:\n]*:[^ \n/]|^ *-[^ \n-]|^ *[－•●·][^\n]|^ *[—–][^—–\n]",
    re.MULTILINE,
)
#: a key or item whose text follows on deeper lines; the group is as wide as what it stands under
_BLOCK = re.compile(r"( *(?:- +)*?)(?:- +|[^\s-][^|>]*: +)[|>][-+0-9]*\s*")
_INDENT = re.compile(r"( *)([\t\u3000\u00a0][ \t\u3000\u00a0]*)(?=\S)")
_WIDE_BLANKS = str.maketrans({"\t": "  ", "\u3000": "  ", "\u00a0": " "})
_BLANKS = {"\t": "制表符（Tab 键）", "\u3000": "全角空格", "\u00a0": "不间断空格"}
_MARK = re.compile(r"( *)(-(?=[^ -])|[－•●·] *|[—–] *(?![—–]))(?=\S)(.*)")
_KEY = re.compile(
    r"( *(?:- +)*)([^\s:：]{1,20}|\S[^:：]{0,18}\S)([ \u3000\u00a0]*：[ \u3000\u00a0]*"
    r"|[\u3000\u00a0]+: *|:[\u3000\u00a0]+|:(?=[^\s/]))(.*)"
)
_FLOW = re.compile(r"( *(?:- +)*[^\s:]{1,20}: +)(\[[^\]\"'，]*，[^\]\"']*\])\s*")
#: short words without a verb's mark: two names that somebody parted, no sentence with a comma
_NAMES = re.compile(
    r"\[\s*[^\[\]，。；：、!！?？\s]{2,16}(?:\s*[，,]\s*[^\[\]，。；：、!！?？\s]{2,16})+\s*\]"
)
_COMMENT = re.compile(r" *(?>(?:- +)*(?:[^\s:\"'#]+: +)?)[^\s\"'#|>\[{].*?( #[^\s#].*)")


def repair(text: str, path: str, first_line: int) -> tuple[str, list[Problem]]:
    """The text as meant, and a problem for every slip; the same text when there is none."""
    if not _SUSPICIOUS.search(text):
        return text, []
    problems: list[Problem] = []
    lines = text.split("\n")
    block = -1
    for index, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block >= 0 and (indent > block or not line.strip()):
            continue
        opened = _BLOCK.fullmatch(line)
        block = len(opened[1]) if opened else -1
        for find in _FINDERS:
            slip = find(lines[index])
            if slip is not None:
                if find is _mark and not _in_list(lines, index):
                    slip = (*slip[:4], None, slip[5])
                problems.append(_problem(slip, path, first_line + index))
                lines[index] = slip[-1]
    return "\n".join(lines), problems


def _problem(slip: Slip, path: str, line: int) -> Problem:
    rule, column, message, fix, edit, _ = slip
    return problem(rule, path, f"第 {line} 行第 {column + 1} 列{message}", fix, line, column + 1, edit)


def _indent(line: str) -> Slip | None:
    """Blanks other than the half-width space before the first word."""
    found = _INDENT.match(line)
    if found is None:
        return None
    message = f"用{_BLANKS[found[2][0]]}缩进，只能用半角空格"
    meant = found[1] + found[2].translate(_WIDE_BLANKS) + line[found.end() :]
    edit = Edit(found[2].translate(_WIDE_BLANKS), old=found[2])
    return "indent", len(found[1]), message, "删去行首的空白，改用半角空格（每级两个）", edit, meant


def _mark(line: str) -> Slip | None:
    """A list item whose mark is no ``-`` followed by a space."""
    found = _MARK.fullmatch(line)
    if found is None:
        return None
    meant = f"{found[1]}- {found[3]}"
    message = f"列表项的开头须是半角减号加一个空格，现在是“{found[2].strip()}”"
    return (
        "list-mark",
        len(found[1]),
        message,
        f"改为：{meant.strip()}；是上一行的文字就接到上一行",
        None if found[2][0] in "—–" else Edit("- ", old=found[2]),
        meant,
    )


def _in_list(lines: list[str], index: int) -> bool:
    """Whether what follows the line above is an item: it is one itself, or a key with nothing behind it."""
    above = next((line for line in reversed(lines[:index]) if line.strip()), "")
    return above.lstrip().startswith("- ") or above.rstrip().endswith(":")


def _colon(line: str) -> Slip | None:
    """A known key whose colon is full-width, or has no half-width space after it."""
    found = _KEY.fullmatch(line)
    if found is None or found[2] not in known_keys():
        return None
    sign = found[3]
    if "：" in sign:
        message = "键的后面用了全角冒号“：”"
    elif sign == ":":
        message = "半角冒号后面少一个空格"
    else:
        message = "冒号旁边是全角空格或不间断空格"
    meant = f"{found[2]}: {found[4]}".rstrip()
    edit = Edit(": " if found[4] else ":", old=sign)
    return "colon", found.start(3), message, f"改为：{meant}", edit, found[1] + meant


def _flow(line: str) -> Slip | None:
    """``[甲，乙]``: one item for YAML, two for whoever wrote it."""
    found = _FLOW.fullmatch(line)
    if found is None:
        return None
    meant = re.sub(r"， *", ", ", found[2])
    message = "方括号里用了全角逗号，会被当作一项"
    fix = f"改用半角逗号：{meant}；逗号本是文字就给这一项加引号"
    edit = Edit(meant, old=found[2]) if _NAMES.fullmatch(found[2]) else None
    return "list-mark", line.index("，"), message, fix, edit, found[1] + meant


def _comment(line: str) -> Slip | None:
    """`` #1号楼`` in a value: YAML drops it without a word."""
    found = _COMMENT.fullmatch(line)
    if found is None:
        return None
    message = f"起的“{excerpt(found[1].strip(), 20)}”会被当作注释丢掉"
    return "yaml-syntax", found.start(1) + 1, message, "是内容就给整个值加引号；是注释就另起一行", None, line


_FINDERS: tuple[Callable[[str], Slip | None], ...] = (_indent, _mark, _colon, _flow, _comment)
