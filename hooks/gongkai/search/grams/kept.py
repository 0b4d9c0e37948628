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

#: beside the files of a shard, and not one of them
NAME = ".texts"
#: changes with how texts are compared
_VERSION = f"1 {zlib.crc32(f'{TRADITIONAL}{SIMPLIFIED}'.encode())}"
#: between two documents and between two values: no text has them, for they are not to be seen
_NEXT, _VALUE = "\x02", "\x03"


def remembered(documents: Sequence[SearchDocument], folder: Path, earlier: Sequence[Path]) -> list[Compared]:
    """Each document as it is compared; only those that no earlier run knew are made. Writes all down."""
    known = {key: found for before in earlier for key, found in _read(before / NAME)}
    keys = [_key(each) for each in documents]
    found = [known.get(key) or compared(each) for key, each in zip(keys, documents, strict=True)]
    rows = (
        _VALUE.join((key, str(each.title), str(each.number), each.units))
        for key, each in zip(keys, found, strict=True)
    )
    data = _NEXT.join(rows).encode("utf-8", "surrogatepass")
    (folder / NAME).write_bytes(b"%08x" % zlib.crc32(data) + data)
    return found


def _read(path: Path) -> Iterator[tuple[str, Compared]]:
    """Nothing, where there is no such file or it was cut short."""
    try:
        data = path.read_bytes()
    except OSError:
        return
    if data[:8] != b"%08x" % zlib.crc32(data[8:]):
        return
    for row in data[8:].decode("utf-8", "surrogatepass").split(_NEXT):
        key, title, number, units = row.split(_VALUE)
        yield key, Compared(units, int(title), int(number))


def _key(document: SearchDocument) -> str:
    values = (_VERSION, document.title, document.number, document.unit, document.extra, document.text)
    return hashlib.blake2b(marshal.dumps(values, 2), digest_size=16).hexdigest()
