"""The README's pictures, taken from the demonstration as it is built on one fixed day, and those of 编辑手册.

scripts/screenshots [--handbook]
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import desk_pictures
import desk_tour

PROJECT = Path(__file__).resolve().parents[1]
PICTURES = PROJECT / "docs/pictures"
DATE = "2026-11-21"
LARGEST = 200_000
POLICY = "policies/2026/jiazhuang-dianti-buzhu-banfa/"
DATASET = "datasets/xingzheng-xuke/"
#: taken away for the picture of the error
INTERPRETATION = "content/interpretations/2026/jiazhuang-dianti-yitu-dudong.md"
OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #14181d; color: #e6e6e6; font: 15px/1.7 "Noto Sans Mono CJK SC", monospace; }}
pre {{ margin: 0; padding: 24px; white-space: pre-wrap; word-break: break-all; }}
b {{ color: #8ecbff; font-weight: normal; }}
</style><pre><b>$ scripts/build</b>\n{text}\n<b>$ echo $?</b>\n{code}</pre>"""


@dataclass(frozen=True)
class Picture:
    """One page in one window, drawn smaller or larger by ``scale``."""

    name: str
    page: str
    width: int
    height: int
    scale: float = 1
    whole: bool = False


PAGES = (
    Picture("home", "", 1280, 1200, 0.75),
    Picture("policy", POLICY, 1280, 1200, 0.75),
    Picture("article", POLICY + "#tiao-6", 1280, 800, 0.75),
    Picture("phone", POLICY, 390, 844),
    Picture("quality", "quality/", 1280, 1200, 0.75),
    Picture("dataset", DATASET + "#shuju", 1280, 1000, 0.75),
    Picture("english", "en/", 1280, 1000, 0.75),
    Picture("rulebook", "rulebook/#pairing", 390, 844),
)
ERROR = Picture("error", "", 960, 100, whole=True)


class BelowSubPath(SimpleHTTPRequestHandler):
    """Serves the site below /zwgk/, as it stands on a portal."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/zwgk"))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the console is for what people want to know."""


def main() -> int:
    reader = argparse.ArgumentParser(prog="scripts/screenshots", description="README 和编辑手册的图")
    reader.add_argument("--handbook", action="store_true", help="只拍编辑手册的：写稿台的各页")
    only = reader.parse_args().handbook
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=OPTIONS.split())
        handbook(browser)
        browser.close()
    return too_large() if only else readme() or too_large()


def handbook(browser: Browser) -> None:
    """The desk's screens on the way through the five tasks of 编辑手册."""
    today = dt.date.fromisoformat(DATE)
    with (
        tempfile.TemporaryDirectory() as folder,
        desk_pictures.office(PROJECT, Path(folder), today) as tour,
    ):
        tour.page, tour.look = desk_pictures.window(browser), desk
        for task in desk_tour.TASKS:
            task(tour)


def desk(name: str, page: Page) -> None:
    """One screen of the desk."""
    target = PICTURES / f"desk-{name}.png"
    desk_pictures.take(page, target)
    print(f"{target.relative_to(PROJECT)} {target.stat().st_size // 1000} kB", file=sys.stderr)


def readme() -> int:
    """The pictures of the README; 1 where the site could not be built."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        if build(PROJECT, site).returncode != 0:
            print("网站没有建成，没有截图；先运行 scripts/check 看有什么问题", file=sys.stderr)
            return 1
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=OPTIONS.split())
        with served(site) as address:
            for picture in PAGES:
                take(browser, picture, address + picture.page)
        error = Path(folder) / "error.html"
        error.write_text(failing_build(Path(folder)), "utf-8")
        take(browser, ERROR, error.as_uri())
        browser.close()
    return 0


def build(root: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """The site of a root on the fixed day."""
    command = [
        *(os.fspath(PROJECT / "scripts/build"), "--root", os.fspath(root)),
        *("--date", DATE, "--site-dir", os.fspath(site)),
    ]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


def failing_build(folder: Path) -> str:
    """A terminal with what the build says when one interpretation is taken away."""
    root = folder / "column"
    for part in ("content", "data"):
        shutil.copytree(PROJECT / part, root / part)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    (root / INTERPRETATION).unlink()
    outcome = build(root, folder / "never")
    said = outcome.stderr.splitlines()
    start = next(number for number, line in enumerate(said) if "interpretation-missing" in line)
    text = "\n".join([*said[start : start + 2], outcome.stdout.strip()])
    return TERMINAL.format(text=escape(text), code=outcome.returncode)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site on this machine."""
    handler = functools.partial(BelowSubPath, directory=os.fspath(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/zwgk/"
        server.shutdown()


def take(browser: Browser, picture: Picture, address: str) -> None:
    """One picture of the top of a page."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        device_scale_factor=picture.scale,
        color_scheme="light",
        locale="zh-CN",
    )
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    target = PICTURES / f"{picture.name}.png"
    page.screenshot(path=target, full_page=picture.whole)
    print(f"{target.relative_to(PROJECT)} {target.stat().st_size // 1000} kB", file=sys.stderr)
    context.close()


def too_large() -> int:
    """2 when a picture weighs more than a README should load."""
    heavy = [file.name for file in sorted(PICTURES.glob("*.png")) if file.stat().st_size >= LARGEST]
    if heavy:
        print(f"太大（超过 {LARGEST // 1000} kB）：{'、'.join(heavy)}；把窗口改小", file=sys.stderr)
    return 2 if heavy else 0


if __name__ == "__main__":
    sys.exit(main())
