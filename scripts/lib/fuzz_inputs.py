"""Inputs no one thought of: files of the good column with damage in them, and files made up from nothing.

Each strategy gives files to lay into a copy of that column: path → bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import planted_files as planted

TESTS = Path(__file__).resolve().parents[2] / "tests"
GOOD = TESTS / "sites/good"
PLACE = "content/items/minzheng-ju/2026/"
Files = dict[str, bytes]

#: values, pieces of Markdown and of what Word leaves, names, endings and folders: as they come, and worse
_WRITTEN: dict[str, list[str]] = yaml.safe_load((TESTS / "hostile/pieces/pieces.yml").read_text("utf-8"))
VALUES = [*_WRITTEN["values"], "甲" * 500, "甲" * 30_000, "\ud800"]
PIECES = [*_WRITTEN["markdown"], "甲" * 200, "<div>" * 20, *(sign * 60 for sign in "[>*")]
NAMES = [*_WRITTEN["names"], "x" * 60, "x" * 200, "甲" * 80]
ENDINGS, FOLDERS = _WRITTEN["endings"], _WRITTEN["folders"]
HEAD = """\
---
标题: 第三季度临时救助开展情况
单位: 区民政局
发布日期: 2026-11-20
公开事项: SL-01
审核: {初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2026-10-20}
"""


@cache
def _sources(pattern: str) -> list[tuple[str, str]]:
    """Files of the good column: (path, text)."""
    found = sorted(path for path in GOOD.glob(pattern) if path.is_file())
    return [(path.relative_to(GOOD).as_posix(), path.read_text("utf-8")) for path in found]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _value() -> SearchStrategy[str]:
    return st.one_of(st.sampled_from(VALUES), st.text(max_size=20))


#: what happens to a line, given two words
_CHANGES: tuple[Callable[[str, str, str], str], ...] = (
    lambda line, one, two: f"{line.partition(':')[0]}: {one}",
    lambda line, one, two: f"{line}\n{line}",
    lambda line, one, two: f"{one}: {two}\n{line}",
    lambda line, one, two: f"  {line}",
    lambda line, one, two: f"\t{line}",
    lambda line, one, two: f"- {line}",
    lambda line, one, two: line.strip(),
    lambda line, one, two: "",
    lambda line, one, two: line[: len(line) // 2],
)


def _damaged(draw: DrawFn, text: str) -> str:
    """The text with one to three of its lines changed."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        lines[at] = draw(st.sampled_from(_CHANGES))(lines[at], draw(_value()), draw(_value()))
    return "\n".join(lines)


@st.composite
def front_matter(draw: DrawFn) -> Files:
    """A record with damage above its text."""
    path, text = draw(st.sampled_from(_sources("content/**/*.md")))
    head, mark, body = text.partition("\n---\n")
    return {path: _encoded(_damaged(draw, head) + mark + body)}


@st.composite
def yaml_files(draw: DrawFn) -> Files:
    """A file of ``data/`` with damage anywhere."""
    path, text = draw(st.sampled_from(_sources("data/**/*.yml")))
    return {path: _encoded(_damaged(draw, text))}


@st.composite
def markdown(draw: DrawFn) -> Files:
    """A text of pieces that mean something, in any order."""
    pieces = st.one_of(st.sampled_from(PIECES), st.text(max_size=6))
    return {f"{PLACE}fuzz.md": _encoded(f"{HEAD}---\n" + "".join(draw(st.lists(pieces, max_size=30))))}


@st.composite
def tables(draw: DrawFn) -> Files:
    """Rows of a dataset with damage in them, in any encoding."""
    path, text = draw(st.sampled_from(_sources("data/datasets/*/*.csv")))
    signs = st.sampled_from([",", '"', '""', "\n", "\r\n", "\r", ";", "\t", "=1+1", "'", "，", *VALUES])
    cut = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    damaged = text[: cut[0]] + "".join(draw(st.lists(signs, max_size=6))) + text[draw(st.sampled_from(cut)) :]
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16"]))
    return {path: damaged.encode(encoding, "replace")}


@st.composite
def names(draw: DrawFn) -> Files:
    """A good record under another name, anywhere."""
    stem = draw(st.one_of(st.sampled_from(NAMES), st.text(max_size=12)))
    name = f"{stem}.{draw(st.sampled_from(ENDINGS))}".replace("/", "").replace("\0", "")
    name = name.encode("utf-8", "ignore").decode()[:80]
    path = draw(st.sampled_from(FOLDERS)) + name
    return {path + "x" if (GOOD / path).is_dir() else path: f"{HEAD}---\n本季度救助 120 人次。\n".encode()}


@cache
def _whole() -> dict[str, bytes]:
    return {
        "pdf": planted.a_pdf(),
        "docx": planted.a_docx(),
        "xlsx": planted.an_xlsx(A1="甲", B2=5),
        "zip": planted.a_zip({"a.txt": "甲"}),
        "ofd": planted.a_zip({"OFD.xml": "<a/>"}),
        "png": planted.a_picture(),
        "jpg": planted.a_picture("JPEG"),
        "csv": "甲,乙\n1,2\n".encode(),
        "txt": "甲".encode(),
        "vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\n甲\n".encode(),
    }


@st.composite
def attachments(draw: DrawFn) -> Files:
    """A real file of every kind with bytes changed, cut out, doubled or put in."""
    kind = draw(st.sampled_from(sorted(_whole())))
    data = bytearray(_whole()[draw(st.sampled_from([kind, kind, kind, "pdf", "docx"]))])
    for _ in range(draw(st.integers(0, 4))):
        at, size = draw(st.integers(0, len(data))), draw(st.integers(0, 200))
        patch = draw(
            st.one_of(st.just(b""), st.binary(max_size=20), st.just(bytes(data[at : at + size]) * 2))
        )
        data[at : at + draw(st.sampled_from([0, len(patch), size]))] = patch
    record = HEAD + f"附件: [{{名称: 甲, 文件: files/2026/fuzz.{kind}}}]\n---\n见附件。\n"
    return {f"content/files/2026/fuzz.{kind}": bytes(data), f"{PLACE}fuzz.md": record.encode()}


KINDS: dict[str, Callable[[], SearchStrategy[Files]]] = {
    "front matter": front_matter,
    "YAML": yaml_files,
    "Markdown": markdown,
    "CSV": tables,
    "names": names,
    "attachments": attachments,
}
