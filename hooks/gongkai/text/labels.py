"""What readers see of a link: nothing at all, square brackets left over, or the name of another site."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from gongkai.text import hosts, markup, targets
from gongkai.text.blocks import Block, Kind, walk
from gongkai.text.links import masked, texts, uses
from gongkai.text.model import Fault, LinkUse
from gongkai.text.parts import REFERENCE
from gongkai.text.scan import scan

_IMAGE = re.compile(r"!\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?")
_MARKS = re.compile(r"(?<!\\)[*_~`^=]+|\\(?=[!-/:-@\[-`{-~])")
#: [文字][编号], [文字][] and [文字], not followed by what makes it another kind of link
_PAIR = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\[([^\[\]]*)\]")
_SHORT = re.compile(r"(?<![\]!\\])\[([^\[\]^]+)\](?![\[(:])")
_SPACES = re.compile(r"\s+")
#: a name of a site in running words: www.…, https://…, or one with an ending sites have
_SITE = re.compile(
    r"(?:https?:[/\\]+|www\.)[^\s/?#\\<>“”《》，。、；：（）()\u3400-\u9fff]+"
    r"|(?:[a-z0-9-]+\.)+(?:cn|com|net|org|gov|edu|info|top|xyz|vip|cc|hk|tw|mo|io|政务|公益|中国|网址|公司)\b",
    re.IGNORECASE,
)


def visible(label: str) -> str:
    """The words left of a label without marks, tags and invisible characters; of a picture, its alt."""
    text = _IMAGE.sub(lambda found: found[1], label)
    text = markup.TAG.sub(_alternative, text)
    text = html.unescape(_MARKS.sub("", text))
    return targets.IGNORED.sub("", text)


def label_faults(body: str, blocks: list[Block], found: list[LinkUse]) -> Iterator[Fault]:
    """Links that nobody can see, and pairs of brackets that stay brackets; ``found`` are the text's links."""
    defined = _defined(blocks)
    for use in (*found, *_by_definition(body, blocks, defined)):
        if use.label is not None and not use.image and not visible(use.label):
            shown = " ".join(use.target.split())[:60]
            yield Fault(
                "empty-link", use.line, use.column,
                f"通往“{shown}”的链接没有字（原因：读者看不见，读屏软件却会停在上面；暗链就是这样藏的）",
                "写上链接的文字，图片链接写上图片说明；不要的链接整个删去",
            )  # fmt: skip
    for text, first in _running(blocks):
        for pair in _PAIR.finditer(text):
            if _name(pair[3] or pair[2]) not in defined and _meant(pair):
                yield _undefined(first + text.count("\n", 0, pair.start()), body, pair)


def labelled(body: str) -> Iterator[LinkUse]:
    """Every link that has words of its own to click, by definitions too; lines count from 0."""
    blocks = scan(body)
    yield from (use for use in uses(body, blocks) if use.label is not None)
    yield from _by_definition(body, blocks, _defined(blocks))


def other_site(label: str | None, target: str) -> str:
    """The site a label names although its link leads to another; "" where it names none or the same."""
    there = hosts.host(target)
    if there is None or not label:
        return ""
    for found in _SITE.finditer(unicodedata.normalize("NFKC", visible(label))):
        word = found[0] if "/" in found[0] or "\\" in found[0] else f"https://{found[0]}"
        named = hosts.host(word)
        if named and not hosts.same(named.name, there.name):
            return named.name
    return ""


def _by_definition(body: str, blocks: list[Block], defined: dict[str, str]) -> Iterator[LinkUse]:
    """The links written [文字][编号] or [编号], with the targets their definitions give."""
    lines = body.split("\n")
    for text, first in _running(blocks) if defined else ():
        pairs = [(at.start(), at[2], at[3] or at[2]) for at in _PAIR.finditer(text) if not at[1]]
        shorts = [(at.start(), at[1], at[1]) for at in _SHORT.finditer(text)]
        for at, label, name in pairs + shorts:
            if _name(name) in defined:
                line = first + text.count("\n", 0, at)
                column = max(0, lines[line].find(f"[{label}]")) + 1
                yield LinkUse(html.unescape(defined[_name(name)]), line, False, column, label)


def _running(blocks: list[Block]) -> Iterator[tuple[str, int]]:
    """(text, its first line) where brackets may be links, code and escaped signs blanked out."""
    for block, text, first in texts(blocks):
        if block.kind not in (Kind.HTML, Kind.REFERENCE) and "[" in text:
            yield masked(text), first


def _defined(blocks: list[Block]) -> dict[str, str]:
    """Names of link definitions and where they lead; the first of a name counts."""
    found: dict[str, str] = {}
    for block in walk(blocks):
        match = REFERENCE.fullmatch(block.text) if block.kind is Kind.REFERENCE else None
        if match:
            found.setdefault(_name(match[1]), match[2])
    return found


def _name(written: str) -> str:
    return _SPACES.sub(" ", written).strip().lower()


def _meant(found: re.Match[str]) -> bool:
    """Not [1][2] and the like, nor notes: those are meant to stand as they are."""
    parts = (found[2].strip(), found[3].strip())
    return (
        bool(parts[0])
        and not any(part.startswith("^") for part in parts)
        and not all(part.isdigit() for part in parts)
    )


def _undefined(line: int, body: str, found: re.Match[str]) -> Fault:
    name = found[3] or found[2]
    column = max(0, body.split("\n")[line].find(found[0].partition("\n")[0])) + 1
    return Fault(
        "undefined-reference", line, column,
        f"“{found[0][:60]}”没有定义去处（原因：文中没有“[{name[:40]}]: 地址”这一行，方括号会原样显示）",
        f"改为 [{found[2][:40]}](地址)；要显示方括号本身的，中间空一格",
    )  # fmt: skip


def _alternative(tag: re.Match[str]) -> str:
    return "".join(value for key, value in markup.attributes(tag[0]) if key == "alt")
