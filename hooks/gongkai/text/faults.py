"""A text → what is wrong in it, all of it, with its line: too long, links, tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from gongkai.common.problems import excerpt
from gongkai.text import targets
from gongkai.text.blocks import Block, Kind, definition, walk
from gongkai.text.converter import TAG_LIKE, Converter, too_long
from gongkai.text.damage import damage
from gongkai.text.links import by_definition, pieces, uses, visible
from gongkai.text.names import names
from gongkai.text.results import Fault, LinkUse, UnsafeText
from gongkai.text.scan import scan
from gongkai.text.spans import Text, reference_name
from gongkai.text.spans import read as read_spans
from gongkai.text.tags import tag_faults

#: a text without any of these has nothing unsafe to be found by looking closer
_SUSPECT = re.compile(r"<[a-zA-Z/!?]|\](?:\(|:|\[)|\bmso-|Mso[A-Z]|^[ \t>*.\d-]{9}", re.MULTILINE)
#: nor, without any of these, one that would be misread
_MISREADABLE = re.compile(r"\]:|[|\t]|\*\*|```|~~~|\S[ \u3000]{2}|^# ", re.MULTILINE)
#: [文字][编号] and [文字][]
_PAIR = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\[([^\[\]]*)\]")
_FOLDERS = 3


def find_faults(body: str, *, folders: int = _FOLDERS) -> Iterator[Fault]:
    """Everything wrong in a text, in the order of its lines: what is unsafe and what would be misread."""
    yield from _in_order([*find_unsafe(body, folders=folders), *find_damage(body)])


def find_unsafe(body: str, *, folders: int = _FOLDERS) -> Iterator[Fault]:
    """What may not be published, or could not be converted.

    ``folders``: how many folders below content/ the file stands, so many ``../`` a link may have.
    """
    found = list(too_long(body))
    if not found and _SUSPECT.search(body):
        found = _look_closely(body, folders)
    yield from _in_order(found)


def find_damage(body: str) -> Iterator[Fault]:
    """What is safe and yet would not be read as it is meant; nothing of a text too long to be read."""
    if _MISREADABLE.search(body) and not any(too_long(body)):
        yield from _in_order(damage(body, scan(body)))


def _in_order(found: Iterable[Fault]) -> list[Fault]:
    return sorted(dict.fromkeys(found), key=lambda fault: (fault.line, fault.column, fault.rule))


def _look_closely(body: str, folders: int) -> list[Fault]:
    blocks = scan(body)
    found = [*_too_deep(blocks), *_repeated(blocks)]
    found += tag_faults(body, blocks)
    used = list(uses(body, blocks))
    found += _label_faults(body, blocks, used)
    for use in used:
        found += _link_faults(use, folders)
    return found or list(_misread(body))


def _too_deep(blocks: list[Block]) -> Iterator[Fault]:
    for block in walk(blocks):
        if block.kind is Kind.TOO_DEEP:
            yield Fault(
                "nesting", block.line, 1,
                "列表或引用套得超过 8 层（原因：读者无法看清层次，转换也可能失败）",
                "改为（一）、1. 这样分段的写法，或减少层次",
            )  # fmt: skip


def _repeated(blocks: list[Block]) -> Iterator[Fault]:
    seen: set[str] = set()
    for block in walk(blocks):
        found = definition(block.text) if block.kind is Kind.REFERENCE else None
        if not found:
            continue
        name = found.name.strip().lower()
        if name in seen:
            yield Fault(
                "duplicate-reference", block.line, 1,
                f"链接定义“[{found.name}]:”重复（原因：同名的定义只有一个起作用，读者会点到别处）",
                "删去一处，或把其中一个改名",
            )  # fmt: skip
        seen.add(name)


def _label_faults(body: str, blocks: list[Block], used: list[LinkUse]) -> Iterator[Fault]:
    """Links that nobody can see, and pairs of brackets that stay brackets; ``used`` are the text's links."""
    for use in (*used, *by_definition(body, blocks)):
        if use.label is not None and not visible(use.label):
            shown = " ".join(use.target.split())[:60]
            yield Fault(
                "empty-link", use.line, use.column,
                f"通往“{shown}”的链接没有字（原因：读者看不见，读屏软件却会停在上面；暗链就是这样藏的）",
                "写上链接的文字，图片链接写上图片说明；不要的链接整个删去",
            )  # fmt: skip
    known = names(blocks)
    for piece in pieces(blocks):
        if "][" not in piece.text or piece.block.kind in (Kind.HTML, Kind.REFERENCE):
            continue
        for span in read_spans(piece.text, known):
            for pair in _PAIR.finditer(span.raw) if isinstance(span, Text) else ():
                if reference_name(pair[3] or pair[2]) not in known.targets and _meant(pair):
                    yield _undefined(
                        piece.line + piece.text.count("\n", 0, span.at + pair.start()), body, pair
                    )


