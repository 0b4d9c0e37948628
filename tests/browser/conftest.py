"""The demonstration site built once, served below /zwgk/ with the headers of a real one, and Chromium."""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

PROJECT = Path(__file__).parents[2]
TODAY = "2026-11-21"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
POLICY = (
    "default-src 'none'; script-src 'self'{wasm}; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
#: what tells one kind of page from another: its template, the banner it shows, the parts only some have
PARTS = ("facets", "pages", "media")
_KIND = re.compile(
    r'<body class="type-([a-z-]+)"|class="banner banner--([a-z-]+)"'
    rf'|<(?:details|nav|figure) class="[^"]*({"|".join(PARTS)})"'
)


@dataclass(frozen=True)
class Site:
    """A built site: its folder, its address, and one page (address below the root) of every kind."""

    folder: Path
    address: str
    kinds: dict[str, str]
    #: the day the site was built for
    today: str = TODAY

    @property
    def faces(self) -> list[str]:
        """The fewest pages that show each template, each banner and each part of a template once.

        A banner is one partial, coloured alike on every page: not every pair of the two is looked at.
        """
        seen: set[tuple[str, ...]] = set()
        found = []
        for kind, address in self.kinds.items():
            template, *others = kind.split()
            parts = {(template, each) if each in PARTS else (each,) for each in others}
            if not {(template,), *parts} <= seen:
                found.append(address)
            seen |= {(template,), *parts}
        return found

    def of(self, template: str) -> list[str]:
        """One page for each kind that a template shows."""
        return [page for kind, page in self.kinds.items() if kind.split()[0] == template]


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder below /zwgk/, nothing beside it."""

    def end_headers(self) -> None:
        english_search = self.path.startswith("/zwgk/en/search/")
        policy = POLICY.format(wasm=" 'wasm-unsafe-eval'" if english_search else "")
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        if not path.startswith("/zwgk/"):
            return str(Path(self.directory) / "nothing-outside-the-sub-path")
        return super().translate_path(path.removeprefix("/zwgk"))

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    """The site of this checkout's content; SITE_TO_TEST names a folder built already."""
    ready = os.environ.get("SITE_TO_TEST")
    folder = Path(ready) if ready else request.getfixturevalue("demo_site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, f"http://127.0.0.1:{server.server_port}/zwgk/", _kinds(folder))
    server.shutdown()
    server.server_close()


def _kinds(folder: Path) -> dict[str, str]:
    """The first page of every kind, in order of address."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.html")):
        if path.relative_to(folder).parts[0] == "en":
            continue  # looked at by themselves
        text = path.read_text("utf-8")
        names = ["".join(name) for name in _KIND.findall(text)]
        # A page that sends its reader on at once cannot be looked at.
        if names and 'http-equiv="refresh"' not in text:
            address = path.relative_to(folder).as_posix().removesuffix("index.html")
            found.setdefault(" ".join(names), address)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS.split())
        yield started
        started.close()


@dataclass
class Visitor:
    """A reader's window: where it went wrong, and what it asked other hosts for."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def goto(self, address: str) -> Page:
        """Open an address below the root; the search page also fills its filters first."""
        searches = address.endswith("search/")
        self.page.goto(self.address + address, wait_until="networkidle" if searches else "load")
        return self.page


Open = Callable[..., Visitor]


@pytest.fixture
def visitor(site: Site, browser: Browser) -> Iterator[Open]:
    """Opens windows: ``width``, ``modes`` as the reader chose them, and whatever Chromium can emulate."""
    contexts: list[BrowserContext] = []

    def open_window(width: int = 1280, modes: dict[str, Any] | None = None, **options: Any) -> Visitor:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        if modes:
            stored = json.dumps(json.dumps(modes))
            context.add_init_script(f"localStorage.setItem('gongkai-modes', {stored})")
        seen = Visitor(context.new_page(), site.address)

        def strange(request: Request) -> None:
            if not request.url.startswith((site.address, "data:")):
                seen.complaints.append(f"asked {request.url}")

        seen.page.on("request", strange)
        seen.page.on("pageerror", lambda error: seen.complaints.append(f"{seen.page.url}: {error}"))
        seen.page.on(
            "console",
            lambda message: (
                seen.complaints.append(f"{seen.page.url}: {message.text}")
                if message.type in {"error", "warning"}
                else None
            ),
        )
        return seen

    yield open_window
    for context in contexts:
        context.close()
