"""Whatever the bytes, reading gives an answer; and what is well written comes back as written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gongkai.common.problems import Problem
from gongkai.load import load, locate
from gongkai.load.decoding.characters import BAD

POLICY = "content/policies/2026/banfa.md"
TABLE = "data/catalogue/minzheng.yml"
PIECES = [
    "---\n",
    "标题",
    "：",
    ": ",
    "- ",
    "\n",
    "  ",
    "\t",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "#",
    "&a",
    "*a",
    "!",
    "|",
    ">",
]
PIECES += [
    "%",
    "@",
    "`",
    "\\",
    "\u3000",
    "\ufeff",
    "\u202e",
    "?",
    ",",
    "，",
    "<<",
    "...",
    "null",
    "甲",
    "----",
    "\r",
    "\x00",
]
FRONTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
WORDS = (
    st.text(min_size=1, max_size=12).map(lambda text: BAD.sub("", text)).filter(lambda text: "\r" not in text)
)
RAW = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


def check(root: Path, path: str, data: bytes) -> None:
    """Load one file of these bytes: every problem is complete and inside the file."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    try:
        loaded = load(root)
    finally:
        file.unlink()
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for problem in loaded.problems:
        assert problem.path == path
        assert problem.rule and problem.name and problem.message and problem.fix and problem.basis
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        problem.as_text().encode("utf-8")
    assert loaded.documents or loaded.problems


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"---\n\xff\xfe\n---")
def test_any_bytes(root, data):
    check(root, POLICY, data)
    check(root, TABLE, data)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text(root, text):
    check(root, POLICY, text.encode("utf-8", "surrogatepass"))


@given(FRONTS, st.sampled_from(["\n---\n", "---\n", ""]))
@example("[" * 30, "\n---\n")
def test_any_front_matter(root, front, closing):
    check(root, POLICY, f"---\n{front}{closing}正文\n".encode())
    check(root, TABLE, front.encode())


def quoted(text: str) -> str:
    for char, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(char, escape)
    return f'"{text}"'


def dumped(value: object) -> str:
    """A value in flow style, every text in double quotes."""
    if isinstance(value, list):
        return f"[{', '.join(map(dumped, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)}: {dumped(each)}" for key, each in value.items()) + "}"
    return quoted(str(value))


@given(st.dictionaries(WORDS, RAW, min_size=1, max_size=5))
def test_round_trip(root, data):
    file = root / POLICY
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{quoted(key)}: {dumped(value)}\n" for key, value in data.items())
    file.write_text(f"---\n{lines}---\n正文\n", encoding="utf-8", newline="\n")
    loaded = load(root)
    assert loaded.problems == ()
    assert loaded.documents[0].data == data
    wanted = [Problem("x", POLICY, "错", "改", at=(key,)) for key in data]
    located = locate(root, wanted)
    assert [each.line for each in located] == list(range(2, len(data) + 2))
    file.unlink()
