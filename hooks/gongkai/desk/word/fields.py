"""Fields of Word (目录, 页码 …): only a result is shown, and that of a field within a result."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class _Field:
    code: str = ""
    result: bool = False


class Fields:
    """The fields that are open at a place; they may reach over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def mark(self, kind: str) -> None:
        """``begin``, ``separate`` or ``end`` of a field."""
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].result = True
        elif self._open and kind == "end":
            self._open.pop()

    def instruct(self, text: str) -> str:
        """More of a field's code; gives the name of the field as far as it is known."""
        if self._open:
            self._open[-1].code += text
            return name(self._open[-1].code)
        return ""

    @property
    def hidden(self) -> str:
        """Why words at this place are not shown, "" where they are."""
        if any(name(field.code) == "TOC" for field in self._open):
            return "目录（网页自己有目录）"
        return "" if all(field.result for field in self._open) else "域代码"


def name(code: str) -> str:
    """``PAGEREF _Toc1 \\h`` → ``PAGEREF``."""
    return (code.split() or [""])[0].upper()
