"""References as editors write them → what they mean, and whether a faulty file may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from gongkai.column.register import Register
from gongkai.common.document_numbers import plain
from gongkai.common.problems import At, Edit, Problem, Way
from gongkai.law.shared.nearest import nearest, shown
from gongkai.records.base import Record
from gongkai.records.fields.defined import fields_of
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.types.unit import Unit

#: between the names of several units that were written as one
_PARTED = re.compile(r"[、，,；;\s/／|｜+＋&]+")
#: the same, and 和 behind an office: tried last, since names have it too
_JOINED = re.compile(r"[、，,；;\s/／|｜+＋&]+|(?<=[局委会室处院府镇乡道心])(?:[和与及]|会同|联合)")
#: words that mean every unit of a kind
_COLLECTIVE = re.compile(
    r"^[区县市旗]直|^(?:[区县市旗]政府)?(?:各|全部|所有|有关|相关|其他)|各部门|各单位|各街道|各乡?镇|各乡|有关部门|相关单位"
)

#: names of towns, townships and streets, with or without what their office is called, rightly or not
_LOCAL = re.compile(r"(?:镇|(?<!城)乡(?!村)|街道).{0,4}$")


def may_be_broken(register: Register, record_type: type[Record], name: str) -> bool:
    """True when the name may mean a file that is itself faulty: then it is not reported twice."""
    if not any(each.record_type is record_type for each in register.broken):
        return False
    bare = name.strip().removeprefix("《").removesuffix("》").removesuffix(".md").removeprefix("content/")
    forms = {name, bare, plain(bare), f"policies/{bare}"}
    if any(register.is_broken(record_type, form) for form in forms):
        return True
    # a file that could not be read at all may carry any Chinese name
    unreadable = any(each.record_type is record_type and not each.data for each in register.broken)
    return unreadable and (not name.isascii() or record_type is CatalogueEntry)


def gone_reference(rule: Standard, register: Register, record: Record, at: At, name: str) -> Problem | None:
    """A name whose page was withdrawn or has moved; None where no 地址变更 knows it."""
    row = next((each for each in register.moved if _means(register, each, name)), None)
    if row is None:
        return None
    if row.to:
        return rule.problem(
            record, at, f"“{shown(name)}”已改到 {row.to}", "写新网址那一件的文件名、编号或标题"
        )
    message = f"“{shown(name)}”已在 {row.withdrawn_on} 撤下（理由：{row.reason}），这一条也须撤下或改写"
    fix = (
        f"撤下的，在 {row.source.path} 里加一项，“地址”写 {record.url}，写“撤下日期”和“理由”，再删去本文件；"
        "改写的，去掉这个名字"
    )
    return rule.problem(record, at, message, fix)


def _means(register: Register, row: MovedAddress, name: str) -> bool:
    """Whether a name may mean the page a row is about: by its address, file name or title."""
    text = name.strip().removeprefix("《").removesuffix("》").removesuffix(".md").removeprefix("content/")
    section, _, rest = row.address.removesuffix("/").partition("/")
    titles = (
        each.removeprefix("《").removesuffix("》")
        for each in (register.published.get(row.address), row.title)
        if each
    )
    return not row.is_file and text in {f"{section}/{rest}", rest, rest.rpartition("/")[2], *titles} - {""}


def policy_reference(
    register: Register, rule: Standard, record: Record, at: At, name: str, what: str
) -> Iterator[Problem]:
    """What is wrong with a name that should mean exactly one policy; nothing when it does."""
    found = register.policy_names.all(name)
    if len(found) > 1:
        paths = "、".join(policy.source.path for policy in found)
        message = f"{what}“{shown(name)}”不止一件：{paths}"
        fix = f"写到年份为止，如 {found[0].id.removeprefix('policies/')}，或写发文字号"
        yield rule.problem(record, at, message, fix)
    elif not found and (gone := gone_reference(rule, register, record, at, name)):
        yield gone
    elif not found and not may_be_broken(register, Policy, name):
        hint = nearest(name, register.policy_names.known())
        message = f"{what}“{shown(name)}”在本栏目里找不到"
        yield rule.problem(record, at, message, f"{hint}写政策的文件名、发文字号或标题；还没有入库的先入库")


def hidden_reference(
    register: Register, rule: Standard, record: Record, at: At, name: str, what: str
) -> Iterator[Problem]:
    """A public record that leads to a policy that is a draft or not yet published."""
    policy = register.policy(name)
    if policy and record.is_public(register.today) and not policy.is_public(register.today):
        state = "还是草稿" if policy.held_back else f"要到 {policy.published} 才公布"
        message = f"{what}“{shown(name)}”{state}，不能先公开指向它的内容"
        yield rule.problem(
            record, at, message, "等它公布时一并公布：给本文件写“草稿: 是”，或改好两边的发布日期"
        )


def unit_reference(
    register: Register, rule: Standard, record: Record, at: At | str, name: str
) -> Iterator[Problem]:
    """A name that should mean a unit."""
    if register.unit(name) is None and not may_be_broken(register, Unit, name):
        message = f"单位“{shown(name)}”在 data/units/ 里没有"
        fix, edit = _unit_mend(register, record, at, name)
        yield rule.problem(record, at, message, fix, edit=edit)


def _unit_mend(register: Register, record: Record, at: At | str, name: str) -> tuple[str, Edit | None]:
    """How to write a unit that is not known by this name, and the edit where that is sure."""
    if many := _several(register, name):
        if isinstance(at, str) or not isinstance(at[-1], int):
            return "这里只写一个单位：留下主办的那一个", None
        return f"几个单位写成列表：[{', '.join(many)}]", Edit("\n".join(many), old=name, way=Way.NAMES)
    if known := _partly(register, name):
        return f"几个单位写成列表，一个一个写：{known}", None
    if _COLLECTIVE.search(name):
        others = "；这里还可以写“其他责任单位: …”" if "其他责任单位" in _keys(type(record)) else ""
        return f"这说的是一类单位，不是哪一个：写出每一个单位的名称{others}", None
    if own := _without_place(register, name.strip()):
        return f"写本栏目的名称：{own}", Edit(own, old=name.strip())
    hint = nearest(_as_here(register, name), _of_its_level(name, register.unit_names.known()))
    return f"{hint}写单位的名称、简称或曾用名；新单位先在 data/units/ 建文件", None


def _several(register: Register, name: str) -> list[str]:
    """The units that were written as one name; none where a piece of it is no unit."""
    for parted in (_PARTED, _JOINED):
        pieces = [each for each in parted.split(name.strip()) if each]
        known = [each if register.unit(each) else _without_place(register, each) for each in pieces]
        if len(known) > 1 and all(known):
            return known
    return []


def _as_here(register: Register, name: str) -> str:
    """北京市示例区民政管理局 → 区民政管理局: the place is in its government's name, which is not meant."""
    if "人民政" in name:
        return name
    area = register.column.area
    begun = next((each for each in area.names if each != name and name.startswith(each)), "")
    return f"{area.level}{name.removeprefix(begun)}" if begun else name


