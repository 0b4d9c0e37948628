"""可链接的网站: a site that is not a government's, to which the column may lead, and why."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from gongkai.records.base import Record
from gongkai.records.fields.values import Text, Title, wrong

_DOMAIN = re.compile(r"(?:(?!-)[a-z0-9\u4e00-\u9fff-]{1,63}(?<!-)\.)+(?!-)[a-z0-9\u4e00-\u9fff-]{2,63}")
#: endings under which anybody may have a name: to know one of these would be to know every site
_OPEN = frozenset((
    "com", "net", "org", "info", "cc", "top", "xyz", "vip", "cn", "com.cn", "net.cn", "org.cn", "ac.cn",
    "github.io", "gitee.io", "中国", "公司", "网络",
))  # fmt: skip


def as_domain(text: str) -> str:
    """A domain in lower case, without scheme and path; one that says whose site it is."""
    domain = text.lower().rstrip(".")
    if not _DOMAIN.fullmatch(domain):
        raise wrong(f"“{text[:60]}”不是域名", "只写域名，如 www.people.com.cn，不写 https:// 和后面的路径")
    if domain in _OPEN:
        raise wrong(f"“{domain}”下面谁都可以有网站", "写到具体的网站，如 people.com.cn")
    return domain


Domain = Annotated[
    Text, AfterValidator(as_domain), WithJsonSchema({"type": "string", "pattern": r"^[^\s:/]+\.[^\s:/]+$"})
]


class KnownHost(Record):
    """One site of the list; the names below its own are known with it."""

    TYPE = "host"
    LABEL = "可链接的网站"
    PATH = "data/hosts/{slug}.yml"
    ROWS = True

    domain: Domain = Field(alias="域名", description="连同它下面的各级域名，如 people.com.cn")
    title: Title = Field(alias="名称", description="网站叫什么，谁办的")
    reason: Text = Field(alias="理由", description="为什么要链接到它")

    EXAMPLE = """\
- 域名: people.com.cn
  名称: 人民网（人民日报社）
  理由: 转载的政策解读以它的原文为准
"""
    EXAMPLE_BAD = """\
- 域名: https://www.people.com.cn/
  名称: 人民网（人民日报社）
  理由: 转载的政策解读以它的原文为准
"""
    EXAMPLE_MESSAGE = "不是域名"
