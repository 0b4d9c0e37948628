"""地址变更: what became of a published address that no longer has a page."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, Field

from gongkai.records.base import Record
from gongkai.records.fields.values import Date, Text, Title, UnitNames, wrong

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
#: a version of a text begins with @
_STEP = rf"@?[A-Za-z0-9{_HAN}][A-Za-z0-9{_HAN}_.-]*"
#: an address below the column's root: a page's ends in a slash, a file's in what kind it is
ADDRESS = rf"^(?:{_STEP}/)*{_STEP}(?:/|\.[A-Za-z0-9]+)$"
#: longest a step of an address may be, in bytes, and the whole, in letters: it becomes a folder or a file
STEP_BYTES, WHOLE = 200, 500


def _short(address: str) -> str:
    longest = max(len(step.encode()) for step in address.split("/"))
    if longest > STEP_BYTES or len(address) > WHOLE:
        limit = f"每一段不超过 {STEP_BYTES} 个字母（汉字算三个），全长不超过 {WHOLE} 字"
        fix = f"照 data/addresses/ 里登记的写；{limit}"
        raise wrong(f"网址太长（{len(address)} 字），没有这样的文件名", fix)
    return address


Address = Annotated[Text, AfterValidator(_short)]


class MovedAddress(Record):
    """A redirect (转到) or a tombstone (撤下日期 and 理由)."""

    TYPE = "address"
    LABEL = "地址变更"
    PATH = "data/addresses/{slug}.yml"
    ROWS = True
    ORDER = 140

    address: Address = Field(
        alias="地址",
        pattern=ADDRESS,
        description="网页如 policies/2020/jiu/，文件如 files/2020/biao.pdf，照 data/addresses/ 里登记的写",
    )
    title: Title | None = Field(
        None, alias="标题", description="撤下的是什么；不写用登记的标题，因涉密、涉隐私撤下的不用"
    )
    to: Address | None = Field(None, alias="转到", pattern=ADDRESS)
    changed_on: Date | None = Field(
        None, alias="日期", description="哪一天转过去的，写了的记入发布日志；scripts/undo rename 自己写"
    )
    withdrawn_on: Date | None = Field(
        None, alias="撤下日期", description="可以写将来的日期：到那一天页面自己撤下，以前文件照旧留着"
    )
    reason: Text | None = Field(
        None,
        alias="理由",
        pattern="^(内容有误|重复发布|涉及个人隐私|涉及商业秘密|涉及国家秘密|职能划转|其他)$",
    )
    kept: Address | None = Field(
        None, alias="保留", pattern=ADDRESS, description="重复发布的，留下的是哪一页"
    )
    note: Text | None = Field(None, alias="说明")
    units: UnitNames = Field(
        (),
        alias="单位",
        description="撤下的是哪个单位的，写了订阅它的人看得到；原来的文件还在的不用写",
    )

    def coming(self, today: dt.date) -> bool:
        """Whether it is announced and the day has not come: until then everything stays as it is."""
        return self.withdrawn_on is not None and self.withdrawn_on > today

    @property
    def is_file(self) -> bool:
        """True for what was published as a file and not as a page."""
        return not self.address.endswith("/")

    @property
    def page(self) -> str:
        """Where readers are told what became of it: below a withdrawn file's own name stands a page."""
        return f"{self.address}/" if self.is_file else self.address

    def name(self, registered: str) -> str:
        """What to call what was withdrawn, ``registered`` being its title when it was published.

        A title may itself be the secret or the personal matter that had to go.
        """
        kept = "" if (self.reason or "").startswith("涉及") else registered
        return self.title or kept or self.address

    EXAMPLE = """\
- 地址: policies/2020/jiu-banfa/
  转到: policies/2020/xin-banfa/
- 地址: items/minzheng/2020/chongfu/
  撤下日期: 2026-05-06
  理由: 重复发布
"""
    EXAMPLE_BAD = """\
- 地址: items/minzheng/2020/chongfu/
  撤下日期: 2026-05-06
  理由: 领导要求
"""
    EXAMPLE_MESSAGE = "“理由”填的“领导要求”不符合要求"
