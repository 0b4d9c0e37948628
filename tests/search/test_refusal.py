"""A program that fails, lies or is missing stops the build with a sentence, not with half an index."""

from __future__ import annotations

import errno
import importlib.util
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.common.problems import EnvironmentProblem
from gongkai.search import PAGEFIND, SearchDocument, SearchFailed, index, pagefind

#: programs that fail or hang
pytestmark = pytest.mark.slow
Make = Callable[..., list[SearchDocument]]
#: Answers every request as the real program does, and writes nothing.
LIAR = """#!/usr/bin/env python3
import base64, json, sys
data = b""
while not data.count(b",") >= 5:
    data += sys.stdin.buffer.read1(65536)
for part in data.split(b",")[:-1]:
    answer = {"message_id": json.loads(base64.b64decode(part))["message_id"], "payload": {"type": "Fine"}}
    sys.stdout.buffer.write(base64.b64encode(json.dumps(answer).encode()) + b",")
"""
COMPLAINER = """#!/usr/bin/env python3
import base64, json, sys
answer = {"message_id": 0, "payload": {"type": "Error", "message": "no room"}}
sys.stdout.buffer.write(base64.b64encode(json.dumps(answer).encode()) + b",")
sys.stdout.flush()
sys.stdin.buffer.read()
"""


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("#!/bin/sh\ncat >/dev/null &\nexit 0\n", "中途退出"),
        ("#!/bin/sh\nexit 0\n", "中途退出"),
        ("#!/bin/sh\necho disk full >&2\nexit 3\n", "disk full"),
        (LIAR, "没有写出目录文件"),
        (COMPLAINER, "no room"),
        ("#!/bin/sh\necho xx,yy,\ncat >/dev/null\n", "读不懂"),
        ("#!/bin/sh\necho bnVsbA==,\ncat >/dev/null\n", "读不懂"),
        ("not a program", "无法运行"),
    ],
)
def test_failing_programs_are_refused(
    tmp_path: Path, make_documents: Make, monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    fake = tmp_path / "pagefind"
    fake.write_text(program, "utf-8")
    fake.chmod(0o755)
    monkeypatch.setattr(pagefind, "executable", lambda: fake)
    monkeypatch.setattr(pagefind, "ENVIRONMENT", {"PATH": "/usr/bin:/bin"})
    with pytest.raises(SearchFailed, match=said):
        index(make_documents(3), tmp_path / "out", work=tmp_path / "work", engine=PAGEFIND)
    assert not list(tmp_path.glob("out/*")) and not list((tmp_path / "work").iterdir())


@pytest.mark.parametrize(
    "program",
    [
        "#!/bin/sh\nsleep 1000\n",
        "#!/bin/sh\nsleep 1000 &\nwait\n",
        "#!/bin/sh\ncat >/dev/null\nsleep 1000\n",
        "#!/bin/sh\ncat >/dev/null\n",
        "#!/bin/sh\nsetsid sleep 30 &\nexec sleep 1000\n",
    ],
    ids=[
        "never reads",
        "its child never ends",
        "never ends",
        "waits for the end of input",
        "its child leaves",
    ],
)
def test_a_program_that_never_answers_is_ended_with_its_children(
    tmp_path: Path, make_documents: Make, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    fake = tmp_path / "pagefind"
    fake.write_text(program, "utf-8")
    fake.chmod(0o755)
    monkeypatch.setattr(pagefind, "executable", lambda: fake)
    monkeypatch.setattr(pagefind, "ENVIRONMENT", {"PATH": "/usr/bin:/bin"})
    monkeypatch.setattr(pagefind, "LEAST", 0.2)
    # more than a pipe holds, so that writing waits for a reader
    documents = make_documents(300)
    begun = time.monotonic()
    with pytest.raises(SearchFailed, match="秒内没有建好 300 页的索引，已停止它"):
        monkeypatch.setattr(pagefind, "EACH", 0.0005)
        index(documents, tmp_path / "out", work=tmp_path / "work", engine=PAGEFIND)
    assert time.monotonic() - begun < 20
    assert not (tmp_path / "out").exists()


def test_the_bound_grows_with_the_pages() -> None:
    assert pagefind.bound(0) == 60 and pagefind.bound(3000) == 360


def test_missing_program_is_an_environment_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(EnvironmentProblem, match="pagefind_bin"):
        pagefind.executable()


PARTS = ["fragment/", "index/", "pagefind.zh", "pagefind-entry.json", "pagefind.js", "wasm."]
HARMS: dict[str, Callable[[bytes], bytes | None]] = {
    "empty": lambda data: b"",
    "gone": lambda data: None,
    "half": lambda data: data[: len(data) // 2],
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("harm", ["empty", "gone"])
def test_every_missing_or_empty_file_is_noticed(
    tmp_path: Path, make_documents: Make, monkeypatch: pytest.MonkeyPatch, harm: str, part: str
) -> None:
    harmed(monkeypatch, harm, part)
    with pytest.raises(SearchFailed, match="不完整"):
        index(make_documents(30), tmp_path / "out", work=tmp_path / "work", engine=PAGEFIND)
    assert not (tmp_path / "out").exists() and not list((tmp_path / "work").iterdir())


@pytest.mark.parametrize("part", PARTS[:4])
def test_truncated_files_are_noticed(
    tmp_path: Path, make_documents: Make, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    harmed(monkeypatch, "half", part)
    with pytest.raises(SearchFailed, match="不完整"):
        index(make_documents(30), tmp_path / "out", work=tmp_path / "work", engine=PAGEFIND)


def harmed(monkeypatch: pytest.MonkeyPatch, harm: str, part: str) -> None:
    run = pagefind.run

    def run_and_harm(folder: Path, pages: list[tuple[str, str]]) -> dict[str, bytes]:
        files = run(folder, pages)
        path = next(name for name in sorted(files) if name.startswith(part))
        data = HARMS[harm](files.pop(path))
        return files if data is None else {**files, path: data}

    monkeypatch.setattr(pagefind, "run", run_and_harm)


def test_full_disk_leaves_no_index(
    tmp_path: Path, make_documents: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def no_room(path: Path, data: bytes) -> int:
        if path.name == "documents.json":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", no_room)
    with pytest.raises(OSError, match="No space left"):
        index(make_documents(3), tmp_path / "out", work=tmp_path / "work", engine=PAGEFIND)
    assert not (tmp_path / "out").exists() and not list((tmp_path / "work").iterdir())


def test_folder_in_use_and_double_addresses_are_refused(tmp_path: Path, make_documents: Make) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/old.json").write_text("{}")
    with pytest.raises(SearchFailed, match="不是空的"):
        index(make_documents(1), tmp_path / "out", work=tmp_path / "work", engine=PAGEFIND)
    shutil.rmtree(tmp_path / "out")
    with pytest.raises(SearchFailed, match="重复"):
        index(
            [*make_documents(1), *make_documents(1)],
            tmp_path / "out",
            work=tmp_path / "work",
            engine=PAGEFIND,
        )


class Interrupted(threading.Timer):
    """A signal that arrives while its thread begins."""

    def start(self) -> None:
        super().start()
        raise SystemExit(143)


def test_a_signal_while_the_time_limit_begins_leaves_nothing_that_waits(
    tmp_path: Path, make_documents: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "pagefind"
    fake.write_text("#!/bin/sh\nexec /bin/sleep 1000\n", "utf-8")
    fake.chmod(0o755)
    monkeypatch.setattr(pagefind, "executable", lambda: fake)
    monkeypatch.setattr(threading, "Timer", Interrupted)
    with pytest.raises(SystemExit):
        index(make_documents(3), tmp_path / "out", work=tmp_path / "work", engine=PAGEFIND)
    assert not [each for each in threading.enumerate() if isinstance(each, Interrupted)]
