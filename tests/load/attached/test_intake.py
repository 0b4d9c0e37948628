"""Attachments: taken kinds, content that fits the name, no macros."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest


def packed(*names: str, **content: bytes) -> bytes:
    """A zip with these names inside."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, content.get("types", b"") if "Content" in name else b"x")
    return stream.getvalue()


GOOD = {
    "a.pdf": b"%PDF-1.7\n",
    "a.PDF": b"%PDF-1.7\n",
    "a.png": b"\x89PNG\r\n\x1a\n0",
    "a.jpg": b"\xff\xd8\xff\xe0",
    "a.jpeg": b"\xff\xd8\xff\xe0",
    "a.zip": packed("a.txt"),
    "empty.zip": packed(),
    "a.docx": packed("[Content_Types].xml", "word/document.xml"),
    "a.xlsx": packed("[Content_Types].xml", "xl/workbook.xml"),
    "a.ofd": packed("OFD.xml", "Doc_0/Document.xml"),
    "a.mp3": b"ID3\x03",
    "b.mp3": b"\xff\xfb\x90",
    "a.mp4": b"\x00\x00\x00\x18ftypmp42",
    "a.vtt": b"\xef\xbb\xbfWEBVTT\n",
    "a.csv": "\ufeff单位,数量\n".encode(),
    "a.txt": "说明".encode(),
    "2026/申请表-1.0.pdf": b"%PDF-1.7\n",
}
BAD = {
    "a.exe": (b"MZ", "attachment-type", "不收 .exe 文件", "换成"),
    "a.svg": (b"<svg/>", "attachment-type", "不收 .svg", "png"),
    "a.html": (b"<html>", "attachment-type", "不收 .html", "正文"),
    "a.docm": (packed("word/vbaProject.bin"), "attachment-type", "不收 .docm", "docx"),
    "a.doc": (b"\xd0\xcf\x11\xe0", "attachment-type", "不收 .doc", "pdf"),
    "noext": (b"x", "attachment-type", "不收 .noext", "换成"),
    "zhinan.md": (b"---\n", "attachment-type", "不收 .md", "正文"),
    "a.pdf": (b"MZ\x90\x00", "attachment-content", "不是 pdf 格式", "另存为"),
    "b.pdf": (b"", "attachment-content", "文件是空的", "另存为"),
    "a.png": (b"<svg onload=x>", "attachment-content", "不是 png 格式", "另存为"),
    "a.docx": (b"\xd0\xcf\x11\xe0", "attachment-content", "不是 docx 格式", "另存为"),
    "b.docx": (packed("xl/workbook.xml"), "attachment-content", "不是 docx 格式", "另存为"),
    "c.docx": (packed("word/document.xml", "word/VbaProject.bin"), "attachment-content", "宏", "PDF"),
    "d.docx": (packed("word/d.xml")[:-10], "attachment-content", "损坏", "重新保存"),
    "e.docx": (b"PK\x03\x04" + b"\x00" * 40, "attachment-content", "损坏", "重新保存"),
    "a.xlsx": (
        packed(
            "[Content_Types].xml", "xl/a.xml", types=b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
        ),
        "attachment-content",
        "宏",
        "PDF",
    ),
    "b.xlsx": (
        packed("xl/workbook.xml", "xl/externalLinks/externalLink1.xml"),
        "attachment-content",
        "外部链接",
        "断开",
    ),
    "a.zip": (packed("a.txt", "b/virus.EXE"), "attachment-content", "virus.EXE", "重新压缩"),
    "b.zip": (packed("../../etc/passwd"), "attachment-content", "越界", "重新压缩"),
    "a.csv": (packed("a"), "attachment-content", "不是 csv 格式", "另存为"),
    "b.csv": ("甲".encode("utf-16"), "attachment-content", "不是 csv 格式", "另存为"),
    "a.txt": (b" <script>x</script>", "attachment-content", "不是 txt 格式", "另存为"),
    "a.mp4": (b"ftyp", "attachment-content", "不是 mp4 格式", "另存为"),
    "a.vtt": (b"00:00", "attachment-content", "不是 vtt 格式", "另存为"),
}


@pytest.mark.parametrize("name", GOOD)
def test_taken(read, name):
    loaded = read({f"content/files/{name}": GOOD[name]})
    assert loaded.problems == ()
    [(path, file)] = loaded.files.items()
    assert path == file.path == f"files/{name}"
    assert file.size == len(GOOD[name])
    assert hashlib.sha256(GOOD[name]).hexdigest().startswith(file.digest)


@pytest.mark.parametrize("name", BAD)
def test_refused(read, name):
    data, rule, message, fix = BAD[name]
    path = f"content/files/2026/{name}"
    [problem] = read({path: data}).problems
    assert (problem.rule, problem.path, problem.line, problem.column) == (rule, path, 1, 1)
    assert message in problem.message
    assert fix in problem.fix


def test_large_file_is_streamed(read):
    data = b"%PDF-1.7\n" + b"0" * (3 * 1024 * 1024)
    loaded = read({"content/files/a.pdf": data})
    assert loaded.files["files/a.pdf"].size == len(data)
    assert hashlib.sha256(data).hexdigest().startswith(loaded.files["files/a.pdf"].digest)
