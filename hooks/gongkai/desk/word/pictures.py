"""Pictures of a file → new files with the same pixels and nothing else: no camera, no day, no place."""

from __future__ import annotations

import io

from lxml import etree
from PIL import Image

from gongkai.desk.word.blocks import Picture
from gongkai.desk.word.ledger import Ledger
from gongkai.desk.word.package import Package
from gongkai.desk.word.properties import value
from gongkai.load.attached import xml
from gongkai.load.attached.fault import DAMAGED

_MOST_PIXELS = 40_000_000
#: how a Windows metafile begins, with a place or without
_METAFILES = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_JPEG_QUALITY = 90
_UNREADABLE = "图片不是 png、jpg 一类，或已损坏：在 Word 里右键点它，另存为图片，选 PNG，再插入换掉它"
_VECTOR = (
    "这是 EMF、WMF 图（从别的软件粘贴的图、用 Word 画的图），网页显示不了："
    "在 Word 里点它，剪切，右键选择性粘贴为“图片（PNG）”"
)
_TOO_LARGE = f"图片超过 {_MOST_PIXELS // 10_000} 万像素：在 Word 里“压缩图片”以后再导入"
#: what Word writes into the description of a picture by itself
_GIVEN = ("图片", "picture", "image", "img_", "dsc", "微信图片", "屏幕截图")


class Pictures:
    """Takes the pictures of one file, each once."""

    def __init__(self, package: Package, ledger: Ledger) -> None:
        self._package, self._ledger = package, ledger
        self._named: dict[str, str] = {}
        self.taken: list[Picture] = []

    def take(self, relation: str, node: etree._Element) -> str:
        """The name of a picture for the text; "" where it is refused."""
        data = self._package.picture(relation) if relation else None
        if data is None:
            self._ledger.refuse("图片在别处，文件里没有：在 Word 里重新插入图片")
            return ""
        if relation in self._named:
            return self._named[relation]
        if data.startswith(_METAFILES) or data[40:44] == b" EMF":
            self._ledger.refuse(_VECTOR)
            return ""
        try:
            made, kind = redrawn(data)
        except TooLarge:
            self._ledger.refuse(_TOO_LARGE)
            return ""
        except (*DAMAGED, Image.DecompressionBombError):
            self._ledger.refuse(_UNREADABLE)
            return ""
        name = f"tu-{len(self.taken) + 1}.{kind}"
        self._named[relation] = name
        self.taken.append(Picture(name, made, kind, _described(node)))
        return name


class TooLarge(Exception):
    """A picture with more pixels than a page can carry."""


def redrawn(data: bytes) -> tuple[bytes, str]:
    """The pixels written anew: photographs as jpg, all else as png."""
    with Image.open(io.BytesIO(data)) as source:
        if source.width * source.height > _MOST_PIXELS:
            raise TooLarge
        kind = "jpg" if source.format == "JPEG" else "png"
        clean = source.convert("RGB" if kind == "jpg" else "RGBA" if "A" in source.getbands() else "RGB")
    fresh = Image.new(clean.mode, clean.size)
    fresh.paste(clean)
    out = io.BytesIO()
    if kind == "jpg":
        fresh.save(out, "JPEG", quality=_JPEG_QUALITY)
    else:
        fresh.save(out, "PNG", optimize=True)
    return out.getvalue(), kind


def _described(node: etree._Element) -> str:
    """The words that the file has for a picture, "" where there are none or Word made them up."""
    holder: etree._Element | None = node
    while holder is not None and xml.local(holder) not in ("inline", "anchor", "shape"):
        holder = holder.getparent()
    if holder is None:
        return ""
    named = [each for each in holder.iter() if xml.local(each) == "docPr"]
    words = value(named[0], "descr") if named else value(holder, "alt")
    return "" if words.lower().startswith(_GIVEN) else " ".join(words.split())
