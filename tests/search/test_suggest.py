"""The file of suggestions: what is worth most first, each type in its bounds, never too large."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from gongkai.search import SearchDocument, suggest
from gongkai.search.words import Named, tables

PLAIN = SearchDocument("a/", "关于甲的通知", "", "", "信息", "区民政局", "2026", "", "2026-03-01")


def rows(folder: Path) -> list[tuple[str, str, str]]:
    head = json.loads((folder / "shards.json").read_text("utf-8"))
    made = json.loads((folder / head["suggest"]).read_text("utf-8"))
    return [(text, made["kinds"][kind], url) for text, kind, url in made["rows"]]


def test_columns_then_what_is_worth_most(tmp_path: Path) -> None:
    (tmp_path / "shards.json").write_text("{}", "utf-8")
    documents = [
        PLAIN,
        replace(PLAIN, url="task/", type="要点任务"),
        replace(PLAIN, url="old/", title="旧办法", type="政策文件", status="废止"),
        replace(PLAIN, url="new/", title="新办法", type="政策文件", status="有效"),
        replace(PLAIN, url="do/", title="怎样办", type="办事指南"),
    ]
    said = tables([("装电梯", ["加装电梯"])], [Named("政策解读", "interpretations/")])
    suggest.write(documents, said, tmp_path)
    assert rows(tmp_path) == [
        ("政策解读", "栏目", "interpretations/"),
        ("怎样办", "办事", "do/"),
        ("新办法", "政策，有效", "new/"),
        ("关于甲的通知", "信息", "a/"),
        ("旧办法", "政策，废止", "old/"),
    ]


def test_a_large_column_has_no_larger_file(tmp_path: Path) -> None:
    (tmp_path / "shards.json").write_text("{}", "utf-8")
    types = ("政策文件", "办事指南", "信息", "会议", "政策解读", "问答")
    documents = [
        replace(PLAIN, url=f"{n}/", title=f"第{n}件关于推进老旧小区综合整治工作的通知", type=types[n % 6])
        for n in range(9000)
    ]
    suggest.write(documents, tables([], []), tmp_path)
    (file,) = tmp_path.glob("suggest-*")
    assert file.stat().st_size < 110_000
    assert {kind for _, kind, _ in rows(tmp_path)} >= {"政策", "办事", "解读", "问答"}
