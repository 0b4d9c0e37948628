"""What docs/text.md says of the dialect is what the converter and the check do: every example is tried."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from gongkai.common.problems import Level
from gongkai.text import Converter, find_faults
from gongkai.text.blocks import Kind, walk
from gongkai.text.markup import ATTRIBUTES, TAGS
from gongkai.text.scan import scan

PAGE = (Path(__file__).parents[2] / "docs/text.md").read_text("utf-8")
_HEADING = re.compile(r"^## (.+)\n\n(.+)\n", re.MULTILINE)
_FENCED = re.compile(r"^(`{3,})(\w+)\n(.*?)\n?\1$", re.MULTILINE | re.DOTALL)
#: the page with its examples blanked out
BARE = _FENCED.sub(lambda block: re.sub(r"[^\n]", " ", block[0]), PAGE)


class Example(NamedTuple):
    """A pair of fenced blocks: what is written, and as ``html`` or ``text`` what comes of it."""

    name: str
    written: str
    kind: str
    made: str


def _examples(title: str, section: str) -> list[Example]:
    found = [(block[2], block[3]) for block in _FENCED.finditer(section)]
    upper, lower = found[::2], found[1::2]
    assert {kind for kind, _ in upper} <= {"markdown"}, f"{title}: a pair begins with what is written"
    pairs = zip(upper, lower, strict=True)
    return [
        Example(f"{title} {at}", written, kind, made)
        for at, ((_, written), (kind, made)) in enumerate(pairs, 1)
    ]


def _sections() -> dict[str, tuple[str, str]]:
    """Title → (the line below it, the rest); a heading within an example is none."""
    headings = list(_HEADING.finditer(BARE))
    ends = [heading.start() for heading in headings[1:]] + [len(PAGE)]
    return {each[1]: (each[2], PAGE[each.end() : end]) for each, end in zip(headings, ends, strict=True)}


SECTIONS = _sections()
EXAMPLES = [each for title, (_, section) in SECTIONS.items() for each in _examples(title, section)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_comes_out_as_the_page_says(example: Example) -> None:
    found = list(find_faults(example.written))
    if example.kind == "text":
        told = [f"第{each.line + 1}行：{each.message}。改法：{each.fix}。" for each in found]
        assert told == example.made.split("\n")
        return
    assert example.kind == "html"
    wrong = [each for each in found if each.level is not Level.NOTICE]
    assert wrong == [], "an example that is no warning stands for what may be written"
    assert Converter().convert(example.written).html == example.made


def test_every_section_says_in_english_what_it_is_about() -> None:
    assert len(SECTIONS) == BARE.count("\n## ") > 15
    assert [
        title for title, (about, _) in SECTIONS.items() if not re.fullmatch(r"\*[A-Z].+\.\*", about)
    ] == []


def test_every_kind_of_block_is_shown() -> None:
    shown = {block.kind for example in EXAMPLES for block in walk(scan(example.written))}
    assert set(Kind) - shown == {Kind.TOO_DEEP}


def test_every_tag_and_attribute_is_named() -> None:
    named = re.findall(r"`(\w+)`", SECTIONS["网页标签"][1].partition("```")[0])
    attributes = frozenset[str]().union(*ATTRIBUTES.values())
    assert sorted(named) == sorted([*TAGS, *attributes])
