"""Operations applied to a document: whole articles mechanically, what cannot be done as a remark."""

from __future__ import annotations

from dataclasses import replace

from gongkai.text.amend import inside
from gongkai.text.amend.address import Address, article_label
from gongkai.text.amend.operations import Act, Operation, Remark
from gongkai.text.amend.rows import Row, Rows
from gongkai.text.document import Document
from gongkai.text.facts.numbering import misnumbered
from gongkai.text.tree import REPEALED, Node, Part


def apply(base: Document, operations: tuple[Operation, ...]) -> tuple[Document, tuple[Remark, ...]]:
    """The document after the operations, and remarks on those that were not, or not surely, applied.

    Addresses are those before the amendment; the number of an added or moved article is its new one.
    Where the order closes up, they stand at their numbers and the others fill in between; that is
    refused on a text whose numbers have a gap or a double.
    """
    rows, remarks = Rows(base), list[Remark]()
    closing = next((each for each in operations if each.act is Act.CLOSE_UP), None)
    if closing and any(misnumbered(base)):
        remarks.append(Remark(closing, "原文的条号有缺有重，不能重排；先对照原件补正"))
        closing = None
    if closing and any(
        each.act is Act.ADD and each.at[0].whole and each.at[0].article[1:] for each in operations
    ):
        remarks.append(
            Remark(closing, "加了“之一”这样的条，后面的条号不知道要不要调整；调整的请用“移”逐条写")
        )
        closing = None
    for each in operations:
        if each.act in (Act.PUT, Act.WORDS) or (each.at and not each.at[0].whole):
            remarks += _inside(rows, each)
    structural = [each for each in operations if each.act in _STRUCTURE and each.at and each.at[0].whole]
    remarks += _closed_up(rows, structural) if closing else _in_place(rows, structural)
    return rows.document(), tuple(remarks)


_STRUCTURE = (Act.ADD, Act.TAKE, Act.MOVE)


def _inside(rows: Rows, each: Operation) -> list[Remark]:
    """Change an article as a whole, a part of it, or words."""
    if each.act is Act.WORDS:
        return _words(rows, each)
    at = each.at[0]
    row = rows.find(at.article)
    if row is None:
        return [Remark(each, f"正文里没有{article_label(at.article)}，或不止一个")]
    made: Node | None
    if each.act is Act.PUT and at.whole:
        made = _article(each.text, at.article)
    else:
        made = {
            Act.PUT: lambda: inside.put(row.node, at, each.text),
            Act.ADD: lambda: inside.add(row.node, at, each.text),
            Act.TAKE: lambda: inside.take(row.node, at),
        }.get(each.act, lambda: None)()
    if made is None:
        return [Remark(each, f"“{each.words}”做不到：没有这一款、项，或新文不是一款、一项")]
    row.node = made
    return []


def _article(text: str, number: tuple[int, ...]) -> Node | None:
    """The new article under its number, whatever its own label says."""
    made = inside.article_of(text, article_label(number))
    return replace(made, number=number, label=article_label(number)) if made else None


def _words(rows: Rows, each: Operation) -> list[Remark]:
    if not each.old:
        return [Remark(each, "没有写原词")]
    wanted = {at.article for at in each.at}
    missing = [article_label(number) for number in sorted(wanted) if rows.find(number) is None]
    if missing:
        return [Remark(each, f"正文里没有{'、'.join(missing)}，或不止一个")]
    total = kept = 0
    for row in rows.rows:
        if not wanted or row.number in wanted:
            row.node, hits, left = inside.reworded(row.node, each.old, each.new)
            total, kept = total + hits, kept + left
    if not total:
        return [Remark(each, f"找不到“{each.old}”，没有换")]
    also = f"，另有 {kept} 处在书名号里，没有换" if kept else ""
    return [Remark(each, f"换了 {total} 处{also}，标点随改的地方请核对", applied=True)]


def _in_place(rows: Rows, operations: list[Operation]) -> list[Remark]:
    """Take, move and add while every other article keeps its number."""
    remarks = []
    for act in _ORDER:
        for each in sorted(operations, key=_turn):
            if each.act is act and (message := _DO[act](rows, each)):
                remarks.append(Remark(each, message))
    return remarks


def _turn(each: Operation) -> tuple[int, ...]:
    """Of articles that move down the text the last one first, so that each finds its place free."""
    if each.act is not Act.MOVE or each.to is None:
        return (0,)
    down = each.to.article > each.at[0].article
    return (-each.to.article[0] if down else each.to.article[0],)


_ORDER = (Act.TAKE, Act.MOVE, Act.ADD)


def _take(rows: Rows, each: Operation) -> str:
    row = rows.find(each.at[0].article)
    if row is None:
        return f"正文里没有{each.at[0].words}，或不止一个"
    if each.kept:
        gone = Node(Part.CLAUSE, row.node.line, REPEALED, number=(1,), rank=21)
        row.node = replace(row.node, children=(gone,))
    else:
        rows.remove(row)
    return ""


