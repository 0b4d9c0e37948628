"""Files of a tree → raw documents with the place of every value, and what is wrong with the files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from gongkai.common.problems import Problem
from gongkai.load.attached import read_attachment
from gongkai.load.datasets.rows import digest_of, read_rows
from gongkai.load.datasets.tables import TableReader, Tables, read_tables
from gongkai.load.document import Document, File, Loaded, Personal, Raw, TableFile
from gongkai.load.locate import locate
from gongkai.load.names import shown
from gongkai.load.patterns import key_of, record_type_of
from gongkai.load.reading import Reader, read_as, read_document, read_mapping
from gongkai.load.tree import FOLDERS, walk

__all__ = [
    "Document",
    "File",
    "Loaded",
    "Personal",
    "Raw",
    "TableFile",
    "TableReader",
    "Tables",
    "digest_of",
    "key_of",
    "load",
    "locate",
    "read_as",
    "read_document",
    "read_mapping",
    "read_rows",
    "read_tables",
    "record_type_of",
    "shown",
]


def load(
    root: Path,
    folders: Sequence[str] = FOLDERS,
    read: Reader = read_document,
    tables: TableReader = read_tables,
) -> Loaded:
    """Read everything below the folders of ``root``: ``content`` and ``data`` unless told otherwise.

    ``read`` gives the document of a path and what is wrong with it, ``tables`` the rows of all datasets.

    Raises EnvironmentProblem when there is none of them; every other fault is a problem of the result.
    """
    tree = walk(root, folders)
    base = os.fspath(root)
    documents: list[Document] = []
    problems: list[Problem] = list(tree.problems)
    files: dict[str, File] = {}
    for path in tree.texts:
        document, faults = read(base, path)
        problems.extend(faults)
        if document is not None:
            documents.append(document)
    rows, faults = tables(base, tree.tables, documents)
    problems.extend(faults)
    for path in tree.attachments:
        file, faults = read_attachment(base, path)
        problems.extend(faults)
        if file is not None:
            files[file.path] = file
    return Loaded(tuple(documents), tuple(sorted(problems, key=lambda each: each.order)), files, rows)
