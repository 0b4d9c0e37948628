"""The bytes of a .docx → its parts, found by their relations; what is not safe to open is refused."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree

from gongkai.load.attached import xml
from gongkai.load.attached.active_zip import package_faults
from gongkai.load.attached.fault import DAMAGED
from gongkai.load.attached.kinds import OLD_OFFICE, ZIP

_SAVE_AGAIN = "在 Word 或 WPS 里打开，另存为 .docx 再导入"
_LARGEST = 50 * 1024 * 1024


class Refused(Exception):
    """The file cannot be imported: one Chinese sentence that says why and what to do."""


class Package:
    """A .docx whose parts can be asked for; every fault of it is a :class:`Refused`."""

    def __init__(self, data: bytes) -> None:
        self._archive = _opened(data)
        self.main = self._main()
        self.relations = self._relations(self.main)

    def root(self, kind: str) -> etree._Element | None:
        """The part of a kind (``numbering``, ``styles`` …) that the text refers to."""
        for name, target in self.relations.values():
            if name == kind and target in self._archive.namelist():
                return self.parse(target)
        return None

    def roots(self, kind: str) -> list[etree._Element]:
        """All parts of a kind, headers and footers."""
        names = sorted({target for name, target in self.relations.values() if name == kind})
        return [self.parse(each) for each in names if each in self._archive.namelist()]

    def parse(self, name: str) -> etree._Element:
        """The XML of a part."""
        try:
            return xml.parse(self.read(name))
        except xml.Entities:
            raise Refused(f"文件里有外部实体的声明，不像 Word 或 WPS 写的：{_SAVE_AGAIN}") from None
        except DAMAGED:
            raise Refused(f"文件已损坏（{name} 读不出）：{_SAVE_AGAIN}") from None

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            return self._archive.read(name)
        except DAMAGED:
            raise Refused(f"文件已损坏（{name} 读不出）：{_SAVE_AGAIN}") from None

    def picture(self, relation: str) -> bytes | None:
        """The bytes of a picture; None where it is linked to a place outside the file."""
        _, target = self.relations.get(relation, ("", ""))
        return self.read(target) if target in self._archive.namelist() else None

    def _main(self) -> str:
        for kind, target in self._relations("").values():
            if kind == "officeDocument":
                return target
        raise Refused(f"文件里没有 Word 的正文：{_SAVE_AGAIN}")

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id → (kind, part) of all that a part refers to inside the file."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self._archive.namelist():
            return {}
        return {
            each.get("Id", ""): (
                each.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join(folder, each.get("Target", ""))).lstrip("/"),
            )
            for each in self.parse(path)
            if isinstance(each.tag, str) and each.get("TargetMode") != "External"
        }


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.startswith(OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused("文件设了打开密码，读不了：在 Word 或 WPS 里去掉密码，另存为 .docx 再导入")
        raise Refused(f"这是旧格式的 Word 文件（.doc 或 .wps），只是名称写成了 .docx：{_SAVE_AGAIN}")
    if not data.startswith(ZIP):
        raise Refused(f"这不是 .docx 文件，或已损坏：{_SAVE_AGAIN}")
    if len(data) > _LARGEST:
        raise Refused(f"文件有 {len(data) // 1024 // 1024} MB，超过 50 MB：压缩里面的图片，再导入")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        fault = next(iter(package_faults(archive, len(data))), None)
    except DAMAGED:
        raise Refused(f"文件已损坏，打不开：{_SAVE_AGAIN}") from None
    if fault:
        raise Refused(f"文件{fault.message}：{fault.fix}")
    _refuse_parts(archive.namelist())
    return archive


def _refuse_parts(names: list[str]) -> None:
    if len(set(names)) != len(names):
        raise Refused(f"文件里有两个同名的部分，不像 Word 或 WPS 写的：{_SAVE_AGAIN}")
    if any(".." in name.replace("\\", "/").split("/") or name.startswith("/") for name in names):
        raise Refused(f"文件里有指向文件以外的部分，不像 Word 或 WPS 写的：{_SAVE_AGAIN}")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused("文件里有宏（程序）：另存为不带宏的 .docx 再导入")
