"""A small column made by rule, a site around its index, and Chromium to search it."""

from __future__ import annotations

import functools
import os
import random
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from gongkai.search import SearchDocument, index

SCRIPTS = Path(__file__).parents[2] / "overrides/assets/js/search"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
OPTIONS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'self'; form-action 'self'"
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


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder below /zwgk/ with the content security policy of a real site."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        if not path.startswith("/zwgk/"):
            return str(Path(self.directory) / "nothing-outside-the-sub-path")
        return super().translate_path(path.removeprefix("/zwgk"))

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/zwgk/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


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
def make() -> Callable[..., list[SearchDocument]]:
    return column


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS.split())
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """site(documents, shard_size, page) → the address of a served site whose scripts are ours."""
    with ExitStack() as stack:

        def build(documents: Sequence[SearchDocument], shard_size: int = 3000, page: str = "") -> str:
            folder = tmp_path_factory.mktemp("site")
            shutil.copytree(SCRIPTS, folder / "assets/js/search")
            work = tmp_path_factory.mktemp("work")
            index(documents, folder / "search/index", shard_size=shard_size, work=work)
            (folder / "search/index.html").write_text(page or "<!doctype html><html lang=zh-CN>", "utf-8")
            return stack.enter_context(served(folder))

        yield build
