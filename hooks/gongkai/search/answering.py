"""Questions with their answers → files from which the browser picks the one that answers what was typed.

A few small files are read whatever their number: ``head`` names all others; files of pairs of characters say
which questions have them, themselves or in what they are about; packs hold them with all that is shown.
``overrides/assets/js/search/answers.js`` is the counterpart.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gongkai.search.beside import as_json, say
from gongkai.search.normalise import normalise

#: questions in one pack; so many bytes fill a file of pairs
PACK, FULL = 8, 10_000
_RUN = re.compile("[0-9a-z]+|[\u3400-\u9fff]+")


@dataclass(frozen=True)
class Answered:
    """A question, what it is about (names of its documents), and what is ``shown`` of its answer."""

    question: str
    about: str
    shown: Mapping[str, Any]


def write_answers(found: Sequence[Answered], folder: Path) -> int:
    """Writes them beside an index, whose ``shards.json`` then names the head; the bytes of all files."""
    if not found:
        return 0
    files: dict[str, bytes] = {}
    packs = [_named(files, _pack(found[at : at + PACK])) for at in range(0, len(found), PACK)]
    firsts, names = [], []
    for part in _parts(_pairs(found)):
        firsts.append(next(iter(part)))
        names.append(_named(files, part))
    head = _named(
        files, {"count": len(found), "pack": PACK, "firsts": firsts, "pairs": names, "packs": packs}
    )
    (folder / "answers").mkdir()
    for name, data in files.items():
        (folder / f"answers/{name}.json").write_bytes(data)
    say(folder, "answers", f"answers/{head}.json")
    return sum(map(len, files.values()))


def keys(text: str) -> Iterator[str]:
    """Pairs of neighbouring Chinese characters, and whole words and numbers."""
    for run in _RUN.findall(normalise(text).replace(" ", "")):
        if run[0] < "\u3400":
            yield run
        else:
            yield from (run[at : at + 2] for at in range(len(run) - 1))


def _pairs(found: Sequence[Answered]) -> dict[str, list[int]]:
    """Key → twice the number of each question that has it, one more where it stands in the question."""
    held: dict[str, list[int]] = {}
    for number, each in enumerate(found):
        own = set(keys(each.question))
        for key in sorted(own | set(keys(each.about))):
            held.setdefault(key, []).append(2 * number + (key in own))
    return {key: held[key] for key in sorted(held)}


def _parts(pairs: Mapping[str, list[int]]) -> Iterator[dict[str, list[int]]]:
    """The keys in files of about one size, in their order; numbers as steps, which pack well."""
    part: dict[str, list[int]] = {}
    size = 0
    for key, numbers in pairs.items():
        steps = [number - before for before, number in zip([0, *numbers], numbers, strict=False)]
        size += len(as_json({key: steps}).encode())
        part[key] = steps
        if size > FULL:
            yield part
            part, size = {}, 0
    if part:
        yield part


def _pack(found: Sequence[Answered]) -> list[dict[str, Any]]:
    return [{"question": each.question, "about": each.about, **each.shown} for each in found]


def _named(files: dict[str, bytes], value: object) -> str:
    """Keeps it under a name by its digest, so that nobody has to ask whether it is still the same."""
    data = as_json(value).encode()
    name = hashlib.sha256(data).hexdigest()[:12]
    files[name] = data
    return name
