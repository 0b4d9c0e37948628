"""撤下, 撤并, 废止: a page that goes on a day, a unit another takes over, a document no longer in force."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk.intake.draft import quoted
from gongkai.desk.mending import Change
from gongkai.desk.undo.finding import policy_of, record_of, unit_of
from gongkai.desk.undo.keys import add, append_row, put, text_of

MOVED = "data/addresses/moved.yml"
REASONS = ("内容有误", "重复发布", "涉及个人隐私", "涉及商业秘密", "涉及国家秘密", "职能划转", "其他")


def row(root: Path, keys: dict[str, str]) -> Change:
    """The register of addresses with one more row."""
    before = text_of(root, MOVED) if (root / MOVED).is_file() else None
    return Change(
        MOVED, before.encode() if before is not None else None, append_row(before or "", keys).encode()
    )


def withdraw(
    root: Path, register: Register, name: str, reason: str, note: str, kept: str, day: dt.date
) -> list[Change]:
    """The row that withdraws a page or a file on a day; what belongs to it goes with it."""
    if reason not in REASONS:
        raise EnvironmentProblem(f"撤下的理由从这些里选一个：{'、'.join(REASONS)}；别的话写在 --note")
    address = name if name.startswith("files/") else record_of(register, name).url
    if any(each.address == address and not each.to for each in register.moved):
        raise EnvironmentProblem(f"{address} 已经撤下了")
    if address not in register.published:
        raise EnvironmentProblem(f"{address} 还没有公布登记过：直接删去文件，或者写“草稿: 是”")
    stays = record_of(register, kept).url if kept else ""
    keys = {"地址": address, "撤下日期": str(day), "理由": reason, "保留": stays, "说明": note}
    return [row(root, keys)]


def merge(root: Path, register: Register, name: str, into: str, reason: str, day: dt.date) -> list[Change]:
    """The unit's file: 撤并 on a day, and which takes over."""
    unit, successor = unit_of(register, name), unit_of(register, into)
    if unit is successor:
        raise EnvironmentProblem("承接单位不能是它自己")
    path = unit.source.path
    before = text_of(root, path)
    text = put(path, before, "状态", "撤并")
    text = put(path, text, "承接单位", successor.name)
    text = put(path, text, "撤并日期", str(day))
    if reason:
        text += ("" if text.endswith("\n") else "\n") + f"# 撤并原因：{reason}\n"
    return [Change(path, before.encode(), text.encode())]


def repeal(root: Path, register: Register, name: str, by: str, reason: str, day: dt.date) -> list[Change]:
    """The document that repeals says so; where it is not in the column, the repealed one does."""
    policy = policy_of(register, name)
    if by and (new := register.policy(by)) is not None:
        if new is policy:
            raise EnvironmentProblem("废止它的不能是它自己")
        item = f"{{文件: {quoted(policy.number or policy.id)}, 日期: {day}, 说明: {quoted(reason)}}}"
        path = new.source.path
        before = text_of(root, path)
        return [Change(path, before.encode(), add(path, before, "废止", item).encode())]
    path = policy.source.path
    before = text_of(root, path)
    text = put(path, before, "废止日期", str(day))
    text = put(path, text, "废止依据", f"{by}（{reason}）" if by else reason)
    return [Change(path, before.encode(), text.encode())]
