"""SVG without who drew it, on what machine, and with what program."""

from __future__ import annotations

from lxml import etree

from gongkai.load.attached import xml

_SVG = "{http://www.w3.org/2000/svg}"
#: attributes with a namespace of their own that say how it is drawn
_KEPT = {"{http://www.w3.org/1999/xlink}href", "{http://www.w3.org/XML/1998/namespace}space"}


def clean_svg(data: bytes) -> bytes:
    """The elements and attributes of SVG only, without metadata and comments."""
    root = xml.parse(data)
    for node in [each for each in root.iter() if _is_note(each)]:
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    for node in root.iter():
        for key in [key for key in node.attrib if str(key).startswith("{") and key not in _KEPT]:
            del node.attrib[key]
    etree.cleanup_namespaces(root)
    clean: bytes = etree.tostring(root)
    return clean


def _is_note(node: etree._Element) -> bool:
    return not str(node.tag).startswith(_SVG) or xml.local(node) == "metadata"
