"""The command ``undo``: what was published is corrected, withdrawn, merged, repealed or renamed."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from gongkai import pipeline
from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem, told
from gongkai.desk import mending, undo
from gongkai.desk.cli.asking import agreed
from gongkai.desk.report import as_text
from gongkai.settings import read_date, read_settings

#: each act, what it needs beside a reason, and in words
ACTS = {
    "correct": (("old", "new"), "更正"),
    "withdraw": ((), "撤下"),
    "merge": (("into",), "撤并"),
    "repeal": ((), "废止"),
    "rename": (("to",), "改名"),
}


def take_back(options: argparse.Namespace) -> int:
    """Show what the act changes and what the check will say, ask, and write; 1 where that has an error."""
    needed, what = ACTS[options.act]
    missing = [f"--{each}" for each in needed if not getattr(options, each)]
    if missing:
        raise EnvironmentProblem(f"{what}还要写 {'、'.join(missing)}")
    settings = read_settings()
    checked = pipeline.check(settings)
    day = read_date(options.on) if options.on else settings.today
    changes = _changes(options, settings.root, checked.register, day)
    print(mending.shown(mending.Plan(tuple(_filed(changes)))))
    after = undo.tried(settings, checked.problems, changes)
    if after.problems:
        print(f"\n{what}以后检查会说：\n{as_text(after.problems)}")
    if not (options.yes or agreed(f"照上面{what}吗？写 是 或 否：")):
        print("什么也没有写；照办就加 --yes 再运行一次。")
        return 0
    mending.write(settings.root, changes)
    print(told(f"已写好。提交说明可以写：{what} {options.name}：{options.reason}"))
    print(told(undo.remaining(after)))
    return 1 if after.stops else 0


def _changes(
    options: argparse.Namespace, root: Path, register: Register, day: dt.date
) -> list[mending.Change]:
    reason, name = options.reason, options.name
    if options.act == "correct":
        return undo.correct(root, register, name, options.old, options.new, reason, day)
    if options.act == "withdraw":
        return undo.withdraw(root, register, name, reason, options.note or "", options.kept or "", day)
    if options.act == "merge":
        return undo.merge(root, register, name, options.into, reason, day)
    if options.act == "repeal":
        return undo.repeal(root, register, name, options.by or "", reason, day)
    return undo.rename(root, register, name, options.to, reason, day)


def _filed(changes: Sequence[mending.Change]) -> list[mending.Filed]:
    """The changes as they are shown: a file that goes and one that comes are one that moves."""
    gone = next((each for each in changes if each.after is None), None)
    come = next((each for each in changes if each.before is None), None) if gone else None
    moved = (
        [mending.Filed(gone.path, come.path, gone.before or b"", come.after or b"")] if gone and come else []
    )
    rest = (each for each in changes if each not in (gone, come) or not moved)
    return moved + [
        mending.Filed(each.path, each.path, each.before or b"", each.after or b"") for each in rest
    ]
