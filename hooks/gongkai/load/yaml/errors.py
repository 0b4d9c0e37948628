"""A YAML syntax error → what it means for someone who writes documents, not programs."""

from __future__ import annotations

import re

from yaml import MarkedYAMLError

from gongkai.common.problems import Edit, Problem
from gongkai.load.patterns import known_keys
from gongkai.load.rules import problem

_FULL = re.compile(r"[\s-]*([^:：#\"'\[{]{1,30})：\s*(.*)")
_TIGHT = re.compile(r"[\s-]*([^:：#\"'\[{]{1,30}):(?=[^\s/]|[\u00a0\u3000])(.*)")
_ENTRY = re.compile(r"(\s*(?:- +)*)([^:#\"'\[{]{1,60}): +(.*)")
#: ``[转发]关于``, ``"十四五"规划``
_OPENED = re.compile(r"(?:\[[^\[\]]*\]|\"[^\"]*\"|'[^']*')(?=\s*[^\s,，、#])")
_QUOTE = "给整个值加引号：{key}: '{value}'"
_SINGLE = "整个值用单引号括起来：{key}: '{value}'"
#: how the remedies begin that a program may write
_SURE = ("给整个值加引号：", "整个值用单引号括起来：")
#: errors shown where the thing begins, not where the parser gave up
_FROM_THE_START = (
    "simple key",
    "unexpected end of stream",
    "document indicator",
    "flow sequence",
    "flow mapping",
)
#: the parser's words → 原因, 改法 ({key} and {value} of the line)
_MEANINGS = (
    ("that cannot start any token", "值不能以“{sign}”开头", _QUOTE),
    ("scanning an alias", "值以 * 开头，会被当作引用", _QUOTE),
    ("scanning an anchor", "值以 & 开头，会被当作锚点", _QUOTE),
    ("a tag", "值以 ! 开头，会被当作类型标记", _QUOTE),
    ("scanning a block scalar", "值以 | 或 > 开头，会被当作多行文字的记号", _QUOTE),
    ("scanning a directive", "行首的 % 有特别的意义", "给以 % 开头的文字加引号"),
    ("unexpected end of stream", "引号只有开头，没有结尾", "在值的末尾补上同样的引号，或去掉开头的引号"),
    ("unexpected document indicator", "引号只有开头，没有结尾", "在值的末尾补上同样的引号"),
    ("unknown escape", "双引号里的反斜杠 \\ 有特别的意义", "改用单引号，或把 \\ 写成 \\\\"),
    ("hexdecimal", "双引号里的 \\x、\\u 后面须是十六进制数", "改用单引号，或把 \\ 写成 \\\\"),
    ("invalid Unicode", "双引号里的 \\u 写的是不存在的字（孤立的代理码）", "直接写出那个字"),
    ("flow sequence", "方括号没有配对，或项与项之间缺半角逗号", "写成 [甲, 乙]；值本身有方括号就加引号"),
    ("flow mapping", "花括号没有配对", "改成一行一个“键: 值”；值本身有花括号就加引号"),
    ("node content", "值不能以“{sign}”开头", _QUOTE),
    ("block sequence entries", "“- ”写在了键的同一行", "另起一行写“  - 内容”"),
    ("'-' indicator", "这一行不是列表的一项，前面几行却是列表", "在行首补“- ”，或与上一项的键对齐"),
)


