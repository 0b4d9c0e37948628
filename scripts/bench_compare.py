"""The same records built by this program, by MkDocs Material and by Hugo: one run, one machine, side by side.

    scripts/bench compare [N …] [--hugo PROGRAM] [--json FILE] [--svg FILE]

Ours is built clean, with nothing edited, with one record edited, on the next day, and with a template
edited, in a copy of the program. It checks every record, and makes lists, data, feeds and machine-readable
texts; the others make one plain page a record and one index, with no check, feed or data: they are the floor,
not the same work. Search indexes are left out everywhere. CPU seconds are of all processes.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))

import bench_report
from bench_report import CLEAN, Cost

#: the made-up records are those of the other measurements
_BENCH = runpy.run_path(str(Path(__file__).with_name("bench.py")))
PROJECT: Path = _BENCH["PROJECT"]
DATE: str = _BENCH["DATE"]
NEXT_DAY = "2026-11-22"
#: what a build of ours reads of the program
_PROGRAM = ("hooks", "overrides", "mkdocs.yml", "pyproject.toml", "requirements.txt")
_EDITED = "content/items/minzheng/2018/xinxi-000000.md"
_TEMPLATE = "overrides/records/record.html"
#: runs what it is given, its words to standard error; says CPU seconds, seconds by the clock, KB at most
_STARTER = """
import os, sys, time
begun = time.monotonic()
try:
    said = [(os.POSIX_SPAWN_DUP2, 2, 1)]
    process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=said)
except OSError as error:
    sys.exit(f"{sys.argv[1]}: {error.strerror}")
