"""Hands documents to Pagefind one by one, so that only our order decides how they are numbered.

Its own walk over a folder takes the order of the file system, which differs between machines.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from gongkai.search.documents import SearchFailed

VERSION = "1.5.2"
_CHUNK = 1 << 16


def executable() -> Path:
    """The program that the package ``pagefind_bin`` carries."""
    found = importlib.util.find_spec("pagefind_bin")
    if found is not None and found.origin:
        for name in ("pagefind", "pagefind.exe"):
            if (path := Path(found.origin).with_name(name)).is_file():
                return path
    raise SearchFailed(f"没有找到检索程序 Pagefind。请安装 pagefind_bin=={VERSION} 后重新生成。")


def run(folder: Path, pages: Sequence[tuple[str, str]]) -> None:
    """Indexes the copies (name, HTML) in the order given and writes ``folder/bundle``.

    The working folder is our own and the environment empty, because Pagefind reads
    settings from both.
    """
    command = [str(executable()), "--service"]
    errors = folder / "errors.log"
    try:
        with (
            errors.open("wb") as log,
            subprocess.Popen(
                command, cwd=folder, env={}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
            ) as program,
        ):
            assert program.stdin is not None and program.stdout is not None
            said = _converse(program.stdin, program.stdout, pages)
    except BrokenPipeError as error:
        raise SearchFailed(_stopped(errors)) from error
    except OSError as error:
        raise SearchFailed(f"检索程序 Pagefind 无法运行（{error.strerror}）。请重新安装它。") from error
    if program.returncode != 0 or said is None:
        raise SearchFailed(_stopped(errors))
    if said:
        raise SearchFailed(f"检索程序 Pagefind 报告错误：{said}。")


def _converse(to: IO[bytes], back: IO[bytes], pages: Sequence[tuple[str, str]]) -> str | None:
    """Asks for everything, then listens to the last answer: ``""``, an error, or None when it fell silent.

    The program reads its input in a thread of its own, so writing all first cannot block.
    """
    requests = list(_requests(pages))
    for number, request in enumerate(requests):
        message = json.dumps({"message_id": number, "payload": request}).encode()
        to.write(base64.b64encode(message) + b",")
    to.flush()
    for answered, answer in enumerate(_answers(back), start=1):
        if answer.get("type") == "Error":
            return str(answer.get("message", "没有说明原因"))[:300]
        if answered == len(requests):
            return ""
    return None


def _requests(pages: Sequence[tuple[str, str]]) -> Iterator[dict[str, object]]:
    yield {"type": "NewIndex", "config": None}
    for name, html in pages:
        yield {"type": "AddFile", "index_id": 0, "file_path": None, "url": name, "file_contents": html}
    yield {"type": "WriteFiles", "index_id": 0, "output_path": "bundle"}


def _answers(back: IO[bytes]) -> Iterator[dict[str, object]]:
    rest = b""
    while chunk := back.read1(_CHUNK):  # type: ignore[attr-defined]
        *whole, rest = (rest + chunk).split(b",")
        for part in whole:
            yield json.loads(base64.b64decode(part))["payload"]


def _stopped(errors: Path) -> str:
    said = errors.read_bytes().decode("utf-8", "replace").strip()[-300:]
    return f"检索程序 Pagefind 中途退出：{said or '没有说明原因'}。请检查磁盘空间和内存后重新生成。"
