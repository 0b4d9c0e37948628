"""The good column, the places in it that rules look at, and what it is with one of them damaged.

It stands in ``tests/sites/good``: at least one record of every type, nothing for any rule to say.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from gongkai.law.rules.annual_report_items import EXAMPLE as ITEMS_EXAMPLE

GOOD = Path(__file__).parents[1] / "sites/good"
#: path → text; what stands for a PDF is written by ``conftest``
COLUMN = {
    file.relative_to(GOOD).as_posix(): "" if file.suffix == ".pdf" else file.read_text("utf-8")
    for folder in ("content", "data")
    for file in sorted((GOOD / folder).rglob("*.*"))
}

YANGLAO = "content/policies/2026/yanglao.md"
JIU = "content/policies/2026/jiu.md"
DIER = "content/policies/2026/dier.md"
JIEDU = "content/interpretations/2026/yanglao-jiedu.md"
DIER_JIEDU = "content/interpretations/2026/dier-jiedu.md"
MEETING = "content/meetings/2026/changwuhui-46.md"
ITEMS = "content/items/minzheng-ju/2026"
JIUZHU = f"{ITEMS}/jiuzhu.md"
CONSULTATION = "content/consultations/2026/yanglao.md"
PLAN = "解读方案: {解读形式: [一图读懂], 解读人: 局长, 拟公布日期: 2026-11-05, 预计问题: [谁可以申请？]}\n"
REPORT = "data/annual-reports/minzheng-ju-2025.yml"
BUDGET = "data/budgets/2026/minzheng-ju.yml"
DATASET = "data/datasets/xuke"
DECISION = "data/decisions/2026.yml"
GAZETTE = "data/gazette/2026.yml"
GUIDE = "data/services/butie.yml"
PROJECTS = "data/projects/2026.yml"
FIGURE = "data/figures/questions-rate.yml"
TRANSLATION = "content/en/records/2026/older-people.md"
PAGE = "content/pages/zhinan.md"
REQUESTS = "data/requests/2026.yml"
#: to come, at a place that nobody finds
LECTURE = "名称: 公开讲\n类型: 政策公开讲\n日期: 2026-12-04\n地点: 文化活动站\n"
ROWS = "[0, 0, 0, 0, 0, 0, 0]"
#: two reports of the first edition, the second of which does not know what the first had
OLDER = {
    path.rsplit("/", 1)[-1].removesuffix(".yml"): text
    for path, text in {**ITEMS_EXAMPLE.good, **ITEMS_EXAMPLE.bad}.items()
    if "annual-reports" in path
}


class Edit(NamedTuple):
    """One file damaged: a piece of its text replaced, or, without ``old``, all of it ("": taken away)."""

    path: str
    old: str
    new: str = ""


class Damage(NamedTuple):
    """What is done to the good column, and the other rules that rightly answer too."""

    edits: tuple[Edit, ...]
    companions: frozenset[str] = frozenset()


def damage(*edits: Edit, also: str = "") -> Damage:
    return Damage(edits, frozenset(also.split()))


def damaged(edits: tuple[Edit, ...]) -> dict[str, str]:
    files = dict(COLUMN)
    for path, old, new in edits:
        if not old:
            files[path] = new
            continue
        assert old in files[path], f"{path}: nothing to damage at {old!r}"
        files[path] = files[path].replace(old, new, 1)
    return {path: text for path, text in files.items() if text or path.endswith(".pdf")}
