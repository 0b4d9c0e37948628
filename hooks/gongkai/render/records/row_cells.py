"""Rows of a dataset as rows of an HTML table."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from gongkai.common.said_days import said
from gongkai.exports.made import Cells
from gongkai.records.types.dataset import DataField
from gongkai.records.vocabulary.datasets import FieldRole, FieldType


def head(columns: Sequence[DataField]) -> Markup:
    """The row of headings; units of measure stand there, not in the cells."""
    cells = []
    for field in columns:
        kind = Markup(' class="{}"').format(field.look) if field.look else ""
        unit = Markup('<span class="unit">{}</span>').format(field.measure) if field.measure else ""
        cells.append(Markup('<th scope="col"{}>{}{}</th>').format(kind, field.name, unit))
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def body(columns: Sequence[DataField], rows: Sequence[Cells], *, labels: bool = False) -> Markup:
    """Rows of cells, the first that names a row as its heading; ``labels`` for tables that become cards.

    Days are told as on every page; files of data keep them as they are. Written by hand: a template would
    take most of the time of a build with many rows.
    """
    shown = [said if field.type is FieldType.DATE else str for field in columns]
    heading = heading_of(columns)
    opens = [_opening(field, place == heading, labels) for place, field in enumerate(columns)]
    closes = ["</th>" if place == heading else "</td>" for place in range(len(columns))]
    around = list(zip(opens, closes, strict=True))
    lines = []
    for row in rows:
        told = [tell(cell) for tell, cell in zip(shown, row, strict=True)]
        cells = [f"{start}{escape(cell)}{end}" for cell, (start, end) in zip(told, around, strict=True)]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return Markup("\n".join(lines))


def heading_of(columns: Sequence[DataField]) -> int:
    """The column that tells which row it is: the number, else the name, else the first."""
    roles = [field.role for field in columns]
    named = (roles.index(role) for role in (FieldRole.NUMBER, FieldRole.NAME) if role in roles)
    return next(named, 0)


def _opening(field: DataField, heading: bool, labels: bool) -> str:
    kind = f' class="{field.look}"' if field.look else ""
    # a card has no heading of its column: the measure stands with the name, or 0.2 万元 reads as 0.2
    name = f"{field.name}（{field.measure}）" if field.measure else field.name
    said = f' data-label="{escape(name)}"' if labels else ""
    return f'<th scope="row"{kind}{said}>' if heading else f"<td{kind}{said}>"
