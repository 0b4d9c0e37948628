"""链接的网站须认得。

看什么：正文和各项文字里通往别的网站的网址。
怎样算错：网站不是政府网站（域名以“已知域名”之一结尾），也不在 data/hosts/ 的名单里。一个网站只说一次。
怎样改：核对是不是要链接的网站：是的，在 data/hosts/ 的文件里加一项，写域名、名称和理由；不是的，去掉链接。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, an_item
from gongkai.law.shared.nearest import shown
from gongkai.law.shared.own_address import own_hosts
from gongkai.law.shared.readable_texts import Passage
from gongkai.law.shared.web_links import web_links
from gongkai.records.base import Record
from gongkai.records.fields.values import as_text
from gongkai.records.types.asked_link import AskedLink
from gongkai.records.types.host import KnownHost
from gongkai.records.types.standard import Standard

LISTED = "- 域名: example.org\n  名称: 示例学会\n  理由: 标准全文只在那里公布\n"
_FOREIGN = "见[标准全文](https://bocai.example/1)。"
EXAMPLE = Example(
    good={
        **CLEAN,
        "data/hosts/xuehui.yml": LISTED,
        **an_item(body="见[标准全文](https://www.example.org/1)、[国务院](https://www.gov.cn/)。"),
    },
    bad=an_item(body=_FOREIGN),
    message="网站“bocai.example”不在本栏目的名单里",
    edges=(Edge("，这样的链接共 2 处", an_item(body=_FOREIGN), an_item(body=_FOREIGN * 2)),),
)
PARAMETERS = {"已知域名": as_text}


def scope(register: Register) -> Iterable[Record]:
    return register.every


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    known = _known(register, rule)
    first: dict[str, tuple[Passage, str]] = {}
    counts: dict[str, int] = {}
    for link in web_links(register):
        name = link.host.name
        listing = isinstance(link.passage.record, KnownHost | AskedLink)
        if link.host.wrong or link.host.inside or listing or _is_known(name, known):
            continue
        first.setdefault(name, (link.passage, link.address))
        counts[name] = counts.get(name, 0) + 1
    for name, (passage, address) in first.items():
        more = f"，这样的链接共 {counts[name]} 处" if counts[name] > 1 else ""
        message = f"“{shown(address)}”的网站“{shown(name)}”不在本栏目的名单里{more}"
        fix = (
            f"核对这个网站；确要链接的，在 data/hosts/ 的文件里加一项 域名: {name} 并写明理由；不是的去掉链接"
        )
        yield passage.problem(rule, message, fix)


def _known(register: Register, rule: Standard) -> set[str]:
    shipped = {each.strip().lower() for each in rule.parameters["已知域名"].split("、")}
    return shipped | {each.domain for each in register.everything(KnownHost)} | own_hosts(register)


def _is_known(name: str, known: set[str]) -> bool:
    """The host itself, or one it lies below."""
    parts = name.split(".")
    return any(".".join(parts[place:]) in known for place in range(len(parts)))
