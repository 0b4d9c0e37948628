"""What acts in Word and Excel files: macros, fields that fetch or start, objects, outside parts, queries."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from gongkai.load.attached import xml
from gongkai.load.attached.fault import Fault
from gongkai.load.names import shown

_TYPES = "[Content_Types].xml"
_SAVE = "在原来的软件里删去，重新保存"
_MACRO = Fault("里面有宏，打开它的人可能受害", "“另存为”不带宏的格式，或导出成 PDF")
_QUERY = Fault("里面有外部数据查询，打开时会去取数", "在“数据—查询和连接”里删去，重新保存")
_LINKS = Fault("引用了别的文件（外部链接），打开时会去找它", "在“数据—编辑链接”里断开，重新保存")
_OBJECT = Fault(
    "里面嵌着别的对象或文件，读者能把它整个取出来", "删去对象；图表“选择性粘贴”成图片，或导出成 PDF"
)
#: names of parts, in lower case, that may not be there
_PARTS = (
    (re.compile(r".*vba(?:project|data).*|.*/(?:macrosheets|dialogsheets)/.*", re.DOTALL), _MACRO),
    (re.compile(r".*/activex/.*", re.DOTALL), Fault("里面有控件，打开它的人可能受害", _SAVE)),
    (re.compile(r"xl/externallinks/.*", re.DOTALL), _LINKS),
    (re.compile(r"xl/(?:connections\.xml|querytables/.*|model/.*)", re.DOTALL), _QUERY),
    (re.compile(r".*/embeddings/.*|(?!.*/printersettings\d*\.bin).*\.bin", re.DOTALL), _OBJECT),
    (re.compile(r".*/afchunk.*|.*\.(?:mht|mhtml|html?|rtf)", re.DOTALL), _OBJECT),
)
#: parts that hold fields of Word or formulas of Excel
_TEXTS = re.compile(r"(?:word/[^/]+|xl/(?:workbook|worksheets/[^/]+|metadata|charts/[^/]+))\.xml")
_XML = re.compile(r".*\.(?:xml|rels|vml)", re.DOTALL | re.IGNORECASE)
_RELATIONS = re.compile(r".*\.rels", re.DOTALL | re.IGNORECASE)
_CUSTOM = re.compile(r"customXml/[^/]+\.xml")
_FIELD = re.compile(
    r"\b(?:DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)\s+\S|\bQUOTE\s+\d+(?:\s+\d+){2}", re.IGNORECASE
)
_FORMULA = re.compile(
    r"\|\s*'|\b(?:WEBSERVICE|RTD|CALL|REGISTER|REGISTER\.ID|EXEC|DDEAUTO)\s*\(", re.IGNORECASE
)
_LINKED = re.compile(r"\s*(?:https?://|mailto:|tel:|#|[^:\\/]*$)", re.IGNORECASE)


def office_faults(archive: zipfile.ZipFile) -> Iterator[Fault]:
    """What may not be in a .docx or .xlsx; raises Entities, or what a damaged part raises."""
    yield from dict.fromkeys([*_named(archive.namelist()), *_said(archive)])


def _named(names: list[str]) -> Iterator[Fault]:
    for name in map(str.lower, names):
        found = next((fault for pattern, fault in _PARTS if pattern.fullmatch(name)), None)
        if found:
            yield found


def _said(archive: zipfile.ZipFile) -> Iterator[Fault]:
    if _TYPES in archive.namelist() and b"macroenabled" in archive.read(_TYPES).lower():
        yield _MACRO
    for _, data in xml.parts(archive, _XML):
        xml.refuse_declarations(data)
    for _, data in xml.parts(archive, _RELATIONS):
        yield from _relations(data)
    for _, data in xml.parts(archive, _TEXTS):
        yield from _fields(data)
    if any(b"DataMashup" in data.replace(b"\0", b"") for _, data in xml.parts(archive, _CUSTOM)):
        yield _QUERY


def _relations(data: bytes) -> Iterator[Fault]:
    """What a part takes from outside: only links that a reader follows by hand may lead there."""
    for node in xml.elements(xml.parse(data), "Relationship"):
        if xml.attribute(node, "TargetMode").lower() != "external":
            continue
        kind = xml.attribute(node, "Type").rpartition("/")[2]
        target = xml.attribute(node, "Target")
        if kind == "hyperlink" and _LINKED.match(target):
            continue
        yield _outside(kind, shown(target[:80]))


def _outside(kind: str, target: str) -> Fault:
    if kind == "attachedTemplate":
        return Fault(
            f"打开时要去取模板“{target}”", "在“开发工具—文档模板”里改用 Normal 模板，重新保存，或导出成 PDF"
        )
    if kind == "hyperlink":
        return Fault(f"链接“{target}”不是网页", "改写成 https 开头的网址，或去掉链接")
    what = {"image": "图片", "oleObject": "对象", "video": "视频", "audio": "声音"}.get(kind, "内容")
    return Fault(f"打开时要从外面取{what}“{target}”", "把它存进文件里（“断开链接”），重新保存，或导出成 PDF")


def _fields(data: bytes) -> Iterator[Fault]:
    if not any(mark in data for mark in (b"instr", b"</f>", b":f>", b"definedName", b"ddeLink", b"\0")):
        return
    root = xml.parse(data)
    fields = "".join(node.text or "" for node in xml.elements(root, "instrText"))
    simple = "\n".join(xml.attribute(node, "instr") for node in xml.elements(root, "fldSimple"))
    if _FIELD.search(fields) or _FIELD.search(simple):
        yield Fault("里面有会去取别的文件或启动程序的域（DDE、LINK 等）", f"{_SAVE}，或导出成 PDF")
    if any(_FORMULA.search(text) for text in _formulas(root)):
        yield Fault(
            "里面有会启动程序或取外部数据的公式（DDE、WEBSERVICE 等）", "“选择性粘贴”成数值，重新保存"
        )
    if any("auto_open" in xml.attribute(node, "name").lower() for node in xml.elements(root, "definedName")):
        yield _MACRO


def _formulas(root: etree._Element) -> Iterator[str]:
    for node in root.iter():
        if xml.local(node) in {"f", "definedName", "formula", "formula1", "formula2"}:
            yield node.text or ""
