"""The twelve things citizens come for, done in a browser: how many taps, screens and Tab stops each costs.

    scripts/tasks [SITE] [--pictures DIR] [--only N …]

The tasks and the ways to them stand in ``lib/citizen_tasks.yml``. Exits with 1 where a task cannot be done in
three taps and three screens by finger, or not at all by keyboard.
"""

from __future__ import annotations

import argparse
import functools
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, sync_playwright

from citizen_walk import MOST_SCREENS, MOST_TAPS, Cost, best

PROJECT = Path(__file__).resolve().parents[1]
TASKS = Path(__file__).parent / "lib/citizen_tasks.yml"
OPTIONS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


class BelowSubPath(SimpleHTTPRequestHandler):
    """Serves the site below /zwgk/, as it stands on a portal."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/zwgk"))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: only what the tasks cost is told."""


class Quiet(ThreadingHTTPServer):
    """A browser that goes on before a file has come is no error."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing."""


def main(words: Sequence[str] | None = None) -> int:
    """Do all tasks, or those of the numbers given; gives the exit code."""
    reader = argparse.ArgumentParser(prog="scripts/tasks", description="十二件事，在手机上和用键盘各做一遍")
    reader.add_argument(
        "site", nargs="?", type=Path, default=PROJECT / "site", help="建好的演示站（默认 site）"
    )
    reader.add_argument("--pictures", type=Path, metavar="文件夹", help="每件事做到最后的截图放在哪里")
    reader.add_argument("--only", type=int, nargs="*", metavar="序号", help="只做这几件")
    options = reader.parse_args(words)
    if not (options.site / "index.html").is_file():
        print(f"{options.site} 里没有网站：先运行 scripts/build，再写建好的文件夹", file=sys.stderr)
        return 2
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, served(options.site) as home:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=OPTIONS.split())
        good = [measure(browser, home, each, options.pictures) for each in chosen(options.only)]
        browser.close()
    print(f"共 {len(good)} 件，{sum(good)} 件不超过 {MOST_TAPS} 次点按、{MOST_SCREENS:.0f} 屏，键盘也办成")
    return 0 if all(good) else 1


def chosen(numbers: Sequence[int] | None) -> list[dict[str, Any]]:
    """The tasks as they are written, all or some."""
    tasks: list[dict[str, Any]] = yaml.safe_load(TASKS.read_text("utf-8"))
    return [each for each in tasks if not numbers or each["number"] in numbers]


def measure(browser: Browser, home: str, task: dict[str, Any], pictures: Path | None) -> bool:
    """One task by both hands, printed; whether it kept to the goal."""
    costs: dict[str, Cost] = {}
    for hand in ("finger", "keyboard"):
        picture = pictures / f"{task['number']:02}-{hand}.png" if pictures else None
        costs[hand] = best(browser, home, task["ways"], hand, picture)
    finger, keyboard = costs["finger"], costs["keyboard"]
    print(
        f"{task['number']:2} {task['task']}："
        f"手指 点 {finger.taps} 次、滚 {finger.screens:.1f} 屏，{_verdict(finger, finger.cheap)}；"
        f"键盘 停 {keyboard.stops} 处，{_verdict(keyboard, keyboard.done)}",
        flush=True,
    )
    return finger.cheap and keyboard.done


def _verdict(cost: Cost, good: bool) -> str:
    return "办成" if good else f"没有办成（{cost.lost}）" if cost.lost else "办成，太费事"


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site on this machine."""
    handler = functools.partial(BelowSubPath, directory=os.fspath(site))
    with Quiet(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/zwgk/"
        server.shutdown()


if __name__ == "__main__":
    sys.exit(main())
