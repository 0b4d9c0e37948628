"""The preview's server → pages as the last whole site has them, or made at once of what was saved since."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol

from gongkai.desk.glimpse import Glimpse, Memory, glimpse

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from gongkai import render
    from gongkai.settings import Settings

#: seconds: an editor program writes a file in several steps
_SETTLED = 0.1
#: what pages of a text may fail with that no rule has judged
_UNCHECKED = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)


class Server(Protocol):
    """What is needed of MkDocs' server: it numbers what it shows; browsers wait for a newer number."""

    mount_path: str
    _epoch_cond: threading.Condition
    _visible_epoch: int
    _wanted_epoch: int
    _want_rebuild: bool

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes: ...


class Live:
    """What a preview shows, from one whole site to the next."""

    def __init__(self, server: Server, usual: WSGIApplication) -> None:
        """``usual`` answers with what the last whole site has."""
        self._server, self._usual = server, usual
        self._memory, self._lock = Memory(), threading.Lock()
        self._of: tuple[Settings, render.Site] | None = None
        self._now: Glimpse | None = None
        self._building = self._due = False

    @property
    def at_once(self) -> bool:
        """Whether pages are shown that nothing has checked."""
        return self._now is not None

    def follow(self, settings: Settings, shown: render.Site | None) -> None:
        """From a whole site on; its files are read now, so that a save is shown the sooner."""
        self._of = (settings, shown) if shown else None
        self._memory.taken_in(settings.root, settings.column.area.level)

    def begun(self) -> None:
        """A whole site is being made: what was saved is shown before it is checked."""
        self._building = True
        self._refresh()

    def stopped(self) -> None:
        """It was not made; what is shown stays."""
        self._building = False

    def finished(self, settings: Settings, shown: render.Site | None) -> None:
        """It was made: pages are loaded again from it, unless something was saved meanwhile."""
        self._building, self._of = False, (settings, shown) if shown else None
        if not self._server._want_rebuild:
            self._now = None
            self._server._wanted_epoch += 1

    def dispatch(self, event: Any) -> None:
        """Called of every change of a file: what is saved while a site is made is shown at once, too."""
        if self._building and not self._due and not event.is_directory:
            self._due = True
            timer = threading.Timer(_SETTLED, self._refresh_late)
            timer.daemon = True
            timer.start()

    def _refresh_late(self) -> None:
        self._due = False
        self._refresh()

    def _refresh(self) -> None:
        with self._lock:
            self._now = self._seen()
            if self._now:
                self._let_in()

    def _seen(self) -> Glimpse | None:
        """None where files have faults or no page can be thought of: the build, which follows, says why."""
        try:
            return glimpse(self._of[0], self._memory, self._of[1]) if self._of else None
        except _UNCHECKED:
            return None

    def _let_in(self) -> None:
        """Readers do not wait for the build; browsers load their page again."""
        server = self._server
        with server._epoch_cond:
            server._wanted_epoch = max(server._wanted_epoch, server._visible_epoch + 1)
            server._visible_epoch = server._wanted_epoch
            server._epoch_cond.notify_all()

    def answer(self, request: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """One request."""
        path = request["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        made = self._page(path)
        if made is None:
            return self._usual(request, start_response)
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [self._server._inject_js_into_html(made.encode(), self._server._visible_epoch)]

    def _page(self, path: str) -> str | None:
        """None for what is no page, and for what cannot be made of a text that was not checked."""
        now = self._now
        if now is None or not path.startswith(self._server.mount_path):
            return None
        try:
            return now.page(path.removeprefix(self._server.mount_path))
        except _UNCHECKED:
            return None
