"""撤下, 撤并, 废止: a page that goes on a day, a unit another takes over, a document no longer in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from gongkai.column.register import Register
from gongkai.column.told_before import led_to
from gongkai.common.problems import EnvironmentProblem
from gongkai.common.title_marks import in_marks
from gongkai.desk.intake.draft import quoted
from gongkai.desk.mending import Change
from gongkai.desk.undo.finding import address_of, policy_of, record_of, title_of, unit_of
from gongkai.desk.undo.keys import add, append_row, put, text_of
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Status

MOVED = "data/addresses/moved.yml"
REASONS = ("内容有误", "重复发布", "涉及个人隐私", "涉及商业秘密", "涉及国家秘密", "职能划转", "其他")


def row(root: Path, keys: Mapping[str, str | Sequence[str]]) -> Change:
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
    address = address_of(register, name)
    if any(each.address == address and not each.to for each in register.moved):
        raise EnvironmentProblem(f"{address} 已经撤下了")
    # what was renamed and is not registered yet was published under the address that leads to it
    if address not in register.published and address not in led_to(register).values():
        raise EnvironmentProblem(f"{address} 还没有公布登记过：直接删去文件，或者写“草稿: 是”")
    stays = record_of(register, kept).url if kept else ""
    known = address in register.published or reason.startswith("涉及")
    title = "" if known else title_of(record_of(register, name))
    keys = {"地址": address, "标题": title, "撤下日期": str(day), "理由": reason, "保留": stays, "说明": note}
    return [row(root, {**keys, "单位": _whose(register, address)})]


def _whose(register: Register, address: str) -> list[str]:
    """The units of what stands there; written down, it is known when the file is deleted."""
    record = register.record(address.removesuffix("/"))
    return [unit.name for unit in register.units_of(record)] if record else []


def merge(root: Path, register: Register, name: str, into: str, reason: str, day: dt.date) -> list[Change]:
    """The unit's file: 撤并 on a day, and which takes over."""
    unit, successor = unit_of(register, name), unit_of(register, into)
    if unit is successor:
        raise EnvironmentProblem("承接单位不能是它自己")
    for each in (unit, successor):
        if each.merged_into:
            on = f"在 {each.merged_on} " if each.merged_on else ""
            raise EnvironmentProblem(
                f"{each.name}已经写了{on}撤并到{each.merged_into}：写现在还在的单位；"
                f"写错了的，改 {each.source.path}"
            )
    path = unit.source.path
    before = text_of(root, path)
    text = put(path, before, "状态", "撤并")
    text = put(path, text, "承接单位", successor.name)
    text = put(path, text, "撤并日期", str(day))
    if reason:
        text = put(path, text, "撤并原因", reason)
    return [Change(path, before.encode(), text.encode())]


def repeal(root: Path, register: Register, name: str, by: str, reason: str, day: dt.date) -> list[Change]:
    """The document that repeals says so; where it is not in the column, the repealed one does."""
    policy = policy_of(register, name)
    _not_yet_repealed(register, policy)
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


def _not_yet_repealed(register: Register, policy: Policy) -> None:
    """A second time would be written twice, and readers told of two ends."""
    standing = register.standing_on(policy, dt.date.max)
    if standing.status is Status.REPEALED:
        by = in_marks(standing.basis.title) if standing.basis else standing.basis_text or ""
        path = (standing.basis or policy).source.path
        raise EnvironmentProblem(
            f"{in_marks(policy.title)}已经写了自 {standing.since} 起废止（{by}）：写错了的，改 {path}"
        )
