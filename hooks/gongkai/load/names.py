"""Names of files → problems with those that are not allowed, and what to call the file instead."""

from __future__ import annotations

import re
import unicodedata

from gongkai.common.problems import Edit, Problem, Way
from gongkai.load.rules import problem

MAX_NAME = 100
_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)?")
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_ATTACHED = re.compile(rf"[A-Za-z0-9{_HAN}][A-Za-z0-9{_HAN}_.-]*")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_LEFTOVER = re.compile(
    r"~\$.*|\.~.*|\._.*|\.#.*|#.*#|.*~|thumbs\.db|desktop\.ini|\.ds_store|__macosx"
    r"|.*\.(?:bak|tmp|temp|swp|swo|swx|orig|rej|old|wbk|asd|lnk|part|crdownload|download|autosave)",
    re.IGNORECASE | re.DOTALL,
)
#: what Word made of a file, or what stands in front of its ending twice
_OFFICE = re.compile(r".+\.(?:docx?|wps|rtf|odt|pdf)", re.IGNORECASE)
_TWICE = re.compile(r"(\.(?:md|yml|yaml|csv))\.txt$|\.(?:txt|md|markdown)(\.md)$", re.IGNORECASE)
_EXTENSIONS = {"markdown": "md", "mdown": "md", "mkd": "md", "yaml": "yml"}


def shown(name: str) -> str:
    """A name fit for a message: control, hidden and undecodable characters become visible codes."""
    return name if name.isprintable() else "".join(map(_visible, name))


def _visible(char: str) -> str:
    if char.isprintable():
        return char
    number = ord(char)
    return f"\\x{number - 0xDC00:02x}" if 0xDC80 <= number <= 0xDCFF else f"\\u{number:04x}"


def is_leftover(name: str) -> bool:
    """True for what editors and systems leave behind: locks, backups, thumbnails."""
    return _LEFTOVER.fullmatch(name) is not None


def leftover(path: str) -> Problem:
    """The problem of a leftover file."""
    return problem(
        "leftover-file",
        path,
        f"“{path.rsplit('/', 1)[-1]}”是编辑软件或系统留下的临时、备份文件，不是内容",
        "关闭正在编辑它的软件，再把这个文件删去",
    )


def check_name(path: str, name: str, attached: bool) -> Problem | None:
    """What is wrong with a file's or folder's name; ``path`` is for the message.

    Attachments (``attached``) may have Chinese names, records and their folders not,
    because a record's name is its address.
    """
    if (_ATTACHED if attached else _PLAIN).fullmatch(name):
        if _RESERVED.fullmatch(name.split(".", 1)[0]):
            return _reserved(path, name)
        if len(name) <= MAX_NAME and not name.endswith(".") and unicodedata.is_normalized("NFC", name):
            return None
    if attached:
        allowed = f"附件的名字只用汉字、半角字母、数字和 - _ . ，不超过 {MAX_NAME} 字"
    else:
        allowed = f"文件名就是网址，只用小写字母 a-z、数字和连字符 - ，不超过 {MAX_NAME} 字"
    if not attached and _OFFICE.fullmatch(name):
        message = f"“{shown(name)}”是 Word 一类的文件，不是纯文字"
        fix = "把它移出 content/、data/，运行 scripts/import 读成草稿；给群众下载的附件放进 content/files/"
        return problem("file-name", path, message, fix, 1, 1)
    better = suggestion(name, attached)
    fix = f"改名为 {better}" if better else "改成拼音或英文的名字，如 yanglao-fuwu.md"
    edit = (
        Edit(f"{path.rpartition('/')[0]}/{better}", way=Way.NAME) if better and _same(name, better) else None
    )
    return problem("file-name", path, f"名字“{shown(name)}”不合约定：{allowed}", fix, 1, 1, edit)


def _same(name: str, better: str) -> bool:
    """Whether both have the same letters and digits: only case, blanks and signs between them differ."""
    whole = _once(name).lower()
    return re.sub(r"\W|_", "", whole) == re.sub(r"\W|_", "", better) and better.endswith((".md", ".yml"))


def suggestion(name: str, attached: bool) -> str:
    """An allowed name close to this one; empty when nothing of it can stay."""
    text = _once(name)
    stem, dot, extension = text.rpartition(".")
    if not dot or not re.fullmatch(r"\w{1,8}", extension, re.ASCII):
        stem, dot, extension = text, "", ""
    extension = extension.lower()
    if not attached:
        stem, extension = stem.lower(), _EXTENSIONS.get(extension, extension)
    allowed = f"A-Za-z0-9{_HAN}_." if attached else "a-z0-9"
    stem = re.sub(rf"[^{allowed}]+", "-", stem)[: MAX_NAME - len(extension) - 1].strip("-_.")
    better = f"{stem}{dot}{extension}"
    return better if stem and better != name and not _RESERVED.fullmatch(stem.split(".")[0]) else ""


def _once(name: str) -> str:
    """Windows hides endings: Notepad's own stands behind the one that was meant, or that one stands twice."""
    half = unicodedata.normalize("NFKC", name)
    return _TWICE.sub(lambda found: found[1] or found[2], half)


def collision(path: str, name: str, other: str) -> Problem:
    """The problem of two names that are one on another system."""
    if unicodedata.normalize("NFC", name) == unicodedata.normalize("NFC", other):
        reason = "看上去一样，只是字符的组成方式（NFC/NFD）不同，会被当作同一个文件"
    else:
        reason = "只有大小写不同，在许多电脑上会互相覆盖"
    message = f"“{shown(name)}”与“{shown(other)}”{reason}"
    return problem("name-collision", path, message, f"确认要哪一个，把“{shown(name)}”删去或改成别的名字")


def _reserved(path: str, name: str) -> Problem:
    stem, dot, rest = name.partition(".")
    return problem(
        "file-name",
        path,
        f"“{name}”是 Windows 的保留名，在 Windows 上打不开",
        f"换一个名字，如 {stem}-wenjian{dot}{rest}",
    )
