"""The files that settings name: pictures, style sheets and scripts, and why one is not taken."""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageFile

from gongkai.column.look.drawing import acting
from gongkai.column.look.scripts import elsewhere
from gongkai.column.look.styles import fetched, is_closed, without_comments
from gongkai.load import shown
from gongkai.load.attached.polyglots import doubles

#: where a picture may stand, from the root; styles and scripts are part of the program
FOLDERS = ("content", "overrides")
OF_THE_PROGRAM = ("overrides",)
MAX_SIZE = 1024 * 1024
#: how wide and high a picture may be, in points
MAX_POINTS = 4096
#: ending → the format's name in Pillow; a drawing is looked through as text
PICTURES = {"svg": "", "png": "PNG", "jpg": "JPEG", "ico": "ICO"}
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|[a-z][a-z0-9+.-]*:", re.I)
#: a name that is the same in an address
_PLAIN = re.compile(r"[\w.-]+(?:/[\w.-]+)*")


class Unusable(Exception):
    """Why a file is not taken, and what to do about it."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message, self.fix = message, fix


def read(root: Path, name: str, folders: Sequence[str] = FOLDERS) -> bytes:
    """The bytes of a file that a setting names, below one of the folders; raises Unusable."""
    if _ELSEWHERE.match(name):
        fix = "把文件下载下来，放进 overrides/，只写文件名"
        raise Unusable(f"“{shown(name)}”在别的网站上，本站的安全策略（CSP）不让浏览器去取", fix)
    try:
        for folder in (root / each for each in folders):
            file = folder / name
            if ".." not in file.parts and file.is_file() and _is_below(file, folder):
                if file.stat().st_size > MAX_SIZE:
                    raise Unusable(f"“{shown(name)}”超过 1 MB", "换小一些的文件")
                return file.read_bytes()
    except OSError as error:
        raise Unusable(f"“{shown(name)}”读不出来：{error.strerror}", "改短文件名，或改正权限") from None
    places = " 或 ".join(f"{each}/" for each in folders)
    raise Unusable(f"没有“{shown(name)}”这个文件", f"放进 {places}，从那里起写文件名，不写 ../")


def _is_below(file: Path, folder: Path) -> bool:
    return file.resolve().is_relative_to(folder.resolve())


def picture(data: bytes, ending: str) -> None:
    """Raises Unusable for what is no picture of its kind, acts, or is two things at once."""
    if ending not in PICTURES:
        raise Unusable("不是这种图片", f"用 {'、'.join(PICTURES)} 图片，文件名后缀要和内容一致")
    if ending == "svg":
        if acts := acting(data):
            raise Unusable(f"SVG 图不能用：{acts}", "让做图的人导出成只有图形的 SVG，或改用 png")
        return
    try:
        wide, high = _points(data, PICTURES[ending])
    except Image.DecompressionBombError:
        wide = high = MAX_POINTS + 1
    except (OSError, ValueError, SyntaxError, struct.error):
        fix = f"用 {'、'.join(PICTURES)} 图片，文件名后缀要和内容一致"
        raise Unusable("不是这种图片，或图片不完整", fix) from None
    if max(wide, high) > MAX_POINTS:
        raise Unusable(f"图片太大，宽和高都不能超过 {MAX_POINTS} 点", "缩小再放进来")
    if fault := next(iter(doubles(ending, data)), None):
        raise Unusable(fault.message, fault.fix)


def _points(data: bytes, kind: str) -> tuple[int, int]:
    """How wide and high a picture is; every point of one that is not too large is read."""
    with _strictly(), Image.open(io.BytesIO(data), formats=[kind]) as found:
        if max(found.size) <= MAX_POINTS:
            found.load()
        return found.size


@contextmanager
def _strictly() -> Iterator[None]:
    """Pillow as it comes: WeasyPrint, once imported, has it fill up pictures that end too early."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def sheet(data: bytes) -> str:
    """A style sheet as it leaves; raises Unusable where it would fetch something."""
    written = without_comments(text(data))
    if found := fetched(written):
        what, line = found
        fix = "把样式都写在这一个文件里；图片写成 data:，或放进 overrides/assets/images/ 由模板引用"
        raise Unusable(f"第 {line} 行的 {what} 要到别处取文件，样式合成一份以后取不到", fix)
    if not is_closed(written):
        raise Unusable("括号、引号或注释没有成对，后面的样式会不起作用", "补上缺的那一半")
    return written


def script(data: bytes, name: str) -> str:
    """A script of that name; raises Unusable where it names another host, or cannot be asked for."""
    if not _PLAIN.fullmatch(name) or not name.endswith((".js", ".mjs")):
        raise Unusable(f"“{shown(name)}”不能作脚本的文件名", "只用字母、数字、- 和 _，以 .js 或 .mjs 结尾")
    written = text(data)
    if found := elsewhere(written):
        what, line = found
        fix = "要取的文件下载下来，放进 overrides/；给读者点的链接写在模板里"
        raise Unusable(f"第 {line} 行的 {shown(what)} 在别的网站上，本站的安全策略（CSP）不让浏览器去取", fix)
    return written


def text(data: bytes) -> str:
    """A file that is text, as it is; raises Unusable for any other."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable("不是 UTF-8 文字", "另存为 UTF-8") from None
