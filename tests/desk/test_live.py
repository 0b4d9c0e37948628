"""The server of a preview: what a request is answered with, and when browsers load their page again."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from gongkai.desk import live as desk
from gongkai.desk.live import Live, Superseded
from gongkai.desk.preview import own_faults


class Server:
    """What is needed of MkDocs' server."""

    def __init__(self) -> None:
        self.mount_path = "/zwgk/"
        self._epoch_cond = threading.Condition()
        self._visible_epoch, self._wanted_epoch, self._want_rebuild = 5, 5, False

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        return content + f" {epoch}".encode()

    def _guess_type(self, path: str) -> str:
        return "application/pdf"


class Pages:
    """Of a column: two pages, and a file beside them."""

    def __init__(self, root: Any, checking: bool) -> None:
        self.seen: Any = SimpleNamespace(settings=SimpleNamespace(root=root))
        self.files = frozenset(("files/a.pdf", "files/gone.pdf"))
        self.checking = "checking" if checking else "checked"

    def has(self, url: str) -> bool:
        return url in {"", "a/"}

    def page(self, url: str) -> str | None:
        return f"now {url} {self.checking}" if self.has(url) else None

    def lost(self) -> str:
        return "lost"


@pytest.fixture
def server() -> Iterator[Server]:
    yield Server()
    gc.enable()


@pytest.fixture
def live(server, tmp_path) -> Live:
    (tmp_path / "content/files").mkdir(parents=True)
    (tmp_path / "content/files/a.pdf").write_bytes(b"%PDF")
    sight: Any = SimpleNamespace(seen=lambda checking: Pages(tmp_path, checking))
    return Live(server, lambda environ, start: [b"as it was"], sight)


def asked(live: Live, path: str) -> tuple[str, bytes]:
    said: list[str] = []
    text = b"".join(live.answer({"PATH_INFO": path}, lambda status, *_: said.append(status)))
    return "".join(said), text


def test_pages_are_there_from_the_start_and_the_rules_follow(live, server):
    assert asked(live, "/zwgk/a/") == ("200 OK", b"now a/ checking 6")
    assert server._want_rebuild, "the rules are asked behind"


def test_what_is_asked_for(live):
    assert asked(live, "/zwgk/a") == ("302 Found", b"")
    assert asked(live, "/zwgk/nowhere/") == ("404 Not Found", b"lost 6")
    assert asked(live, "/zwgk/a/index.html")[0] == "404 Not Found", (
        "what a whole site has of pages is never shown"
    )
    assert asked(live, "/zwgk/files/a.pdf") == ("200 OK", b"%PDF")
    for path in ("/zwgk/style.css", "/zwgk/files/gone.pdf", "/elsewhere/a/", "/livereload/1/2"):
        assert asked(live, path) == ("", b"as it was")


def test_every_page_tells_search_engines_to_leave_it(live):
    headers: list[Any] = []
    for _ in range(2):
        live.answer({"PATH_INFO": "/zwgk/a/"}, lambda _, given: headers.append(given))
    assert ("X-Robots-Tag", "noindex") in headers[0] and headers[0] is not headers[1]


def test_a_save_is_shown_at_once_and_nobody_waits(live, server):
    server._wanted_epoch += 10
    live.begun()
    assert server._visible_epoch == server._wanted_epoch == 16
    assert asked(live, "/zwgk/") == ("200 OK", b"now  checking 16")
    server._want_rebuild = False
    live.refresh(checking=False)
    assert asked(live, "/zwgk/a/") == ("200 OK", b"now a/ checked 17")


def test_what_is_being_made_of_files_that_were_saved_since_is_given_up(live, server):
    server._want_rebuild = False
    live.go_on()
    server._want_rebuild = True
    with pytest.raises(Superseded):
        live.go_on()
    live.refresh(checking=False)
    assert b"checking" in asked(live, "/zwgk/a/")[1], "the rules were asked of other files"


def test_a_save_while_a_site_is_made_is_shown_at_once_too(live, server, monkeypatch):
    monkeypatch.setattr(desk, "_SETTLED", 0)
    file = SimpleNamespace(is_directory=False)
    before = server._visible_epoch
    live.dispatch(file)
    assert not live._due, "MkDocs begins at once where nothing is made"
    live.begun()
    live.dispatch(file)
    for timer in threading.enumerate():
        if isinstance(timer, threading.Timer):
            timer.join(5)
    assert server._visible_epoch == before + 2
    live.ended()


def waited() -> None:
    for timer in threading.enumerate():
        if isinstance(timer, threading.Timer):
            timer.join(5)


def test_what_was_shown_while_a_site_came_to_its_end_is_not_made_again(live, server, monkeypatch):
    monkeypatch.setattr(desk, "_SETTLED", 0)
    file = SimpleNamespace(is_directory=False)
    live.begun()
    live.dispatch(file)
    waited()
    live.ended()
    before = server._visible_epoch
    live.begun()
    assert server._visible_epoch == before, "what the save made is shown"
    live.dispatch(file)
    waited()
    live.dispatch(SimpleNamespace(is_directory=True))
    live.ended()
    live.dispatch(file)
    before = server._visible_epoch
    live.begun()
    assert server._visible_epoch == before + 1, "another save since"
    live.ended()
    live.begun()
    assert server._visible_epoch == before + 2, "a template was saved, which nobody tells here"


def test_a_save_at_the_end_of_a_site_is_shown_by_what_begins_next(live, server, monkeypatch):
    monkeypatch.setattr(desk, "_SETTLED", 0.05)
    live.begun()
    live.dispatch(SimpleNamespace(is_directory=False))
    live.ended()
    before = server._visible_epoch
    waited()
    assert server._visible_epoch == before
    live.begun()
    assert server._visible_epoch == before + 1


def test_rules_stand_back_while_a_page_is_made_and_not_for_ever(live, server, monkeypatch):
    server._want_rebuild = False
    begun, going, done = threading.Event(), threading.Event(), threading.Event()

    def slow(url: str) -> str:
        begun.set()
        going.wait(5)
        return url

    live.begun()
    monkeypatch.setattr(live._now, "page", slow)
    asking = threading.Thread(target=asked, args=(live, "/zwgk/a/"))
    asking.start()
    assert begun.wait(5)

    def stand_back() -> None:
        live.go_on()
        done.set()

    rules = threading.Thread(target=stand_back)
    rules.start()
    assert not done.wait(0.1) and not gc.isenabled(), "the page comes first"
    going.set()
    assert done.wait(5) and gc.isenabled()
    going.clear()
    monkeypatch.setattr(desk, "_BACK", 0.01)
    another = threading.Thread(target=asked, args=(live, "/zwgk/a/"))
    another.start()
    for _ in range(20):  # whoever asks without a pause holds nothing up
        live.go_on()
    going.set()
    for thread in (asking, rules, another):
        thread.join(5)


def test_a_fault_of_the_program_is_told_in_a_sentence_and_pages_stay(live, server, monkeypatch, tmp_path):
    def failing() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(own_faults, "read_state", lambda: tmp_path / "state")
    said: list[str] = []
    live.rebuild(failing, said.append, Superseded)
    (sentence,) = said
    assert (
        sentence.startswith("程序本身出错（ZeroDivisionError），不是内容的问题")
        and "Traceback" not in sentence
    )
    assert asked(live, "/zwgk/a/")[0] == "200 OK" and not live._busy
