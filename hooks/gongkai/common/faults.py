"""An error of the machine → a sentence; a fault of the program → a sentence, a report and exit code 3."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from gongkai.common.discovery import IncompleteModule
from gongkai.common.problems import EnvironmentProblem, OwnFaults

_FULL = "磁盘满了：先腾出空间"
_FORBIDDEN = "没有写入的权限，或磁盘是只读的"
#: what a person can do something about; any other error of the system is a fault of the program
_WORDS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: "用满了磁盘配额：先腾出空间",
    errno.EFBIG: "文件超过了允许的大小（ulimit -f）",
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.EIO: "磁盘读写出错，可能已损坏",
    errno.EBUSY: "正在被别的程序使用，或是挂载点",
    errno.EXDEV: "不在同一个磁盘分区或挂载点，不能一步替换：用 --state-dir 换一个文件夹",
    errno.EMFILE: "打开的文件太多（ulimit -n）",
    errno.ENFILE: "系统打开的文件太多",
    errno.ENOMEM: "内存不够",
    errno.EAGAIN: "系统不能再开进程或线程",
}
#: what follows the faults of files that come with the program
_SHIPPED = "程序本身出错，不是内容的问题：上面是随程序提供的文件，请交给维护人员改正。"
#: the exit code of the program's own faults
OWN_FAULT = 3


def in_words(error: OSError | MemoryError) -> str | None:
    """What a person can mend about an error of the system; None where it is a fault of the program."""
    if isinstance(error, MemoryError):
        return _WORDS[errno.ENOMEM]
    words = _WORDS.get(error.errno or 0)
    if words is None:
        return None
    return f"{words}（{error.filename}）" if error.filename else words


def as_problem(error: OSError | MemoryError) -> EnvironmentProblem:
    """An error of the system as one sentence; what is no such error is raised as it is."""
    words = in_words(error)
    if words is None:
        raise error
    return EnvironmentProblem(words)


def install(folder: Callable[[], Path], harmless: str = "") -> None:
    """From now on what nobody expected ends the run with one sentence that names the report, and 3.

    ``folder`` gives where reports are kept; ``harmless`` says what stands as it was.
    """

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            raise SystemExit(130)
        if isinstance(error, OSError | MemoryError) and (words := in_words(error)):
            print(f"不能运行：{words}。{harmless}", file=sys.stderr)
            raise SystemExit(2)
        if isinstance(error, OwnFaults):
            said = "\n".join(each.as_text() for each in error.problems)
            print(f"{said}\n{_SHIPPED}{harmless}", file=sys.stderr)
            raise SystemExit(OWN_FAULT)
        if isinstance(error, IncompleteModule | ImportError):
            # of the code alone, so that nothing of the content can stand in it
            print(f"{kind.__name__}: {error}", file=sys.stderr)
        report = "".join(traceback.format_exception(kind, error, trace))
        print(f"{own_fault(kind.__name__, report, folder)}{harmless}", file=sys.stderr)
        raise SystemExit(OWN_FAULT)

    sys.excepthook = tell


def own_fault(what: str, report: str, folder: Callable[[], Path]) -> str:
    """The sentence about a fault of the program; its report is written, or follows where it cannot be."""
    kept = _kept(report, folder)
    sentence = f"程序本身出错（{what}），不是内容的问题："
    if kept is None:
        return f"{sentence}请把下面的记录交给维护人员。\n{report}"
    return f"{sentence}详细记录在 {kept}，请交给维护人员。"


def _kept(report: str, folder: Callable[[], Path]) -> Path | None:
    """The same fault has the same name: a nightly run does not fill the folder."""
    name = f"fault-{hashlib.sha256(report.encode('utf-8', 'replace')).hexdigest()[:12]}.txt"
    for place in (folder, lambda: Path(tempfile.gettempdir())):
        try:
            path = place() / name
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                file.write(report)
        except OSError:
            continue
        return path
    return None
