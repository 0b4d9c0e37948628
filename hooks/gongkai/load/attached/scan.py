"""A file → the personal numbers in it, where they stand, and what of it could not be read."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from gongkai.common.personal import called, numbers
from gongkai.load.attached.fault import DAMAGED
from gongkai.load.attached.kinds import MEDIA, MIB, extension_of
from gongkai.load.attached.passage import NotRead, Passage, Run
from gongkai.load.attached.read import runs
from gongkai.load.attached.read_pdf import pdf_build
from gongkai.load.document import Attached, Spotted
from gongkai.load.personal_numbers import Kept

MAX_TEXT = 5_000_000
_DAMAGED = "文件损坏，或写法不合规范，读不出文字"
CHANGED = "检查时被换过，请再运行一次"


@lru_cache(maxsize=4096)
def scan(file: str, digest: str) -> Attached:
    """The personal numbers in a file whose bytes have that digest, and why it was not read whole.

    The digest is part of what is asked: a file that stays the same is read once in a run.
    """
    extension = extension_of(file)
    unread: list[str] = []
    spotted: dict[Spotted, None] = {}
    tagged, pages = True, 0
    try:
        length = 0
        data = _bytes(file, digest, extension)
        if extension == "pdf":
            tagged, pages = pdf_build(data)
        with closing(runs(extension, data, unread)) as found:  # what is left unread is let go at once
            for run in found:
                spotted |= dict.fromkeys(_spotted(run))
                length += sum(len(part.text) for part in run.parts)
                if length > MAX_TEXT:
                    raise NotRead(f"文字超过 {MAX_TEXT // 10000} 万字，后面的没有读")
    except NotRead as error:
        unread.append(str(error))
    except DAMAGED:
        unread.append(_DAMAGED)
    kept: Kept[Spotted] = Kept()
    for each in spotted:
        kept.add(each)
    fault = "；".join(dict.fromkeys(unread))
    return Attached(tuple(kept.found), kept.more, fault, tagged, pages)


def _bytes(file: str, digest: str, extension: str) -> bytes:
    with Path(file).open("rb") as stream:
        if extension in MEDIA:
            return stream.read(MIB)
        data = stream.read()
    if hashlib.sha256(data).hexdigest() != digest:
        raise NotRead(CHANGED)
    return data


def _spotted(run: Run) -> Iterator[Spotted]:
    """The numbers of a run, each with the place where it begins."""
    alone = [(part, each) for part in run.parts for each in called(part.text, part.labelled)]
    yield from (Spotted(part.place, kind, number) for part, (kind, number) in alone)
    known = {number for _, (_, number) in alone}
    if len(run.parts) > 1:
        for kind, number in numbers(run.text):
            if number not in known:
                yield Spotted(_place(run.parts, number), kind, number)


def _place(parts: tuple[Passage, ...], number: str) -> str:
    """Where a number begins that is broken over several pieces."""
    owners = [part for part in parts for char in _plain(part.text)]
    at = "".join(_plain(part.text) for part in parts).find(number)
    return owners[at].place if at >= 0 else parts[0].place


def _plain(text: str) -> str:
    kept = unicodedata.normalize("NFKC", text).upper()
    return "".join(char for char in kept if char in "0123456789X")
