"""The whole way from the bytes of a .docx to its reading."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gongkai.desk.word.blocks import Block, Note, Paragraph, Reading, Table, Told
from gongkai.desk.word.inline import Inline
from gongkai.desk.word.ledger import Ledger, account
from gongkai.desk.word.numbering import Numbering
from gongkai.desk.word.package import Package, Refused
from gongkai.desk.word.pictures import Pictures
from gongkai.desk.word.properties import Styles, child
from gongkai.desk.word.story import Story
from gongkai.load.attached import xml

_NOTES = (("footnotes", "footnote", "脚注"), ("endnotes", "endnote", "尾注"))


def read(data: bytes) -> Reading:
    """The blocks of a .docx; raises Refused where the file as a whole cannot be read."""
    try:
        return _read(data)
    except RecursionError:
        raise Refused(
            "文件里的格式一层套一层，套得太深，读不了：全选复制到新文件，另存为 .docx 再导入"
        ) from None


def _read(data: bytes) -> Reading:
    package, ledger = Package(data), Ledger()
    root = package.parse(package.main)
    body = child(root, "body")
    if body is None:
        raise Refused("文件里没有 Word 的正文：在 Word 或 WPS 里打开，另存为 .docx 再导入")
    styles = Styles(package.root("styles"))
    pictures = Pictures(package, ledger)
    story = Story(
        styles, Numbering(package.root("numbering"), styles), Inline(styles, ledger, pictures.take), ledger
    )
    blocks = story.read(body)
    roots, notes = [body], []
    for kind, name, label in _NOTES:
        part = package.root(kind)
        used = _used(blocks, name[0])
        if part is not None and used:
            found = _bodies(part, name, used)
            roots += found.values()
            notes += [_note(story, label, key, found[key]) for key in used if key in found]
        for key in (key for key in used if part is None or key not in _bodies(part, name, used)):
            ledger.place = label
            ledger.refuse(f"{label}只有记号，没有内容（{key}）")
    account(roots, list(_paragraphs(blocks)), notes, ledger)
    shown = ((each.text.strip(), any(run.picture for run in each.runs)) for each in _paragraphs(blocks))
    if not any(map(any, shown)):
        raise Refused("文件里没有文字：可能是空的，或只有画的图形，请要文字的 Word 文件")
    _headers(package, ledger)
    return Reading(
        tuple(blocks), tuple(notes), tuple(pictures.taken),
        tuple(each for each in ledger.unread if each.text.strip()),
        tuple(ledger.refused), tuple(ledger.doubts),
    )  # fmt: skip


def _paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        yield from block.paragraphs if isinstance(block, Table) else (block,)


def _used(blocks: list[Block], letter: str) -> list[str]:
    """The notes that the text refers to, in its order."""
    keys = (run.note for each in _paragraphs(blocks) for run in each.runs if run.note.startswith(letter))
    return list(dict.fromkeys(keys))


def _bodies(part: etree._Element, name: str, used: list[str]) -> dict[str, etree._Element]:
    nodes = (each for each in part if xml.local(each) == name)
    found = {f"{name[0]}{xml.attribute(each, 'id')}": each for each in nodes}
    return {key: node for key, node in found.items() if key in used}


def _note(story: Story, label: str, key: str, node: etree._Element) -> Note:
    story.name, story.paragraphs = f"{label}{key[1:]}", 0
    found = story.read(node)
    return Note(key, tuple(_paragraphs(found)))


def _headers(package: Package, ledger: Ledger) -> None:
    for kind in ("header", "footer"):
        for root in package.roots(kind):
            words = "".join(each.text or "" for each in root.iter() if xml.local(each) == "t").strip()
            if words.strip("-—－ 0123456789第页共/"):
                ledger.unread.append(Told("页眉、页脚", "页眉、页脚", words))