def _partly(register: Register, name: str) -> str:
    """What stands in a row of units of which some are none; "" where it is no such row."""
    pieces = [each for each in _JOINED.split(name.strip()) if each]
    strange = [each for each in pieces if not (register.unit(each) or _without_place(register, each))]
    if not strange or len(strange) == len(pieces):
        return ""
    known = register.unit_names.known()
    told = [f"“{shown(each)}”在 data/units/ 里没有，{nearest(each, known, 1)}" for each in strange]
    return "；".join(each.rstrip("，") for each in told)


def _without_place(register: Register, name: str) -> str:
    """北京市示例区民政局 → 区民政局, where that is the name of one unit; else ""."""
    area = register.column.area
    for begin in area.names:
        rest = name.removeprefix(begin)
        found = [each for each in (f"{area.level}{rest}", rest) if register.unit(each)]
        if rest != name and len({unit.id for unit in map(register.unit, found) if unit}) == 1:
            return found[0]
    return ""


def _of_its_level(name: str, known: Iterable[str]) -> Iterator[str]:
    """The names of bodies of the level of one: a county's government is not meant by the name of a town."""
    local = _LOCAL.search(name) is not None
    return (each for each in known if (_LOCAL.search(each) is not None) == local)


@cache
def _keys(record_type: type[Record]) -> frozenset[str]:
    """The keys of a type and of the groups inside it."""
    found, waiting = set[str](), [*fields_of(record_type)]
    while waiting:
        each = waiting.pop()
        found.add(each.key)
        waiting.extend(inner for group in each.groups for inner in fields_of(group))
    return frozenset(found)


def entry_reference(
    register: Register, rule: Standard, record: Record, at: At, number: str
) -> Iterator[Problem]:
    """A number that should mean a catalogue entry."""
    if register.entry(number) is None and not may_be_broken(register, CatalogueEntry, number):
        hint = nearest(number, register.entry_numbers.known())
        message = f"公开事项编号“{shown(number)}”在 data/catalogue/ 里没有"
        yield rule.problem(record, at, message, f"{hint}照公开事项目录里的“编号”填写")