def explain(error: MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """The problem of a syntax error: its line and column, the likely cause, how to write it instead."""
    lines = text.split("\n")
    mark = error.problem_mark
    words = f"{error.context or ''} {error.problem or ''}"
    if mark is None or any(part in words for part in _FROM_THE_START):
        mark = error.context_mark or mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    row, column = _back_to_text(lines, row, column)
    row, column, reason, fix = _cause(lines, row, column, words)
    edit = _quoted(lines[row]) if row < len(lines) and fix.startswith(_SURE) else None
    message = f"第 {row + first_line} 行第 {column + 1} 列读不懂：{reason}"
    return problem("yaml-syntax", path, message, fix, row + first_line, column + 1, edit)


def _quoted(line: str) -> Edit | None:
    """The whole value in quotes; None where the line may hold two keys or is the beginning of more."""
    entry = _ENTRY.fullmatch(line)
    if entry is None or entry[2].strip() not in known_keys():
        return None
    value = entry[3].strip()
    inner = re.split(": ", value, maxsplit=1)[0].rsplit(" ", 1)[-1]
    if inner in known_keys() or " #" in value or value[:1] in {"|", ">"} or value.startswith("- "):
        return None
    return Edit("'" + value.replace("'", "''") + "'", old=value)


def _back_to_text(lines: list[str], row: int, column: int) -> tuple[int, int]:
    """An error at the very end is shown at the last line that has text."""
    if row < len(lines) and lines[row].strip():
        return row, column
    row = min(row, len(lines) - 1)
    while row > 0 and not lines[row].strip():
        row -= 1
    return row, 0


def _cause(lines: list[str], row: int, column: int, words: str) -> tuple[int, int, str, str]:
    for number in _suspects(lines, row):
        found = _colon(lines[number])
        if found:
            return number, *found
    line = lines[row]
    entry = _ENTRY.match(line)
    reason, fix = _behind(entry) or _meaning(words) or _layout(column, words, entry)
    key, value = (entry[2].strip(), entry[3].strip()) if entry else ("键", "值")
    fix = fix.replace("{key}", key).replace("{value}", value.replace("'", "''"))
    sign = line[column : column + 1]
    if sign == "\t":
        return row, column, "这里用了制表符（Tab 键）", "改用半角空格"
    return row, column, reason.replace("{sign}", sign), fix


def _behind(entry: re.Match[str] | None) -> tuple[str, str] | None:
    """A title that begins with a closed bracket or quote, for YAML a list or text that has ended."""
    found = _OPENED.match(entry[3]) if entry else None
    if found is None:
        return None
    sign = "方括号" if found[0].startswith("[") else "引号"
    return f"值以“{found[0][:20]}”开头，{sign}结束之后还有文字", _SINGLE


def _meaning(words: str) -> tuple[str, str] | None:
    return next(((reason, fix) for part, reason, fix in _MEANINGS if part in words), None)


def _layout(column: int, words: str, entry: re.Match[str] | None) -> tuple[str, str]:
    """Errors of colons and indentation."""
    if entry and ": " in entry[3] + " " and column >= entry.start(3):
        return "值里还有冒号", _QUOTE
    if entry and entry[3][:1] in {'"', "'"} and column > entry.start(3):
        return "引号结束之后还有文字", "整个值用单引号括起来，其中的单引号写两个：{key}: '…'"
    if "mapping values" in words or "expected key" in words or "document start" in words:
        return "这一行的缩进与同级的行不齐，或上一行缺冒号", "让同级的键对齐在同一列，用半角空格缩进"
    return "这一行不是“键: 值”的样子", "写成“键: 值”，半角冒号后空一格；正文写在 --- 之后"


def _suspects(lines: list[str], row: int) -> list[int]:
    """The line of the error and the one with text before it, the earlier first."""
    before = row - 1
    while before >= 0 and not lines[before].strip():
        before -= 1
    return [number for number in (before, row) if number >= 0]


def _colon(line: str) -> tuple[int, str, str] | None:
    """A key whose colon is full-width or has no space after it."""
    full = _FULL.match(line)
    if full:
        better = f"{full[1].strip()}: {full[2].strip()}"
        return line.index("："), "键的后面用了全角冒号“：”", f"改为半角冒号加一个空格：{better}"
    tight = _TIGHT.match(line)
    if tight:
        better = f"{tight[1].strip()}: {tight[2].strip()}"
        return line.index(":"), "半角冒号后面少一个空格", f"冒号后空一格（半角）：{better}"
    return None
