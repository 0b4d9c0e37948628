"""Sites around an index made for a test, served below a sub-path, and the search page opened."""

from __future__ import annotations

import functools
import re
import runpy
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from gongkai.search import GRAMS, PAGEFIND, SearchDocument, index
from gongkai.search.engine import Engine

SCRIPTS = Path(__file__).parents[3] / "overrides/assets/js"
HTML = Path(__file__).with_name("page.html").read_text("utf-8")
POLICY = "default-src 'self'; script-src 'self'{wasm}; base-uri 'self'; form-action 'self'"
EVIL = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
TITLE = "关于推进老旧小区综合整治工作的意见"
Make = Callable[..., list[SearchDocument]]


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder below /zwgk/ with the content security policy of a real site."""

    def end_headers(self) -> None:
        pagefind = any(Path(self.directory).rglob("wasm.*"))
        policy = POLICY.format(wasm=" 'wasm-unsafe-eval'" if pagefind else "")
        self.send_header("Content-Security-Policy", policy)
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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """site(documents, engine, running, page) → the address of a served site whose scripts are ours."""
    with ExitStack() as stack:

        def build(
            documents: Sequence[SearchDocument], engine: Engine = GRAMS, running: int = 3000, page: str = ""
        ) -> str:
            folder = tmp_path_factory.mktemp("site")
            shutil.copytree(SCRIPTS, folder / "assets/js")
            shutil.copy(SCRIPTS.parents[1] / "search.css", folder / "assets")
            work = tmp_path_factory.mktemp("work")
            out = folder / "search/index"
            index(documents, out, engine=engine, running=running, closed=running, work=work)
            (folder / "search/index.html").write_text(page or "<!doctype html><html lang=zh-CN>", "utf-8")
            return stack.enter_context(served(folder))

        yield build


@pytest.fixture(scope="session")
def make_documents() -> Make:
    """The documents that the tests of the room itself use."""
    made: Make = runpy.run_path(str(Path(__file__).parents[2] / "search/conftest.py"))["column"]
    return made


def documents(make_documents: Make) -> list[SearchDocument]:
    plain = make_documents(40)
    special = replace(
        plain[0],
        url="policies/2025/old-houses/",
        title=TITLE,
        number="京西政发〔2025〕108号",
        text="一、总体要求。\n加装电梯的老旧小区，电话010-83926666，执行GB/T 19001标准。\n"
        "住房和城乡建设委员会负责。",
        type="政策文件",
        unit="区住建委",
        year="2025",
        status="有效",
        date="2025-12-31",
        extra="区房管局 旧改",
    )
    evil = f"恶意{EVIL}"
    hostile = replace(special, url="javascript:alert(1)", title=evil, number=EVIL, text=evil, extra="")
    return [*plain, special, hostile]


@pytest.fixture(scope="session", params=[(PAGEFIND, 3000), (GRAMS, 5)], ids=["pagefind", "grams by year"])
def address(request: pytest.FixtureRequest, make_documents: Make, site: Callable[..., str]) -> str:
    engine, running = request.param
    return site(documents(make_documents), engine, running, page=HTML) + "search/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
    yield opened
    context.close()
    assert faults == []


@pytest.fixture
def titles(page: Page) -> Callable[[], list[str]]:
    """The titles shown, once the search has ended."""

    def read() -> list[str]:
        expect(page.locator("[data-search-status]")).to_have_text(
            re.compile("^(先是一条回答|(找到|没有找到|数据集里有).*)。$")
        )
        expect(page.locator("form[aria-busy]")).to_have_count(0)
        return page.locator("[data-search-results] h3").all_text_contents()

    return read


@pytest.fixture
def opened(page: Page, address: str) -> Page:
    """The search page, ready."""
    page.goto(address)
    expect(page.locator("fieldset")).to_be_visible()
    return page


@pytest.fixture
def search(opened: Page, titles: Callable[[], list[str]]) -> Callable[[str], list[str]]:
    """Types a query and presses Enter; the titles shown."""

    def ask(query: str) -> list[str]:
        opened.get_by_label("检索词").fill(query)
        opened.keyboard.press("Enter")
        return titles()

    return ask
