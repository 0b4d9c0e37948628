"""改名: a page's address or a unit's name; whatever leads to the old one leads to the new one."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from gongkai.column.register import Register
from gongkai.column.told_before import led_to
from gongkai.common.problems import Edit, EnvironmentProblem, Problem, excerpt
from gongkai.desk.intake.draft import quoted
from gongkai.desk.mending import Change, applied, mends
from gongkai.desk.undo.finding import SLUG, shown
from gongkai.desk.undo.keys import add, append_row, put, text_of, without_row
from gongkai.desk.undo.withdrawing import MOVED
from gongkai.load import locate
from gongkai.load.tree import FOLDERS, walk
from gongkai.records.base import ContentRecord
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers
from gongkai.records.types.unit import Unit


def rename(root: Path, register: Register, name: str, to: str, reason: str, day: dt.date) -> list[Change]:
    """A unit gets another name beside the old one; a record another address, to which the old one leads."""
    if day > register.today:
        raise EnvironmentProblem(f"改名写好就生效，不能写将来的日期 {day}：到那一天再改")
    unit = register.unit(name)
    if unit is not None:
        return [_unit(root, register, unit, to, reason, day)]
    record = shown(register, name)
    if not SLUG.fullmatch(to):
        raise EnvironmentProblem(f"新的文件名只用小写字母、数字和连字符，写的是“{excerpt(to)}”")
    folder, _, last = record.source.path.rpartition("/")
    target = f"{folder}/{to}{last[last.rindex('.') :]}"
    if (root / target).exists() or record.source.row is not None:
        raise EnvironmentProblem(f"不能改名：{target} 已有，或者它是表里的一行")
    new = record.id.rpartition("/")[0] + f"/{to}/"
    _its_own(register, record, new)
    changes = _followed(root, register, record, to)
    own = changes.pop(record.source.path, None)
    before = (root / record.source.path).read_bytes()
    found = [Change(target, None, own.after if own else before), Change(record.source.path, before, None)]
    told = record.url in register.published
    if told or any(row.address == new for row in register.moved):
        keys = {"地址": record.url, "转到": new, "日期": str(day), "说明": reason} if told else {}
        found.append(_led(root, changes.pop(MOVED, None), new, keys))
    return [*found, *changes.values()]


def _its_own(register: Register, record: ContentRecord, new: str) -> None:
    """An address that was published before leads where it always led: only its own page may have it again."""
    taken = new in register.published or any(row.address == new for row in register.moved)
    if taken and led_to(register).get(new) != record.url:
        raise EnvironmentProblem(f"{new} 公布过别的内容，旧链接和收藏会走错：换一个文件名")


def _led(root: Path, moved: Change | None, new: str, keys: dict[str, str]) -> Change:
    """The register of addresses, where the old one leads to the new and the new one nowhere."""
    before = (root / MOVED).read_bytes() if (root / MOVED).is_file() else None
    followed = moved.after if moved and moved.after is not None else before or b""
    kept = without_row(followed.decode(), new)
    after = append_row(kept, keys) if keys else kept
    # a register without a row is no register
    return Change(MOVED, before, after.encode() if re.search("(?m)^- ", after) else None)


def _unit(root: Path, register: Register, unit: Unit, to: str, reason: str, day: dt.date) -> Change:
    if register.unit(to) is not None:
        raise EnvironmentProblem(f"名称“{excerpt(to)}”已经有单位在用")
    path = unit.source.path
    before = text_of(root, path)
    text = add(path, put(path, before, "名称", to), "曾用名", quoted(unit.name))
    why = f", 原因: {quoted(reason)}" if reason else ""
    text = add(path, text, "更名", f"{{原名称: {quoted(unit.name)}, 日期: {day}{why}}}")
    return Change(path, before.encode(), text.encode())


def _followed(root: Path, register: Register, record: ContentRecord, to: str) -> dict[str, Change]:
    """Every file that names the record by its file, with the new name."""
    named: dict[str, list[Problem]] = defaultdict(list)
    for each in locate(root, _named(register, record, to)):
        named[each.path].append(each)
    new = record.id.rpartition("/")[0] + f"/{to}"
    whole = re.compile(rf"{re.escape(record.id)}(?![A-Za-z0-9-])")
    beside = re.compile(rf"(?<=\]\(){re.escape(record.slug)}(?=\.md)")
    found: dict[str, Change] = {}
    for path in walk(root, FOLDERS).texts:
        if not path.endswith((".md", ".yml")):
            continue
        before = text_of(root, path)
        text = applied(before, mends(path, before, named[path])) if path in named else before
        text = whole.sub(new, text)
        if path.rpartition("/")[0] == record.source.path.rpartition("/")[0]:
            text = beside.sub(to, text)
        if text != before:
            found[path] = Change(path, before.encode(), text.encode())
    return found


def _named(register: Register, record: ContentRecord, to: str) -> Iterator[Problem]:
    """Each place that means the record by its file name, as an edit."""
    for other in register.content:
        for kind in (Refers.POLICY, Refers.RECORD):
            for at, name in references(other, kind):
                meant = register.policy(name) if kind is Refers.POLICY else register.record(name)
                if meant is record and name.rpartition("/")[2].removesuffix(".md") == record.slug:
                    edit = Edit(name.replace(record.slug, to), old=name)
                    row_of = other.source.row
                    yield Problem("undo", other.source.path, "", "", at=at, row=row_of, edit=edit)
