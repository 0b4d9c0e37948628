"""Files that many tests lay down alike, read and made records once a process.

The reading is the package's own, by the door it leaves for other readers. A document and a record change for
nobody: a register of another day is made of the same records too.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gongkai.column.validate import Validated, own_words_of, validate
from gongkai.common.problems import Problem
from gongkai.load import Document, Loaded, load, read_document
from gongkai.records.fields.own_words import OwnWords

_Read = tuple[Document | None, list[Problem]]
#: (path, content) → what reading it gave
_read: dict[tuple[str, bytes], _Read] = {}
#: the same document, with the words of the same district → its records; ``_read`` keeps the document, so
#: that no other takes its id
_records: dict[tuple[int, OwnWords], Validated] = {}


def loaded(root: Path) -> Loaded:
    """``load``, with what was read before under the same path with the same content."""
    return load(root, read=_document)


def validated(documents: Iterable[Document]) -> Validated:
    """``validate``, each document by itself."""
    documents = list(documents)
    own, whole = own_words_of(documents), Validated()
    for document in documents:
        key = id(document), own
        part = _records.get(key) or _records.setdefault(key, validate([document], own))
        whole.records += part.records
        whole.problems += part.problems
        whole.broken += part.broken
    return whole


def _document(root: str, path: str) -> _Read:
    key = (path, Path(root, path).read_bytes())
    if key not in _read:
        _read[key] = read_document(root, path)
    document, problems = _read[key]
    return document, [*problems]
