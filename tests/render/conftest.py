"""Built sites read back as a browser would, and what their pages are made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest

from gongkai import pipeline
from gongkai.column.register import Register
from gongkai.exports import door
from gongkai.law.applied import Applied
from gongkai.render import Facts, Site
from gongkai.render.frame.templates import Templates
from gongkai.render.view import View
from gongkai.settings import Settings, read_column

PROJECT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 21)
HOST = "https://host.invalid"
#: attributes that lead somewhere
LEADING = ("href", "src", "action", "poster", "data")


@dataclass(frozen=True)
class Built:
    """A built site: its folder and the path it is served at."""

    folder: Path
    path: str

    @cached_property
    def pages(self) -> dict[str, lxml.html.HtmlElement]:
        """Address of every HTML page → its tree."""
        files = sorted(self.folder.rglob("*.html"))
        parser = lxml.html.HTMLParser(encoding="utf-8")
        return {self.address(file): lxml.html.fromstring(file.read_bytes(), parser=parser) for file in files}

    def address(self, file: Path) -> str:
        return file.relative_to(self.folder).as_posix().removesuffix("index.html")

    @cached_property
    def _links(self) -> dict[str, list[tuple[str, str, str]]]:
        return {}

    def links(self, url: str) -> list[tuple[str, str, str]]:
        """(tag, address below the root or the whole foreign address, fragment) of every link of a page."""
        if url not in self._links:
            self._links[url] = list(self._links_of(url))
        return self._links[url]

    def _links_of(self, url: str) -> Iterator[tuple[str, str, str]]:
        for element in self.pages[url].iter():
            for name in LEADING:
                target = element.get(name)
                if target is not None and isinstance(element.tag, str):
                    yield element.tag, *self.resolve(url, target)

    def resolve(self, url: str, target: str) -> tuple[str, str]:
        whole = urljoin(HOST + self.path + url, target)
        parts = urlsplit(whole)
        if not whole.startswith(HOST + self.path):
            return whole, ""
        return unquote(parts.path.removeprefix(self.path)), unquote(parts.fragment)

    def template(self, url: str) -> str:
        return self.pages[url].find("body").get("class").removeprefix("type-")

    @cached_property
    def samples(self) -> dict[str, str]:
        """One page of every template: template → address."""
        return {self.template(url): url for url in reversed(self.pages)}


@pytest.fixture(scope="session")
def read_back() -> Callable[[Path], Built]:
    """The folder of any built site → its pages; the path is the tiny column's."""
    return lambda folder: Built(folder, "/gongkai/")


@pytest.fixture(scope="session")
def demo(demo_site: Path) -> Built:
    return Built(demo_site, "/zwgk/")


@pytest.fixture(scope="session")
def checked(demonstration_checked: pipeline.Checked) -> pipeline.Checked:
    """The demonstration read and checked, as its site was built from it."""
    return demonstration_checked


@pytest.fixture(scope="session")
def recorded(checked: pipeline.Checked) -> Register:
    """The demonstration's records: editors change them, so tests ask them what to expect of a page."""
    return checked.register


@pytest.fixture(scope="session")
def tiny(mini_site: Path) -> Built:
    return Built(mini_site, "/gongkai/")


@pytest.fixture(scope="session")
def bare(bare_site: Path) -> Built:
    return Built(bare_site, "/zwgk/")


@pytest.fixture(params=["demo", "tiny", "bare"])
def built(request: pytest.FixtureRequest) -> Built:
    """Each of the three sites."""
    site: Built = request.getfixturevalue(request.param)
    return site


@pytest.fixture
def framed() -> Callable[[Path], Site]:
    """A root → what its pages are made from; nothing is built."""

    def frame(root: Path) -> Site:
        settings = Settings(root, TODAY, read_column(root))
        checked = pipeline.check(settings)
        facts = Facts(checked.register, door.plan(checked.register), Applied(waived=checked.waived))
        return Site.of(facts, PROJECT / "overrides")

    return frame


@pytest.fixture
def views(monkeypatch):
    """(part of the pages, site) → address → the view its template is handed."""

    def made(module, site):
        found: dict[str, View] = {}
        monkeypatch.setattr(Templates, "filled", lambda _, view, url: found.setdefault(url, view) and "")
        for each in module.planned(site):
            each.make()
        return found

    return made
