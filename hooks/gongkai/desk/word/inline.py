"""The inside of a paragraph → runs of words, marks of notes and pictures; text boxes are handed on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from gongkai.desk.word.blocks import Run
from gongkai.desk.word.fields import Fields, name
from gongkai.desk.word.ledger import Ledger
from gongkai.desk.word.properties import Styles, child, is_red, on, value
from gongkai.desk.word.symbols import is_font, of_letter, sign
from gongkai.load.attached import xml

_PRIVATE = re.compile("[\ue000-\uf8ff]")
#: what is looked through: its words are those of the text
_CHANGES = {"ins": "修订：插入", "del": "修订：删除", "moveFrom": "修订：移走", "moveTo": "修订：移来"}
_SILENT = frozenset((
    "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "proofErr", "bookmarkStart", "bookmarkEnd", "Fallback",
    "ffData", "lastRenderedPageBreak", "softHyphen", "commentRangeStart", "commentRangeEnd", "annotationRef",
    "footnoteRef", "endnoteRef", "separator", "continuationSeparator", "rubyPr", "customXmlPr", "smartTagPr",
))  # fmt: skip
#: what is drawn in Word itself, in new files and in old ones; a plain line parts the head from the text
_SHAPES, _LINES = ("wsp", "shape", "rect", "oval", "roundrect"), ("line", "straightConnector1")
_DRAWN = "在 Word 里画的图形（箭头、框、印章）没有读入：要的截成图片插进来，不要的不用管"


@dataclass
class Inside:
    """What was found inside one paragraph."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    #: a page begins at its head, or behind it
    breaks: bool = False
    ends_page: bool = False
    red: int = 0
    plain: int = 0