_, status, used = os.wait4(process, 0)
print(used.ru_utime + used.ru_stime, time.monotonic() - begun, used.ru_maxrss, end="")
sys.exit(os.waitstatus_to_exitcode(status) and 1)
"""
_PLAIN = "<!doctype html><meta charset=utf-8><title>{{ .Title }}</title><h1>{{ .Title }}</h1>"


def main() -> int:
    options = _options()
    costs: list[Cost] = []
    where = machine(options.hugo)
    print(
        f"{'记录':>6}  {'CPU 秒':>8}{'用时 秒':>8}{'内存 MB':>8}{'网站 MB':>8}{'文件':>8}  哪一种", flush=True
    )
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for count in options.records or [300, 1000]:
            for cost in _all(Path(folder) / str(count), count, options.hugo):
                costs.append(cost)
                row = f"{cost.records:>6}  {cost.cpu:>9.1f}{cost.wall:>10.1f}{cost.peak_mb:>10.0f}"
                print(f"{row}{cost.output_mb:>10.1f}{cost.files:>10}  {cost.what}", flush=True)
    where["load_after"] = round(os.getloadavg()[0], 1)
    told = bench_report.told(time.strftime("%Y-%m-%d"), where, costs)
    for name in bench_report.COMPARED:
        print(f"{name}: {json.dumps(told[name], ensure_ascii=False)}")
    if options.json:
        Path(options.json).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if options.svg:
        Path(options.svg).write_text(bench_report.svg(told, costs), "utf-8")
    return 0


def machine(hugo: str | None) -> dict[str, object]:
    """What it ran on, with what, and how busy that was."""
    model = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor(),
    )
    return {
        "processor": model,
        "processors": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "mkdocs_material": importlib.metadata.version("mkdocs-material"),
        "hugo": _version(hugo) if hugo else "",
        "load_before": round(os.getloadavg()[0], 1),
    }


def _version(hugo: str) -> str:
    said = subprocess.run([hugo, "version"], capture_output=True, encoding="utf-8", check=False).stdout
    found = re.search(r"v\d[\d.]*", said)
    return found[0] if found else ""


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8").splitlines()
    except OSError:
        return []


def _all(folder: Path, count: int, hugo: str | None) -> Iterator[Cost]:
    root, site = folder / "column", folder / "sites" / "ours"
    _BENCH["make"](root, count)
    yield from _ours(folder, root, site, count)
    others = {"MkDocs Material，纯页面": _material(folder / "material", root)}
    if hugo:
        others["Hugo，纯页面"] = _hugo(folder / "hugo", root, hugo)
    for what, (command, target) in others.items():
        yield measured(count, what, command, target, {})


def _ours(folder: Path, root: Path, site: Path, count: int) -> Iterator[Cost]:
    program = folder / "program"
    for part in ("content", "data"):  # MkDocs asks that they are there
        (program / part).mkdir(parents=True)
    for part in _PROGRAM:
        source = PROJECT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, program / part)
    environment = {"PYTHONPATH": str(program / "hooks"), "GONGKAI_NO_SEARCH": "1"}
    command = [sys.executable, "-m", "gongkai", "build", "--root", str(root), "--site-dir", str(site)]
    command += ["--state-dir", str(folder / "state"), "--date"]
    yield measured(count, CLEAN, [*command, DATE], site, environment)
    yield measured(count, "本程序，没有改动", [*command, DATE], site, environment)
    _edit(root / _EDITED, "## 工作情况", "## 工作情况（改）")
    yield measured(count, "本程序，改一条", [*command, DATE], site, environment)
    yield measured(count, "本程序，第二天", [*command, NEXT_DAY], site, environment)
    template = program / _TEMPLATE
    template.write_text(template.read_text("utf-8") + "<!-- -->\n", "utf-8")
    yield measured(count, "本程序，改模板", [*command, NEXT_DAY], site, environment)


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    if old not in text:
        raise SystemExit(f"{path} 里没有要改的“{old}”")
    path.write_text(text.replace(old, new), "utf-8")


def measured(
    count: int, what: str, command: Sequence[str], site: Path, environment: Mapping[str, str]
) -> Cost:
    """Run a build as a process of its own and read the system's account of it and its children.

    Linux counts for a process what the one had that began it: a small one in between begins it, some 10 MB.
    """
    starter = [sys.executable, "-I", "-S", "-c", _STARTER, *command]
    done = subprocess.run(starter, env={**os.environ, **environment}, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"{what}：没有做成\n{done.stderr[-3000:].decode('utf-8', 'replace')}")
    cpu, wall, peak = map(float, done.stdout.split())
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return Cost(count, what, cpu, wall, peak / 1024, sum(sizes) / 1e6, len(sizes))


def _bodies(root: Path) -> Iterator[tuple[str, str, str]]:
    """(name, title, Markdown) of each record."""
    for path in sorted((root / "content/items").rglob("*.md")):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        title = next(line.partition(": ")[2] for line in front.splitlines() if line.startswith("标题: "))
        yield path.stem, title, body


def _material(folder: Path, root: Path) -> tuple[list[str], Path]:
    """Records out of the navigation, which would make it quadratic."""
    pages = folder / "docs" / "items"
    pages.mkdir(parents=True)
    (folder / "docs/index.md").write_text("# 首页\n", "utf-8")
    for name, title, body in _bodies(root):
        (pages / f"{name}.md").write_text(f"# {title}\n\n{body}", "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: 记录\ntheme: {name: material, font: false}\nplugins: []\nnav: [index.md]\n"
        "not_in_nav: items/\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    return command, folder / "site"


def _hugo(folder: Path, root: Path, program: str) -> tuple[list[str], Path]:
    """A layout of one line for a record, and a list."""
    for part in ("content/items", "layouts/_default"):
        (folder / part).mkdir(parents=True)
    for name, title, body in _bodies(root):
        (folder / f"content/items/{name}.md").write_text(f"---\ntitle: {title}\n---\n{body}", "utf-8")
    listed = "{{ range .Pages }}<p><a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}"
    (folder / "layouts/_default/single.html").write_text(_PLAIN + "{{ .Content }}", "utf-8")
    (folder / "layouts/_default/list.html").write_text(_PLAIN + listed, "utf-8")
    (folder / "hugo.toml").write_text(
        'baseURL = "https://www.example.gov.cn/"\ntitle = "记录"\n'
        'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
        "utf-8",
    )
    return [program, "--quiet", "--source", str(folder)], folder / "public"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench compare", description="和别的生成程序比较")
    parser.add_argument("records", nargs="*", type=int, help="记录条数（默认 300 1000）")
    parser.add_argument(
        "--hugo", default=shutil.which("hugo"), help="Hugo 的程序（默认 PATH 里的；没有就不比）"
    )
    parser.add_argument("--json", help="结果写到哪个文件")
    parser.add_argument("--svg", help="图写到哪个文件")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
