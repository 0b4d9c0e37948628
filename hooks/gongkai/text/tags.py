"""A text → the HTML tags in it that are not for editors, and those without their other half."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.common.problems import excerpt
from gongkai.text import markup
from gongkai.text.blocks import Block, Kind
from gongkai.text.links import Piece, pieces
from gongkai.text.names import names
from gongkai.text.results import Fault
from gongkai.text.spans import Escaped, Link, Names, read, walk

_WORD = re.compile(
    r"</?(?:o|w|v|m|st1):\w+|\bmso-[a-z]|\bMso[A-Z]\w+|<!(?:--)?\[(?:if|endif)|<\?xml", re.IGNORECASE
)
_COMMENT = re.compile(r"<!(?:--|\[)")
#: a tag without its end, with an attribute: <b 且 c is none
_BROKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]+)(?:\s+[a-zA-Z-]+\s*=|\s*$)")
_REASONS = {
    "script": "脚本会在读者的浏览器里执行", "iframe": "会嵌入别的网站", "meta": "会让页面跳走",
    "form": "会把读者填的内容发往别处", "input": "会把读者填的内容发往别处", "style": "会改变整页的样子",
}  # fmt: skip

Spot = tuple[int, str, str, str]


def tag_faults(body: str, blocks: list[Block]) -> Iterator[Fault]:
    """Faults of every tag in the text, with its line."""
    lines = body.split("\n")
    known = names(blocks)
    for piece in pieces(blocks):
        bare = piece.text if piece.block.kind is Kind.HTML else _without_marks(piece.text, known)
        if "<" not in bare and not _WORD.search(bare):
            continue
        for at, rule, message, fix in _spots(piece, bare):
            line = min(piece.line + bare.count("\n", 0, at), len(lines) - 1)
            snippet = piece.text[at : at + 12].split("\n")[0]
            yield Fault(rule, line, max(0, lines[line].find(snippet)) + 1, message, fix)


def _without_marks(text: str, known: Names) -> str:
    """The text with links' targets and escaped signs blanked out, every other sign in its place."""
    if "<" not in text or not ("\\" in text or "](" in text or "@" in text or "://" in text):
        return text
    signs = list(text)
    for span in walk(read(text, known)):
        if isinstance(span, Escaped):
            _blank(signs, span.at, span.raw)
        elif isinstance(span, Link):
            shown = span.at + span.raw.find(span.label) + len(span.label) if span.label else span.at
            _blank(signs, shown, text[shown : span.at + len(span.raw)])
    return "".join(signs)


def _blank(signs: list[str], at: int, raw: str) -> None:
    signs[at : at + len(raw)] = ["\n" if sign == "\n" else " " for sign in raw]


def _spots(piece: Piece, bare: str) -> Iterator[Spot]:
    residue = _WORD.search(bare)
    if residue:
        yield (
            residue.start(), "word-residue", f"留有 Word 的格式代码“{residue[0]}”（原因：从 Word 直接粘贴）",
            "粘贴时选“只保留文本”，或删去这些代码",
        )  # fmt: skip
        return
    comment = _COMMENT.search(bare)
    if comment:
        yield (
            comment.start(), "html-comment", "有 HTML 注释（原因：页面上看不到，却随网页公开）",
            "删去注释；给同事的话不要写在正文里",
        )  # fmt: skip
        return
    found = list(markup.tags(bare))
    yield from _broken(bare, found)
    allowed = markup.TAGS if piece.block.kind is Kind.HTML else markup.INLINE
    if piece.block.kind is Kind.TABLE:
        allowed |= markup.IN_CELL
    for tag in found:
        yield from _wrong(tag, allowed)
    yield from _unpaired(found)


def _broken(bare: str, whole: list[re.Match[str]]) -> Iterator[Spot]:
    starts = {tag.start() for tag in whole}
    for found in _BROKEN.finditer(bare):
        if found.start() not in starts and found[2].lower() in markup.KNOWN:
            yield (
                found.start(), "raw-html", f"标签 {found[0]} 没有写完整（原因：会原样显示在页面上）",
                "补全这个标签或删去；小于号写 \\<",
            )  # fmt: skip


def _wrong(tag: re.Match[str], allowed: frozenset[str]) -> Iterator[Spot]:
    name, closing = markup.tag_name(tag[0])
    if name not in markup.TAGS and not closing:
        reason = _REASONS.get(name, "这个标签可能带来安全问题或打乱页面")
        yield (
            tag.start(), "raw-html", f"正文不允许 <{name}>（原因：{reason}）",
            "删去，或改用附件；如果是小于号，写 \\<",
        )  # fmt: skip
    elif name in markup.TAGS - allowed and not closing:
        yield (
            tag.start(), "raw-html", f"块级标签 <{name}> 夹在句子里（原因：会把段落拆断）",
            "让它在一行的开头写起，与前后的文字空一行",
        )  # fmt: skip
    for attribute, value in [] if closing else markup.attributes(tag[0]):
        if markup.wrong_attribute(name, attribute, value) and name in markup.TAGS:
            yield (
                tag.start(), "raw-html",
                f'标签 <{name}> 不允许 {attribute}="{excerpt(value)}"（原因：可能执行脚本或打乱页面）',
                f"删去 {attribute}；如果是小于号，写 \\<",
            )  # fmt: skip


def _unpaired(tags: list[re.Match[str]]) -> Iterator[Spot]:
    opened: list[tuple[str, int]] = []
    for tag in tags:
        name, closing = markup.tag_name(tag[0])
        if name not in markup.TAGS or name in markup.VOID:
            continue
        if not closing:
            opened.append((name, tag.start()))
        elif opened and opened[-1][0] == name:
            opened.pop()
        elif name in [other for other, _ in opened]:
            while opened[-1][0] != name:
                yield _unclosed(*opened.pop())
            opened.pop()
        else:
            yield (
                tag.start(), "unpaired-tag", f"</{name}> 没有对应的 <{name}>（原因：标签须成对）",
                f"删去 </{name}>，或在前面补上 <{name}>",
            )  # fmt: skip
    for name, at in opened:
        yield _unclosed(name, at)


def _unclosed(name: str, at: int) -> Spot:
    return (
        at, "unpaired-tag", f"<{name}> 没有结束（原因：会把后面的内容乃至页脚都包进去）",
        f"在这部分的末尾补上 </{name}>，或删去 <{name}>",
    )  # fmt: skip
