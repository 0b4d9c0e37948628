"""链接须有去处。

看什么：正文里站内的链接和图片。
怎样算错：指向的 .md 文件、附件或图片没有；公开的内容指向草稿或还没有公布的内容；
# 后面的位置在对方页面里没有。
怎样改：照实际的文件名写相对路径，如 ../../policies/2026/banfa.md#tiao-3、../../files/2026/biao.pdf。
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import unquote

from gongkai.column.register import Register
from gongkai.common.problems import BODY, Problem
from gongkai.law.example import CLEAN, Edge, Example, a_policy, an_item
from gongkai.law.shared.nearest import nearest, nearest_path
from gongkai.law.shared.nothing_found import found_in
from gongkai.records import listed_types
from gongkai.records.base import ContentRecord
from gongkai.records.types.standard import Floor, Standard
from gongkai.text import LinkUse, anchors, links

EXAMPLE = Example(
    good={**CLEAN, **an_item(body="见[办法第二条](../../../policies/2026/yanglao.md#tiao-2)。")},
    bad=an_item(body="见[办法第三条](../../../policies/2026/yanglao.md#tiao-3)。"),
    message="没有“#tiao-3”这个位置",
    edges=(Edge("要到 2026-11-22 才公布", a_policy(发布日期="2026-11-21"), a_policy(发布日期="2026-11-22")),),
)
#: pages the column makes itself, to which a text may lead by their address
SECTIONS = frozenset(
    f"content/{name}"
    for name in (
        *(each.section() for each in listed_types()),
        *("units", "catalogue", "search", "feeds", "columns", "en", "en/records", "en/search"),
    )
)
#: what a text with a link inside the column contains; most texts have none
_INSIDE = re.compile(r"\]\((?!\s*<?(?:https?:|mailto:|tel:))|\]:|\b(?:href|src)\b", re.IGNORECASE)
_PLAIN = re.compile(r"\]\(([^\s()\\]+)\)")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)

FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[ContentRecord]:
    return (record for record in register.content if found_in(__name__, partial(_inside, record), record))


def _inside(record: ContentRecord) -> list[str]:
    """The sign that a text may lead to something inside the column."""
    found = _INSIDE.search(record.body)
    return [found[0]] if found else []


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    targets = Targets(register)
    for record in scope(register):
        body = record.body
        if not ("](" in body or "]:" in body or "<" in body):
            continue
        plain = _plain_links(body)
        if plain is not None and not any(targets.wrong(record, LinkUse(each, 0)) for each in plain):
            continue
        for use in links(body):
            found = targets.wrong(record, use)
            if found:
                yield rule.problem(record, (BODY, use.line), *found)


def _plain_links(body: str) -> list[str] | None:
    """The targets of a text that has only plain links; None when it has to be read closely.

    Links shown as code count too: where all of them lead somewhere, reading closely finds nothing more.
    """
    if "<" in body or "]:" in body or "![" in body:
        return None
    found = _PLAIN.findall(body)
    return found if len(found) == body.count("](") else None


class Targets:
    """What a link inside the column may lead to."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._anchors: dict[str, frozenset[str]] = {}
        self._by_path = {record.source.path: record for record in register.content}
        self._broken = {f"content/{each.key}.md" for each in register.broken}
        self._pages = SECTIONS | {"content/" + unit.url.rstrip("/") for unit in register.units}

    def wrong(self, record: ContentRecord, use: LinkUse) -> tuple[str, str] | None:
        """What is wrong with one link of a record, and how to mend it."""
        path, _, fragment = use.target.partition("#")
        path = unquote(path.partition("?")[0])
        if _OUTSIDE.match(use.target) or "\\" in path or not use.target:
            return None  # other hosts are not asked; the rest is refused by the rule of safe texts
        file = posixpath.normpath(posixpath.join(posixpath.dirname(record.source.path), path))
        if not path:
            return self._anchor(record, unquote(fragment))
        if not file.startswith("content/") or file in self._broken:
            return None
        if use.image or file.removeprefix("content/") in self._register.files:
            return self._file(record, use, file)
        other = self._by_path.get(file)
        if other is None:
            return self._page(record, use, file, path)
        return self._hidden(record, other) or self._anchor(other, unquote(fragment))

    def _file(self, record: ContentRecord, use: LinkUse, file: str) -> tuple[str, str] | None:
        if file.removeprefix("content/") in self._register.files:
            return None
        hint = self._hint(record, file, files_only=True)
        what = "图片" if use.image else "文件"
        return f"{what}“{use.target}”不存在（{file}）", f"{hint}把文件放进 content/files/，或改写成实际的路径"

    def _page(self, record: ContentRecord, use: LinkUse, file: str, path: str) -> tuple[str, str] | None:
        if path.endswith("/") and file in self._pages:
            return None
        if file.startswith("content/files/"):
            return self._file(record, use, file)
        hint = self._hint(record, file)
        fix = f"{hint}写对方 .md 文件的相对路径，如 ../../policies/2026/banfa.md"
        return f"链接“{use.target}”没有去处（{file} 不存在）", fix

    def _hint(self, record: ContentRecord, file: str, files_only: bool = False) -> str:
        known = [f"content/{name}" for name in self._register.files]
        found = nearest_path(file, known if files_only else [*known, *self._by_path])
        right = posixpath.relpath(found, posixpath.dirname(record.source.path)) if found else ""
        return f"是不是“{right}”？" if found else ""

    def _hidden(self, record: ContentRecord, other: ContentRecord) -> tuple[str, str] | None:
        today = self._register.today
        if not record.is_public(today) or other.is_public(today):
            return None
        state = "还是草稿" if other.held_back else f"要到 {other.published} 才公布"
        return f"链接指向的 {other.source.path} {state}", "去掉链接，或等它公布时一并公布"

    def _anchor(self, record: ContentRecord, fragment: str) -> tuple[str, str] | None:
        if not fragment:
            return None
        known = self._anchors.get(record.id)
        if known is None:
            known = self._anchors[record.id] = anchors(record.body).union(record.anchors)
        if fragment in known:
            return None
        hint = nearest(fragment, known)
        return (
            f"{record.source.path} 里没有“#{fragment}”这个位置",
            f"{hint}条写 #tiao-3，问答写 #wen-1，议题写 #yiti-1",
        )
