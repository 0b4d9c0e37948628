"""The preview's server → every page made when it is asked for, of the files as they are, with their faults.

A save is shown at once; the rules follow and change the bar; search, feeds and data follow with a whole site.
What follows stands back: it waits while a page is made that somebody asked for, and ends at the next save.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from gongkai import pipeline
from gongkai.desk.preview import own_faults
from gongkai.desk.preview.failing import FAILING
from gongkai.desk.preview.seeing import Sight

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from gongkai.common.kept import Kept
    from gongkai.desk.preview.pages import Preview
    from gongkai.settings import Settings

#: seconds: an editor program writes a file in several steps
_SETTLED = 0.1
#: seconds, and how often after a save, for which what follows stands back for pages that are asked for
_BACK, _TIMES = 0.5, 4
_HTML = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("X-Robots-Tag", "noindex"),
    ("Cache-Control", "no-store"),
]


class Server(Protocol):
    """What is needed of MkDocs' server: it numbers what it shows; browsers wait for a newer number."""

    mount_path: str
    _epoch_cond: threading.Condition
    _visible_epoch: int
    _wanted_epoch: int
    _want_rebuild: bool

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes: ...

    def _guess_type(self, path: str) -> str: ...


class Superseded(Exception):
    """Something was saved meanwhile: what is being made is of no use."""


class Live:
    """What a preview shows, from its start to its end."""

    def __init__(self, server: Server, usual: WSGIApplication, sight: Sight) -> None:
        """``usual`` answers with the files that the last whole site has."""
        self._server, self._usual, self._sight = server, usual, sight
        self._lock = threading.Lock()
        self._now: Preview | None = None
        self._busy = self._due = False
        #: changes of files; how many of them a page shows that was made anew while a site was made
        self._saves, self._late = 0, -1
        self._asked, self._quiet, self._times = 0, threading.Condition(), 0
        sight.go_on = self.go_on
        gc.collect()
        gc.freeze()  # all that was loaded stays: looking it through for garbage took as long as a page
        self.refresh()
        server._want_rebuild = True  # the rules and the whole site follow behind

    def rebuild(self, builder: Callable[[], None], say: Callable[[str], None], stop: type[Exception]) -> None:
        """Rules are asked, and a whole site is made; what was saved is shown before, and stays in any case.

        ``stop``: what a run ends with that has said why.
        """
        self.begun()
        try:
            builder()
        except stop as end:
            say(f"{end}")
        except FAILING as error:  # MkDocs would print where in the code it was, in English
            say(f"{own_faults.sentence(type(error).__name__, error)}预览里的网页照样看得到。")
        finally:
            self.ended()

    def begun(self) -> None:
        """What was saved is shown, before anything is asked of it."""
        self._busy, self._times = True, _TIMES
        gc.disable()  # until the page is made
        late, self._late = self._late, -1
        if late != self._saves:  # else it was shown while what was made before came to its end
            self.refresh()

    def ended(self) -> None:
        """It was made, or not; what is shown stays."""
        self._busy = False
        gc.enable()

    def refresh(self, *, checking: bool = True) -> None:
        """Show the files as they are, by what is known of them; browsers load their page again.

        ``checking``: the rules have not been asked of them.
        """
        with self._lock:
            self._now = self._sight.seen(checking=checking or self._server._want_rebuild)
            server = self._server
            with server._epoch_cond:
                server._wanted_epoch = max(server._wanted_epoch, server._visible_epoch + 1)
                server._visible_epoch = server._wanted_epoch
                server._epoch_cond.notify_all()

    def make(
        self,
        settings: Settings,
        checked: pipeline.Checked,
        stage: Path,
        say: Callable[[str], None],
        work: Path,
        *,
        index: bool,
        kept: Kept,
    ) -> None:
        """All that stands beside the pages, into an empty folder; Superseded when something is saved."""

        def on(message: str) -> None:
            self.go_on()
            say(message)

        site = pipeline.publish(
            settings, checked, stage, on, work=work, index=index, kept=kept, lenient=self._sight
        )
        self._sight.whole(site)

    def go_on(self) -> None:
        """Stands back while a page is made; raises Superseded where something was saved since."""
        if self._server._want_rebuild:
            raise Superseded("又有改动，重新检查。")
        with self._quiet:
            if self._asked and self._times:
                self._times -= 1
                self._quiet.wait_for(lambda: not self._asked, _BACK)
        gc.enable()

    @contextmanager
    def _first(self) -> Iterator[None]:
        """What is done meanwhile comes before what follows a save."""
        with self._quiet:
            self._asked += 1
        try:
            yield
        finally:
            with self._quiet:
                self._asked -= 1
                self._quiet.notify_all()

    def dispatch(self, event: Any) -> None:
        """Called of every change of a file: what is saved while a site is made is shown at once, too."""
        if event.is_directory:
            return
        self._saves += 1
        if self._busy and not self._due:
            self._due = True
            timer = threading.Timer(_SETTLED, self._refresh_late)
            timer.daemon = True
            timer.start()

    def _refresh_late(self) -> None:
        """Only where what is being made has not ended by now: what is made next begins with showing it."""
        self._due = False
        if self._busy:
            saves = self._saves
            self.refresh()
            self._late = saves

    def answer(self, request: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """One request: a page of the preview, a file beside a record, or a file of the last whole site."""
        path = request["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        now, mount = self._now, self._server.mount_path
        if now is None or not path.startswith(mount):
            return self._usual(request, start_response)
        url = path.removeprefix(mount)
        if url in now.files:
            return self._file(now, url, start_response) or self._usual(request, start_response)
        with self._first():
            text = now.page(url)
        if text is not None:
            start_response("200 OK", [*_HTML])
        elif now.has(f"{url}/"):
            start_response("302 Found", [("Location", f"{request['PATH_INFO']}/")])
            return []
        elif url.endswith(("/", ".html")):
            start_response("404 Not Found", [*_HTML])
            text = now.lost()
        else:
            return self._usual(request, start_response)
        return [self._server._inject_js_into_html(text.encode(), self._server._visible_epoch)]

    def _file(self, now: Preview, url: str, start_response: StartResponse) -> Iterable[bytes] | None:
        """A file as it lies beside the records; None where it has gone since."""
        try:
            data = (Path(now.seen.settings.root) / "content" / url).read_bytes()
        except OSError:
            return None
        start_response(
            "200 OK", [("Content-Type", self._server._guess_type(url)), ("Cache-Control", "no-store")]
        )
        return [data]
