"""Pages of other sites asked for: a real server on this machine answers, moves, refuses and hangs."""

from __future__ import annotations

from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import ClassVar

import pytest

from gongkai.desk.outward.asking import Manners, ask, outside
from gongkai.records.vocabulary.publishing import LinkAnswer

QUICK = Manners(timeout=0.5, pause=0.0, agent="gongkai-links (+https://www.example.cn/zwgk/)")
#: path → the status, and where it leads
PAGES = {
    "/ok": (200, ""), "/gone": (404, ""), "/broken": (503, ""), "/closed": (403, ""),
    "/moved": (301, "/ok"), "/away": (302, "/gone"), "/round": (302, "/round"), "/%E6%96%87?a=1": (200, ""),
}  # fmt: skip


class Site(BaseHTTPRequestHandler):
    """Counts what it is asked; knows no HEAD for one page, and hangs at another."""

    asked: ClassVar[Counter[tuple[str, str]]] = Counter()
    agents: ClassVar[set[str | None]] = set()
    go_on = Event()

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        self.asked[self.command, self.path] += 1
        self.agents.add(self.headers["User-Agent"])
        if self.path == "/slow":
            self.go_on.wait(5)
        status, leads = PAGES.get(self.path, (200, ""))
        if self.path == "/whole" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        if leads:
            self.send_header("Location", leads)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    Site.go_on.set()
    server.shutdown()
    thread.join()


@pytest.mark.parametrize(
    ("path", "answer", "said"),
    [
        ("/ok", LinkAnswer.FINE, "200"),
        ("/文?a=1", LinkAnswer.FINE, "200"),
        ("/moved", LinkAnswer.FINE, "200"),
        ("/whole", LinkAnswer.FINE, "200"),
        ("/gone", LinkAnswer.DEAD, "404"),
        ("/away", LinkAnswer.DEAD, "404"),
        ("/broken", LinkAnswer.DEAD, "503"),
        ("/slow", LinkAnswer.DEAD, "没有答复"),
        # it may be there for readers
        ("/closed", LinkAnswer.UNSURE, "403"),
        ("/round", LinkAnswer.UNSURE, "转来转去"),
    ],
)
def test_what_a_site_answers(site, path, answer, said):
    (found,) = ask([site + path], QUICK, allowed=lambda _: True)
    assert (found.address, found.answer, found.said) == (site + path, answer, said)
    assert Site.agents == {QUICK.agent}


def test_nobody_there_is_a_page_that_is_not_there():
    found = ask(["http://127.0.0.1:9/1", "http://nobody.invalid/"], QUICK, allowed=lambda _: True)
    assert [(each.answer, each.said) for each in found] == [
        (LinkAnswer.DEAD, "连不上"),
        (LinkAnswer.DEAD, "没有这个网站"),
    ]


def test_machines_inside_a_network_are_never_asked(site):
    before = Site.asked.copy()
    found = ask([f"{site}/ok", "http://10.0.0.1/", "http://localhost/", "https://a.lan/1"], QUICK)
    assert {each.answer for each in found} == {LinkAnswer.UNSURE} and Site.asked == before
    assert outside("https://www.gov.cn/1") and not outside("mailto:a@gov.cn")


def test_each_address_is_asked_once(site):
    before = Site.asked["HEAD", "/ok"]
    assert len(ask([f"{site}/ok", f"{site}/gone"], QUICK, allowed=lambda _: True)) == 2
    assert Site.asked["HEAD", "/ok"] == before + 1
