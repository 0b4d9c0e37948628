"""Hands documents to Pagefind one by one, so that only our order decides how they are numbered.

Its own walk over a folder takes the order of the file system, which differs between machines.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from gongkai.search.documents import SearchFailed

VERSION = "1.5.2"
#: Empty, because Pagefind reads settings from it.
ENVIRONMENT: dict[str, str] = {}
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
    try:
        with errors.open("wb") as log, _started(folder, log) as program:
            assert program.stdin is not None and program.stdout is not None
            answer = _converse(program.stdin, program.stdout, pages)
    except BrokenPipeError as error:
        raise SearchFailed(_stopped(errors)) from error
    except OSError as error:
        raise SearchFailed(f"检索程序 Pagefind 无法运行（{error.strerror}）。请重新安装它。") from error
    if program.returncode != 0 or answer is None:
        raise SearchFailed(_stopped(errors))
    if answer.get("type") == "Error":
        raise SearchFailed(f"检索程序 Pagefind 报告错误：{str(answer.get('message'))[:300]}。")
    return {file["path"]: base64.b64decode(file["content"]) for file in answer.get("files", [])}


def _started(folder: Path, log: IO[bytes]) -> subprocess.Popen[bytes]:
    command = [str(executable()), "--service"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdin=pipe, stdout=pipe, stderr=log)


def _converse(to: IO[bytes], back: IO[bytes], pages: Sequence[tuple[str, str]]) -> Answer | None:
    """Asks for everything, then listens: the last answer, the first error, or None for silence.

    The program reads its input in a thread of its own, so writing all first cannot block.
    """
    for number, request in enumerate(_requests(pages)):
        message = json.dumps({"message_id": number, "payload": request}).encode()
        to.write(base64.b64encode(message) + b",")
    to.flush()
    for answered, answer in enumerate(_answers(back), start=1):
        if answered == len(pages) + 2 or answer.get("type") == "Error":
            return answer
    return None


def _requests(pages: Sequence[tuple[str, str]]) -> Iterator[Answer]:
    yield {"type": "NewIndex", "config": None}
    for name, html in pages:
        yield {"type": "AddFile", "index_id": 0, "file_path": None, "url": name, "file_contents": html}
    yield {"type": "GetFiles", "index_id": 0}


def _answers(back: IO[bytes]) -> Iterator[Answer]:
    parts: list[bytes] = []
    while chunk := os.read(back.fileno(), _CHUNK):
        *whole, rest = chunk.split(b",")
        for end in whole:
            yield json.loads(base64.b64decode(b"".join([*parts, end])))["payload"]
            parts.clear()
        parts.append(rest)


def _stopped(errors: Path) -> str:
    said = errors.read_bytes().decode("utf-8", "replace").strip()[-300:]
    return f"检索程序 Pagefind 中途退出：{said or '没有说明原因'}。请检查磁盘空间和内存后重新生成。"
