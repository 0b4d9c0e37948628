"""Where a link leads: its scheme, the host a browser reads in it, and what is wrong with that."""

from __future__ import annotations

import html
import ipaddress
import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

from gongkai.common.problems import excerpt
from gongkai.text.results import UnsafeText

SCHEMES = frozenset(("https", "http", "mailto", "tel"))
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
#: what browsers skip in an address and readers do not see in a word
IGNORED = re.compile("[\x00-\x20\x7f\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\u3000]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
#: a place on somebody's own disk
DISK = re.compile(r"[A-Za-z]:[/\\]")
#: schemes that are meant as such, those no link may have too
_MEANT = SCHEMES | {
    "//",
    "ftp",
    "ftps",
    "sftp",
    "file",
    "javascript",
    "vbscript",
    "data",
    "blob",
    "about",
    "ws",
    "wss",
    "sms",
}
_TARGET = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*://|[A-Za-z]:[/\\]|\.{0,2}[/\\][A-Za-z0-9_./%\\-]|\.{1,2}[/\\]|#[A-Za-z]"
    r"|\S*(?:\.\.|%2e%2e)/|[A-Za-z0-9_.-]+\\[A-Za-z0-9_.\\-]+$"
    r"|[^:*?\"<>|\n]+\.(?:md|html?|pdf|docx?|xlsx?|pptx?|ofd|wps|et|dps|csv|txt|zip|rar|7z|png|jpe?g|gif|svg|webp"
    r"|bmp|tiff?|mp[34]|mov|m4a|wav|vtt|json|xml|ya?ml)(?:[?#].*)?$|(?:[A-Za-z0-9_.-]+/)+(?:[?#].*)?$",
    re.IGNORECASE,
)
#: endings of names that only exist inside an office or a house
_INSIDE = ("local", "localhost", "localdomain", "lan", "internal", "intranet", "corp", "home", "home.arpa")
_WEB = re.compile(r"https?:", re.IGNORECASE)
_PARTS = re.compile(r"https?:([/\\]*)([^/\\?#]*)", re.IGNORECASE)
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
#: names below which everybody has a site of his own
_SHARED = re.compile(r"[a-z]+|(?:gov|com|org|net|edu|ac|mil)\.cn")
#: full stops of Chinese, which browsers take for dots
_DOTS = re.compile("[。｡]")
_HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")
#: a number of an IPv4 address as browsers take it: decimal, octal, hexadecimal
_IP_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")

#: what is wrong with an address, and how to mend it
Wrong = tuple[str, str]
_WHOLE = "写完整的网址：https:// 后面紧接网站的域名"


def plain(target: str) -> str:
    """A target as a browser reads it: entities decoded, what browsers skip left out."""
    for _ in range(3):
        decoded = html.unescape(target)
        if decoded == target:
            break
        target = decoded
    return IGNORED.sub("", target)


def decoded(target: str) -> str:
    """A target without its entities; ``&copy=2`` is none."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), target) if "&" in target else target


def scheme(target: str) -> str:
    """``https``, ``javascript`` …; ``//`` for a target that names a host only; "" for a relative one."""
    text = plain(target)
    if re.match(r"[/\\]{2}", text):
        return "//"
    found = _SCHEME.match(text) or _SCHEME.match(IGNORED.sub("", unquote(text)))
    return found[1].lower() if found else ""


def may_be(written: str) -> bool:
    """Whether what stands in brackets behind words looks like a target, allowed or not; 元/吨 does not."""
    return bool(_TARGET.match(written)) or scheme(written) in _MEANT


def rises(target: str) -> int:
    """How many folders above its own a relative path leads."""
    height = highest = 0
    for part in unquote(re.split(r"[?#]", plain(target))[0]).split("/"):
        height += {"..": 1, ".": 0, "": 0}.get(part, -1)
        highest = max(highest, height)
    return highest


def refuse(target: str, image: bool) -> None:
    """Raise for a target no page may have; the last guard behind find_faults."""
    found = scheme(target)
    if found and (image or found not in SCHEMES):
        raise UnsafeText(f"链接或图片的地址不允许：{excerpt(target, 80)}")


class Host(NamedTuple):
    """The host of a web address: its name in lower case as shown, whether it is inside some network."""

    name: str
    inside: bool = False
    wrong: Wrong | None = None


