"""A file → the same without its author, by the cleaner of its kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pikepdf

from gongkai.gate.cleaning.documents import clean_pdf
from gongkai.gate.cleaning.drawings import clean_svg
from gongkai.gate.cleaning.packages import clean_ofd, clean_office, clean_zip
from gongkai.gate.cleaning.pictures import Unclean, clean_jpeg, clean_png
from gongkai.load.attached.fault import DAMAGED
from gongkai.load.attached.kinds import extension_of
from gongkai.load.attached.xml import Entities


def clean(name: str, data: bytes) -> tuple[bytes, str]:
    """The bytes of a file as they may leave, and why they are left as they were; nothing else decides."""
    try:
        return _cleaned(extension_of(name), data), ""
    except Unclean as error:
        return data, str(error)
    except (Entities, pikepdf.PdfError, *DAMAGED):
        return data, "文件写法不合规范"


def _cleaned(extension: str, data: bytes) -> bytes:
    cleaners: dict[str, Callable[[bytes], bytes]] = {
        "pdf": clean_pdf, "jpg": clean_jpeg, "jpeg": clean_jpeg, "png": clean_png, "svg": clean_svg,
        "docx": partial(clean_office, inner=_inner), "xlsx": partial(clean_office, inner=_inner),
        "ofd": partial(clean_ofd, inner=_inner), "zip": partial(clean_zip, inner=_inner),
    }  # fmt: skip
    return cleaners[extension](data) if extension in cleaners else data


def clean_picture(ending: str, data: bytes) -> bytes:
    """A picture by its ending, as clean as it can be."""
    return _inner(f".{ending}", data)


def _inner(name: str, data: bytes) -> bytes:
    """A file in another one: as clean as it can be."""
    return clean(name, data)[0]
