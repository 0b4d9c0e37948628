"""Make every table readable: named, scrollable, numbers set right, cards on a phone."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from gongkai.text.cells import FIGURE

_NOTHING = frozenset(("", "-", "—", "——", "－", "/", "\\", "…", "无"))
_MAX_CARD_COLUMNS = 5
_MAX_COLUMNS = 200
#: how many heads of columns name a table
_MAX_NAMED = 4

Grid = list[dict[int, Element]]


def finish(root: Element) -> None:
    """Finish the tables of a page in place; their labels differ from one another."""
    if next(root.iter("table"), None) is None:
        return
    labels: set[str] = set()
    places = [(parent, table) for parent in root.iter() for table in parent if table.tag == "table"]
    for parent, table in places:
        _head(table)
        _cells(table)
        _wrap(parent, table, _label(table, labels))


def text(element: Element | None) -> str:
    """The words of an element."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _label(table: Element, used: set[str]) -> str:
    caption = text(table.find("caption")) or _heads(table)
    base = f"表格：{caption}" if caption else f"表格 {len(used) + 1}"
    label, again = base, 1
    while label in used:
        again += 1
        label = f"{base}（{again}）"
    used.add(label)
    return label


def _heads(table: Element) -> str:
    """What a table without a caption is about, by the heads of its columns; empty where it has none."""
    heads = list(filter(None, map(text, table.iterfind("thead/tr[1]/th"))))
    more = f"等{len(heads)}栏" if len(heads) > _MAX_NAMED else ""
    return "、".join(heads[:_MAX_NAMED]) + more


def _wrap(parent: Element, table: Element, label: str) -> None:
    holder = Element("div", {"class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": label})
    at = list(parent).index(table)
    parent.remove(table)
    holder.tail, table.tail = table.tail, "\n"
    holder.append(table)
    parent.insert(at, holder)


def _head(table: Element) -> None:
    """Rows stand in thead and tbody; a first row of th alone is the head; empty th are td."""
    loose = [row for row in table if row.tag == "tr"]
    if loose:
        first = len([child for child in table if child.tag in ("caption", "colgroup", "thead")])
        for row in loose:
            table.remove(row)
        if table.find("thead") is None and all(cell.tag == "th" for cell in loose[0]):
            head = Element("thead")
            head.append(loose.pop(0))
            table.insert(first, head)
            first += 1
        body = Element("tbody")
        body.extend(loose)
        if loose:
            table.insert(first, body)
    for cell in list(table.iter("th")):
        if not text(cell) and not len(cell):
            cell.tag = "td"
            cell.attrib.pop("scope", None)


def _grid(rows: list[Element]) -> Grid:
    """Each row's cells by column, merged cells in every place they cover."""
    grid: Grid = [{} for _ in rows]
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in grid[at]:
                column += 1
            wide, high = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
            for below in grid[at : at + high]:
                below.update(dict.fromkeys(range(column, min(column + wide, _MAX_COLUMNS)), cell))
            column += wide
    return grid


def _cells(table: Element) -> None:
    head = [row for part in table.iter("thead") for row in part if row.tag == "tr"]
    body = [row for part in table if part.tag in ("tbody", "tfoot") for row in part if row.tag == "tr"]
    for row in head + body:
        for cell in row:
            _scope_and_align(cell, "col" if row in head else "row")
    grid = _grid(head + body)
    numeric = _number_columns(grid[len(head) :])
    for places in grid:
        for column in sorted(numeric & places.keys()):
            if "colspan" not in places[column].attrib:
                _class(places[column], "number")
    _class(table, "data-table")
    merged = any("colspan" in cell.attrib or "rowspan" in cell.attrib for row in head + body for cell in row)
    if head and not merged and max(map(len, head + body)) <= _MAX_CARD_COLUMNS:
        _cards(table, [text(cell) for cell in head[-1]], body)


def _scope_and_align(cell: Element, scope: str) -> None:
    if cell.tag == "th" and "scope" not in cell.attrib:
        cell.set("scope", scope)
    align = cell.attrib.pop("align", None)
    if align in ("right", "center"):
        _class(cell, f"align-{align}")


def _cards(table: Element, names: list[str], body: list[Element]) -> None:
    _class(table, "cards")
    for row in body:
        for name, cell in zip(names, row, strict=False):
            if name and cell.tag == "td":
                cell.set("data-label", name)


def _number_columns(body: Grid) -> set[int]:
    """The columns that hold numbers and nothing else."""
    values: dict[int, list[str]] = {}
    for places in body:
        for column, cell in places.items():
            words = text(cell)
            if words not in _NOTHING and "colspan" not in cell.attrib:
                values.setdefault(column, []).append(words)
    return {column for column, words in values.items() if all(map(FIGURE.fullmatch, words))}


def _class(element: Element, name: str) -> None:
    names = element.get("class", "").split()
    if name not in names:
        element.set("class", " ".join([*names, name]))
