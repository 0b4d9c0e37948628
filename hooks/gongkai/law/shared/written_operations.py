"""What an amending text was read to do → the lines an editor may put into its file, each checked by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.amendments import Amendment
from gongkai.text.amend import Act, Operation

#: what stands for the end of a line in a message
BREAK = " ⏎ "
#: what YAML reads as the same text without quotes
_PLAIN = re.compile(r"[^\W\d_][^:#'\"{}\[\],&*!|>%@`\n]*")


def relation_lines(amendment: Amendment, operations: Iterable[Operation]) -> str:
    """The relation with its 操作 as written in a file; new texts of whole parts are taken from the text."""
    lines = [f"{amendment.kind}:", f"  - 文件: {amendment.relation.document}", "    操作:"]
    return BREAK.join([*lines, *(f"      {line}" for each in operations for line in _lines(each))])


def _lines(operation: Operation) -> Iterator[str]:
    places = "、".join(each.words for each in operation.at) or "全文"
    if operation.act is Act.CLOSE_UP:
        yield "- 顺序: 相应调整"
        return
    yield f"- {operation.act.value}: {places}"
    if operation.to:
        yield f"  至: {operation.to.words}"
    if operation.act is Act.WORDS:
        yield f"  原词: {_value(operation.old)}"
        if operation.new:
            yield f"  新词: {_value(operation.new)}"


def _value(words: str) -> str:
    return words if _PLAIN.fullmatch(words) else "'" + words.replace("'", "''") + "'"
