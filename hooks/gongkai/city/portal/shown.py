"""A released column as the portal reads it: by the files that everybody may read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

#: 状态 of a document that holds
_IN_FORCE = frozenset({"有效", "已修改", "部分废止"})
#: the script of a search page, and that it gives what a page over several columns needs: older ones do not
_PROGRAM = re.compile(r'<script type="module" src="\.\./(assets/[\w/.-]+/search-page\.js)"')
_ASKED = re.compile(r"export const ?\{[^}]*\bSearch\b[^}]*\}")


@dataclass(frozen=True)
class Figure:
    """A figure of one column as it stands."""

    id: str
    name: str
    address: str
    value: str
    verdict: str


@dataclass(frozen=True)
class Policy:
    """A document in force."""

    title: str
    number: str
    issuers: str
    topic: str
    day: str
    address: str
    example: bool


@dataclass(frozen=True)
class Shown:
    """One column: where readers find it, its release and the day of that."""

    slug: str
    name: str
    #: where it is for a program that is elsewhere, and for a page of the portal
    base: str
    link: str
    site: Path
    #: what its own files call its address
    own: str
    release: str
    date: str
    #: why there is no newer one, empty where there is
    held: str = ""

    def to(self, address: str) -> str:
        """An address of the column's own as the city has it."""
        return self.base + address.removeprefix(self.own) if address.startswith(self.own) else address

    def link_to(self, address: str) -> str:
        """The same for a page of the portal that stands in a folder."""
        return self.link + address.removeprefix(self.own) if address.startswith(self.own) else address

    @cached_property
    def program(self) -> str:
        """The script of its search page, from its root; empty where it cannot be asked from another page."""
        page = self.site / "search" / "index.html"
        found = _PROGRAM.search(page.read_text("utf-8")) if page.is_file() else None
        if not found or not (self.site / "search" / "index" / "shards.json").is_file():
            return ""
        return found[1] if _ASKED.search((self.site / found[1]).read_text("utf-8")) else ""

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every figure it has, in its order."""
        path = self.site / "quality" / "figures.json"
        found = json.loads(path.read_text("utf-8"))["figures"] if path.is_file() else []
        return {each["id"]: self._figure(each) for each in found}

    @cached_property
    def policies(self) -> list[Policy]:
        """Its documents in force, the newest first."""
        found = [self._policy(row) for row in self._lines("policies") if row.get("状态") in _IN_FORCE]
        return sorted(found, key=lambda each: (each.day, each.address), reverse=True)

    def _lines(self, section: str) -> Iterator[dict[str, Any]]:
        path = self.site / "data" / f"{section}.jsonl"
        if path.is_file():
            with path.open(encoding="utf-8") as lines:
                yield from map(json.loads, lines)

    def _figure(self, told: dict[str, Any]) -> Figure:
        now = told.get("present") or {}
        value = _value(told, now) if told.get("known") and now else "—"
        return Figure(told["id"], told["name"], self.link_to(told["url"]), value, now.get("verdict", ""))

    def _policy(self, row: dict[str, Any]) -> Policy:
        return Policy(
            row["标题"],
            row.get("发文字号") or "",
            "、".join(row.get("发文机关") or ()),
            row.get("主题分类") or "",
            row["发布日期"],
            self.link_to(row["网址"]),
            row.get("示例") == "是",
        )


def _value(told: dict[str, Any], now: dict[str, Any]) -> str:
    """``77.8%（7/9 件）``, or how many."""
    counted, whole, measure = now["counted"], now["whole"], told.get("measure", "")
    if told["kind"] != "share":
        return f"{counted} {measure}".strip()
    if not whole:
        return "—"
    return f"{counted / whole:.1%}（{counted}/{whole} {measure}）"
