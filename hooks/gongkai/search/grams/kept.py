"""Documents as they are compared, kept from one run to the next by what they were made from."""

from __future__ import annotations

import hashlib
import marshal
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai.search.documents import SearchDocument
from gongkai.search.grams.text import Compared, compared
from gongkai.search.traditional import SIMPLIFIED, TRADITIONAL

#: beside the files of a shard, and not one of them; another name when it is laid out otherwise
NAME = ".compared"
#: changes with how texts are compared
_VERSION = f"1 {zlib.crc32(f'{TRADITIONAL}{SIMPLIFIED}'.encode())}"
#: behind each document and between two values: no text has them, for they are not to be seen
_NEXT, _VALUE = "\x02", "\x03"


def remembered(
    documents: Sequence[SearchDocument], folder: Path, earlier: Sequence[Path]
) -> Iterator[Compared]:
    """Each document as it is compared; only those that no earlier run knew are made.

    Writes all down when the last was asked for.
    """
    known = {key: found for before in earlier for key, found in _read(before / NAME)}
    sum_ = 0
    with (folder / NAME).open("wb") as file:
        for document in documents:
            key = _key(document)
            each = known.get(key) or compared(document)
            yield each
            lengths = f"{each.title} {each.number} {each.asked}"
            row = f"{key}{_VALUE}{lengths}{_VALUE}{each.units}{_NEXT}"
            data = row.encode("utf-8", "surrogatepass")
            sum_ = zlib.crc32(data, sum_)
            file.write(data)
        file.write(b"%08x" % sum_)


def _read(path: Path) -> Iterator[tuple[str, Compared]]:
    """Nothing, where there is no such file or it was cut short."""
    try:
        data = path.read_bytes()
    except OSError:
        return
    if data[-8:] != b"%08x" % zlib.crc32(data[:-8]):
        return
    for row in data[:-8].decode("utf-8", "surrogatepass").split(_NEXT)[:-1]:
        key, lengths, units = row.split(_VALUE)
        title, number, asked = map(int, lengths.split())
        yield key, Compared(units, title, number, asked)


def _key(document: SearchDocument) -> str:
    said = (document.title, document.number, document.asked, document.unit, document.extra, document.text)
    values = (_VERSION, *said)
    return hashlib.blake2b(marshal.dumps(values, 2), digest_size=16).hexdigest()
