"""更正: the wrong words are replaced in the record, and a correction tells readers both and why."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem, excerpt
from gongkai.common.title_marks import in_marks
from gongkai.desk.intake import slugs
from gongkai.desk.intake.draft import quoted
from gongkai.desk.mending import Change
from gongkai.desk.undo.finding import shown, title_of
from gongkai.desk.undo.keys import text_of
from gongkai.desk.undo.rows import row_of


def correct(
    root: Path, register: Register, name: str, old: str, new: str, reason: str, day: dt.date
) -> list[Change]:
    """The record with the right words, and its 更正."""
    record = shown(register, name)
    path = record.source.path
    text = text_of(root, path)
    if old == new:
        raise EnvironmentProblem(f"“{_one_line(old)}”改前改后一样：“应当是”写换上的字")
    row = None if old in text and "|" not in old else row_of(text, old, new)
    was, now, told_old, told_new = row or (old, new, old, new)
    words, title = _one_line(old), in_marks(title_of(record))
    if not (count := text.count(was)):
        fix = "照网页上的字抄，表格照一行抄，前后两格数一样多"
        raise EnvironmentProblem(f"{title}里没有“{words}”：{fix}")
    if count > 1:
        fix = "把前后的字也抄上，只剩要改的一处"
        raise EnvironmentProblem(f"“{words}”在{title}里有 {count} 处：{fix}")
    folder = f"content/corrections/{day.year}"
    at = f"{folder}/{slugs.free(root / folder, f'{record.slug}-gengzheng')}.md"
    written = _correction(f"更正{in_marks(title_of(record))}", record.id, told_old, told_new, reason, day)
    return [
        Change(path, text.encode(), text.replace(was, now).encode()),
        Change(at, None, written.encode()),
    ]


def _one_line(words: str) -> str:
    """As it is quoted in a message: without tabs and line ends."""
    return excerpt(" ".join(words.split()))


def _correction(title: str, target: str, old: str, new: str, reason: str, day: dt.date) -> str:
    keys = {
        "标题": title,
        "更正对象": target,
        "更正日期": str(day),
        "原文": old,
        "更正后": new,
        "原因": reason,
    }
    lines = "".join(f"{key}: {quoted(value)}\n" for key, value in keys.items())
    return f"---\n{lines}---\n"
