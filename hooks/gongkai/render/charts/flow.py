"""A procedure as a drawing: boxes down a line, what happens only sometimes set in and dashed; two widths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from gongkai.records.types.procedure import Procedure, Remedy, Step

#: the same figure for wide and narrow screens; a style sheet shows one
WIDTHS = (600, 288)
#: how far what happens only sometimes is set in, and where the line runs
_INDENT, _SPINE = 36, 16
_LINE, _PAD, _GAP = 23, 10, 20
_EM = 15.5
#: a line may not begin with these
_CLOSING = "，。；：、！？）》”’"
_IF = {"zh": "如果：{}", "en": "If: {}"}
_STOPPED = {"zh": "不计入答复期限", "en": "Not counted towards the time for the answer"}


@dataclass(frozen=True)
class _Box:
    """One step as drawn: its lines of text, the first of them bold."""

    lines: tuple[str, ...]
    aside: bool
    x: int
    y: int
    width: int

    @property
    def height(self) -> int:
        return len(self.lines) * _LINE + 2 * _PAD


def flow(name: str, procedure: Procedure, language: str = "zh") -> Markup:
    """Both drawings; ``name`` begins their ids and must be unique on the page."""
    return Markup("\n").join(_drawing(f"{name}-{width}", procedure, language, width) for width in WIDTHS)


def stages(procedure: Procedure) -> list[tuple[Step, list[Step]]]:
    """Every step that always comes, each with those after it that come only sometimes."""
    found: list[tuple[Step, list[Step]]] = []
    for step in procedure.steps:
        if step.only_if and found:
            found[-1][1].append(step)
        else:
            found.append((step, []))
    return found


def basis_of(step: Step | Remedy) -> str:
    """The article with the law's name as people say it."""
    document = step.basis.document.removeprefix("中华人民共和国")
    return f"{document}{step.basis.article or ''}"


def said(step: Step, language: str) -> list[str]:
    """What the drawing says of a step below its name: condition, who and when, the clock, the article."""
    lines = [_IF[language].format(step.only_if.in_(language))] if step.only_if else []
    mark = "：" if language == "zh" else ": "
    limit = mark + step.limit.in_(language) if step.limit else ""
    lines.append(step.actor.in_(language) + limit)
    if step.stops_clock:
        lines.append(_STOPPED[language])
    # The laws have no English names here; the list behind the drawing tells them.
    return [*lines, basis_of(step)] if language == "zh" else lines


def _drawing(name: str, procedure: Procedure, language: str, width: int) -> Markup:
    boxes = _boxes(procedure, language, width)
    height = boxes[-1].y + boxes[-1].height + 2
    part, step, end = ("，", "；", "。") if language == "zh" else (", ", "; ", ".")
    told = step.join(part.join(box.lines) for box in boxes) + end
    head = Markup(
        '<svg class="flow flow--{0}" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img"'
        ' aria-labelledby="{2}-t"><title id="{2}-t">{3}</title><desc>{4}</desc>'
    ).format(width, height, name, procedure.title.in_(language), told)
    parts = [*_line(boxes), *map(_box, boxes)]
    return head + Markup("").join(parts) + Markup("</svg>")


def _boxes(procedure: Procedure, language: str, width: int) -> list[_Box]:
    boxes: list[_Box] = []
    y, number = 1, 0
    for step in procedure.steps:
        aside = bool(step.only_if and boxes)
        number += not aside
        x = _INDENT if aside else 1
        wide = width - 1 - x
        title = step.title.in_(language)
        texts = [title if aside else f"{number}. {title}", *said(step, language)]
        lines = [line for text in texts for line in wrapped(text, (wide - 2 * _PAD - 4) / _EM)]
        boxes.append(_Box(tuple(lines), aside, x, y, wide))
        y += boxes[-1].height + _GAP
    return boxes


def _line(boxes: Sequence[_Box]) -> Iterator[Markup]:
    """The line from each step to the next, and the short arrows to what comes only sometimes."""
    main = [box for box in boxes if not box.aside]
    for before, after in pairwise(main):
        path = f"M{_SPINE} {before.y + before.height} V{after.y - 2}"
        yield _path(path, after.y - 2, _SPINE, down=True, aside=False)
    for box in boxes:
        if box.aside:
            middle = box.y + box.height // 2
            yield _path(f"M{_SPINE} {middle} H{box.x - 2}", middle, box.x - 2, down=False, aside=True)
    last, end = main[-1], boxes[-1]
    if end.aside:
        middle = end.y + end.height // 2
        yield Markup('<path class="flow__line flow__line--aside" d="M{} {} V{}"/>').format(
            _SPINE, last.y + last.height, middle
        )


def _path(path: str, y: int, x: int, *, down: bool, aside: bool) -> Markup:
    kind = " flow__line--aside" if aside else ""
    point = (
        f"M{x - 5} {y - 8} L{x} {y} L{x + 5} {y - 8}"
        if down
        else f"M{x - 8} {y - 5} L{x} {y} L{x - 8} {y + 5}"
    )
    line = Markup('<path class="flow__line{}" d="{}"/>').format(kind, path)
    return line + Markup('<path class="flow__line" d="{}"/>').format(point)


def _box(box: _Box) -> Markup:
    kind = " flow__box--aside" if box.aside else ""
    drawn = Markup('<rect class="flow__box{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>').format(
        kind, box.x, box.y, box.width, box.height
    )
    for place, line in enumerate(box.lines):
        weight = ' class="flow__name"' if place == 0 else ""
        drawn += Markup('<text{} x="{}" y="{}">{}</text>').format(
            Markup(weight), box.x + _PAD, box.y + _PAD + 17 + place * _LINE, line
        )
    return drawn


def wrapped(text: str, ems: float) -> list[str]:
    """Text in lines of so many ems: between any two Chinese characters, never inside a foreign word."""
    lines, line, used = [], "", 0.0
    for piece in _pieces(text):
        size = sum(1.0 if ord(mark) > 0x2E7F else 0.56 for mark in piece)
        if line and used + size > ems and piece[0] not in _CLOSING:
            lines.append(line.rstrip())
            line, used, piece = "", 0.0, piece.lstrip()
        line += piece
        used += size
    return [*lines, line.rstrip()] if line else lines


def _pieces(text: str) -> Iterator[str]:
    """Characters that may be parted, and runs of others that may not."""
    run = ""
    for mark in text:
        if ord(mark) > 0x2E7F or mark == " ":
            if run:
                yield run
                run = ""
            yield mark
        else:
            run += mark
    if run:
        yield run