class Inline:
    """Walks the insides of paragraphs; ``picture`` takes a relation and its element, gives a name."""

    def __init__(self, styles: Styles, ledger: Ledger, picture: Callable[[str, etree._Element], str]) -> None:
        self._styles, self._ledger, self._picture = styles, ledger, picture
        self._fields = Fields()
        self._paragraph: etree._Element | None = None
        self._inside = Inside()
        self._left = self._font = ""
        self._handlers: dict[str, Callable[[etree._Element], None]] = {
            "r": self._run, "t": self._text, "delText": self._deleted, "tab": self._tab, "ptab": self._tab,
            "br": self._break, "cr": self._line, "noBreakHyphen": self._hyphen, "sym": self._symbol,
            "fldChar": self._field, "instrText": self._instruction, "fldSimple": self._simple_field,
            "ruby": self._ruby, "sdt": self._control, "AlternateContent": self._alternative,
            "footnoteReference": self._note, "endnoteReference": self._note,
            "commentReference": self._comment, "txbxContent": self._box, "OLEObject": self._object,
            "blip": self._image, "imagedata": self._image, "oMath": self._formula,
            "chart": self._chart, "relIds": self._chart, **dict.fromkeys(_SHAPES, self._shape),
        }  # fmt: skip

    def read(self, node: etree._Element) -> Inside:
        """The inside of a paragraph."""
        self._inside, self._paragraph, self._left = Inside(), child(node, "pPr"), ""
        self._walk(node)
        return self._inside

    def _walk(self, node: etree._Element) -> None:
        for each in node:
            self._one(each)

    def _one(self, node: etree._Element) -> None:
        kind = xml.local(node)
        if kind in _SILENT:
            return
        if kind in _CHANGES:
            self._ledger.refuse(_CHANGES[kind], "".join(node.itertext()))
        handler = self._handlers.get(kind)
        if handler:
            handler(node)
        else:
            self._walk(node)

    def _run(self, node: etree._Element) -> None:
        properties = child(node, "rPr")
        before = self._left
        fonts = self._styles.run(properties, self._paragraph, "rFonts")
        named = value(fonts, "ascii") or value(fonts, "hAnsi")
        self._font = named if is_font(named) else ""
        if on(self._styles.run(properties, self._paragraph, "vanish")):
            self._left = self._left or "隐藏文字"
        if child(properties, "ins") is not None or child(properties, "del") is not None:
            self._ledger.refuse("修订")
        count = sum(len(run.text) for run in self._inside.runs)
        self._walk(node)
        added = sum(len(run.text) for run in self._inside.runs) - count
        if is_red(value(self._styles.run(properties, self._paragraph, "color"))):
            self._inside.red += added
        else:
            self._inside.plain += added
        self._left, self._font = before, ""

    def _put(self, text: str, made: bool = False) -> None:
        """Words at this place: taken, or listed with the reason why not."""
        why = self._left or self._fields.hidden
        if made:
            self._ledger.made.append(text)
        if why:
            self._ledger.leave(why, text)
        elif text:
            self._inside.runs.append(Run(text))

    def _text(self, node: etree._Element) -> None:
        text = node.text or ""
        if self._font or _PRIVATE.search(text):
            self._signs(text)
        else:
            self._put(text)

    def _signs(self, text: str) -> None:
        """Letters set in a font of signs, and signs of a font's private page."""
        for char in text:
            shown = of_letter(self._font, char)
            if shown is None:
                self._ledger.refuse(
                    f"认不出的符号（字体 {self._font or '不明'}）：换成键盘上打得出的符号", char
                )
            elif shown != char:
                self._ledger.replaced.append(char)
            if shown:
                self._put(shown, made=shown != char)
            else:
                self._put(char)

    def _deleted(self, node: etree._Element) -> None:
        self._ledger.leave("修订中删去的字", node.text or "")

    def _tab(self, _: etree._Element) -> None:
        self._put("\t")

    def _line(self, _: etree._Element) -> None:
        self._put("\n")

    def _break(self, node: etree._Element) -> None:
        kind = value(node, "type")
        if kind == "page":
            written = any(run.text.strip() for run in self._inside.runs)
            self._inside.ends_page |= written
            self._inside.breaks |= not written
        elif kind != "column":
            self._put("\n")

    def _hyphen(self, _: etree._Element) -> None:
        self._put("-", made=True)

    def _symbol(self, node: etree._Element) -> None:
        font, code = value(node, "font"), value(node, "char")
        shown = sign(font, code)
        if shown is None:
            self._ledger.refuse(f"认不出的符号（字体 {font}，编号 {code}）：换成键盘上打得出的符号")
        else:
            self._put(shown, made=True)

    def _field(self, node: etree._Element) -> None:
        self._fields.mark(value(node, "fldCharType"))

    def _instruction(self, node: etree._Element) -> None:
        if self._fields.instruct(node.text or "") == "EQ":
            self._ledger.refuse("用域写的公式（EQ）：改成文字或图片", node.text or "")

    def _simple_field(self, node: etree._Element) -> None:
        kind = name(value(node, "instr"))
        if kind == "EQ":
            self._ledger.refuse("用域写的公式（EQ）：改成文字或图片", value(node, "instr"))
        self._aside("目录（网页自己有目录）" if kind == "TOC" else "", node)

    def _aside(self, why: str, node: etree._Element) -> None:
        before, self._left = self._left, self._left or why
        self._walk(node)
        self._left = before

    def _ruby(self, node: etree._Element) -> None:
        for each in node:
            kind = xml.local(each)
            if kind in ("rubyBase", "rt"):
                self._aside("" if kind == "rubyBase" else "注音", each)

    def _control(self, node: etree._Element) -> None:
        properties = child(node, "sdtPr")
        waiting = on(child(properties, "showingPlcHdr"))
        self._aside("内容控件里还没有填的提示" if waiting else "", node)

    def _alternative(self, node: etree._Element) -> None:
        chosen = child(node, "Choice")
        if chosen is not None:
            self._walk(chosen)

    def _note(self, node: etree._Element) -> None:
        key = f"{xml.local(node)[0]}{value(node, 'id')}"
        if self._left or self._fields.hidden:
            self._ledger.refuse("隐藏文字里的注释：删去，或者显示出来")
        self._inside.runs.append(Run(note=key))

    def _comment(self, node: etree._Element) -> None:
        self._ledger.refuse(f"批注（第 {whole_number(value(node, 'id'))} 条）：在 Word 里删去批注")

    def _box(self, node: etree._Element) -> None:
        self._inside.boxes.append(node)

    def _shape(self, node: etree._Element) -> None:
        """A shape is looked through for words and pictures; one with neither is told, and letters as art."""
        before = len(self._inside.runs), len(self._inside.boxes)
        self._walk(node)
        inside = {xml.local(each): each for each in node.iter()}
        empty = before == (len(self._inside.runs), len(self._inside.boxes))
        shown = {"blip", "imagedata"} & inside.keys() or value(inside.get("prstGeom"), "prst") in _LINES
        if "textpath" in inside:
            self._ledger.doubt("艺术字没有读入：改成普通的字", value(inside["textpath"], "string"))
        elif empty and not shown:
            self._ledger.doubt(_DRAWN)

    def _image(self, node: etree._Element) -> None:
        relation = value(node, "embed") or value(node, "id")
        picture = self._picture(relation, node)
        if picture:
            self._inside.runs.append(Run(picture=picture))

    def _formula(self, node: etree._Element) -> None:
        self._ledger.refuse("公式：改成文字或图片", "".join(node.itertext()).strip())

    def _chart(self, _: etree._Element) -> None:
        self._ledger.refuse("图表：在 Word 里复制，选择性粘贴为图片，或另写成表格")

    def _object(self, node: etree._Element) -> None:
        self._ledger.doubt(f"嵌入的文件（{value(node, 'ProgID') or '不知种类'}）没有打开：需要的另作附件")


def whole_number(id_: str) -> int:
    """A comment's number as one counts: from 1."""
    return int(id_) + 1 if id_.isdigit() else 1
