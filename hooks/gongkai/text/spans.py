"""The words of a block → spans. Literal first: a sign is text unless it is certainly a mark.

One reading serves the page, the links and the faults; the raw spans joined are the text again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gongkai.text import markup, targets

_HAN = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d…—\U00020000-\U000323af"
_JOINED = re.compile(rf"[{_HAN}][*_)]{{0,3}}\n[*_\[（(]{{0,3}}[{_HAN}0-9]|[0-9]\n[{_HAN}]")
#: a line of so many signs was broken by a program and not by its writer
_WRAPPED = 25
_ENDS, _GOES_ON = tuple("。；：！？"), tuple("，、")
#: ``\`` is a mark before these only, before another ``\`` only where that one would be a mark
ESCAPE = re.compile(r"\\(?:[*|#>\[\]<]|\\(?=[*|#>\[\]<]))")
_MARK = re.compile(rf"{ESCAPE.pattern}|(?m:^)\\-(?= )|\*+|!?\[|<| *\n")
_BRACKET = re.compile(rf"{ESCAPE.pattern}|[<\[\]()\n]")
_BOLD = re.compile(r"\*\*((?:[^*\n\\]|\\[*]|\\)+)\*\*(?!\*)")
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”")
_NOTE = re.compile(r"\[\^([^\[\]\n]+)\]")
_TITLED = re.compile(r"(\S.*?)[ \t]+(?:\"([^\"]*)\"|'([^']*)')")
_SPACES = re.compile(r"\s+")
#: a text without any of these is text and nothing else
ANY = re.compile(r"[\\*\[<\n]")
#: the same for lines that are read one by one
INLINE = re.compile(r"[\\*\[<]")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text: as it is written, and where it begins."""

    raw: str
    at: int


@dataclass(frozen=True, slots=True)
class Text(Span):
    """Shown as it is written."""


@dataclass(frozen=True, slots=True)
class Escaped(Span):
    """``\\*``: shown without its first sign."""


@dataclass(frozen=True, slots=True)
class Break(Span):
    """The end of a line: shown as a break, or as ``space`` (or nothing) where the sentence goes on."""

    kept: bool
    space: str = ""


@dataclass(frozen=True, slots=True)
class Bold(Span):
    """``**重点**``."""

    inner: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Link(Span):
    """A link and its words, or an image and its description; ``name`` of the definition it goes by."""

    target: str
    label: str
    inner: tuple[Span, ...] = ()
    title: str = ""
    image: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class NoteRef(Span):
    """``[^1]`` of a note that is written somewhere."""

    name: str


@dataclass(frozen=True, slots=True)
class Tag(Span):
    """A tag of HTML, allowed or not."""

    name: str
    closing: bool


@dataclass(frozen=True, slots=True)
class Broken(Span):
    """The beginning of a link that was meant and does not come to be one: shown as it is, and told."""

    target: str
    label: str | None


