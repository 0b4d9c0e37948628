"""A policy, what amends it, and the pages of a column of them."""

from __future__ import annotations

from pathlib import Path

import lxml.html

from gongkai import gate
from gongkai.exports import door
from gongkai.law.applied import Applied
from gongkai.render import Facts, Site
from gongkai.render.records import pages, version_pages

from ..as_written import as_written

OVERRIDES = Path(__file__).parents[3] / "overrides"


OLD = "content/policies/2020/jiu.md"


URL = "policies/2020/jiu/"


LINKED = "见[表](../../files/2026/biao.pdf)"


BASE = f"第一条　甲。\n\n第二条　费用为30元。\n\n{LINKED}。\n\n第三条　丙。\n\n第四条　丁。"


def policy(title: str, day: str, body: str, more: str = "") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n成文日期: {day}\n发布日期: 2020-03-01\n施行日期: {day}\n"
        f"是否规范性文件: 否\n{more}---\n{body}\n"
    )


def later(name: str, day: str, operations: str, more: str = "", kind: str = "修改") -> dict[str, str]:
    text = policy(f"{name}决定", day, "正文。", f"{kind}: [{{文件: jiu, 操作: {operations}}}]\n{more}")
    return {f"content/policies/{day[:4]}/{name}.md": text}


FIRST = later(
    "yi", "2022-05-01", "[{改: 第二条, 新文: 费用为60元。}, {增: 第三条之一, 新文: 新的。}, {删: 第一条}]"
)


COMING = later("er", "2027-03-01", "[{改: 第四条, 新文: 将来的。}]")


class Pages:
    """The pages of the policies of a column, by their addresses."""

    def __init__(self, register):
        self.register = register
        released = gate.released(register)
        self.site = site = Site.of(Facts(released, door.plan(released), Applied()), OVERRIDES)
        planned = [*version_pages.planned(site), *pages.planned(site)]
        self.planned = {each.url: each for each in planned}

    def text(self, url: str = URL) -> str:
        return as_written(self.planned[url].make().content)

    def tree(self, url: str = URL):
        return lxml.html.fromstring(f"<main>{self.text(url)}</main>")

    def marks(self, article: str, url: str = URL) -> list[str]:
        found = self.tree(url).xpath(f"//section[@id='{article}']//p[@class and contains(@class, 'change')]")
        return [" ".join(each.text_content().split()) for each in found]

    def versions(self) -> list[str]:
        return sorted(url.removeprefix(URL) for url in self.planned if "@" in url)
