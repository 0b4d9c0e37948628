"""What may not be in a packed file: programs, names that lead out of it, locks, bombs, packs within packs."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator

from gongkai.load.attached.fault import Fault
from gongkai.load.names import shown

MIB = 1024 * 1024
MAX_MEMBERS = 5_000
#: bytes that a packed file may unpack to, and how many times its own size beyond the first MIB
MAX_UNPACKED = 256 * MIB
MAX_RATIO = 200
_PROGRAM = re.compile(
    r".*\.(?:exe|dll|com|scr|pif|cpl|sys|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|wsc|jar|class|msi|msp|msc|lnk|url|scf"
    r"|inf|reg|hta|chm|hlp|sh|bash|run|bin|elf|so|dylib|app|apk|ipa|deb|rpm|dmg|pkg|iso|img|vhd|vhdx|gadget"
    r"|application|appref-ms|library-ms|search-ms|settingcontent-ms|docm|dotm|xlsm|xltm|xlam|xlsb|xll|pptm|potm"
    r"|ppam|ppsm|sldm|xla|py|pyw|pl|php|html?|xhtml|shtml|mht|mhtml|svgz?)[. ]*",
    re.DOTALL,
)
_ARCHIVE = re.compile(r".*\.(?:rar|7z|gz|tgz|bz2|xz|zst|tar|cab|arj|ace|lz|lzh|z|wim)[. ]*", re.DOTALL)


def name_of(info: zipfile.ZipInfo) -> str:
    """A member's name; Chinese names that older Windows programs wrote come out of their own encoding."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def package_faults(archive: zipfile.ZipFile, size: int) -> Iterator[Fault]:
    """Faults of any file in the zip format, read from its directory alone."""
    members = archive.infolist()
    if members and min(each.header_offset for each in members) > 0:
        yield Fault("前面接着别的数据，两种软件打开会是两样东西", "用原来的软件重新保存")
    if any(each.flag_bits & 1 for each in members):
        yield Fault("设了密码，读者打不开，也没法查", "去掉密码，重新保存")
    total = sum(each.file_size for each in members)
    if len(members) > MAX_MEMBERS:
        yield Fault(f"里面的文件超过 {MAX_MEMBERS} 个", "分成几个文件")
    if total > MAX_UNPACKED:
        yield Fault(f"解开后超过 {MAX_UNPACKED // MIB} MB", "分成几个文件；里面的大图压缩后再放")
    elif total > MIB and total > MAX_RATIO * size:
        yield Fault(f"解开后大了 {total // max(size, 1)} 倍，不像正常的文件", "用原来的软件重新保存")


def archive_faults(archive: zipfile.ZipFile) -> Iterator[Fault]:
    """What may not be in a .zip of its own."""
    for info in archive.infolist():
        name = name_of(info)
        what = _refused(info, name)
        if what:
            yield Fault(f"压缩包里有{what}“{shown(name)}”", "取出它，重新压缩")
            return


def _refused(info: zipfile.ZipInfo, name: str) -> str:
    lower = name.lower().replace("\\", "/")
    if ".." in lower.split("/") or lower.startswith("/") or re.match(r"[a-z]:", lower):
        return "越界的文件"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "指向别处的链接"
    if _PROGRAM.fullmatch(lower):
        return "程序或网页"
    return "没法查的压缩包" if _ARCHIVE.fullmatch(lower) else ""
