"""订阅渠道: a service of the district that sends out what feeds tell, by e-mail, WeChat, message or app."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, Field

from gongkai.records.base import Record
from gongkai.records.fields.values import Link, Text, Title, UnitName, Yes, wrong
from gongkai.records.vocabulary.following import FollowWay

#: where the address of a feed is put into that of the service
FEED = "{订阅源}"


def as_service(address: str) -> str:
    """An address over https; at most one place for the feed, behind the host; no other braces."""
    host = urlsplit(address).netloc
    if not address.startswith("https://"):
        raise wrong(f"“{address}”不是 https 的网址", "订阅要填联系方式，只能用 https:// 开头的网址")
    if re.search(r"[{}]", host) or address.count(FEED) > 1 or re.search(r"[{}]", address.replace(FEED, "")):
        raise wrong(f"“{address}”里的花括号不对", f"只在放订阅源地址的地方写一次 {FEED}，不要的删去")
    return address


ServiceLink = Annotated[Link, AfterValidator(as_service)]


class FollowChannel(Record):
    """One service; the column itself takes no address or number of readers."""

    TYPE = "follow-channel"
    LABEL = "订阅渠道"
    PATH = "data/channels/{slug}.yml"
    ROWS = True

    way: FollowWay = Field(alias="渠道")
    title: Title = Field(alias="名称", description="如 公众号的名称、订阅服务的名称")
    unit: UnitName = Field(alias="单位", description="办这项服务、对个人信息负责的单位")
    address: ServiceLink | None = Field(
        None,
        alias="网址",
        description=f"办理订阅的网页；其中的 {FEED} 换成所选订阅源的地址，没有的只链接到那里",
    )
    steps: Text = Field(alias="怎样用", description="一句话，如 在微信里搜公众号名称，点“关注”")
    example: Yes = Field(False, alias="示例", description="写“是”则页面标明“示例”")

    def link_for(self, feed: str) -> str | None:
        """Where a feed is asked for by its full address; without a place for it, the service itself."""
        return self.address and self.address.replace(FEED, quote(feed, safe=""))

    EXAMPLE = """\
- 渠道: 电子邮件
  名称: 示例区邮件订阅
  单位: 区政府办公室
  网址: https://dingyue.example.gov.cn/new?feed={订阅源}
  怎样用: 填邮箱，点确认信里的链接；每封信的末尾都能退订
"""
    EXAMPLE_BAD = """\
- 渠道: 邮件
  名称: 示例区邮件订阅
  单位: 区政府办公室
  网址: https://dingyue.example.gov.cn/new?feed={订阅源}
  怎样用: 填邮箱，点确认信里的链接；每封信的末尾都能退订
"""
    EXAMPLE_MESSAGE = "“渠道”填的“邮件”不在可填的值里"
