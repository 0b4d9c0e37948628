"""A CSV file in whatever letters → its rows."""

from __future__ import annotations

import csv
import io

from gongkai.desk.intake.rows import Rows, headed
from gongkai.desk.word.package import Refused

_ENCODINGS = ("utf-8-sig", "gb18030")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read(data: bytes) -> Rows:
    """The rows of a file of text, parted by commas or tabs."""
    text = _decoded(data)
    if "\0" in text:
        raise Refused("这不是 CSV 文件：里面有空字符")
    first = text.partition("\n")[0]
    mark = "\t" if first.count("\t") > first.count(",") else ","
    try:
        found = [
            [" ".join(cell.split()) for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
        ]
    except csv.Error:
        raise Refused("CSV 文件的引号没有成对：在 Excel 里打开，另存为 .xlsx 再导入") from None
    return headed(found)


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF16):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise Refused("CSV 文件的文字编码坏了：在 Excel 里另存为“CSV UTF-8”") from None
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("CSV 文件的文字编码认不出：在 Excel 里另存为“CSV UTF-8”")
