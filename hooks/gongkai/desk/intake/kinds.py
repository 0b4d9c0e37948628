"""What a file is that cannot be imported, and how to get one that can, by its bytes."""

from __future__ import annotations

import io
import zipfile

from gongkai.load.attached.fault import DAMAGED
from gongkai.load.attached.kinds import ZIP

_TAKEN = "收 .docx、.doc、.wps、.rtf、有文字的 PDF，表格收 .xlsx、.csv"
_SAVE_AS = "在 Word 或 WPS 里打开，另存为 .docx 再放进来"
_EMPTY = "文件是空的（0 字节）：多半没有下载完或没有存好，重新取一份再放进来"
_WEB = f"这是网页格式的文件，有的办公系统导出的 .doc 其实是它：{_SAVE_AS}"
_PICTURE = "这是图片，读不出文字：要文字的 Word 文件，或先做文字识别"
_PACKED = "这是压缩包：先解开，把里面的 Word 文件放进来"
_BEGINNINGS = (
    ((b"<html", b"<!doctype html", b"mime-version:", b"<head", b"<meta"), _WEB),
    ((b"<?xml",), f"这是 XML 格式的文件：{_SAVE_AS}"),
    ((b"\x89png", b"\xff\xd8\xff", b"gif8", b"bm", b"ii*\0", b"mm\0*"), _PICTURE),
    ((b"rar!", b"7z\xbc\xaf", b"\x1f\x8b"), _PACKED),
)
#: a part that only this kind of packed file has
_PARTS = (
    ("ofd.xml", "这是 OFD 版式文件，读不了：要它的 Word 文件，OFD 可以作附件放进来"),
    ("ppt/", "这是演示文稿，读不了：要文字的 Word 文件，演示文稿存成 PDF 可以作附件放进来"),
    ("xl/", "这是 Excel 文件，名称写成了别的：把名称改成 .xlsx 结尾，单独放进来"),
    ("content.xml", f"这是 .odt 一类的文件：{_SAVE_AS}"),
)


def told(data: bytes, name: str) -> str:
    """Why such a file is not taken, and what to do; "" for a damaged .docx."""
    if not data.strip(b"\0 \t\r\n"):
        return _EMPTY
    head = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    found = next((words for marks, words in _BEGINNINGS if head.startswith(marks)), "")
    return found or ("" if name.lower().endswith(".docx") else f"认不出是什么文件：{_TAKEN}")


def packed(data: bytes) -> str:
    """The same for a packed file that is no .docx; "" for one that is, or is damaged."""
    if not data.startswith(ZIP):
        return ""
    try:
        names = [each.lower() for each in zipfile.ZipFile(io.BytesIO(data)).namelist()]
    except DAMAGED:
        return ""
    if any(name.startswith("word/") for name in names):
        return ""
    found = (words for part, words in _PARTS if any(name.startswith(part) for name in names))
    return next(found, _PACKED if "[content_types].xml" not in names else "")
