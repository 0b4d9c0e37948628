"""What an editor calls a record → the record, or one sentence why not."""

from __future__ import annotations

import re

from gongkai.column.register import Register
from gongkai.column.told_before import led_to
from gongkai.common.problems import EnvironmentProblem, excerpt
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit

SLUG = re.compile("[a-z0-9][a-z0-9-]{0,80}")


def record_of(register: Register, name: str) -> ContentRecord:
    """The one record of that file name, path, number, title, or of an address that it had before."""
    bare = _bare(name)
    found = register.record(bare) or register.record(name) or _renamed(register, bare)
    if found is None and (row := register.gone.get(f"{bare}/")):
        raise EnvironmentProblem(f"{row.address} 已经在 {row.withdrawn_on} 撤下，文件也不在了")
    if found is None:
        raise EnvironmentProblem(
            f"没有“{excerpt(name)}”，或者不止一件：写它的路径（content/policies/2026/…）、文号或标题"
        )
    return found


def shown(register: Register, name: str) -> ContentRecord:
    """The same, of what readers still have."""
    record = record_of(register, name)
    if row := register.gone.get(record.url):
        raise EnvironmentProblem(
            f"{record.url} 已经在 {row.withdrawn_on} 撤下，读者看不到，不用再改；"
            f"要重新公布的，先删去 {row.source.path} 里撤下它的一项"
        )
    return record


def address_of(register: Register, name: str) -> str:
    """The address of a record, of a file, or of a page that was published and whose file is gone."""
    address = f"{_bare(name)}/"
    kept = address in register.published and address not in {*register.gone, *led_to(register)}
    alone = kept and not any(each.url == address for each in register.content)
    return name if name.startswith("files/") else address if alone else record_of(register, name).url


def _bare(name: str) -> str:
    bare = name.strip().removeprefix("./").removeprefix("content/").removeprefix("data/").removesuffix("/")
    return re.sub(r"\.(?:md|yml)$", "", bare)


def _renamed(register: Register, bare: str) -> ContentRecord | None:
    """The record that an address leads to now."""
    to, address = led_to(register), f"{bare}/"
    for _ in to:
        address = to.get(address, address)
    return next((each for each in register.content if each.url == address), None) if to else None


def unit_of(register: Register, name: str) -> Unit:
    """The unit of any of its names."""
    if (unit := register.unit(name)) is None:
        raise EnvironmentProblem(f"没有单位“{excerpt(name)}”：写 data/units/ 里的名称、简称或文件名")
    return unit


def policy_of(register: Register, name: str) -> Policy:
    """The policy of that name."""
    found = record_of(register, name)
    if not isinstance(found, Policy):
        raise EnvironmentProblem(f"{found.source.path} 不是政策文件")
    return found


def title_of(record: ContentRecord) -> str:
    """What readers call it."""
    return str(getattr(record, "title", record.slug))
