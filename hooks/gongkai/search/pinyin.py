"""How names are read → what Latin letters may mean: 加装电梯 is found by jiazhuangdianti and by jzdt.

Every run of words of a name is kept once, with its syllables, in small files by the first letters of its
first two syllables: a browser reads one or two of them for a query, however many names there are.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from gongkai.search.beside import write_beside
from gongkai.search.pieces import COUNT, piece_of, write_pieces
from gongkai.search.readings import characters, syllables

Cut = Callable[[str], Iterable[str]]
#: a phrase and how it is read, and how many names have it
Phrase = tuple[str, str, int]

_HAN = re.compile(r"[\u4e00-\u9fff]+")
#: the longest run kept, in characters; how many of one key, the most frequent first; bytes of a file
_LONGEST, _MOST, _FILE = 12, 400, 4_000


def write(names: Iterable[str], cut: Cut, folder: Path) -> int:
    """Writes the files beside an index, as its ``shards.json`` then says; gives how many phrases there are.

    ``cut`` gives the words of a name, which is the only place where a phrase may begin.
    """
    keyed = by_key(counted(names, cut))
    files = list(_files(keyed))
    listed = {
        "keys": [keys[0] for keys, _ in files],
        "names": [_named(folder, "pinyin/", data) for _, data in files],
        "syllables": sorted(characters()),
    }
    write_beside(folder, "pinyin", listed)
    write_pieces(folder, "readings", _readings())
    return sum(len(phrases) for phrases in keyed.values())


def _readings() -> list[dict[str, str]]:
    """How characters are read, in pieces by the character."""
    found: list[dict[str, str]] = [{} for _ in range(COUNT)]
    for syllable, read_so in characters().items():
        for char in read_so:
            piece = found[piece_of(char)]
            piece[syllable] = piece.get(syllable, "") + char
    return found


def counted(names: Iterable[str], cut: Cut) -> Counter[tuple[str, ...]]:
    """Each run of words, from every word of a name on, as its words; and in how many names."""
    found: Counter[tuple[str, ...]] = Counter()
    for name in names:
        for run in _HAN.findall(name):
            words = list(cut(run))
            found.update({_short(words[at:]) for at in range(len(words))})
    return found


def by_key(phrases: Mapping[tuple[str, ...], int]) -> dict[str, list[Phrase]]:
    """Phrases of two characters or more by the first letters of their first two syllables."""
    keyed: dict[str, list[Phrase]] = defaultdict(list)
    for words, count in phrases.items():
        read = [syllable for word in words for syllable in syllables(word)]
        if len(read) > 1:
            keyed[read[0][0] + read[1][0]].append(("".join(words), " ".join(read), count))
    return {key: sorted(keyed[key], key=lambda each: (-each[2], each[0]))[:_MOST] for key in sorted(keyed)}


def _short(words: list[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for word in words:
        if kept and sum(map(len, kept)) + len(word) > _LONGEST:
            break
        kept.append(word)
    return tuple(kept)


def _files(keyed: Mapping[str, list[Phrase]]) -> Iterator[tuple[list[str], bytes]]:
    """(keys, content) of each file, in the order of the keys."""
    held: dict[str, list[Phrase]] = {}
    for key, phrases in keyed.items():
        held[key] = phrases
        if len(data := _json(held)) > _FILE:
            yield list(held), data
            held = {}
    if held:
        yield list(held), _json(held)


def _named(folder: Path, begins: str, data: bytes) -> str:
    name = f"{begins}{hashlib.sha256(data).hexdigest()[:16]}.json"
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return name


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
