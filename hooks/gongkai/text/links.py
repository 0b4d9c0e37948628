"""A text → every link and image it uses: its target, its place, and what readers see of it."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from gongkai.text import markup, targets
from gongkai.text.blocks import Block, Kind, definition, walk
from gongkai.text.results import LinkUse
from gongkai.text.scan import scan

_ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!]")
_TICKS = re.compile("`+")
_TOKEN = re.compile(r"!?\[|\](\()?")
_DESTINATION = re.compile(
    r"\(\s*(?:<([^<>\n]*)>|((?:[^()]|\((?:[^()]|\([^()]*\))*\))*?))(?:\s+(?:\"[^\n]*?\"|'[^\n]*?'))?\s*\)"
)
_AUTO = re.compile(r"<(?:([A-Za-z][A-Za-z0-9+.-]*://[^<>]*)|((?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+))>")
_IMAGE_REFERENCE = re.compile(r"!\[([^\[\]]*)\](?:\[([^\[\]]*)\])?(?!\()")
_SOURCES = (("href", False), ("src", True))
_END = re.compile(r"</a\b", re.IGNORECASE)
_IMAGE = re.compile(r"!\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?")
_MARKS = re.compile(r"(?<!\\)[*_~`^=]+|\\(?=[!-/:-@\[-`{-~])")
#: [文字][编号] and [文字][], then [文字] not followed by what makes it another kind of link
PAIR = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\[([^\[\]]*)\]")
_SHORT = re.compile(r"(?<![\]!\\])\[([^\[\]^]+)\](?![\[(:])")
_SPACES = re.compile(r"\s+")
#: a name of a site in running words: www.…, https://…, or one with an ending sites have
_SITE = re.compile(
    r"(?:https?:[/\\]+|www\.)[^\s/?#\\<>“”《》，。、；：（）()\u3400-\u9fff]+"
    r"|(?:[a-z0-9-]+\.)+(?:cn|com|net|org|gov|edu|info|top|xyz|vip|cc|hk|tw|mo|io|政务|公益|中国|网址|公司)\b",
    re.IGNORECASE,
)

#: place (a line, or within a text), target, whether it is an image, what is clicked
Spot = tuple[int, str, bool, str | None]


def links(body: str) -> Iterator[LinkUse]:
    """Every target of a link or an image, in Markdown or in HTML; lines count from 0."""
    if "](" in body or "<" in body or "]:" in body:
        yield from uses(body, scan(body))


def labelled(body: str) -> Iterator[LinkUse]:
    """Every link that has words of its own to click, by definitions too; lines count from 0."""
    blocks = scan(body)
    yield from (use for use in uses(body, blocks) if use.label is not None)
    yield from by_definition(body, blocks, defined(blocks))


def visible(label: str) -> str:
    """The words left of a label without marks, tags and invisible characters; of a picture, its alt."""
    text = _IMAGE.sub(lambda found: found[1], label)
    text = markup.TAG.sub(_alternative, text)
    text = html.unescape(_MARKS.sub("", text))
    return targets.IGNORED.sub("", text)


def _alternative(tag: re.Match[str]) -> str:
    return "".join(value for key, value in markup.attributes(tag[0]) if key == "alt")


def other_site(label: str | None, target: str) -> str:
    """The site a label names although its link leads to another; "" where it names none or the same."""
    there = targets.host(target)
    if there is None or not label:
        return ""
    for found in _SITE.finditer(unicodedata.normalize("NFKC", visible(label))):
        word = found[0] if "/" in found[0] or "\\" in found[0] else f"https://{found[0]}"
        named = targets.host(word)
        if named and not targets.same(named.name, there.name):
            return named.name
    return ""


def texts(blocks: list[Block]) -> Iterator[tuple[Block, str, int]]:
    """Each piece of text that is read as Markdown or HTML: (block, text, its first line)."""
    for block in walk(blocks):
        if block.kind is not Kind.CODE:
            yield block, block.text, block.line
            if block.label and block.kind in (Kind.TABLE, Kind.HTML, Kind.BOX):
                yield Block(Kind.PARAGRAPH, block.line, block.label), block.label, block.line


def running(blocks: list[Block]) -> Iterator[tuple[str, int]]:
    """(text, its first line) where brackets may be links, code and escaped signs blanked out."""
    for block, text, first in texts(blocks):
        if block.kind not in (Kind.HTML, Kind.REFERENCE) and "[" in text:
            yield masked(text), first


def masked(text: str) -> str:
    """The text with code and escaped signs blanked out, every other sign in its place."""
    if "`" in text:
        text = _without_code(text)
    return _ESCAPED.sub("  ", text) if "\\" in text else text


def _without_code(text: str) -> str:
    """Code between runs of backticks of one length, as the inline parser pairs them."""
    runs = [run for run in _TICKS.finditer(text) if not _odd_backslash(text, run.start())]
    partner: dict[int, re.Match[str]] = {}
    closing: dict[int, re.Match[str]] = {}
    for run in reversed(runs):
        length = run.end() - run.start()
        if length in closing:
            partner[run.start()] = closing[length]
        closing[length] = run
    parts, at = [], 0
    for run in runs:
        end = partner.get(run.start())
        if run.start() >= at and end:
            code = text[run.start() : end.end()]
            parts += [text[at : run.start()], "".join("\n" if char == "\n" else " " for char in code)]
            at = end.end()
    return "".join([*parts, text[at:]])


def _odd_backslash(text: str, at: int) -> bool:
    count = 0
    while at > count and text[at - 1 - count] == "\\":
        count += 1
    return count % 2 == 1


def uses(body: str, blocks: list[Block]) -> Iterator[LinkUse]:
    """Every target as :func:`links` gives it, of a text that is scanned already."""
    lines = body.split("\n")
    images = {(found[2] or found[1]).strip().lower() for found in _IMAGE_REFERENCE.finditer(body)}
    for line, target, image, label in _targets(blocks, images):
        column = max(0, lines[line].find(target.partition("\n")[0])) + 1
        yield LinkUse(html.unescape(target), line, image, column, label)


def _targets(blocks: list[Block], images: set[str]) -> Iterator[Spot]:
    for block, text, line in texts(blocks):
        if block.kind is Kind.REFERENCE:
            found = definition(text)
            if found:
                yield line, found.target, found.name.strip().lower() in images, None
            continue
        bare = text if block.kind is Kind.HTML else masked(text)
        spots = list(_in_tags(bare)) if "<" in bare else []
        if block.kind is not Kind.HTML and "](" in bare:
            spots += _in_markdown(text, bare)
        for at, target, image, label in sorted(spots, key=lambda spot: spot[:3]):
            yield line + text.count("\n", 0, at), target, image, label


def _in_markdown(text: str, bare: str) -> Iterator[Spot]:
    """Targets of [文字](目标) and ![说明](目标); one without its end is given with a line break."""
    opened: list[tuple[bool, int]] = []
    for token in _TOKEN.finditer(bare):
        if token[0].endswith("["):
            opened.append((token[0] == "![", token.end()))
        elif opened:
            image, start = opened.pop()
            label = None if image else text[start : token.start()]
            found = token[1] and _DESTINATION.match(text, token.start(1))
            if token[1] and not found:
                yield token.end(), text[token.end() :].partition("\n")[0].strip() + "\n", image, label
            elif found:
                group = 1 if found[1] is not None else 2
                yield found.start(group), found[group].strip(), image, label


def _in_tags(bare: str) -> Iterator[Spot]:
    """Targets of <https://…>, <name@host> and of href and src in tags."""
    for auto in _AUTO.finditer(bare):
        yield auto.start(), auto[1] or f"mailto:{auto[2].removeprefix('mailto:')}", False, None
    for tag in markup.TAG.finditer(bare):
        written = markup.attributes(tag[0])
        for name, image in _SOURCES:
            label = None if image else _END.split(bare[tag.end() :], 1)[0]
            yield from ((tag.start(), value, image, label) for key, value in written if key == name)


def by_definition(body: str, blocks: list[Block], known: dict[str, str]) -> Iterator[LinkUse]:
    """The links written [文字][编号] or [编号], with the targets their definitions give."""
    lines = body.split("\n")
    for text, first in running(blocks) if known else ():
        pairs = [(at.start(), at[2], at[3] or at[2]) for at in PAIR.finditer(text) if not at[1]]
        shorts = [(at.start(), at[1], at[1]) for at in _SHORT.finditer(text)]
        for at, label, name in pairs + shorts:
            target = known.get(reference_name(name))
            if target is not None:
                line = first + text.count("\n", 0, at)
                column = max(0, lines[line].find(f"[{label}]")) + 1
                yield LinkUse(html.unescape(target), line, False, column, label)


def defined(blocks: list[Block]) -> dict[str, str]:
    """Names of link definitions and where they lead; the first of a name counts."""
    found: dict[str, str] = {}
    for block in walk(blocks):
        if block.kind is Kind.REFERENCE and (one := definition(block.text)):
            found.setdefault(reference_name(one.name), one.target)
    return found


def reference_name(written: str) -> str:
    """The name of a definition as links are matched with it."""
    return _SPACES.sub(" ", written).strip().lower()
