"""The command ``undo``: what was published is corrected, withdrawn, merged, repealed or renamed."""

from __future__ import annotations

import argparse
import datetime as dt

from gongkai import pipeline
from gongkai.common.problems import EnvironmentProblem, told
from gongkai.desk import mending, undo
from gongkai.desk.cli.asking import agreed
from gongkai.desk.report import as_text
from gongkai.settings import read_date, read_settings

#: what one or another act asks for beside a reason
_MORE = ("old", "new", "note", "kept", "into", "by", "to")


def take_back(options: argparse.Namespace) -> int:
    """Show what the act changes and what the check will say, ask, and write; 1 where that has an error."""
    settings = read_settings()
    wanted = _wanted(options, read_date(options.on) if options.on else settings.today)
    what = wanted.words
    if wanted.missing:
        raise EnvironmentProblem(f"{what}还要写 {'、'.join(f'--{each}' for each in wanted.missing)}")
    checked = pipeline.check(settings)
    changes = undo.changes(settings.root, checked.register, wanted)
    after = undo.tried(settings, checked.problems, changes)
    print(undo.as_text(undo.looks(checked, after.checked, wanted, changes)))
    print(f"\n会这样写（{len(changes)} 个文件）：")
    print(mending.shown(mending.Plan(tuple(undo.filed(changes)))))
    if after.problems:
        print(f"\n{what}以后检查会说：\n{as_text(after.problems)}")
    if not (options.yes or agreed(f"照上面{what}吗？写 是 或 否：")):
        print("什么也没有写；照办就加 --yes 再运行一次。")
        return 0
    mending.write(settings.root, changes)
    print(told(f"已写好。提交说明可以写：{what} {options.name}：{options.reason}"))
    print(told(undo.remaining(after)))
    return 1 if after.stops else 0


def _wanted(options: argparse.Namespace, day: dt.date) -> undo.Wanted:
    """What was typed; what belongs to another act is nothing to this one."""
    more = {each: getattr(options, each) or "" for each in _MORE}
    return undo.Wanted(options.act, options.name, options.reason, day, **more)
