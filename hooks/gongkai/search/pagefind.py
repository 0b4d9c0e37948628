"""Hands documents to Pagefind one by one, so that only our order decides how they are numbered.

Its own walk over a folder takes the order of the file system, which differs between machines.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import select
import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from gongkai.common.interrupt import held
from gongkai.search.documents import SearchFailed

VERSION = "1.5.2"
#: Empty, because Pagefind reads settings from it.
ENVIRONMENT: dict[str, str] = {}
#: seconds that any run may take, and more for each page
LEAST, EACH = 60.0, 0.1
_CHUNK = 1 << 20

Answer = dict[str, Any]


def executable() -> Path:
    """The program that the package ``pagefind_bin`` carries."""
    found = importlib.util.find_spec("pagefind_bin")
    if found is not None and found.origin:
        for name in ("pagefind", "pagefind.exe"):
            if (path := Path(found.origin).with_name(name)).is_file():
                return path
    raise SearchFailed(f"没有找到检索程序 Pagefind。请安装 pagefind_bin=={VERSION} 后重新生成。")


def run(folder: Path, pages: Sequence[tuple[str, str]]) -> dict[str, bytes]:
    """Indexes the copies (name, HTML) in the order given; the files of the bundle by their path.

    ``folder`` is empty and our own, because Pagefind reads settings from where it runs.
    The files come back through the pipe: told to write them itself, Pagefind says it is
    done before they are on the disk.
    """
    errors = folder / "errors.log"
    late = threading.Event()
    try:
        with errors.open("wb") as log, _started(folder, log) as program, _bounded(program, len(pages), late):
            assert program.stdin is not None and program.stdout is not None
            answer = _converse(program.stdin, program.stdout, pages, late)
            program.stdin.close()
            program.wait()
    except BrokenPipeError as error:
        raise SearchFailed(_stopped(errors, late, len(pages))) from error
    if program.returncode != 0 or answer is None:
        raise SearchFailed(_stopped(errors, late, len(pages)))
    if answer.get("type") == "Error":
        raise SearchFailed(f"检索程序 Pagefind 报告错误：{str(answer.get('message'))[:300]}。")
    return {file["path"]: base64.b64decode(file["content"]) for file in answer.get("files", [])}


def bound(pages: int) -> float:
    """How many seconds the program may take: a hundred times what it takes on a quiet machine."""
    return LEAST + EACH * pages


@contextmanager
def _started(folder: Path, log: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """The program in a process group of its own; whatever ends us, it and its children end with us."""
    program = None
    try:
        with held():  # a signal between its start and its name would leave it running
            program = _start(folder, log)
        yield program
    finally:
        if program is not None:
            _ended(program)


def _start(folder: Path, log: IO[bytes]) -> subprocess.Popen[bytes]:
    command = [str(executable()), "--service"]
    pipe = subprocess.PIPE
    try:
        return subprocess.Popen(
            command, cwd=folder, env=ENVIRONMENT, stdin=pipe, stdout=pipe, stderr=log, start_new_session=True
        )
    except OSError as error:
        raise SearchFailed(f"检索程序 Pagefind 无法运行（{error.strerror}）。请重新安装它。") from error


def _ended(program: subprocess.Popen[bytes]) -> None:
    _kill(program)
    program.wait()
    for end in (program.stdin, program.stdout):
        with suppress(BrokenPipeError):
            end.close()  # type: ignore[union-attr]


@contextmanager
def _bounded(program: subprocess.Popen[bytes], pages: int, late: threading.Event) -> Iterator[None]:
    """Ends the program, and says so by ``late``, when it takes longer than any index could."""

    def end() -> None:
        late.set()
        _kill(program)

    timer = threading.Timer(bound(pages), end)
    timer.daemon = True  # the end of the run waits for no thread that a signal met before it was known
    try:
        timer.start()
        yield
    finally:
        timer.cancel()
        if timer.is_alive():
            timer.join()


def _kill(program: subprocess.Popen[bytes]) -> None:
    if program.poll() is None:  # its number is its own only as long as it was not waited for
        os.killpg(program.pid, signal.SIGKILL)


def _converse(
    to: IO[bytes], back: IO[bytes], pages: Sequence[tuple[str, str]], late: threading.Event
) -> Answer | None:
    """Asks for everything, then listens: the last answer, the first error, or None for silence.

    The program reads its input in a thread of its own, so writing all first cannot block.
    """
    for number, request in enumerate(_requests(pages)):
        message = json.dumps({"message_id": number, "payload": request}).encode()
        to.write(base64.b64encode(message) + b",")
    to.flush()
    for answered, answer in enumerate(_answers(back, late), start=1):
        if answered == len(pages) + 2 or answer.get("type") == "Error":
            return answer
    return None


def _requests(pages: Sequence[tuple[str, str]]) -> Iterator[Answer]:
    yield {"type": "NewIndex", "config": None}
    for name, html in pages:
        yield {"type": "AddFile", "index_id": 0, "file_path": None, "url": name, "file_contents": html}
    yield {"type": "GetFiles", "index_id": 0}


def _answers(back: IO[bytes], late: threading.Event) -> Iterator[Answer]:
    parts: list[bytes] = []
    while chunk := _heard(back, late):
        *whole, rest = chunk.split(b",")
        for end in whole:
            yield _understood(b"".join([*parts, end]))
            parts.clear()
        parts.append(rest)


def _heard(back: IO[bytes], late: threading.Event) -> bytes:
    """What was said next; nothing at the end, or when a child that lives on keeps the pipe open."""
    while not select.select([back], [], [], 1)[0]:
        if late.is_set():
            return b""
    return os.read(back.fileno(), _CHUNK)


def _understood(words: bytes) -> Answer:
    try:
        payload: Answer = json.loads(base64.b64decode(words))["payload"]
        payload.get("type")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SearchFailed("检索程序 Pagefind 的回答读不懂。请重新安装它。") from error
    return payload


def _stopped(errors: Path, late: threading.Event, pages: int) -> str:
    if late.is_set():
        within = f"{bound(pages):.0f} 秒内没有建好 {pages} 页的索引"
        return f"检索程序 Pagefind {within}，已停止它。请再生成一次；还是这样，请重新安装它。"
    said = errors.read_bytes().decode("utf-8", "replace").strip()[-300:]
    return f"检索程序 Pagefind 中途退出：{said or '没有说明原因'}。请检查磁盘空间和内存后重新生成。"
