"""方式: a way by which somebody can act; the address, number or link it leads to is a field of its own."""

from __future__ import annotations

import datetime as dt
from email.errors import HeaderParseError
from email.headerregistry import Address
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from gongkai.common.telephones import WRITTEN, whole
from gongkai.records.fields import loose
from gongkai.records.fields.parts import Part
from gongkai.records.fields.values import (
    Date,
    Link,
    NamedUnit,
    RecordName,
    Text,
    as_filled,
    as_list,
    as_text,
    wrong,
)
from gongkai.records.vocabulary.units import PhoneUse, WayKind


def as_phone(value: Any) -> str:
    """A number as it is written here; the same written otherwise, or without its area code, is told so."""
    text = as_text(value)
    if whole(text):
        return text
    if sure := loose.telephone(text):
        raise wrong(f"电话“{text}”写法不对", f"改为 {sure}", sure)
    if local := loose.local(text):
        raise wrong(f"电话“{text}”没有区号，外地打不通", f"前面加上本地的区号：区号-{local}")
    if how := loose.unlike(text):
        raise wrong(f"“{text}”不是能拨的固定电话或热线", how)
    return text


#: a fixed line with its area code, or a hotline
Phone = Annotated[Text, BeforeValidator(as_phone), Field(pattern=WRITTEN, description="固定电话或热线")]


def as_email(value: Any) -> str:
    """An e-mail address that can be written to from anywhere: name, @, a domain with a dot."""
    text = as_text(value)
    try:
        address = Address(addr_spec=text)
    except (HeaderParseError, ValueError, IndexError):
        address = None
    if address and text.isascii() and "." in address.domain.strip(".") and address.addr_spec == text:
        return text
    raise wrong(f"“{text}”不是邮箱", "写成 xxgk@example.gov.cn 这样，半角，没有空格")


Email = Annotated[str, BeforeValidator(as_email), WithJsonSchema({"type": "string", "format": "email"})]


class Way(Part):
    """One way; what is not written here is taken from the contacts of its unit."""

    channel: WayKind | None = Field(None, alias="渠道")
    does: Text | None = Field(
        None, alias="动作", max_length=12, description="链接上的话，如 报名列席、看直播；不写就按渠道写"
    )
    unit: NamedUnit | None = Field(
        None, alias="单位", description="由谁答复；号码、邮箱、地址不写的，从它的对外电话和单位文件里取"
    )
    use: PhoneUse | None = Field(None, alias="用途", description="取它的哪一个号码；不写取业务咨询")
    place: RecordName | None = Field(
        None, alias="查阅点", description="查阅点的文件名，地址和开放时间从那里取"
    )
    address: Text | None = Field(
        None, alias="地址", description="寄信的写收件单位，当面的写到哪一层、哪个窗口"
    )
    number: Phone | None = Field(None, alias="号码")
    link: Link | None = Field(None, alias="网址")
    email: Email | None = Field(None, alias="邮箱")
    hours: Text | None = Field(None, alias="时间", description="开放或接听的时间，如 工作日 09:00—17:00")
    last: Date | None = Field(
        None, alias="截止日期", description="比别的方式早结束的，写可以用它的最后一天；过了就不再列出"
    )
    note: Text | None = Field(None, alias="说明", description="如 信封注明什么、由哪个科室接")

    @property
    def free(self) -> bool:
        """Whether it is a text from before ways had fields: its words are all there is."""
        return self.channel is None

    @property
    def lead(self) -> str:
        """What one does by it, in a word."""
        return self.does or self.channel or ""

    @property
    def said(self) -> str:
        """What is written of it, in words."""
        to = self.address or self.number or self.email or ""
        known = (f"{self.lead} {to}".strip(), self.hours, self.note)
        return "，".join(each for each in known if each)

    def open_on(self, day: dt.date) -> bool:
        """Whether its own last day has not passed."""
        return self.last is None or day <= self.last


def as_ways(value: Any) -> Any:
    """A list of ways; a text alone, as it was written before, is kept as a note and found by a rule."""
    return [{"说明": each} if isinstance(each, str) else each for each in as_list(value)]


def as_applied(value: Any) -> Any:
    """Ways to apply, at least one."""
    return as_ways(as_filled(value))


def as_asked(value: Any) -> Any:
    """Ways to ask, at least one; a text that is nothing but a number is the number."""
    ways = as_ways(as_filled(value))
    return [_number(each) if isinstance(each, dict) else each for each in ways]


def _number(way: dict[str, Any]) -> dict[str, Any]:
    text = way.get("说明")
    alone = set(way) == {"说明"} and isinstance(text, str) and whole(text.strip())
    return {"渠道": WayKind.PHONE, "号码": text} if alone else way


Ways = Annotated[tuple[Way, ...], BeforeValidator(as_ways)]
