"""The commands that hand on to MkDocs: the site, and its preview."""

from __future__ import annotations

import argparse
import runpy
import socket
import sys
import tempfile
from pathlib import Path

from gongkai import release
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk.cli.arguments import read_place
from gongkai.settings import PROJECT, read_settings, read_state

#: the preview is for the one who writes, not for the network
HOST = "127.0.0.1"
_UNLIKED = (
    "mkdocs.yml 里有 MkDocs 读不懂的设置，上面的英文说了是哪一项（Config value 后面）。"
    "改正或删去那一项；可以写哪些见 docs/column.md"
)


def build(options: argparse.Namespace) -> int:
    """Give the process to MkDocs, which makes the site; a folder that holds sources is refused."""
    root = read_settings().root
    site = place(options)
    holds_sources = root.is_relative_to(site) or PROJECT.is_relative_to(site)
    if holds_sources or site.is_relative_to(root / "content") or site.is_relative_to(root / "data"):
        raise EnvironmentProblem(f"网站不能放在 {site}：这里有内容或程序，放网站会把它们删掉")
    return _mkdocs("build", "--site-dir", str(site))


def place(options: argparse.Namespace) -> Path:
    """Where the site is to be."""
    return PROJECT / "site" if options.site_dir is None else read_place(options.site_dir)


def serve(options: argparse.Namespace) -> int:
    """Give the process to the preview."""
    read_settings()
    port = free_port(options.port)
    with release.previews(read_state()) as folder:
        tempfile.tempdir = str(folder)  # where MkDocs makes the pages it shows
        return _mkdocs("serve", "--dev-addr", f"{HOST}:{port}")


def free_port(text: str, host: str = HOST) -> int:
    """The port that was asked for; EnvironmentProblem where it cannot be had."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise EnvironmentProblem(f"端口“{text}”不对：写 1 到 65535 的数")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(text)))
        except OSError as error:
            raise EnvironmentProblem(f"端口 {text} 用不了（{error.strerror}）：用 --port 换一个") from None
    return int(text)


def _mkdocs(*words: str) -> int:
    """Run MkDocs as its own command would; it ends by SystemExit with the code of the run.

    Raises EnvironmentProblem where MkDocs ends before it calls our hook, which takes over ``excepthook``:
    it does not like its own settings, and says in English which.
    """
    sys.argv = ["mkdocs", words[0], "-q", "-f", str(PROJECT / "mkdocs.yml"), *words[1:]]
    before = sys.excepthook
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if ended.code and sys.excepthook is before:
            raise EnvironmentProblem(_UNLIKED) from None
        raise
    return 0
