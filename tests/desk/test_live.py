"""The server of a preview: what a request is answered with before, while and after a site is made."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import Any

import pytest

from gongkai.desk import live as desk
from gongkai.desk.live import Live


class Server:
    """What is needed of MkDocs' server."""

    def __init__(self) -> None:
        self.mount_path = "/zwgk/"
        self._epoch_cond = threading.Condition()
        self._visible_epoch, self._wanted_epoch, self._want_rebuild = 5, 5, False

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        return content + f" {epoch}".encode()


class Pages:
    """Of a column: a page that can be made, and one that cannot."""

    def page(self, url: str) -> str | None:
        if url == "broken/":
            raise KeyError(url)
        return f"now {url}" if url in {"", "a/"} else None


@pytest.fixture
def seen(monkeypatch) -> list[Pages | None]:
    """What can be seen of the files after each save; the last of it for ever."""
    found: list[Pages | None] = [Pages()]
    monkeypatch.setattr(desk, "glimpse", lambda *_: found.pop(0) if len(found) > 1 else found[0])
    return found


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def live(server, seen, tmp_path) -> Live:
    (tmp_path / "data").mkdir()
    made = Live(server, lambda environ, start: [b"as it was"])
    area: Any = SimpleNamespace(level="区")
    settings: Any = SimpleNamespace(root=tmp_path, column=SimpleNamespace(area=area))
    shown: Any = SimpleNamespace()
    made.follow(settings, shown)
    return made


def asked(live: Live, path: str) -> bytes:
    return b"".join(live.answer({"PATH_INFO": path}, lambda *_: lambda _: None))


def begin(live: Live, server: Server) -> None:
    """As MkDocs does after a save."""
    server._wanted_epoch += 10
    live.begun()


def test_before_a_save_all_is_as_it_was(live):
    assert asked(live, "/zwgk/a/") == b"as it was" and not live.at_once


def test_while_a_site_is_made_pages_are_made_when_asked_for_and_nobody_waits(live, server):
    begin(live, server)
    assert server._visible_epoch == server._wanted_epoch == 15
    assert asked(live, "/zwgk/") == b"now  15" and asked(live, "/zwgk/a/") == b"now a/ 15"
    for path in ("/zwgk/style.css", "/zwgk/nowhere/", "/zwgk/broken/", "/elsewhere/a/"):
        assert asked(live, path) == b"as it was"


def test_the_finished_site_is_loaded_again(live, server):
    begin(live, server)
    live.finished(SimpleNamespace(), SimpleNamespace())
    assert asked(live, "/zwgk/a/") == b"as it was"
    assert server._wanted_epoch > server._visible_epoch


def test_what_was_saved_meanwhile_is_not_taken_back_by_the_finished_site(live, server):
    begin(live, server)
    server._want_rebuild = True
    live.finished(SimpleNamespace(), SimpleNamespace())
    assert asked(live, "/zwgk/a/").startswith(b"now")


def test_a_site_that_was_not_made_leaves_what_is_shown(live, server):
    begin(live, server)
    live.stopped()
    assert asked(live, "/zwgk/a/").startswith(b"now") and live.at_once


def test_files_with_faults_show_what_was_before(live, server, seen):
    seen[:] = [None]
    begin(live, server)
    assert asked(live, "/zwgk/a/") == b"as it was" and not live.at_once
    assert server._visible_epoch < server._wanted_epoch, "MkDocs keeps readers waiting, as ever"


def test_a_save_while_a_site_is_made_is_shown_at_once_too(live, server, monkeypatch):
    monkeypatch.setattr(desk, "_SETTLED", 0)
    file = SimpleNamespace(is_directory=False)
    live.dispatch(file)
    begin(live, server)
    before = server._visible_epoch
    live.dispatch(file)
    for timer in threading.enumerate():
        if isinstance(timer, threading.Timer):
            timer.join(5)
    assert server._visible_epoch == before + 1
    assert asked(live, "/zwgk/a/") == f"now a/ {before + 1}".encode()
