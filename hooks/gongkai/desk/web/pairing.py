"""The blocks of an original beside those of the page, with problems at their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree, html
from markupsafe import Markup, escape

from gongkai.common.problems import Problem
from gongkai.desk.alike import opcodes
from gongkai.desk.intake.parts import OUT, Parts, Role
from gongkai.desk.word.blocks import Block, Paragraph, Table
from gongkai.text import Converter, UnsafeText

_MARKS = re.compile(r"\s")
#: what a page that is not checked may hold and must not do
_INERT = frozenset(("script", "style", "iframe", "object", "embed", "form", "link", "meta"))


@dataclass(frozen=True)
class Side:
    """One block as it is shown: ``line`` of the text it begins on, ``role`` and whether it is left out."""

    html: Markup
    text: str
    line: int = -1
    role: str = ""
    out: bool = False


@dataclass
class Row:
    """What stands beside each other."""

    left: list[Side] = field(default_factory=list)
    right: list[Side] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def rows(parts: Parts, body: str) -> list[Row]:
    """The original's blocks and the page's, equal ones side by side; what has no other stands alone."""
    left, right = list(_original(parts)), page_blocks(body)
    plain = [_plain(each) for each in left], [_plain(each) for each in right]
    found: list[Row] = []
    for kind, l0, l1, r0, r1 in opcodes(*plain):
        if kind == "equal":
            found += [Row([one], [other]) for one, other in zip(left[l0:l1], right[r0:r1], strict=True)]
        else:
            found += _beside(left[l0:l1], right[r0:r1])
    return found


def _beside(left: Sequence[Side], right: Sequence[Side]) -> Iterator[Row]:
    """Blocks that differ: what is left out has nothing beside it, the others go in turn."""
    others = list(right)
    kept = [each for each in left if not each.out]
    for each in left:
        last = bool(kept) and each is kept[-1]
        taken = [] if each.out else others if last else others[:1]
        yield Row([each], taken)
        others = others[len(taken) :]
    yield from (Row([], [each]) for each in others)


def place(found: list[Row], problems: Sequence[Problem], first: int) -> list[Problem]:
    """Put problems of the text, which begins on line ``first``, at their block; gives those of the head."""
    begun = [(max(each.line for each in row.right), row) for row in found if row.right]
    rest = []
    for problem in problems:
        before = [row for line, row in begun if line <= problem.line - first]
        if problem.line >= first and before:
            before[-1].problems.append(problem)
        else:
            rest.append(problem)
    return rest


def page_blocks(body: str) -> list[Side]:
    """The text as readers will see it, block by block; where it may not be shown, as it is written."""
    try:
        made = Converter(lines=True).convert(body, link=lambda target: target).html
    except UnsafeText:
        return [
            Side(Markup("<p>{}</p>").format(line), line, at)
            for at, line in enumerate(body.splitlines())
            if line.strip()
        ]
    whole = html.fragment_fromstring(f"<div>{made}</div>")
    return [_side(each) for each in _leaves(whole)]


def _leaves(parent: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for each in parent:
        if each.tag in _INERT or not isinstance(each.tag, str):
            continue
        if each.tag == "section":
            yield from _leaves(each)
        else:
            yield each


def _side(element: html.HtmlElement) -> Side:
    line = int(element.attrib.pop("data-line", "-1"))
    for each in element.iter():
        each.attrib.pop("id", None)  # two texts stand on one page
    element.tail = None
    shown = etree.tostring(element, encoding="unicode", method="html")
    return Side(Markup(shown), "".join(element.itertext()), line)


def _plain(side: Side) -> str:
    return _MARKS.sub("", side.text)


def _original(parts: Parts) -> Iterator[Side]:
    before = Role.TEXT
    for block, role in zip(parts.blocks, parts.roles, strict=True):
        if role is Role.EMPTY:
            continue
        named = "" if role in (Role.TEXT, before) else role.value
        before = role
        yield Side(_block(block), block.text, role=named, out=role in OUT)


def _block(block: Block) -> Markup:
    if isinstance(block, Table):
        rows = Markup("").join(
            Markup("<tr>{}</tr>").format(Markup("").join(map(_cell, row))) for row in block.rows
        )
        return Markup("<table>{}</table>").format(rows)
    return Markup("<p>{}{}</p>").format(_number(block), _lines(block.own))


def _number(block: Paragraph) -> Markup:
    if not block.label:
        return Markup("")
    return Markup('<span class="number">{}</span>{}').format(block.label, block.gap)


def _lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def _cell(cell: object) -> Markup:
    wide, high = getattr(cell, "wide", 1), getattr(cell, "high", 1)
    return Markup('<td colspan="{}" rowspan="{}">{}</td>').format(
        wide, high, _lines(str(getattr(cell, "text", "")))
    )
