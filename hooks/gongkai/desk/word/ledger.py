"""What the walk did not take as it stands, with its place; and the account of every character at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from gongkai.desk.word.blocks import Note, Paragraph, Told
from gongkai.desk.word.package import Refused
from gongkai.load.attached import xml

_SHOWN = 30


class Ledger:
    """Filled by the walk. ``made`` are characters that are shown and stand in no text of the file."""

    def __init__(self) -> None:
        self.place = ""
        self.unread: list[Told] = []
        self.refused: list[Told] = []
        self.doubts: list[Told] = []
        self.made: list[str] = []
        #: letters of the file in whose place a sign of their font is shown
        self.replaced: list[str] = []

    def leave(self, why: str, text: str) -> None:
        """Words that are not taken; those of one place and reason are one entry."""
        if not text:
            return
        last = self.unread[-1] if self.unread else None
        if last and (last.place, last.why) == (self.place, why):
            self.unread[-1] = Told(self.place, why, last.text + text)
        else:
            self.unread.append(Told(self.place, why, text))

    def refuse(self, why: str, text: str = "") -> None:
        """Something that stops the import; told once for a place."""
        told = Told(self.place, why, text[:_SHOWN])
        if told not in self.refused:
            self.refused.append(told)

    def doubt(self, why: str, text: str = "") -> None:
        """Something an editor is to look at."""
        told = Told(self.place, why, text[:_SHOWN])
        if told not in self.doubts:
            self.doubts.append(told)


def account(
    roots: list[etree._Element], paragraphs: list[Paragraph], notes: list[Note], ledger: Ledger
) -> None:
    """Every character of every text of the file is in the blocks or among what was not read.

    Counted from the file anew, not by the walk; raises Refused where it does not come out even.
    """
    there = Counter(char for root in roots for text in _texts(root) for char in text)
    taken = Counter("".join(each.own for each in paragraphs))
    taken.update("".join(each.own for note in notes for each in note.paragraphs))
    taken.update("".join(each.text for each in ledger.unread if each.why not in NOT_OF_THE_TEXT))
    taken.update("".join(ledger.replaced))
    there.update("".join(ledger.made))
    wrong = {char for char in there | taken if not char.isspace() and there[char] != taken[char]}
    if wrong:
        shown = "".join(sorted(wrong))[:_SHOWN]
        raise Refused(f"有的字没有读到，或者读了两遍（{shown}），不能保证一字不差：请把文件交给维护人员")


#: what is told although it stands outside text and notes
NOT_OF_THE_TEXT = frozenset(("页眉、页脚",))


def _texts(node: etree._Element) -> Iterator[str]:
    """Every ``w:t`` but those of a fallback, which say the same again."""
    for each in node:
        name = xml.local(each)
        if (name == "t" and "wordprocessingml" in each.tag) or name == "delText":
            yield each.text or ""
        elif name != "Fallback":
            yield from _texts(each)
