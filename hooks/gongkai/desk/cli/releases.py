"""The command ``release``: a site made, verified and kept; the list of those kept; the way back to one."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem
from gongkai.desk.cli import site
from gongkai.release import State, kept_releases, manifest
from gongkai.settings import KEEP_VARIABLE, KEY_VARIABLE, NO_SEARCH_VARIABLE, RELEASE_VARIABLE, read_state


def release(options: argparse.Namespace) -> int:
    """Build as a release and switch to it; or go back to one, or name them."""
    state = State.of(read_state(), site.place(options))
    if options.list:
        print("\n".join(_line(state, name) for name in kept_releases.names(state)) or "还没有发布过")
        return 0
    if options.rollback is not None:
        name = kept_releases.roll_back(state, options.rollback, lambda line: print(line, file=sys.stderr))
        print(f"现在公开的是 {name}，在 {state.site}")
        return 0
    os.environ[KEEP_VARIABLE] = str(_count(options.keep))
    os.environ[RELEASE_VARIABLE] = "yes"
    os.environ.pop(NO_SEARCH_VARIABLE, None)  # a release has a search
    if options.sign is not None:
        key = Path(options.sign).resolve()
        manifest.refuse_key(key)
        os.environ[KEY_VARIABLE] = str(key)
    return site.build(options)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 1000):
        raise EnvironmentProblem(f"保留的次数“{text}”不对：写 1 到 999 的数")
    return int(text)


def _line(state: State, name: str) -> str:
    """``* 0007-2026-11-29  3284 个文件  版本 ab12cd34``; the star stands at the live one."""
    told = manifest.read(state.releases / name)
    files, revision = told.get("files"), told.get("revision")
    count = len(files) if isinstance(files, dict) else 0
    content = revision.get("content") if isinstance(revision, dict) else None
    star = "*" if name == kept_releases.live(state) else " "
    return f"{star} {name}  {count} 个文件  版本 {content or '（不在 Git 里）'}"
