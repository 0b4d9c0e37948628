"""A document that no longer holds says so before anything else, also to those who read it elsewhere."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from gongkai.column.register import Register
from gongkai.common.printable import one_line
from gongkai.common.said_days import cn_date
from gongkai.common.title_marks import in_marks
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy


class End(NamedTuple):
    """What stands before the title of an entry, its summary and its text; nothing of what still holds."""

    mark: str = ""
    said: str = ""

    @property
    def html(self) -> str:
        return f"<p><strong>{escape(self.said)}</strong></p>" if self.said else ""


def ended(register: Register, record: ContentRecord) -> End:
    """That a policy is repealed or has expired, since when, by what, and what took its place."""
    if not isinstance(record, Policy):
        return End()
    standing = register.standing(record)
    if not standing.ended:
        return End()
    basis = in_marks(standing.basis.title) if standing.basis else standing.basis_text
    told = [
        f"本文件已{standing.status}" + (f"，从{cn_date(standing.since)}起不再有效" if standing.since else ""),
        f"依据：{basis}" if basis else "",
        f"现行的是{in_marks(standing.successor.title)}" if standing.successor else "",
    ]
    return End(f"【已{standing.status}】", one_line("。".join(filter(None, told))) + "。")
