"""A file that did not become a record → what a page can tell of it: as it is written, with its problems.

Nothing is worked out of it, so that no date and no state is invented: a key that is missing is 待填.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from gongkai.common.problems import Problem
from gongkai.desk.preview.telling import fill
from gongkai.desk.web.pairing import Row, page_blocks, place
from gongkai.load import Document, Raw
from gongkai.records.fields.defined import fields_of

#: a file of so many lines is shown whole; of a longer one, what stands around its problems
_WHOLE, _AROUND = 300, 10


@dataclass
class Line:
    """One line of a file, and what is wrong in it."""

    number: int
    text: str
    problems: list[Problem] = field(default_factory=list)


def name_of(path: str, document: Document | None) -> str:
    """What such a file is called: by its title, where that can be read."""
    data = document.data if document else None
    words = data.get("标题") or data.get("名称") if isinstance(data, dict) else None
    return words if isinstance(words, str) else path


def content(root: Path, path: str, document: Document | None, problems: Sequence[Problem]) -> Markup:
    """The content of its page."""
    title = name_of(path, document)
    if document is None or isinstance(document.data, list):
        lines, rest = _lines(root / path, problems)
        return fill("unread.html", title=title, path=path, rest=rest, head=(), rows=(), lines=lines)
    rows = [Row([], [each]) for each in page_blocks(document.body)]
    left = place(rows, problems, document.body_line)
    head = _head(document, document.data, left)
    told = {each: None for _, _, found in head for each in found}
    rest = [each for each in left if each not in told]
    return fill("unread.html", title=title, path=path, rest=rest, head=head, rows=rows, lines=())


def _head(
    document: Document, data: dict[str, Raw], problems: Sequence[Problem]
) -> list[tuple[str, str | None, list[Problem]]]:
    """Key, value (None: not written), problems; what must be there and is not comes first."""
    needed = [each.key for each in fields_of(document.record_type) if each.info.is_required()]
    written = {key: words_of(value) or None for key, value in data.items()}
    rows = {**{key: None for key in needed if key not in written}, **written}
    return [(key, words, [each for each in problems if each.at[:1] == (key,)]) for key, words in rows.items()]


def words_of(value: Raw) -> str:
    """A value as it is written, on one line."""
    if isinstance(value, list):
        return "、".join(words_of(each) for each in value)
    if isinstance(value, dict):
        return "；".join(f"{key}：{words_of(each)}" for key, each in value.items())
    return value


def _lines(file: Path, problems: Sequence[Problem]) -> tuple[list[Line], list[Problem]]:
    """The lines to be shown, and the problems that belong to none of them."""
    try:
        data = file.read_bytes()
    except OSError:
        return [], [*problems]
    lines = {number: Line(number, text) for number, text in enumerate(_text(data).splitlines(), 1)}
    rest = []
    for each in problems:
        if each.line in lines:
            lines[each.line].problems.append(each)
        else:
            rest.append(each)
    if len(lines) <= _WHOLE:
        return [*lines.values()], rest
    near = {at for each in problems for at in range(each.line - _AROUND, each.line + _AROUND + 1)}
    return [lines[at] for at in sorted(near & lines.keys())], rest


def _text(data: bytes) -> str:
    """As well as it can be read: this is only shown."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")
