"""How a dataset of very many rows is built and answered.

    scripts/bench table [ROWS] [--slow] [--folder DIR]

Makes ROWS inspections (453,518, as many as Xicheng reports for 2020), builds them in a folder of
its own, asks some sixty questions in headless Chromium, each in a new window with nothing cached,
and compares every answer with a scan of all rows. ``--slow`` is a line of 10 Mbit/s and 40 ms.
"""

from __future__ import annotations

import argparse
import functools
import os
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
from bench_rows import DATE, SLUG, Question, make, questions

OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
#: the bar: a filter is answered in a second with a megabyte
SECONDS, BYTES = 1.0, 1_000_000
_TOTAL = re.compile(r"共 (\d+) 条|没有找到")


class Handler(SimpleHTTPRequestHandler):
    """Serves the site below /zwgk/ as a real host does, and adds up what is fetched of the table."""

    fetched = 0
    requests = 0

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        found = super().translate_path(path.removeprefix("/zwgk"))
        if "/table/" in path and Path(found).is_file():
            Handler.fetched += Path(found).stat().st_size
            Handler.requests += 1
        return found

    def log_message(self, format: str, *args: Any) -> None:
        pass


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-table-", dir=options.folder) as folder:
        root = Path(folder)
        rows = make(root, options.rows)
        build(root)
        with _served(root / "site") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM"), args=OPTIONS.split()
            )
            wrong = ask_all(browser, f"{address}datasets/{SLUG}/", questions(rows), options.slow)
            browser.close()
    return 1 if wrong else 0


def build(root: Path) -> None:
    """Build in a process of its own and print the system's account of it."""
    environment = dict(os.environ, GONGKAI_ROOT=str(root), GONGKAI_DATE=DATE, GONGKAI_NO_SEARCH="1")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    command = [sys.executable, "-m", "gongkai", "build", "--site-dir", str(root / "site")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"构建失败：\n{done.stderr[-3000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"构建 CPU {cpu:.1f} 秒，用时 {time.monotonic() - start:.1f} 秒，内存 {after.ru_maxrss / 1024:.0f} MB"
    )
    for line in done.stderr.splitlines():
        print(f"  {line}")
    for name, pattern in (("检索用的文件", "table/**/*"), ("下载", f"{SLUG}*"), ("网页", "**/*.html")):
        files = [path for path in (root / "site/datasets" / SLUG).glob(pattern) if path.is_file()]
        print(f"{name}：{len(files)} 个，{sum(path.stat().st_size for path in files) / 1e6:.1f} MB")


def ask_all(browser: Browser, address: str, asked: list[Question], slow: bool) -> int:
    """Every question in a window of its own; prints a line each, gives how many went wrong."""
    print(f"{'问题':<34}{'首屏 毫秒':>8}{'全部 毫秒':>8}{'KB':>8}{'请求':>6}{'条数':>9}  核对")
    wrong = over = 0
    for question in asked:
        context = browser.new_context()
        page = context.new_page()
        if slow:
            line = {
                "offline": False,
                "latency": 40,
                "downloadThroughput": 1_250_000,
                "uploadThroughput": 1_250_000,
            }
            context.new_cdp_session(page).send("Network.emulateNetworkConditions", line)
        page.goto(address)
        first, whole, size, requests, total, numbers = _ask(page, question)
        right = (total, numbers) == (question.total, question.numbers)
        slower = whole > SECONDS * 1000 or size > BYTES
        wrong, over = wrong + (not right), over + slower
        said = ("对" if right else f"错，应是 {question.total} 条 {question.numbers[:2]}") + (
            "，超" if slower else ""
        )
        figures = f"{first:>8.0f}{whole:>8.0f}{size / 1000:>8.0f}{requests:>6}{total:>9}"
        print(f"{question.label:<34}{figures}  {said}", flush=True)
        context.close()
    print(f"{len(asked)} 个问题，答错 {wrong} 个，超过 {SECONDS:.0f} 秒或 {BYTES / 1e6:.0f} MB 的 {over} 个")
    return wrong


def _ask(page: Page, question: Question) -> tuple[float, float, int, int, int, list[str]]:
    """Milliseconds to the rows and to the total, bytes and requests from the first one on, the answer."""
    page.wait_for_selector("[data-rows-form]:not([hidden])")
    page.wait_for_selector(".rows-sort")
    script = """async ([search]) => {
      const root = document.querySelector('[data-rows]');
      const status = root.querySelector('[data-rows-status]');
      const body = root.querySelector('tbody');
      let rows = null;
      const start = performance.now();
      new MutationObserver(() => { rows ??= performance.now() - start; }).observe(body, { childList: true });
      history.pushState(null, '', search || location.pathname);
      window.dispatchEvent(new PopStateEvent('popstate'));
      while (!/^(共 .*|没有找到.*)。$/.test(status.textContent)) await new Promise((go) => setTimeout(go, 1));
      return [rows ?? performance.now() - start, performance.now() - start, status.textContent];
    }"""
    first, whole, said = page.evaluate(script, [question.search])
    found = _TOTAL.search(said)
    total = int(found[1] or 0) if found else -1
    cells = page.locator("[data-rows] tbody th").all_text_contents() if total else []
    size, requests = Handler.fetched, Handler.requests
    Handler.fetched = Handler.requests = 0
    return first, whole, size, requests, total, cells


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/zwgk/"
    server.shutdown()
    server.server_close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench table", description="大数据集的生成和查找测速")
    parser.add_argument("rows", nargs="?", type=int, default=453_518, help="行数（默认 453518）")
    parser.add_argument("--slow", action="store_true", help="模拟 10 Mbit/s、40 毫秒的线路")
    parser.add_argument("--folder", help="放临时文件的文件夹")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
