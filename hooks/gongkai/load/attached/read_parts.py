"""What stands beside the text of Word and Excel files: properties, descriptions, diagrams, drawings."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Container, Iterator

from lxml import etree

from gongkai.load.attached import xml
from gongkai.load.attached.passage import CELL, Passage, Run, one

_XML = re.compile(r".*\.(?:xml|rels|vml)", re.DOTALL | re.IGNORECASE)
#: how a program lays out the file: no word of its author's
_LAYOUT = re.compile(
    r"\[Content_Types\]\.xml|(?:word|xl)/(?:styles|stylesWithEffects|fontTable|theme/.*|webSettings)\.xml",
    re.DOTALL,
)
_PLACES = (
    ("word/document.xml", "正文"),
    ("docprops/", "文件属性"), ("customxml/", "自定义数据"), ("/diagrams/", "图示"), ("/charts/", "图表"),
    ("comments", "批注"), ("/drawings/", "图形"), ("/persons/", "批注作者"), ("people", "批注作者"),
    (".rels", "链接"),
)  # fmt: skip
#: attributes in which people write, or programs write of people
_WRITTEN = {
    "descr", "title", "name", "alt", "tooltip", "display", "prompt", "promptTitle", "error", "errorTitle",
    "author", "string", "displayText", "value", "userName", "displayName", "Target", "instr", "location",
}  # fmt: skip


def part_runs(archive: zipfile.ZipFile, known: Container[str]) -> Iterator[Run]:
    """Every text of the parts that are not ``known``, and every description in any part."""
    for name, data in xml.parts(archive, _XML):
        if _LAYOUT.fullmatch(name):
            continue
        root, place = xml.parse(data), _place(name)
        yield from _described(root, place)
        if name not in known:
            yield from text_runs(root, place)


def text_runs(root: etree._Element, place: str) -> Iterator[Run]:
    """A part's paragraphs, and all of its texts one by one and as neighbours."""
    for node in xml.elements(root, "p"):
        yield one(place, "".join(each.text or "" for each in xml.elements(node, "t")))
    texts = (node.text.strip() for node in root.iter() if xml.local(node) and node.text)
    yield Run(tuple(Passage(place, text) for text in texts if text), CELL)


def _described(root: etree._Element, place: str) -> Iterator[Run]:
    for node in root.iter():
        for key, text in node.items():
            if key.rpartition("}")[2] in _WRITTEN and len(text) > 5:
                yield one(f"{place}的说明", str(text))


def _place(name: str) -> str:
    lower = name.lower()
    return next((place for mark, place in _PLACES if mark in lower), "文件信息")
