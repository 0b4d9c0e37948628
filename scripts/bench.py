"""How much a build costs: N made-up records, CPU seconds, wall, peak memory, output size.

    scripts/bench [N] [--search]
    scripts/bench check [N]

The first builds N/4, N/2 and N records one after the other in a folder of its own, so that
the ratios of one run show whether the cost grows in proportion; single seconds of a shared
machine mean little. The search index is left out unless ``--search`` is given. The second
checks a column of N records (5,000) of every type that keeps every rule: it prints what the
check costs, and fails when a rule says anything.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
import clean_column

PROJECT = Path(__file__).resolve().parents[1]
UNITS = [
    ("minzheng", "区民政局"),
    ("jiaowei", "区教委"),
    ("zhujian", "区住房城市建设委"),
    ("fagai", "区发展改革委"),
]
YEARS = range(2018, 2027)
DATE = "2026-11-21"
PHRASES = (
    "为做好老旧小区改造信息公开",
    "按照年度工作安排推进重点任务",
    "受理单位应当一次告知所需材料",
    "补贴资金通过银行卡发放到申请人",
    "公开的内容包括依据、程序、标准和结果",
    "居民可以到街道政务服务大厅咨询",
    "本季度共办理事项三百二十件",
    "下一步将继续完善公开目录和清单",
)


@dataclass(frozen=True)
class Cost:
    """What one build took: seconds of all processes, the largest one's memory, the site's size."""

    records: int
    cpu: float
    wall: float
    peak_mb: float
    output_mb: float

    @property
    def ms(self) -> float:
        return self.cpu / self.records * 1000


def main() -> int:
    options = _options()
    if options.check:
        return check(options.records or 5000)
    return bench(options.records or 8000, options.search)


def bench(records: int, search: bool) -> int:
    """Build three sizes and say how the cost grows."""
    print(
        f"{'记录':>8}{'CPU 秒':>10}{'用时 秒':>10}{'毫秒/条':>10}{'内存 MB':>10}{'网站 MB':>10}", flush=True
    )
    costs = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for count in (records // 4, records // 2, records):
            cost = measure(Path(folder) / str(count), count, search)
            costs.append(cost)
            row = f"{cost.records:>8}{cost.cpu:>13.1f}{cost.wall:>13.1f}{cost.ms:>13.2f}"
            print(f"{row}{cost.peak_mb:>12.0f}{cost.output_mb:>12.0f}", flush=True)
    growth = (costs[-1].cpu - costs[0].cpu) / (costs[-1].records - costs[0].records) * 1000
    print(
        f"每多一条：{growth:.2f} 毫秒 CPU；{costs[-1].records} 条对 {costs[1].records} 条："
        f"{costs[-1].cpu / costs[1].cpu:.2f} 倍"
    )
    return 0


def check(records: int) -> int:
    """Check a column that keeps every rule; 1 when something is said of it all the same."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = Path(folder) / "column"
        clean_column.make(root, records)
        start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "gongkai", "check", "--root", str(root), "--date", DATE]
        command += ["--format", "json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"检查 {records} 条：{cpu:.1f} 秒 CPU，用时 {wall:.1f} 秒，内存 {after.ru_maxrss / 1024:.0f} MB")
    said = _false_alarms(done.stdout)
    if done.returncode or said:
        print("处处合规的栏目不应有话说：", *said[:20], done.stderr[:3000], sep="\n")
        return 1
    return 0


def _false_alarms(report: str) -> list[str]:
    """What a check says of it; its units are there for their records: what else they owe is not."""
    found = json.loads(report)["problems"] if report.strip() else []
    return [f"{each['path']} {each['message']}" for each in found if each["rule"] != "duty-silent"]


def measure(root: Path, count: int, search: bool) -> Cost:
    """Make the records, build them in a process of its own, and read the system's account of it."""
    make(root, count)
    environment = dict(os.environ, GONGKAI_ROOT=str(root), GONGKAI_DATE=DATE)
    if not search:
        environment["GONGKAI_NO_SEARCH"] = "1"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    command = [sys.executable, "-m", "gongkai", "build", "--site-dir", str(root / "site")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"构建失败：\n{done.stderr[-3000:]}")
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = sum(path.stat().st_size for path in (root / "site").rglob("*") if path.is_file())
    return Cost(count, cpu, wall, after.ru_maxrss / 1024, size / 1e6)


def make(root: Path, count: int) -> None:
    """``count`` items of about 1,300 characters over four units and nine years; always the same."""
    chance = random.Random(20261121)
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    for slug, name in UNITS:
        unit = root / "data/units" / f"{slug}.yml"
        unit.parent.mkdir(parents=True, exist_ok=True)
        unit.write_text(f"名称: {name}\n", "utf-8")
    for number in range(count):
        slug, name = UNITS[number % len(UNITS)]
        year = YEARS[number // len(UNITS) % len(YEARS)]
        path = root / f"content/items/{slug}/{year}/xinxi-{number:06d}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_item(chance, name, year, number), "utf-8")


def _item(chance: random.Random, unit: str, year: int, number: int) -> str:
    day = f"{year}-{chance.randint(1, 10):02d}-{chance.randint(1, 28):02d}"
    paragraphs = []
    for article in range(1, 13):
        words = "，".join(chance.choice(PHRASES) for _ in range(7))
        paragraphs.append(f"（{article}）{words}。")
    body = "\n\n".join(paragraphs)
    return (
        f"---\n标题: 第{number}号工作情况公开信息\n单位: {unit}\n发布日期: {day}\n"
        f"领域: [社会救助]\n关键词: [公开, 工作情况]\n---\n## 工作情况\n\n{body}\n"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench [check]", description="构建或检查耗费的测量")
    parser.add_argument("records", nargs="?", type=int, help="记录条数（构建默认 8000，check 默认 5000）")
    parser.add_argument("--search", action="store_true", help="连同搜索索引")
    words = sys.argv[1:]
    only_check = words[:1] == ["check"]
    options = parser.parse_args(words[1:] if only_check else words)
    options.check = only_check
    return options


if __name__ == "__main__":
    sys.exit(main())