def _meant(pair: re.Match[str]) -> bool:
    """Not [1][2] and the like, nor notes: those are meant to stand as they are."""
    parts = (pair[2].strip(), pair[3].strip())
    return (
        bool(parts[0])
        and not any(part.startswith("^") for part in parts)
        and not all(part.isdigit() for part in parts)
    )


def _undefined(line: int, body: str, pair: re.Match[str]) -> Fault:
    name = pair[3] or pair[2]
    column = max(0, body.split("\n")[line].find(pair[0].partition("\n")[0])) + 1
    return Fault(
        "undefined-reference", line, column,
        f"“{pair[0][:60]}”没有定义去处（原因：文中没有“[{name[:40]}]: 地址”这一行，方括号会原样显示）",
        f"改为 [{pair[2][:40]}](地址)；要显示方括号本身的，中间空一格",
    )  # fmt: skip


def _link_faults(use: LinkUse, folders: int) -> Iterator[Fault]:
    target = " ".join(use.target.split())
    shown = excerpt(target, 60)
    what = "图片" if use.image else "链接"
    wrong = _wrong_address(use, folders)
    if wrong:
        rule, message, fix = wrong
        yield Fault(rule, use.line, use.column, f"{what}“{shown}”{message}", fix)


def _wrong_address(use: LinkUse, folders: int) -> tuple[str, str, str] | None:
    """(rule, what is wrong, how to mend it) of a target; the first that applies."""
    target, scheme = use.target, targets.scheme(use.target)
    if targets.DISK.match(target):
        why = "是自己电脑上的文件（原因：别人打不开）"
        return "link-path", why, "把文件放进 content/files/，写相对路径，如 ../../files/2026/biao.pdf"
    if "\\" in target:
        fixed = re.sub(r"\\+", "/", target)
        return "link-path", "用了反斜杠（原因：网页地址只认 /）", f"改为 {fixed}"
    if use.image and scheme in ("http", "https", "//"):
        why = "在别的网站上（原因：对方一删改，本页就缺图，还会泄露读者的访问）"
        return "external-image", why, "确认有权使用后下载到 content/files/，改为站内路径"
    if scheme == "//":
        return "link-scheme", "没有写明协议（原因：随打开方式变化）", f"改为 https:{targets.plain(target)}"
    if scheme and (use.image or scheme not in targets.SCHEMES):
        why = f"的协议“{scheme}:”不允许（原因：可能执行脚本或打不开）"
        return "link-scheme", why, "只用 https://、http://、mailto:、tel: 或站内相对路径"
    if "\n" in target:
        why = "没有写完整（原因：断成两行或缺右括号，点不开）"
        return "link-path", why, "把地址写在同一行的半角括号里"
    return None if scheme else _wrong_path(targets.plain(target), folders)


def _wrong_path(path: str, folders: int) -> tuple[str, str, str] | None:
    if not path:
        return "link-path", "没有写地址（原因：点了没有去处）", "补上地址，或去掉链接只留文字"
    if path.startswith("/"):
        why = "以 / 开头（原因：栏目放在子路径下，这样的地址会失效）"
        return "link-path", why, "改为相对路径，或写完整网址"
    if targets.rises(path) > folders:
        return "link-path", "越出了内容目录（原因：那里的文件不发布）", "减少 ../；文件放进 content/files/"
    return None


@cache
def _converter() -> Converter:
    return Converter()


def _misread(body: str) -> Iterator[Fault]:
    """Tags that are allowed and paired one by one, and yet wrong together."""
    tag = TAG_LIKE.search(body)
    if not tag:
        return
    try:
        _converter().convert(body)
    except UnsafeText as wrong:
        line = body.count("\n", 0, tag.start())
        fix = "检查这一行起的网页标签：块级标签不放在句子里，标签不交叉"
        yield Fault("raw-html", line, 1, str(wrong), fix)
