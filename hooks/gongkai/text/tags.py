"""A text → the HTML tags in it that are not for editors, and those without their other half."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.common.problems import excerpt
from gongkai.text import markup
from gongkai.text.blocks import Block, Kind
from gongkai.text.links import masked, texts
from gongkai.text.results import Fault

_WORD = re.compile(
    r"</?(?:o|w|v|m|st1):\w+|\bmso-[a-z]|\bMso[A-Z]\w+|<!(?:--)?\[(?:if|endif)|<\?xml", re.IGNORECASE
)
_COMMENT = re.compile(r"<!(?:--|\[)|-->")
_BROKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]+)(?![\w@:.-])")
_KNOWN = markup.TAGS | markup.OTHER_BLOCKS
_LINK = re.compile(r"\]\(\s*<[^<>\n]*>|<[A-Za-z][A-Za-z0-9+.-]*://[^<>\s]*>|<[^<>\s!]+@[^<>\s@]+>")
_REASONS = {
    "script": "脚本会在读者的浏览器里执行", "iframe": "会嵌入别的网站", "meta": "会让页面跳走",
    "form": "会把读者填的内容发往别处", "input": "会把读者填的内容发往别处", "style": "会改变整页的样子",
}  # fmt: skip

Spot = tuple[int, str, str, str]


def tag_faults(body: str, blocks: list[Block]) -> Iterator[Fault]:
    """Faults of every tag in the text, with its line."""
    lines = body.split("\n")
    for block, text, first in texts(blocks):
        bare = text if block.kind is Kind.HTML else _LINK.sub(_blank, masked(text))
        if "<" not in bare and "-->" not in bare and not _WORD.search(bare):
            continue
        for at, rule, message, fix in _spots(block, bare):
            line = min(first + bare.count("\n", 0, at), len(lines) - 1)
            snippet = text[at : at + 12].split("\n")[0]
            yield Fault(rule, line, max(0, lines[line].find(snippet)) + 1, message, fix)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _spots(block: Block, bare: str) -> Iterator[Spot]:
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
    found = list(markup.TAG.finditer(bare))
    yield from _broken(bare, found)
    inline = block.kind is not Kind.HTML
    allowed = markup.INLINE if inline else markup.TAGS
    if block.kind is Kind.TABLE:
        allowed |= markup.IN_CELL
    for tag in found:
        yield from _wrong(tag, allowed)
    for piece, start in _pieces(block, bare):
        yield from _unpaired(piece, start)


def _broken(bare: str, whole: list[re.Match[str]]) -> Iterator[Spot]:
    starts = {tag.start() for tag in whole}
    for found in _BROKEN.finditer(bare):
        if found.start() not in starts and found[2].lower() in _KNOWN:
            yield (
                found.start(), "raw-html", f"标签 {found[0]} 没有写完整（原因：会原样显示在页面上）",
                "补全这个标签或删去；小于号写 &lt;",
            )  # fmt: skip


def _wrong(tag: re.Match[str], allowed: frozenset[str]) -> Iterator[Spot]:
    name, closing = markup.tag_name(tag[0])
    if name not in markup.TAGS and not closing:
        reason = _REASONS.get(name, "这个标签可能带来安全问题或打乱页面")
        yield (
            tag.start(), "raw-html", f"正文不允许 <{name}>（原因：{reason}）",
            "删去，或改用附件；如果是小于号，写 &lt;",
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
                f"删去 {attribute}；如果是小于号，写 &lt;",
            )  # fmt: skip


def _pieces(block: Block, bare: str) -> Iterator[tuple[str, int]]:
    """Where a tag must find its other half: the cell of a pipe table, else the whole block."""
    if block.kind is not Kind.TABLE:
        yield bare, 0
        return
    for cell in re.finditer(r"[^|\n]+", bare):
        yield cell[0], cell.start()


def _unpaired(bare: str, start: int) -> Iterator[Spot]:
    opened: list[tuple[str, int]] = []
    for tag in markup.TAG.finditer(bare):
        name, closing = markup.tag_name(tag[0])
        if name not in markup.TAGS or name in markup.VOID:
            continue
        if not closing:
            opened.append((name, start + tag.start()))
        elif opened and opened[-1][0] == name:
            opened.pop()
        elif name in [other for other, _ in opened]:
            while opened[-1][0] != name:
                yield _unclosed(*opened.pop())
            opened.pop()
        else:
            yield (
                start + tag.start(), "unpaired-tag", f"</{name}> 没有对应的 <{name}>（原因：标签须成对）",
                f"删去 </{name}>，或在前面补上 <{name}>",
            )  # fmt: skip
    for name, at in opened:
        yield _unclosed(name, at)


def _unclosed(name: str, at: int) -> Spot:
    return (
        at, "unpaired-tag", f"<{name}> 没有结束（原因：会把后面的内容乃至页脚都包进去）",
        f"在这部分的末尾补上 </{name}>，或删去 <{name}>",
    )  # fmt: skip
