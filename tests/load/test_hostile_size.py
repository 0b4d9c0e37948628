"""Text made to keep a reader busy: the time grows with the size, not with its square."""

from __future__ import annotations

import time

import pytest

from gongkai.common.problems import Problem
from gongkai.load import locate

PATH = "content/policies/2026/banfa.md"
TABLE = "data/catalogue/minzheng.yml"
CHARS = [
    "[",
    "{",
    "]",
    "，",
    ",",
    "\u3000",
    "\t",
    " ",
    ":",
    "：",
    ": ",
    ":a",
    "- ",
    "-a",
    "#",
    " #a",
    "'",
    '"',
    "a ",
    "&a ",
    "?",
]
CHARS += [
    "[，",
    "a: [，",
    "标题：",
    "|",
    "*a ",
    "\u200b",
    "---",
    "----\n",
    "<<<<<<< ",
    "\\",
    "甲: [\n",
    " \n",
    "- - ",
]
SECONDS = 4.0


@pytest.mark.parametrize("char", CHARS, ids=ascii)
def test_time_is_bounded(write, read, char):
    line = char * (12_000 // len(char))
    front = "\n".join([f"标题: {line}", line, f"  - 甲: {line}"])[:60_000]
    root = write({PATH: f"---\n标题: 甲\n---\n{(line + chr(10)) * 20}"})
    begin = time.process_time()
    read({PATH: f"---\n{front}\n---\n"})
    read({PATH: f"---\n{front}", TABLE: f"{front}\n" * 2})
    read({PATH: f"---\n标题: 甲\n---\n{(line + chr(10)) * 20}"})
    locate(root, [Problem("x", PATH, "错", "改", at=("标题",))])
    assert time.process_time() - begin < SECONDS
