"""The handbook as its readers meet it: built by its command, below a sub-path, no other host in reach."""

from __future__ import annotations

import functools
import json
import re
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import html5lib
import pytest
from playwright.sync_api import Browser, Page, Route

PROJECT = Path(__file__).parents[2]
BELOW = "/bangong/shouce/"
#: what a browser fetches by itself, and the attribute that names it
LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href", "use": "href"}


@dataclass(frozen=True)
class Handbook:
    """The built handbook: its folder, and its address."""

    folder: Path
    address: str


class Handler(SimpleHTTPRequestHandler):
    """Serves the handbook below its path, nothing beside it."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(BELOW):
            return str(Path(self.directory) / "nothing-outside-the-sub-path")
        return super().translate_path("/" + path.removeprefix(BELOW))

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Handbook]:
    folder = tmp_path_factory.mktemp("handbook") / "site"
    outcome = subprocess.run(
        [PROJECT / "scripts/handbook", "--site-dir", folder],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    assert (outcome.returncode, outcome.stderr) == (0, ""), outcome.stdout
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Handbook(folder, f"http://127.0.0.1:{server.server_port}{BELOW}")
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(handbook: Handbook, browser: Browser) -> Iterator[Page]:
    """A window that reaches the handbook only, and complains of whatever goes wrong in it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    complaints: list[str] = []

    def only_ours(route: Route) -> None:
        if route.request.url.startswith((handbook.address, "data:")):
            route.continue_()
        else:
            complaints.append(f"asked {route.request.url}")
            route.abort()

    context.route("**/*", only_ours)
    opened = context.new_page()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert complaints == []


#: words → the page that they are found on
FOUND = {
    "网址须一直有效": "rules/",
    "号码例外": "fields/",
    "政策解读": "fields/",
    "更正以前网页上的字": "编辑手册/",
    "interpretation-missing": "rules/",
}


def test_words_are_found_offline_and_below_a_sub_path(handbook: Handbook, page: Page) -> None:
    page.goto(handbook.address, wait_until="networkidle")
    field = page.locator("[data-md-component=search-query]")
    links = page.locator(".md-search-result__link")
    led: dict[str, str] = {}
    for words, place in FOUND.items():
        # what is nowhere, so that nothing found before is taken for what is found now
        field.fill("zyxwvut")
        field.press("End")  # the search listens to keys
        page.get_by_text("没有找到符合条件的结果").wait_for(state="attached")
        field.fill(words)
        field.press("End")
        links.first.wait_for(state="attached")
        found = links.evaluate_all("links => links.map(link => link.href)")
        led[words] = next(each for each in found if unquote(each).startswith(handbook.address + place))
    for words, address in led.items():
        page.goto(address)
        assert words in page.locator("article").inner_text()


def test_no_page_loads_anything_from_another_host(handbook: Handbook) -> None:
    pages = sorted(handbook.folder.rglob("*.html"))
    assert len(pages) > 5
    for path in pages:
        document = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
        loads = [element.get(LOADS[element.tag], "") for element in document.iter() if element.tag in LOADS]
        assert loads, path
        assert [each for each in loads if re.match(r"(https?:)?//", each)] == [], path
    for path in handbook.folder.rglob("*.css"):
        assert not re.search(r"(url\(|@import\s)['\"]?(https?:)?//", path.read_text("utf-8")), path


def test_every_page_is_in_the_menu_and_in_the_search(handbook: Handbook) -> None:
    index = json.loads((handbook.folder / "search/search_index.json").read_text("utf-8"))
    found = {unquote(each["location"]) for each in index["docs"]}
    home = html5lib.parse((handbook.folder / "index.html").read_text("utf-8"), namespaceHTMLElements=False)
    menu = {link.get("href") for link in home.iter("a") if "md-nav__link" in (link.get("class") or "")}
    pages = {path.parent.name for path in handbook.folder.rglob("index.html")} - {handbook.folder.name}
    assert {f"{name}/" for name in pages} <= {unquote(link or "") for link in menu}
    assert {f"{name}/" for name in pages} <= found
