"""mammoth as a second opinion: the same words in the same order, but for what it is known to drop."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

import mammoth
import pytest
from lxml import etree

from gongkai.desk import word

from . import official
from .ooxml import W

_P, _NUM, _R, _T = (f"{{{W}}}{name}" for name in ("p", "numPr", "r", "t"))
#: where they differ, theirs → ours: it drops the base of ruby and results of fldSimple, shows hidden words,
#: hints of controls and the contents, and has other letters for some signs
DIFFERENT = {
    "深市": "深圳市", "共项": "共2项", "不公开的话": "", "请在此输入": "", "目录一、要求1": "",
    "n重点": "■重点", "\uf0a8": "□", "\u2011": "-", "\xad": "", "\U0001f5f9": "☑", "\U0001f78e": "□",
}  # fmt: skip


def _labelled(data: bytes, labels: list[str]) -> bytes:
    """The same file with every automatic number written as text, since mammoth counts none."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = _written(content, labels)
            elif name in ("word/styles.xml", "word/numbering.xml"):
                root = etree.fromstring(content)
                for node in list(root.iter(_NUM, f"{{{W}}}abstractNum", f"{{{W}}}num")):
                    node.getparent().remove(node)
                content = etree.tostring(root)
            target.writestr(name, content)
    return out.getvalue()


def _written(content: bytes, labels: list[str]) -> bytes:
    root = etree.fromstring(content)
    for node in list(root.iter(_NUM)):
        node.getparent().remove(node)
    fallback = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    read = [each for each in root.iter(_P) if not any(up.tag == fallback for up in each.iterancestors())]
    for node, label in zip(read, labels, strict=False):
        run = etree.Element(_R)
        etree.SubElement(run, _T).text = label
        node.insert(1, run)
    return etree.tostring(root)


def _words(html: str) -> str:
    html = re.sub(r"<sup>.*?</sup>|<ol><li id=.*</ol>", "", html, flags=re.DOTALL)
    return re.sub(r"\s", "", unescape(re.sub(r"<[^>]+>", "", html)))


@pytest.mark.parametrize("name", [name for name in official.FILES if name not in ("wps", "tables")])
def test_both_read_the_same(name):
    data = official.FILES[name]().data()
    reading = word.read(data)
    theirs = _theirs(data, [each.label for each in reading.paragraphs])
    assert theirs == "".join("".join(each.text.split()) for each in reading.paragraphs)


@pytest.mark.parametrize("name", ["wps", "tables"])
def test_where_they_differ_is_known(name):
    data = official.FILES[name]().data()
    theirs = _theirs(data, [])
    if name == "wps":
        assert all(theirs.count(each) == 1 for each in DIFFERENT)
    for dropped, ours in DIFFERENT.items():
        theirs = theirs.replace(dropped, ours)
    assert theirs == "".join("".join(each.own.split()) for each in word.read(data).paragraphs)


def _theirs(data: bytes, labels: list[str]) -> str:
    return _words(mammoth.convert_to_html(io.BytesIO(_labelled(data, labels))).value)
