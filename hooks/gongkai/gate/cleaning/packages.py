"""Word, Excel, OFD and zip files without who made them; their other parts stay byte for byte."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from lxml import etree

from gongkai.gate.cleaning.pictures import Unclean
from gongkai.load.attached import xml
from gongkai.load.attached.active_zip import name_of

#: makes the bytes of a member clean by its name
Inner = Callable[[str, bytes], bytes]
_CORE = re.compile(r"docprops/core\.xml")
_PROPERTIES = re.compile(r"docprops/(?:app|custom)\.xml")
_THUMBNAIL = re.compile(r"docprops/thumbnail\.[a-z]+")
_RELATIONS = "_rels/.rels"
#: parts in which programs name the people who wrote, noted and revised
_PEOPLE = re.compile(r"(?:word|xl)/.*\.xml", re.DOTALL)
_NAMING = re.compile(
    rb"author|initials|displayName|userId|providerId|userName|absPath|lastEdited|presenceInfo", re.IGNORECASE
)
_NAMES = {"author", "initials", "displayName", "userId", "providerId", "userName"}
_NOBODY = "作者"
_KEPT = {"title", "language"}


def clean_office(data: bytes, inner: Inner) -> bytes:
    """A .docx or .xlsx; its pictures are cleaned as pictures."""
    return _rewritten(data, lambda name, content: _part(name, content, inner))


def clean_ofd(data: bytes, inner: Inner) -> bytes:
    """An .ofd; raises Unclean where its seal would be broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if any("signature" in name.lower() or "/signs/" in name.lower() for name in archive.namelist()):
            raise Unclean("有电子签章，改动会使签章失效")

    def part(name: str, content: bytes) -> bytes:
        if name.lower() != "ofd.xml":
            return inner(name, content)
        root = xml.parse(content)
        for info in xml.elements(root, "DocInfo"):
            _keep(info, {"DocID", "Title", "CreationDate"})
        return _written(root)

    return _rewritten(data, part)


def clean_zip(data: bytes, inner: Inner) -> bytes:
    """A .zip: its members cleaned by their own kind, their names in the encoding that everybody reads."""
    return _rewritten(data, inner)


def _rewritten(data: bytes, part: Inner) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            name = name_of(info)
            content = b"" if info.is_dir() else part(name, old.read(info))
            if _THUMBNAIL.fullmatch(name.lower()):
                continue
            # a member's owner, comment and further fields stay behind
            fresh = zipfile.ZipInfo(name, info.date_time)
            fresh.compress_type = info.compress_type if info.compress_type == 0 else zipfile.ZIP_DEFLATED
            fresh.external_attr = 0o644 << 16
            fresh.create_system = 3
            new.writestr(fresh, content)
    return stream.getvalue()


def _part(name: str, content: bytes, inner: Inner) -> bytes:
    lower = name.lower()
    if _CORE.fullmatch(lower):
        root = xml.parse(content)
        _keep(root, _KEPT)
    elif _PROPERTIES.fullmatch(lower):
        root = xml.parse(content)
        _keep(root, set())
    elif lower == _RELATIONS:
        root = xml.parse(content)
        for node in list(root):
            if _THUMBNAIL.fullmatch(xml.attribute(node, "Target").lower().lstrip("/")):
                root.remove(node)
    elif _PEOPLE.fullmatch(lower) and _NAMING.search(content):
        root = xml.parse(content)
        _unnamed(root)
    else:
        return inner(name, content)
    return _written(root)


def _keep(root: etree._Element, names: set[str]) -> None:
    for node in list(root):
        if xml.local(node) not in names:
            root.remove(node)


def _unnamed(root: etree._Element) -> None:
    for node in list(root.iter()):
        if xml.local(node) == "absPath":
            _removed(node)
            continue
        if xml.local(node) == "author":
            node.text = _NOBODY
        for key in list(node.attrib):
            if key.rpartition("}")[2] in _NAMES:
                node.set(key, _NOBODY if key.endswith(("author", "displayName")) else "")


def _removed(node: etree._Element) -> None:
    """Take a node away, and the alternative that holds nothing else."""
    parent = node.getparent()
    while parent is not None and len(parent) == 1 and xml.local(parent) in {"Choice", "AlternateContent"}:
        node, parent = parent, parent.getparent()
    if parent is not None:
        parent.remove(node)


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