@dataclass(frozen=True)
class Names:
    """What a text defines: targets with their titles, and the words of notes, by name."""

    targets: dict[str, tuple[str, str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


NOTHING = Names()


def reference_name(written: str) -> str:
    """The name of a definition as links are matched with it."""
    return _SPACES.sub(" ", written).strip().lower()


def read(text: str, names: Names = NOTHING) -> tuple[Span, ...]:
    """The spans of a text in order."""
    if not ANY.search(text):
        return (Text(text, 0),) if text else ()
    return _Reader(text, names).spans(0, len(text))


def walk(spans: Iterable[Span]) -> Iterator[Span]:
    """Every span, outer before inner."""
    for span in spans:
        yield span
        if isinstance(span, Bold | Link):
            yield from walk(span.inner)


class _Reader:
    def __init__(self, text: str, names: Names) -> None:
        self.text, self.names = text, names
        self.pairs = _pairs(text) if "[" in text else {}

    def spans(self, start: int, end: int, inside: bool = False) -> tuple[Span, ...]:
        """The spans between two places; ``inside`` a link there are no others."""
        found: list[Span] = []
        text = self.text
        done = at = start
        while mark := _MARK.search(text, at, end):
            span = self._span(mark, end, inside)
            if span is None:
                # of a [ that is none, what stands behind it is looked at again
                at = mark.end()
                continue
            if mark.start() > done:
                found.append(Text(text[done : mark.start()], done))
            found.append(span)
            done = at = mark.start() + len(span.raw)
        if done < end:
            found.append(Text(text[done:end], done))
        return tuple(found)

    def _span(self, mark: re.Match[str], end: int, inside: bool) -> Span | None:
        sign, at = mark[0], mark.start()
        if sign[0] == "\\":
            return Escaped(sign, at)
        if sign[0] == "*":
            return self._bold(at, end, inside) if sign == "**" else None
        if sign == "<":
            return self._angle(at, end, inside)
        if sign[-1] == "\n":
            return self._break(mark)
        if not inside and (note := _NOTE.match(self.text, at, end)) and note[1] in self.names.notes:
            return NoteRef(note[0], at, note[1])
        return None if inside and sign == "[" else self._link(at, mark.end() - 1, end, sign == "![")

    def _bold(self, at: int, end: int, inside: bool) -> Span | None:
        """Bold is certain between edges of words, or around a title or a quotation."""
        found = _BOLD.match(self.text, at, end)
        if not found or found[1] != found[1].strip() or found[1].endswith("\\"):
            return None
        if not _QUOTED.fullmatch(found[1]) and not (self._edge(at - 1) and self._edge(found.end())):
            return None
        return Bold(found[0], at, self.spans(at + 2, found.end() - 2, inside))

    def _edge(self, at: int) -> bool:
        if not 0 <= at < len(self.text):
            return True
        return self.text[at].isspace() or unicodedata.category(self.text[at])[0] in "PS"

    def _angle(self, at: int, end: int, inside: bool) -> Span | None:
        if not inside and (auto := markup.AUTO.match(self.text, at, end)):
            target = auto[1] or f"mailto:{auto[2]}"
            shown = auto[1] or auto[2]
            return Link(auto[0], at, target, "", (Text(shown, at + auto[0].index(shown)),))
        tag = markup.tag_at(self.text, at)
        if not tag or tag.end() > end:
            return None
        return Tag(tag[0], at, *markup.tag_name(tag[0]))

    def _break(self, mark: re.Match[str]) -> Span:
        text, at = self.text, mark.start()
        before = text[text.rfind("\n", 0, at) + 1 : at].strip()
        kept = len(mark[0]) > 2 or before.endswith(_ENDS)
        if kept or not (before.endswith(_GOES_ON) or len(before) >= _WRAPPED):
            return Break(mark[0], at, True)
        around = text[max(0, at - 4) : at] + "\n" + text[mark.end() : mark.end() + 5]
        return Break(mark[0], at, False, "" if _JOINED.search(around) else "\n")

    def _link(self, at: int, opened: int, end: int, image: bool) -> Span | None:
        """The link or image whose words begin with the bracket at ``opened``."""
        text, closed = self.text, self.pairs.get(opened, end)
        if closed >= end:
            return None
        label = text[opened + 1 : closed]
        if text.startswith("(", closed + 1):
            return self._aimed(at, opened, closed, end, image)
        name, stop = label, closed + 1
        second = self.pairs.get(closed + 1, end) if text.startswith("[", closed + 1) else end
        if second < end:
            name, stop = text[closed + 2 : second] or label, second + 1
        elif "[" in label or text.startswith(":", closed + 1):
            return None
        name = reference_name(name)
        known = None if name.startswith("^") else self.names.targets.get(name)
        if known is None:
            return None
        return self._made(at, opened, closed, stop, known, image, name)

    def _aimed(self, at: int, opened: int, closed: int, end: int, image: bool) -> Span | None:
        """``[文字](去处)``, where the target looks like one."""
        stop = self.pairs.get(closed + 1, end)
        line = self.text[closed + 2 : min(stop, end)].partition("\n")
        written = line[0].strip()
        label = None if image else self.text[opened + 1 : closed]
        if stop >= end or line[1]:
            whole = self.text[closed + 2 : min(closed + 300, end)].partition(")")[0].replace("\n", "")
            meant = targets.may_be(written.split(" ")[0]) or targets.may_be(whole)
            return Broken(self.text[at : opened + 1], at, f"{written}\n", label) if meant else None
        if not written and label != "":
            return Broken(self.text[at : opened + 1], at, "", label)
        titled = _TITLED.fullmatch(written)
        target = titled[1] if titled else written
        if target.startswith("<") and target.endswith(">"):
            target = target[1:-1]
        elif not targets.may_be(target):
            return None
        title = (titled[2] or titled[3] or "") if titled else ""
        return self._made(at, opened, closed, stop + 1, (target, title), image)

    def _made(
        self,
        at: int,
        opened: int,
        closed: int,
        stop: int,
        where: tuple[str, str],
        image: bool,
        name: str = "",
    ) -> Span:
        inner = () if image else self.spans(opened + 1, closed, inside=True)
        target = targets.decoded(where[0])
        label = self.text[opened + 1 : closed]
        return Link(self.text[at:stop], at, target, label, inner, where[1], image, name)


def _pairs(text: str) -> dict[int, int]:
    """Where each bracket that is opened is closed: square ones anywhere, round ones on the same line."""
    pairs: dict[int, int] = {}
    square: list[int] = []
    round_: list[int] = []
    at = 0
    while found := _BRACKET.search(text, at):
        at, sign = found.end(), found[0]
        if sign == "[":
            square.append(found.start())
        elif sign == "]" and square:
            pairs[square.pop()] = found.start()
        elif sign == "(":
            round_.append(found.start())
        elif sign == ")" and round_:
            pairs[round_.pop()] = found.start()
        elif sign == "\n":
            round_.clear()
        elif sign == "<" and (tag := markup.tag_at(text, found.start())):
            at = tag.end()
    return pairs
