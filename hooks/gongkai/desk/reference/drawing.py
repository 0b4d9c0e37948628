"""The rooms → one drawing (SVG): the last at the top, and from each a line down to all that it imports.

The data climbs from the bottom to the top, imports go down. Nothing in it depends on the machine.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from html import escape

from gongkai.desk.reference.architecture import Room, rooms

FILE = "docs/pictures/architecture.svg"
#: a box, the height of its row, and the distance of the lines
_WIDE, _TALL, _ROW, _LANE = 420, 54, 66, 34
_LEFT, _TOP = 16, 28
#: letters in a line of a box
_LETTERS = 64
_STYLE = """\
text{font-family:system-ui,"Noto Sans CJK SC",sans-serif;font-size:12px;fill:#1b2733}
.page{fill:#fff}.box{fill:#eef3f8;stroke:#48617a}.name{font-size:15px;font-weight:700}.note{fill:#44566a}
.lane{fill:none;stroke:#48617a;stroke-width:1.3}.into{stroke:#9fb0c0;stroke-dasharray:2 3}
.count{fill:#fff;stroke:#48617a}.number{font-size:11px;text-anchor:middle}.of{text-anchor:end;fill:#44566a}
"""


def page() -> str:
    """The SVG: a band for each room, the lowest below, and a line for each import between two."""
    found = list(reversed(rooms()))
    wide = _LEFT * 2 + _WIDE + 40 + _LANE * len(found)
    tall = _TOP * 2 + _ROW * len(found)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" width="{wide}" height="{tall}"'
        ' role="img" aria-labelledby="title desc" lang="en">',
        '<title id="title">The rooms of hooks/gongkai, and how many modules each imports from which</title>',
        f'<desc id="desc">{escape(_described(found))}</desc>',
        f"<style>{_STYLE}</style>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8"'
        ' orient="auto"><path d="M0 0 8 4 0 8z" fill="#48617a"/></marker></defs>',
        f'<rect class="page" width="{wide}" height="{tall}"/>',
        *(line for place in range(len(found)) for line in _room(found, place)),
        *(line for place in range(len(found)) for line in _lane(found, place)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _described(found: Sequence[Room]) -> str:
    """The drawing in words, for whoever does not see it."""
    parts = []
    for room in found:
        known = ", ".join(f"{each.name} {_count(room, each)}" for each in found if room.knows[each.name])
        parts.append(f"{room.name} imports {known or 'nothing'}.")
    return "\n".join(
        [f"{len(found)} rooms from the top down; each imports only from rooms below it.", *parts]
    )


def _count(room: Room, other: Room) -> str:
    """How wide the door is; where it is wide, a module more or less changes no drawing."""
    count = room.knows[other.name]
    return str(count) if count < 10 else "10+"


def _x(found: Sequence[Room], place: int) -> int:
    """Where a room's line goes down: the higher the room, the further to the right, so that none cross."""
    return _LEFT + _WIDE + 40 + _LANE * (len(found) - 1 - place)


def _y(place: int) -> int:
    return _TOP + _ROW * place


def _room(found: Sequence[Room], place: int) -> Iterator[str]:
    """The box, and the row along which others come to it."""
    room, top = found[place], _y(place)
    yield f'<rect class="box" x="{_LEFT}" y="{top}" width="{_WIDE}" height="{_TALL}" rx="5"/>'
    yield f'<text class="name" x="{_LEFT + 12}" y="{top + 19}">{escape(room.name)}</text>'
    for row, words in enumerate(textwrap.wrap(room.text.rstrip("."), _LETTERS)):
        yield f'<text class="note" x="{_LEFT + 12}" y="{top + 34 + 14 * row}">{escape(words)}</text>'
    users = [above for above in range(place) if found[above].knows[room.name]]
    if users:
        right, line = _x(found, users[0]), top + 40
        yield f'<path class="into" d="M{right} {line}H{_LEFT + _WIDE}" marker-end="url(#tip)"/>'


def _lane(found: Sequence[Room], place: int) -> Iterator[str]:
    """The line from a room down to the last that it imports, with a number for each."""
    room = found[place]
    known = [below for below in range(place + 1, len(found)) if room.knows[found[below].name]]
    if not known:
        return
    x, top = _x(found, place), _y(place) + 14
    yield f'<path class="lane" d="M{_LEFT + _WIDE} {top}H{x}V{_y(known[-1]) + 40}"/>'
    yield f'<text class="of" x="{x - 4}" y="{top - 4}">{escape(room.name)}</text>'
    for below in known:
        yield f'<circle class="count" cx="{x}" cy="{_y(below) + 40}" r="12"/>'
        yield f'<text class="number" x="{x}" y="{_y(below) + 44}">{_count(room, found[below])}</text>'
