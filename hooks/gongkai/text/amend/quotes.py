"""“…” in an amending text: hidden while its sentences are read, shown again, and what stands in one."""

from __future__ import annotations

import re

#: the place of a hidden quotation, its number in the group
PLACE = r"\uE000(\d+)\uE001"


def hide(text: str) -> tuple[str, list[str]]:
    """The text with each quotation as a place, and the quotations; only the last ” of one closes it.

    A quotation of several paragraphs opens each of them again with “.
    """
    quotes: list[str] = []
    made, at = "", 0
    while (start := text.find("“", at)) >= 0:
        end = _closing(text, start)
        if end < 0:
            break
        quotes.append(text[start : end + 1])
        made += f"{text[at:start]}\ue000{len(quotes) - 1}\ue001"
        at = end + 1
    return made + text[at:], quotes


def _closing(text: str, start: int) -> int:
    """Where the quotation ends: its first ”, or where a paragraph inside it opens again, that one's."""
    end = text.find("”", start)
    opened = re.compile(r"\n[ \t\u3000]*“")
    while end >= 0:
        again = opened.search(text, start + 1, end)
        if again is None or again.end() >= end:
            return end
        start = again.end() - 1
    return end


def real(hidden: str, at: int, quotes: list[str]) -> int:
    """Where a place of the text with hidden quotations stands in the text itself."""
    return len(shown(hidden[:at], quotes))


def shown(hidden: str, quotes: list[str]) -> str:
    return re.sub(r"\ue000(\d+)\ue001", lambda found: quotes[int(found[1])], hidden)


def quoted(mark: str, quotes: list[str]) -> str:
    """What stands in a quotation: paragraphs that open again without their marks, ‘ ’ as “ ”."""
    text = quotes[int(mark)][1:-1]
    return re.sub(r"(?m)^[ \t\u3000]*“", "", text).replace("‘", "“").replace("’", "”")
