"""What an editor calls a record → the record, or one sentence why not."""

from __future__ import annotations

import re

from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem, excerpt
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit

SLUG = re.compile("[a-z0-9][a-z0-9-]{0,80}")


def record_of(register: Register, name: str) -> ContentRecord:
    """The one record of that file name, path, number or title."""
    bare = name.strip().removeprefix("./").removeprefix("content/").removeprefix("data/").removesuffix("/")
    bare = re.sub(r"\.(?:md|yml)$", "", bare)
    found = register.record(bare) or register.record(name)
    if found is None:
        raise EnvironmentProblem(
            f"没有“{excerpt(name)}”，或者不止一件：写它的路径（content/policies/2026/…）、文号或标题"
        )
    return found


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
