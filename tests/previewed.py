"""scripts/serve of a column, running, for tests that look at what it shows."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).parents[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Preview:
    """scripts/serve of a column, running."""

    def __init__(self, root: Path, log: Path, state: Path) -> None:
        self.port = free_port()
        self.log = log
        self.process = subprocess.Popen(
            [
                *(PROJECT / "scripts/serve", "--root", root, "--date", "2026-11-21"),
                *("--port", str(self.port), "--state-dir", state),
            ],
            stdout=log.open("wb"),
            stderr=subprocess.STDOUT,
            # a CI that started us in the background has told its children to overlook Ctrl-C
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def page(self, address: str = "") -> str:
        url = f"http://127.0.0.1:{self.port}/zwgk/{address}"
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode())

    def wait(self, reached: Callable[[], bool], seconds: float = 90) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text("utf-8")
            try:
                if reached():
                    return
            except (OSError, urllib.error.URLError):
                pass
            time.sleep(0.1)
        raise AssertionError(self.log.read_text("utf-8"))

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


@contextmanager
def previewed(root: Path, beside: Path) -> Iterator[Preview]:
    """The preview of a column; its log and state are kept ``beside``."""
    running = Preview(root, beside / "log", beside / "state")
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.process.kill()
            running.process.wait(20)
