"""Commands in forks of a process that has published a column: what a start costs is paid once.

Loading modules, templates and dictionaries takes longer than most of what tests ask of a command. Each
command has a process of its own all the same, with its own words, environment and output, and ends by
itself. What is about the start (signals, environments, hash seeds) starts ``scripts/`` itself.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
import os
import runpy
import socket
import subprocess
import sys
import tempfile
import unittest.mock
from collections.abc import Mapping, Sequence
from pathlib import Path

PROJECT = Path(__file__).parents[1]
#: bytes of one request: words and environment
_MUCH = 1 << 20
#: what ``scripts/lib/environment.sh`` sets
_SET = {
    "PYTHONPATH": str(PROJECT / "hooks"),
    "PYTHONSAFEPATH": "1",
    "PYTHONUTF8": "1",
    "NO_MKDOCS_2_WARNING": "1",
}


class Warm:
    """A loaded process, started when it is first asked."""

    def __init__(self, patience: float) -> None:
        """``patience``: seconds until a command counts as hanging."""
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, words: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """``python -m gongkai`` with these words in this folder: its exit code and all it said."""
        if self._process is None:
            self._start()
        surroundings = {"environment": {**environment, **_SET}, "folder": str(Path.cwd())}
        request = json.dumps({"words": [*words], **surroundings})
        with tempfile.TemporaryFile() as said:
            socket.send_fds(self._ours, [request.encode()], [said.fileno()])
            code = int(self._ours.recv(16))
            said.seek(0)
            return subprocess.CompletedProcess([*words], code, said.read().decode())

    def close(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._ours.close()
            self._process.wait(self._patience)

    def _start(self) -> None:
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._ours.settimeout(self._patience)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                env={**os.environ, **_SET},
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )


def _serve(asked: socket.socket) -> None:
    """Forks for every request; in the fork, goes on as ``python -m gongkai`` does."""
    while True:
        request, handles, _, _ = socket.recv_fds(asked, _MUCH, 1)
        if not request:
            return
        child = os.fork()
        if child == 0:
            asked.close()
            _become(json.loads(request), handles[0])
            return
        os.close(handles[0])
        _, status = os.waitpid(child, 0)
        asked.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(request: dict[str, object], said: int) -> None:
    os.environ.clear()
    os.environ.update(request["environment"])  # type: ignore[call-overload]
    os.chdir(str(request["folder"]))
    for stream in (1, 2):
        os.dup2(said, stream)
    os.close(said)
    sys.argv = ["gongkai", *request["words"]]  # type: ignore[misc]
    runpy.run_module("gongkai", run_name="__main__", alter_sys=True)


def _publish_once() -> None:
    """The smallest column, in this process alone, so that its forks find loaded what every build loads."""
    from gongkai import pipeline
    from gongkai.settings import Settings, read_column

    for name in ("gongkai.desk.cli", "mkdocs.commands.build"):
        importlib.import_module(name)
    root, day = PROJECT / "tests/sites/bare", dt.date(2026, 11, 21)
    settings = Settings(root, day, read_column(root))
    with tempfile.TemporaryDirectory() as name, unittest.mock.patch("os.cpu_count", lambda: 1):
        work, stage = Path(name) / "work", Path(name) / "stage"
        stage.mkdir()
        pipeline.publish(settings, pipeline.check(settings), stage, lambda _: None, work=work, index=True)


if __name__ == "__main__":
    _publish_once()
    _serve(socket.socket(fileno=int(sys.argv[1])))
