"""The handbook: docs/ as a site of its own.

    scripts/handbook [--site-dir DIR]

MkDocs empties the folder before it writes, so a folder that holds other files is refused. A
link that leads nowhere, a page that no menu names: each is told, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from pathlib import Path

import jieba
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

PROJECT = Path(__file__).resolve().parents[1]
CONFIG = PROJECT / "handbook.yml"
#: stands in every folder that is ours to empty; MkDocs leaves what begins with a dot
MARK = ".handbook"


def main(words: list[str] | None = None) -> int:
    """Build; gives the exit code."""
    folder = Path(options(words).site_dir).resolve()
    if refused(folder):
        print(f"手册不能放在 {folder}：这里有别的文件，放手册会把它们删掉。请换一个文件夹。", file=sys.stderr)
        return 2
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).touch()
    except OSError as error:
        print(f"手册不能放在 {folder}（{error.strerror}）：请换一个文件夹。", file=sys.stderr)
        return 2
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    with tempfile.TemporaryDirectory() as own:
        tempfile.tempdir = (
            own  # jieba would take a dictionary that anybody may have laid into the common /tmp
        )
        jieba.setLogLevel(logging.WARNING)
        try:
            config = load_config(str(CONFIG), site_dir=str(folder))
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except MkDocsException as error:
            print(f"手册没有建成：{error.format_message()}", file=sys.stderr)
            return 1
        finally:
            tempfile.tempdir = None
    print(f"手册在 {folder}")
    return 0


def options(words: list[str] | None) -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="scripts/handbook", description="由 docs/ 生成手册网站")
    reader.add_argument(
        "--site-dir",
        metavar="文件夹",
        default=str(PROJECT / "handbook"),
        help="手册放在哪里（默认 handbook）",
    )
    return reader.parse_args(words)


def refused(folder: Path) -> bool:
    """Whether something else stands there."""
    if not folder.exists():
        return False
    return not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARK).exists())


if __name__ == "__main__":
    sys.exit(main())
