"""LibreOffice, run for one file: a profile of its own, a minute, ended as a group."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from pathlib import Path

from gongkai.desk import word

_SECONDS = 60
_SAVE_AS = "请在 Word 或 WPS 里另存为 .docx 再导入"
#: the filter is named: a damaged file would otherwise be taken for a text and its bytes for words
_FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format"}
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
#: no macro runs, nothing is fetched: what asks all the same asks a port where nobody answers
_SETTINGS = (
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (_INTERNET, "ooInetProxyType", "1"),
    (_INTERNET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPProxyPort", "9"),
    (_INTERNET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPSProxyPort", "9"),
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{}</oor:items>\n'
)
_ITEM = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'


def converted(program: str, folder: Path, data: bytes, ending: str) -> bytes:
    """The .docx that LibreOffice makes of a file, in a folder that is given to it alone."""
    source = folder / f"file.{ending}"
    source.write_bytes(data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    settings = "".join(_ITEM.format(*each) for each in _SETTINGS)
    (profile / "user/registrymodifications.xcu").write_text(_PROFILE.format(settings), "utf-8")
    words = [
        program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo",
        f"--infilter={_FILTERS[ending]}", "--convert-to", "docx:MS Word 2007 XML",
        "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    _run(words, folder)
    made = folder / "out/file.docx"
    if not made.is_file():
        raise word.Refused(f"LibreOffice 读不了这个文件：{_SAVE_AS}")
    return made.read_bytes()


def _run(words: list[str], folder: Path) -> None:
    silent = subprocess.DEVNULL
    around = {"PATH": os.defpath, "HOME": str(folder), "LANG": "C.UTF-8", "TMPDIR": str(folder)}
    process = subprocess.Popen(
        words, stdin=silent, stdout=silent, stderr=silent, start_new_session=True, cwd=folder, env=around
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        raise word.Refused(f"LibreOffice 转换超过 {_SECONDS} 秒，停下了：{_SAVE_AS}") from None
    finally:
        with contextlib.suppress(ProcessLookupError):  # its children too, when it ended before them
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
