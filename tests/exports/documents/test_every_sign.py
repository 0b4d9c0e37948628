"""Every sign of any text stands in the XML of its document, and nothing else does."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gongkai import gate, pipeline
from gongkai.column.register import Register
from gongkai.column.versions import Version, versions
from gongkai.exports import documents
from gongkai.exports.documents.body import content
from gongkai.exports.documents.words import NAMESPACE, Words, element
from gongkai.pipeline import Checked
from gongkai.settings import Settings, read_column
from gongkai.text import plain_text
from gongkai.text.document import Document, document
from gongkai.text.links import readable
from gongkai.text.names import DEFINED
from gongkai.text.tree import Node, Part

PROJECT = Path(__file__).parents[3]
TODAY = dt.date(2026, 11, 21)
A = f"{{{NAMESPACE}}}"


def _words(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def good() -> Checked:
    """The column of the tests that has all there is."""
    root = PROJECT / "tests/sites/good"
    return pipeline.check(Settings(root, TODAY, read_column(root)))


@pytest.mark.parametrize("column", ["demonstration_checked", "good"])
def test_every_sign_of_real_documents_stands_in_the_xml(column, schema, request) -> None:
    register = gate.released(request.getfixturevalue(column).register)
    found = [policy for policy in register.policies if documents.of_policy(policy)]
    assert found
    for policy_ in found:
        known = versions(register, policy_)
        for version in known:
            made = etree.fromstring(documents.akoma_ntoso(register, version, known))
            schema.assertValid(made)
            told = "".join(_words("".join(part.itertext())) for part in _parts(made))
            title = "" if version.text.title else _words(policy_.title)
            assert sorted(title + "".join(_expected(each) for each in version.text.all)) == sorted(told)


PIECES = st.sampled_from(
    [
        *(
            "第一条　",
            "第二条",
            "第一章　总则",
            "一、",
            "（一）",
            "（1）",
            "1. ",
            "- ",
            "> ",
            "## ",
            "\n",
            "\n\n",
            "\t",
        ),
        *("文字", "。", "**", "*", "[^1]", "[^1]: 注", "[甲](a.md)", "<b>", "</b>", "<", "&", "|", "| --- |"),
        *(
            "附件：",
            "2023年5月22日",
            "区政府",
            "    ",
            "!!! note\n",
            "```\n",
            "本办法第一条",
            "《办法》",
            "\x0b",
        ),
        "第一条　甲\n",
    ]
)


@pytest.fixture(scope="module")
def a_version(good: Checked) -> tuple[Register, Version]:
    """A column and a version of a document in it, whose text others take the place of."""
    register = gate.released(good.register)
    policy_ = next(each for each in register.policies if documents.of_policy(each))
    return register, versions(register, policy_)[0]


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_sign_of_any_text_stands_in_valid_xml(schema, a_version, text) -> None:
    register, version = a_version
    read = document(text)
    made = etree.fromstring(documents.akoma_ntoso(register, replace(version, text=read), (version,)))
    schema.assertValid(made)
    told = "".join(_words("".join(part.itertext())) for part in _parts(made))
    title = "" if read.title else _words(version.policy.title)
    assert sorted(title + "".join(_expected(each) for each in read.all)) == sorted(told)


def _parts(made):
    """What holds the text: no metadata."""
    for act in made.iter(f"{A}act"):
        yield from (part for part in act if part.tag not in (f"{A}meta", f"{A}attachments"))


def _expected(read: Document) -> str:
    """The signs of a document without blanks, from its own places."""
    lines = (read.title, read.number, read.addressee, read.day, *read.head, *read.listing, *read.issuers)
    told = [
        Node(Part.PARAGRAPH, 0, line.text).own_words for line in (*lines, *read.notes, *read.imprint) if line
    ]
    told += [_node(node) for node in read.walk()]
    return re.sub(r"[\s\x0b]", "", "".join(told))


def _node(node: Node) -> str:
    """The words of a part as readers see them; of a table those of its cells, of a note without its mark."""
    if node.kind is Part.CODE:
        return node.text
    if node.kind is Part.HTML:
        return node.label + plain_text(node.text)
    if node.kind is Part.NOTE:
        return readable(DEFINED.sub("", node.text, count=1))
    if node.kind is Part.TERMS:
        return "".join(readable(line.removeprefix(": ")) for line in node.text.split("\n"))
    return _cells(node) if node.kind is Part.TABLE else node.own_words


def _cells(node: Node) -> str:
    """What the XML says of a table, in which no word of its source is missing."""
    made = element("act")
    content(Words(), made, Document((Node(node.kind, 0, node.text, node.label),)), "")
    seen = "".join(made.itertext())
    assert Counter(re.findall("[一-龥0-9]", f"{node.label}{node.text}")) == Counter(
        re.findall("[一-龥0-9]", seen)
    )
    return seen
