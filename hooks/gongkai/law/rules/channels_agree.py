"""各处的电话和地址须一致。

看什么：在用单位的地址、对外电话，它的对外电话页、查阅点，和指南、英文等页面正文里写的固定电话。
怎样算错：单位文件里的电话不在它的对外电话里；通信地址里没有单位的地址；
页面里的固定电话不是任何单位、对外电话、查阅点、办事指南的号码——多半是换了号码，这里没有跟着改。
怎样改：改地址、电话、时间的，单位、对外电话、指南、目录和英文页面一起改；页面里确实是外单位号码的，经批准写豁免。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import BODY, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_page, a_unit
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.contact import Contact
from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.page import Page
from gongkai.records.types.reading_room import ReadingRoom
from gongkai.records.types.service import Service
from gongkai.records.types.standard import Standard

#: a fixed line as it is printed; hotlines of the whole country belong to no unit of the column
_PHONE = re.compile(r"(?<![\d-])0\d{2,3}-\d{7,8}(?![\d-])")
_ROAD = re.compile(r"[^省市县区旗\s]*(?:街|路|道|巷|胡同)\d+号")


def _contact(number: str, more: str = "") -> Files:
    text = f"单位: 区民政局\n核验日期: 2026-11-02\n{more}电话:\n  - 用途: 业务咨询\n    号码: {number}\n"
    return {"data/contacts/minzheng-ju.yml": f"{text}    服务时间: 工作日 09:00—17:00\n"}


def _known(number: str, more: str = "", **unit: str) -> Files:
    return {**a_unit(**unit), **_contact(number, more)}


def _guide(number: str) -> Files:
    said = f"本指南说明怎样获取政府信息。\n\n咨询电话：{number}。"
    return {**_contact("010-00000001"), **a_page(body=said)}


_HERE, _MOVED = "通信地址: 示例区安民大街20号收\n", "通信地址: 示例区文津街6号收\n"
_LIVES = {"地址": "北京市示例区安民大街20号"}
EXAMPLE = Example(
    good={**CLEAN, **_known("010-00000001", _HERE, 对外电话="010-00000001", **_LIVES)},
    bad=_known("010-00000001", 对外电话="010-00000002"),
    message="对外电话 010-00000002 不在它的对外电话页里",
    edges=(
        Edge("通信地址", _known("010-00000001", _HERE, **_LIVES), _known("010-00000001", _MOVED, **_LIVES)),
        Edge("不是本栏目任何单位的号码", _guide("010-00000001"), _guide("010-00000002")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return (*register.units, *register.public(Contact), *_pages(register))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for contact in register.public(Contact):
        yield from _of_unit(register, rule, contact)
    # where no number is given out yet there is none to agree with
    known = _numbers(register)
    for page in _pages(register) if known else ():
        found = {match.group(): match.start() for match in reversed([*_PHONE.finditer(page.body)])}
        for number, start in found.items():
            if number not in known:
                fix = "换了号码的，改成现在的号码；是外单位号码的，经批准写豁免"
                at = (BODY, page.body.count("\n", 0, start) + 1)
                yield rule.problem(page, at, f"电话 {number} 不是本栏目任何单位的号码", fix)


def _of_unit(register: Register, rule: Standard, contact: Contact) -> Iterator[Problem]:
    """The unit's own file against its page of numbers."""
    unit = register.unit(contact.unit)
    if unit is None or unit.merged_by(register.today):
        return
    printed = _PHONE.findall(unit.phone or "")
    for number in printed:
        if number not in {line.number for line in contact.lines}:
            message = f"{unit.label}的对外电话 {number} 不在它的对外电话页里"
            yield rule.problem(unit, "对外电话", message, "核对哪一个是现在的号码，两处写成一样")
    road = _ROAD.search(unit.address or "")
    if contact.postal and road and road.group() not in contact.postal:
        message = f"通信地址“{contact.postal}”里没有{unit.label}的地址“{road.group()}”"
        yield rule.problem(contact, "通信地址", message, "核对哪一处是现在的地址，两处写成一样")


def _numbers(register: Register) -> set[str]:
    """Every fixed line that the column gives for calling somebody."""
    texts = [unit.phone or "" for unit in register.units]
    texts += [line.number for each in register.public(Contact) for line in each.lines]
    texts += [each.fax or "" for each in register.public(Contact)]
    texts += [each.phone or "" for each in register.public(ReadingRoom)]
    texts += [way.number or "" for each in register.public(Service) for way in each.contact]
    return {number for text in texts for number in _PHONE.findall(text)}


def _pages(register: Register) -> list[ContentRecord]:
    return [*register.public(Page), *register.public(EnglishPage)]
