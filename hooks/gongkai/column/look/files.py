"""The files that settings name: pictures, style sheets and scripts, and why one is not taken."""

from __future__ import annotations

import re
from pathlib import Path

from gongkai.load import shown

#: where they may stand, from the root
FOLDERS = ("content", "overrides")
MAX_SIZE = 1024 * 1024
#: ending → how such a file begins; pictures that are text are looked through
PICTURES: dict[str, tuple[bytes, ...]] = {
    "svg": (b"<svg", b"<?xml"),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "ico": (b"\x00\x00\x01\x00",),
}
#: what acts in an SVG, or fetches something
_ACTS = re.compile(
    rb"<\s*(?:script|foreignObject|!ENTITY)|\son[a-z]+\s*=|javascript:|href\s*=\s*[\"']\s*(?!#|data:image/)",
    re.I,
)
#: what a style sheet would fetch: only what it carries itself is there
_FETCHES = re.compile(r"@import\b|url\(\s*[\"']?(?!#|data:)|image-set\(", re.I)
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|[a-z][a-z0-9+.-]*:", re.I)


class Unusable(Exception):
    """Why a file is not taken, and what to do about it."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message, self.fix = message, fix


def read(root: Path, name: str) -> bytes:
    """The bytes of a file that a setting names, below one of the folders; raises Unusable."""
    if _ELSEWHERE.match(name):
        fix = "把文件下载下来，放进 overrides/，只写文件名"
        raise Unusable(f"“{shown(name)}”在别的网站上，本站的安全策略（CSP）不让浏览器去取", fix)
    for folder in (root / each for each in FOLDERS):
        file = folder / name
        if file.is_file() and file.resolve().is_relative_to(folder.resolve()):
            if file.stat().st_size > MAX_SIZE:
                raise Unusable(f"“{shown(name)}”超过 1 MB", "换小一些的文件")
            return file.read_bytes()
    raise Unusable(
        f"没有“{shown(name)}”这个文件",
        "放进 content/files/ 或 overrides/，从 content/ 或 overrides/ 起写文件名",
    )


def picture(data: bytes, ending: str) -> None:
    """Raises Unusable for what is no picture of its kind, and for one that acts."""
    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(PICTURES.get(ending, ())):
        raise Unusable("不是这种图片", f"用 {'、'.join(PICTURES)} 图片，文件名后缀要和内容一致")
    if ending == "svg" and _ACTS.search(data):
        raise Unusable("SVG 图里有脚本，或要到别处取文件", "让做图的人导出成只有图形的 SVG，或改用 png")


def sheet(data: bytes) -> str:
    """A style sheet; raises Unusable where it would fetch something."""
    written = text(data)
    if found := _FETCHES.search(written):
        line = written.count("\n", 0, found.start()) + 1
        fix = "把样式都写在这一个文件里；图片写成 data:，或放进 overrides/assets/images/ 由模板引用"
        raise Unusable(f"第 {line} 行的 {found[0]} 要到别处取文件，样式合成一份以后取不到", fix)
    return written


def text(data: bytes) -> str:
    """A file that is text, as it is; raises Unusable for any other."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable("不是 UTF-8 文字", "另存为 UTF-8") from None
