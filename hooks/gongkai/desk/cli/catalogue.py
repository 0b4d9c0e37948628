"""``import`` of a 标准目录: entries of the catalogue, and what is said of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem, excerpt
from gongkai.desk.intake import catalogue
from gongkai.desk.intake.catalogue_standing import Standing
from gongkai.desk.intake.catalogue_units import Placing
from gongkai.desk.word import Told

_MOST_PLACES = 40


class Catalogue:
    """The column's catalogue, for all workbooks of one command."""

    def __init__(self, options: argparse.Namespace, root: Path, register: Register) -> None:
        self._root, self._prefix = root, options.name or ""
        self._placing = Placing(register, options.unit, dict(map(_meaning, options.who)))
        self._standing = Standing(register)

    def bring(self, name: str, book: Any) -> list[str] | None:
        """What is said once the entries are written; None where the workbook is no catalogue."""
        done = catalogue.bring(self._root, name, book, self._placing, self._standing, self._prefix)
        return None if done is None else list(_said(done))


def _meaning(given: str) -> tuple[str, str]:
    words, _, unit = (each.strip() for each in given.partition("="))
    if not (words and unit):
        raise EnvironmentProblem(f"--who 要写 说法=单位，如 县级民政部门=区民政局，写的是“{excerpt(given)}”")
    return "".join(words.split()), unit


def _said(done: catalogue.Done) -> Iterator[str]:
    there = f"，已有的 {done.there} 项没有动" if done.there else ""
    yield f"{done.name}：公开目录，新写 {done.new} 项{there}"
    yield from (f"  写好 {path}" for path in done.written)
    yield from (f"  没有读入 {_told(each)}" for each in done.unread)
    yield from (f"  请看 {_told(each)}" for each in done.doubts[:_MOST_PLACES])
    if len(done.doubts) > _MOST_PLACES:
        yield f"  ……还有 {len(done.doubts) - _MOST_PLACES} 处要看"


def _told(each: Told) -> str:
    return f"{each.place}：{each.why}" + (f"“{excerpt(each.text)}”" if each.text else "")
