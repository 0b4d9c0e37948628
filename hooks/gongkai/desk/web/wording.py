"""A message of the checks → the words of a form: what a file holds instead of where it lies.

Messages are written for whoever has the files before them. At the desk nobody sees a file, so a path is told
as the record's name, a folder as the kind of thing that is in it, and a command as whom to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from gongkai.common.problems import Problem
from gongkai.load.patterns import record_type_of
from gongkai.records import record_types
from gongkai.records.base import Record

_PATH = re.compile(
    r"[ “]*((?:content|data)/[\w./-]*|files/[\w./-]+)[ ”]*(?:的 ?\.yml ?)?(?:(?:的)?文件(?=里))?", re.ASCII
)
_COMMAND = re.compile(r"运行 ?scripts/[\w-]+(?: [\w/.-]+)*", re.ASCII)
_FILES = "content/files/"
#: folders of the column that no form is made for
_KEPT = {
    "data/addresses": "网址登记",
    "data/dates": "日期登记",
    "data/texts": "文字登记",
    "data/log": "发布日志",
}
#: sentences that say what a folder is for
_SAID = (
    (
        re.compile(rf"(?:把文件)?放(?:进|到) ?{_FILES}(?:[0-9]{{4}}/)?(?:，写相对 content/ 的路径)?"),
        "用“放附件”放进来",
    ),
    (re.compile(r"相对 content/ 的路径，如 "), "放进来的附件，如 "),
    (re.compile(r"在 ?content/interpretations/(?:\d{4}/)? ?新建解读"), "新写一份解读"),
    (re.compile(r"加上一行 ([^\s:：]+)[:：] ?…?"), r"按“改这一件”，填“\1”"),
    (re.compile(r"在 ?data/units/ ?(?:里)?建文件"), "在“找、改、新写”里新写这个单位"),
)


def label(path: str) -> str:
    """What kind of record a path holds."""
    found = record_type_of(path)
    return found.LABEL if found else "文件"


def worded(problem: Problem, names: Mapping[str, str]) -> Problem:
    """The same problem for people who see no files; ``names`` are those of the records by path."""
    return replace(problem, message=said(problem.message, names), fix=said(problem.fix, names))


def names_of(records: Iterable[Record]) -> dict[str, str]:
    """Path → the name of its record, or of the attachment that it is."""
    found: dict[str, str] = {}
    for each in records:
        found[each.source.path] = f"{getattr(each, 'name', '')}"
        found |= {file.file: file.name for file in getattr(each, "attachments", ())}
    return {path: name for path, name in found.items() if name}


def said(text: str, names: Mapping[str, str]) -> str:
    """A message without paths and commands."""
    for pattern, words in _SAID:
        text = pattern.sub(words, text)
    text = _PATH.sub(lambda found: _called(found[1], names), text)
    return _COMMAND.sub("请管网站的同事登记", text).replace("front matter", "表")


def _called(path: str, names: Mapping[str, str]) -> str:
    below = path.removeprefix("content/")
    if below.startswith("files/"):
        return f"“{names[below]}”" if below in names else _file(below)
    if path in names:
        return f"《{names[path].strip('《》')}》"
    folder = path.rstrip("/")
    while folder:
        if word := _folders().get(folder) or _KEPT.get(folder):
            return f"“{word}”"
        folder = folder.rpartition("/")[0]
    return "这里"


def _file(below: str) -> str:
    """A file for readers that no record names."""
    name = below.rpartition("/")[2]
    return f"“附件”里的“{name}”" if name else "“附件”"


@cache
def _folders() -> dict[str, str]:
    """Folder → what is in it, by the types' own words."""
    return {each.PATH.partition("{")[0].rpartition("/")[0]: each.LABEL for each in record_types()}
