"""XML parts of packed files → trees, parsed without entities, network or bounds lifted."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from lxml import etree

#: a declaration that could expand, in any of the encodings a part may have
_DECLARED = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")


class Entities(Exception):
    """A part declares a document type or entities."""


def parse(data: bytes) -> etree._Element:
    """The root of a part; raises Entities, or lxml's own error where it is damaged or nested too deep."""
    refuse_declarations(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    return etree.fromstring(data, parser)


def refuse_declarations(data: bytes) -> None:
    """Raises Entities where a part declares any."""
    if _DECLARED.search(data):
        raise Entities


def local(node: etree._Element) -> str:
    """``{…}p`` → ``p``; nothing for processing instructions."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def attribute(node: etree._Element, name: str) -> str:
    """An attribute by its name without the namespace."""
    return next((str(text) for key, text in node.items() if key.rpartition("}")[2] == name), "")


def elements(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Every element below the root of that name, whatever its namespace, in order of the text."""
    return (node for node in root.iter() if local(node) == name)


def parts(archive: zipfile.ZipFile, pattern: re.Pattern[str]) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of the parts whose names match, in order of their names."""
    for name in sorted(archive.namelist()):
        if pattern.fullmatch(name):
            yield name, archive.read(name)
