"""Word and Excel files → their text with its place, streamed from the package and bounded.

Read from the XML itself: text boxes, notes, comments, headers and hidden sheets count as well.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

#: bytes that the texts of a package may have unpacked, all parts together
MAX_UNPACKED = 64 * 1024 * 1024
_PARTS = {"document": "正文", "header": "页眉", "footer": "页脚", "footnotes": "脚注", "comments": "批注"}
_XML = (".xml", ".rels")
_SHARED = "xl/sharedStrings.xml"
_COMMENTS = re.compile(r"xl/comments[0-9]*\.xml")
_WORD_PART = re.compile(r"word/(document|header|footer|footnotes|endnotes|comments)[0-9]*\.xml")


class Passage(NamedTuple):
    """A piece of text and where it stands, in words for editors: ``第3页``, ``工作表“名单”B7``."""

    place: str
    text: str


class NotRead(Exception):
    """Why a file's text could not be read, in Chinese."""


def office_passages(file: str, extension: str) -> Iterator[Passage]:
    """The passages of a .docx or .xlsx; raises NotRead, or what a damaged package raises."""
    with zipfile.ZipFile(file) as archive:
        # the reader never unpacks more of a part than its header says: the sum is a true bound
        if sum(info.file_size for info in archive.infolist() if info.filename.endswith(_XML)) > MAX_UNPACKED:
            raise NotRead(f"解开后超过 {MAX_UNPACKED // 1024 // 1024} MB，没有读")
        yield from _word(archive) if extension == "docx" else _excel(archive)


def _word(archive: zipfile.ZipFile) -> Iterator[Passage]:
    for name in sorted(archive.namelist()):
        if match := _WORD_PART.fullmatch(name):
            part = _PARTS.get(match[1], "尾注")
            paragraphs = (node for node in _elements(archive, name) if _local(node) == "p")
            for number, node in enumerate(paragraphs, 1):
                text = "".join(each.text or "" for each in node.iter() if _local(each) == "t")
                yield Passage(f"{part}第{number}段", text)
                node.clear()


def _excel(archive: zipfile.ZipFile) -> Iterator[Passage]:
    shared = _shared(archive)
    for sheet, name in sorted(_sheets(archive).items()):
        for node in _elements(archive, sheet):
            if _local(node) == "c":
                yield Passage(f"工作表“{name}”{node.get('r', '')}", _cell(node, shared))
            elif _local(node) == "row":
                node.clear()
    for part in sorted(each for each in archive.namelist() if _COMMENTS.fullmatch(each)):
        for node in _elements(archive, part):
            if _local(node) == "comment":
                yield Passage(f"批注{node.get('ref', '')}", _text(node))


def _shared(archive: zipfile.ZipFile) -> list[str]:
    """The texts that cells name by their number."""
    if _SHARED not in archive.namelist():
        return []
    texts = []
    for node in _elements(archive, _SHARED):
        if _local(node) == "si":
            texts.append(_text(node))
            node.clear()
    return texts


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Part → name of every sheet, hidden ones too; a part no one names goes by its own."""
    found = {n: n for n in archive.namelist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", n)}
    targets = {}
    if "xl/_rels/workbook.xml.rels" in archive.namelist():
        for node in _elements(archive, "xl/_rels/workbook.xml.rels"):
            target = node.get("Target", "")
            targets[node.get("Id")] = posixpath.normpath(posixpath.join("xl", target)).lstrip("/")
    if "xl/workbook.xml" in archive.namelist():
        for node in _elements(archive, "xl/workbook.xml"):
            relation = next((value for key, value in node.items() if key.endswith("}id")), None)
            part = targets.get(relation, "") if _local(node) == "sheet" else ""
            if part in found:
                found[part] = node.get("name", part)
    return found


def _cell(node: ElementTree.Element, shared: list[str]) -> str:
    value = next((each.text or "" for each in node if _local(each) == "v"), "")
    if node.get("t") == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    if node.get("t") == "inlineStr":
        return _text(node)
    # long numbers are kept as 1.3800138E10
    return f"{float(value):.0f}" if re.fullmatch(r"[0-9]\.[0-9]+E\+?1[0-9]", value) else value


def _text(node: ElementTree.Element) -> str:
    return "".join(each.text or "" for each in node.iter() if _local(each) == "t")


def _local(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2]


def _elements(archive: zipfile.ZipFile, name: str) -> Iterator[ElementTree.Element]:
    """Every finished element of a part; a part that declares entities is refused, not expanded."""
    with archive.open(name) as stream:
        if b"<!DOCTYPE" in stream.read(4096):
            raise NotRead("里面有实体声明，没有读")
    with archive.open(name) as stream:
        for _, node in ElementTree.iterparse(stream):
            yield node
