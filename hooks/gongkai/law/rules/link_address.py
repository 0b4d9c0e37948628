"""链接的网址须真实、完整。

看什么：正文和各项文字里的网址，链接的文字，“原文链接”“网站”等项。
怎样算错：没有写全 https://；域名前夹着“…@”；域名里有仿冒的字、全角字或 % 编码；
链接通往内网、本机的地址；链接的文字写着一个网站，点开却是另一个；
正文里把本栏目的页面写成完整网址，或写了本栏目没有的网址。
怎样改：从网站上重新复制完整网址；本栏目的页面写相对路径，如 ../../policies/2026/banfa.md。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import BODY, Problem
from gongkai.law.example import CLEAN, Example, an_item
from gongkai.law.shared.nearest import shown
from gongkai.law.shared.own_address import OwnAddresses
from gongkai.law.shared.web_links import WebLink, clicked_words, web_links
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard
from gongkai.text import other_site

EXAMPLE = Example(
    good={**CLEAN, **an_item(body="见[中国政府网](https://www.gov.cn/)。")},
    bad=an_item(body="见[https://www.gov.cn/](https://zhengce.gov.cn@www.beijing.gov.cn/)。"),
    message="在域名前夹了“zhengce.gov.cn@”",
)


def scope(register: Register) -> Iterable[Record]:
    return register.every


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    own = OwnAddresses(register)
    for link in web_links(register):
        found = _wrong(link) or (_own(link, own) if link.passage.path != "mkdocs.yml" else None)
        if found:
            yield link.passage.problem(rule, *found)
    for words in clicked_words(register):
        named = other_site(words.label, words.address)
        if named:
            message = (
                f"链接的文字写的是 {named}，点开的却是“{shown(words.address)}”（原因：读者会被带到别处）"
            )
            yield words.passage.problem(rule, message, "核对要去的网站，把文字和网址改成一致")


def _wrong(link: WebLink) -> tuple[str, str] | None:
    what = "链接" if link.followed else "网址"
    if link.host.wrong:
        message, fix = link.host.wrong
        return f"{what}“{shown(link.address)}”{message}", fix
    if link.host.inside and link.followed:
        why = "通往内网或本机的地址（原因：外面的读者打不开，还会暴露内部的网络）"
        return f"链接“{shown(link.address)}”{why}", "改为互联网上的网址；没有的去掉链接"
    if "\\" in link.address and link.passage.at[:1] != (BODY,):
        return f"{what}“{shown(link.address)}”用了反斜杠（原因：网页地址只认 /）", "把 \\ 改为 /"
    return None


def _own(link: WebLink, own: OwnAddresses) -> tuple[str, str] | None:
    """An address of the column that leads nowhere, or, in a link of a text, need not be written in full."""
    path = own.path(link.address)
    if path is None:
        return None
    if own.is_lost(path):
        message = f"本栏目没有“{shown(link.address)}”这一页（也许还没有公布）"
        return message, "核对网址；改写实际的网址，或去掉它"
    record = link.passage.record
    relative = own.relative(record, path) if record and link.followed and _in_body(link) else ""
    if not relative:
        return None
    why = "本栏目的页面写了完整网址（原因：换了域名或路径就失效，文件改名也不会提醒）"
    return f"链接“{shown(link.address)}”是{why}", f"改为 {relative}"


def _in_body(link: WebLink) -> bool:
    return link.passage.at[:1] == (BODY,)
