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


def correct(
    root: Path, register: Register, name: str, old: str, new: str, reason: str, day: dt.date
) -> list[Change]:
    """The record with the right words, and its 更正."""
    record = shown(register, name)
    path = record.source.path
    text = text_of(root, path)
    if old == new or not (count := text.count(old)):
        raise EnvironmentProblem(f"{path} 里没有“{excerpt(old)}”，或者改前改后一样：原文照网页上的字抄")
    if count > 1:
        raise EnvironmentProblem(
            f"“{excerpt(old)}”在 {path} 里有 {count} 处：把前后的字也抄上，只剩要改的一处"
        )
    folder = f"content/corrections/{day.year}"
    at = f"{folder}/{slugs.free(root / folder, f'{record.slug}-gengzheng')}.md"
    written = _correction(f"更正{in_marks(title_of(record))}", record.id, old, new, reason, day)
    return [
        Change(path, text.encode(), text.replace(old, new).encode()),
        Change(at, None, written.encode()),
    ]


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
