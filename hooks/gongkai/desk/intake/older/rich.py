"""What an .rtf holds (Rich Text Format 1.9.1): its words in any spelling, its fields, its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from gongkai.desk.intake.older.held import Held

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>.)"
    rb"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
#: groups that hold nothing a reader sees in the text
_SKIPPED = {
    *("fonttbl", "colortbl", "stylesheet", "info", "filetbl", "listtext", "pntext", "sp", "objdata", "upr"),
    *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "shprslt"),
    *("nonshppict", "xe", "tc", "txe", "rxe", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc"),
}
#: what stands behind \* and is read all the same
_READ = {"footnote", "shpinst", "shppict", "do", "dptxbxtext", "fldinst", "pict"}
_NUMBERS = {"listtext", "pntext"}
_CODES = {936: "gbk", 950: "big5", 932: "shift_jis", 65001: "utf-8"}


@dataclass(frozen=True, slots=True)
class _Group:
    """Where what stands in a group goes, and how many spelt characters follow each code."""

    into: str = "words"
    spare: int = 1


@dataclass
class _Reader:
    """Walks over the marks; ``codes`` is the table of characters that the file is written in."""

    codes: str = "cp1252"
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    shown: list[str] = field(default_factory=list)
    fields: list[list[str]] = field(default_factory=list)
    #: pictures spelt in hexadecimal, and those as they are
    drawn: bytearray = field(default_factory=bytearray)
    pictures: list[bytes] = field(default_factory=list)
    numbers: int = 0
    bytes_: bytearray = field(default_factory=bytearray)
    starred: bool = False
    spared: int = 0

    def walk(self, data: bytes) -> Held:
        """The whole file."""
        for match in _tokens(data):
            self._take(match, data)
        self._flush()
        fields = tuple(_joined(each) for each in self.fields)
        drawn = b"\0".join((_from_hex(self.drawn), *self.pictures))
        return Held(_joined(self.shown), fields, drawn, self.numbers)

    def _take(self, match: re.Match[bytes], data: bytes) -> None:
        if match["brace"]:
            self._brace(match["brace"])
        elif word := match["word"]:
            self._word(word.decode(), int(match["number"] or 1), match, data)
        elif match["sign"] is not None:
            self.starred = match["sign"] == b"*"
            if match["sign"] in b"\\{}":
                self._characters(match["sign"])
        elif match["hex"]:
            self._characters(bytes.fromhex(match["hex"].decode()))
        elif match["text"]:
            self._characters(match["text"])

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self.spared = 0
        if brace == b"{":
            self.groups.append(self.groups[-1])
        elif len(self.groups) > 1:
            self.groups.pop()

    def _word(self, word: str, number: int, match: re.Match[bytes], data: bytes) -> None:
        starred, self.starred = self.starred, False
        group = self.groups[-1]
        if word == "u":
            self._flush()
            self._put(chr(number & 0xFFFF))
            self.spared = group.spare
        elif word == "uc":
            self.groups[-1] = replace(group, spare=number if match["number"] else 1)
        elif word == "ansicpg":
            self.codes = _CODES.get(number, f"cp{number}" if 1250 <= number <= 1258 else "cp1252")
        elif word == "bin" and group.into == "pict":
            self.pictures.append(data[match.end() : match.end() + max(0, number)])
        elif group.into != "":
            self._begins(word, starred)

    def _begins(self, word: str, starred: bool) -> None:
        """A group is of the kind that its first word tells."""
        into = self.groups[-1].into
        if word in _NUMBERS:
            self.numbers += 1
        if word in _SKIPPED or (starred and word not in _READ):
            into = ""
        elif word == "fldinst":
            into = "field"
            self.fields.append([])
        elif word in ("footnote", "shptxt", "dptxbxtext") or (word == "fldrslt" and into != "field"):
            into = "words"
        elif word == "pict":
            into = "pict"
        self.groups[-1] = replace(self.groups[-1], into=into)

    def _characters(self, found: bytes) -> None:
        if self.groups[-1].into == "pict":
            self.drawn += found
            return
        left = found[self.spared :]
        self.spared = max(0, self.spared - len(found))
        self.bytes_ += left

    def _flush(self) -> None:
        if self.bytes_:
            self._put(self.bytes_.decode(self.codes, "replace"))
            self.bytes_.clear()

    def _put(self, text: str) -> None:
        into = self.groups[-1].into
        if into == "words":
            self.shown.append(text)
        elif into == "field":
            self.fields[-1].append(text)


def held(data: bytes) -> Held:
    """What the file says of itself."""
    return _Reader().walk(data)


def _tokens(data: bytes) -> Iterator[re.Match[bytes]]:
    """Every mark; bytes as they are, behind \\bin, are none."""
    at = 0
    while match := _TOKEN.search(data, at):
        yield match
        at = match.end()
        if match["word"] == b"bin":
            at += max(0, int(match["number"] or 0))


def _from_hex(found: bytes | bytearray) -> bytes:
    bare = re.sub(rb"[^0-9a-fA-F]", b"", found)
    return bytes.fromhex(bare[: len(bare) // 2 * 2].decode())


def _joined(parts: list[str]) -> str:
    """Characters beyond the first plane are spelt as two."""
    return "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