def _move(rows: Rows, each: Operation) -> str:
    row = rows.find(each.at[0].article)
    if row is None or each.to is None:
        return f"正文里没有{each.at[0].words}，或没有写移到哪一条"
    if rows.find(each.to.article):
        return f"{each.to.words}已经在了，要写“顺序: 相应调整”"
    low, high = sorted((row.number, each.to.article))
    if over := next((other for other in rows.rows if low < other.number < high), None):
        return f"中间的{over.node.label}没有动，要写“顺序: 相应调整”"
    row.renumbered(each.to.article)
    return ""


def _add(rows: Rows, each: Operation) -> str:
    number = each.at[0].article
    if any(row.number == number for row in rows.rows):
        return f"{each.at[0].words}已经在了，要写“顺序: 相应调整”"
    made = _row(rows, each, number)
    if isinstance(made, str):
        return made
    after = rows.find(each.after.article) if each.after else None
    rows.insert(made, rows.rows.index(after) + 1 if after else _place(rows, number))
    return ""


def _row(rows: Rows, each: Operation, number: tuple[int, ...], *, closing: bool = False) -> Row | str:
    """The new article with the headings that its text begins with, or why there is none."""
    heading, words = inside.headed(each.text)
    made = _article(words, number)
    if made is None:
        return f"{each.at[0].words}的新文不是一条"
    if heading and not closing and rows.has_heading(heading):
        return f"{heading.label}已经在了，要写“顺序: 相应调整”"
    return Row(made, [heading] if heading else [])


_DO = {Act.TAKE: _take, Act.MOVE: _move, Act.ADD: _add}


def _place(rows: Rows, number: tuple[int, ...]) -> int:
    """Where an article with a number belongs: after the last one with a smaller number."""
    return max((at + 1 for at, row in enumerate(rows.rows) if row.number < number), default=0)


def _closed_up(rows: Rows, operations: list[Operation]) -> list[Remark]:
    """Removals close up; added and moved articles stand at their numbers, the rest fills in order."""
    remarks, fixed = list[Remark](), dict[int, Row]()
    first = rows.rows[0].number[0] if rows.rows else 1
    moves = [each for each in operations if each.act is Act.MOVE]
    for each in (each for each in operations if each.act is not Act.MOVE):
        remarks += _aside(rows, each, fixed)
    # an article that others push to its number is not taken out: the heading above it stays there
    if not _pushed(rows, moves, _filled(rows.rows, fixed, first), first):
        for each in moves:
            remarks += _aside(rows, each, fixed)
    made = _filled(rows.rows, fixed, first)
    for number, row in sorted(fixed.items()):
        if row not in made:
            wrong = next((each for each in operations if _new_number(each) == number), operations[0])
            remarks.append(Remark(wrong, f"调整以后没有第 {number} 条那么多，放在最后"))
            made.append(row)
    for at, row in enumerate(made):
        row.renumbered((first + at,))
    rows.rows[:] = made
    rows.renumber_headings()
    return remarks


def _aside(rows: Rows, each: Operation, fixed: dict[int, Row]) -> list[Remark]:
    message = _set_aside(rows, each, fixed)
    return [Remark(each, message)] if message else []


def _filled(rows: list[Row], fixed: dict[int, Row], first: int) -> list[Row]:
    """The rows in order, those with a fixed number at it."""
    rest = iter(rows)
    order = [fixed.get(first + at) or next(rest, None) for at in range(len(rows) + len(fixed))]
    return [*(row for row in order if row is not None), *rest]


def _pushed(rows: Rows, moves: list[Operation], order: list[Row], first: int) -> bool:
    """Whether every moved article stands at its new number without being moved."""
    for each in moves:
        row = rows.find(each.at[0].article)
        if row is None or each.to is None or (first + order.index(row),) != each.to.article:
            return False
    return True


def _new_number(each: Operation) -> int:
    target: Address | None = each.to if each.act is Act.MOVE else each.at[0] if each.act is Act.ADD else None
    return target.article[0] if target else 0


def _set_aside(rows: Rows, each: Operation, fixed: dict[int, Row]) -> str:
    """Take out what goes or moves, and keep what has a number of its own for its place."""
    if each.act is Act.TAKE:
        return _take(rows, each)
    number = _new_number(each)
    if not number or number in fixed:
        return f"“{each.words}”没有新的条号，或与另一条相同"
    if each.act is Act.MOVE:
        row = rows.find(each.at[0].article)
        if row is None:
            return f"正文里没有{each.at[0].words}，或不止一个"
        rows.remove(row)
        fixed[number] = row
        return ""
    made = _row(rows, each, (number,), closing=True)
    if isinstance(made, str):
        return made
    fixed[number] = made
    return ""