def host(target: str) -> Host | None:
    """The host an ``http`` or ``https`` address leads to; None for every other kind of target."""
    text = plain(target)
    found = _PARTS.match(text)
    if not found or not _WEB.match(text):
        return None
    slashes, authority = found.groups()
    user, at, place = authority.rpartition("@")
    name = _DOTS.sub(".", _without_port(unicodedata.normalize("NFKC", place))).rstrip(".").lower()
    wrong = _spelling(slashes, place) or (_user(user, name) if at else None) or _disguise(place, name)
    inside = wrong is None and _is_inside(name)
    return Host(name, inside, wrong or (None if inside else _malformed(name)))


def same(one: str, other: str) -> bool:
    """Whether two hosts are one site's: equal, or one below the other; ``www.`` does not count."""
    one, other = one.removeprefix("www."), other.removeprefix("www.")
    if one == other:
        return True
    upper, lower = sorted((one, other), key=len)
    return lower.endswith(f".{upper}") and not _SHARED.fullmatch(upper)


def _is_inside(name: str) -> bool:
    """Whether a host can be reached from inside some network only."""
    address = _ip(name)
    if address is not None:
        mapped = getattr(address, "ipv4_mapped", None)
        return not (mapped or address).is_global
    last = name.rpartition(".")[2]
    return "." not in name or last in _INSIDE or name.endswith(".home.arpa")


def _ip(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The numeric address a host is, in any spelling a browser takes: ``0xC0A80105``, ``192.168.261``."""
    if name.startswith("["):
        try:
            return ipaddress.IPv6Address(name.strip("[]").partition("%")[0])
        except ValueError:
            return None
    parts = name.split(".")
    if len(parts) > 4 or not all(_IP_NUMBER.fullmatch(part) for part in parts):
        return None
    return _ip_joined([_ip_number(part) for part in parts])


def _ip_joined(numbers: list[int]) -> ipaddress.IPv4Address | None:
    """Four bytes; the last number stands for all that are left."""
    *first, last = numbers
    if any(number > 255 for number in first) or last >= 256 ** (5 - len(numbers)):
        return None
    total = sum(number * 256 ** (3 - place) for place, number in enumerate(first))
    return ipaddress.IPv4Address(total + last)


def _ip_number(part: str) -> int:
    if part[:2] in ("0x", "0X"):
        return int(part[2:] or "0", 16)
    octal = part.startswith("0") and len(part) > 1 and not set(part) & set("89")
    return int(part[:20], 8 if octal else 10)


def _without_port(place: str) -> str:
    return re.sub(r":\d*$", "", place)


def _spelling(slashes: str, place: str) -> Wrong | None:
    if slashes != "//" or not place:
        return "没有写完整（原因：浏览器会自己补全，去处可能不是看上去的）", _WHOLE
    if "%" in place and not place.startswith("["):
        return "的域名里用了 % 编码（原因：看不出去处）", "写域名本来的样子"
    return None


def _user(user: str, name: str) -> Wrong:
    why = f"在域名前夹了“{user[:40]}@”（原因：看着像去那里，其实去的是 {name}）"
    return why, "删去 @ 和它前面的部分，核对要去的网站"


def _disguise(place: str, name: str) -> Wrong | None:
    """Letters that only look like others, openly or behind ``xn--``."""
    if name.isascii() and not place.isascii():
        return "的域名用了全角或变体的字", f"改为半角的 {name}"
    for label in name.split("."):
        shown = _shown(label)
        if shown is None:
            return f"的域名里“{label}”解不开", "核对域名"
        odd = next((char for char in shown if not char.isascii() and not _HAN.match(char)), "")
        if odd:
            what = f"不是英文字母（U+{ord(odd):04X}），网址是仿冒的写法"
            return f"的域名“{shown}”里“{odd}”{what}", "用键盘重新输入域名，核对网站"
    return None


def _shown(label: str) -> str | None:
    """A part of a name as readers see it; None where ``xn--`` hides nothing readable."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return None


def _malformed(name: str) -> Wrong | None:
    if _ip(name) is not None or all(_LABEL.fullmatch(_HAN.sub("a", label)) for label in name.split(".")):
        return None
    return f"的域名“{name[:60]}”写错了", _WHOLE
