"""Register → every web address that its texts name: in links to follow, and in running words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from weakref import WeakKeyDictionary

from gongkai.column.register import Register
from gongkai.common.problems import BODY
from gongkai.law.shared.readable_texts import Passage, every_text
from gongkai.text import Host, host, labelled, links

#: a text without any of these names no web address
_WEB = re.compile(r"https?:|\bwww\.", re.IGNORECASE)
_ENDS = r"\s<>\"'`|\[\]“”‘’《》〈〉【】「」（）()，。、；：！？…\u3400-\u9fff"
_BARE = re.compile(rf"https?:[/\\]*[^{_ENDS}]+|(?<![\w./@:-])www\.[^{_ENDS}/]+", re.IGNORECASE)
#: four numbers, perhaps with a port; small ones may number a clause of a standard
_NUMBERS = re.compile(r"(?<![A-Za-z0-9_./@:-])([0-9]{1,3}(?:\.[0-9]{1,3}){3})(:[0-9]{2,5})?(?![.:]?[0-9])")
_CLAUSE = 40
_WHOLE = re.compile(r"https?:\S+", re.IGNORECASE)


class WebLink(NamedTuple):
    """One address with its place and its host; ``followed`` when readers can click it."""

    passage: Passage
    address: str
    host: Host
    followed: bool


class Words(NamedTuple):
    """What readers click, and the address it leads to."""

    passage: Passage
    label: str | None
    address: str


#: several rules ask for the same links of one column
_known: WeakKeyDictionary[Register, tuple[WebLink, ...]] = WeakKeyDictionary()


def web_links(register: Register) -> tuple[WebLink, ...]:
    """The web addresses of every text, in the order of files and places."""
    if register not in _known:
        _known[register] = tuple(_links(register))
    return _known[register]


def _links(register: Register) -> Iterator[WebLink]:
    for passage in every_text(register, _may_link):
        if passage.at == (BODY,):
            yield from _of_body(passage)
        elif _names_one(passage.text):
            yield from _of_field(passage)


def inside_numbers(text: str) -> Iterator[str]:
    """Addresses inside some network written as four numbers, without a scheme."""
    for match in _NUMBERS.finditer(text):
        found = host(f"http://{match[1]}/")
        if found and found.inside and (match[2] or max(map(int, match[1].split("."))) > _CLAUSE):
            yield match[0]


def clicked_words(register: Register) -> Iterator[Words]:
    """The words of every link in the texts of records."""
    for record in register.every:
        if record.body and _may_link(record.body):
            for use in labelled(record.body):
                passage = Passage(record.source.path, record, (BODY, use.line), use.target)
                yield Words(passage, use.label, use.target)


def _names_one(text: str) -> bool:
    """Every text of the column comes here; most have neither sign, which is seen in no time."""
    return (":" in text or "." in text) and bool(_WEB.search(text))


def _may_link(body: str) -> bool:
    """Entities may hide the scheme of a link."""
    return _names_one(body) or ("&" in body and ("](" in body or "<" in body or "]:" in body))


def _of_body(passage: Passage) -> Iterator[WebLink]:
    body = passage.text
    if not _may_link(body):
        return
    followed = set()
    for use in links(body):
        if found := host(use.target):
            followed.add(use.target)
            yield WebLink(passage._replace(at=(BODY, use.line)), use.target, found, True)
    for line, text in enumerate(body.split("\n")):
        if _WEB.search(text):
            yield from _bare(passage._replace(at=(BODY, line), text=unescape(text)), followed)


def _of_field(passage: Passage) -> Iterator[WebLink]:
    found = host(passage.text) if _WHOLE.fullmatch(passage.text) else None
    if found:
        yield WebLink(passage, passage.text, found, True)
    else:
        yield from _bare(passage, set())


def _bare(passage: Passage, followed: set[str]) -> Iterator[WebLink]:
    for match in _BARE.finditer(passage.text):
        address = match[0].rstrip(".,;:!?*_~")
        if not any(address in each for each in followed):
            found = host(address if ":" in address[:6] else f"https://{address}")
            if found:
                yield WebLink(passage, address, found, False)
