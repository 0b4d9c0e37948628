"""Compiled templates, kept beside Python's own compiled modules.

Compiling the hundred templates takes each process a second, which is most of the build of a small column.
What is kept may be deleted, cut short, or come from another version: it is compiled again then.
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from jinja2.bccache import Bucket, FileSystemBytecodeCache

_HERE = Path(__file__)


class CompiledTemplates(FileSystemBytecodeCache):
    """One file for a template of a language, whichever folder it comes from, while its text is the same."""

    def __init__(self, folder: Path, language: str) -> None:
        super().__init__(str(folder), "%s.jinja")
        self._language = language

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """By language: what a template prints whatever it is given is part of its compiled form."""
        return hashlib.sha256(f"{self._language} {name}".encode()).hexdigest()

    def get_source_checksum(self, source: str) -> str:
        """Of the text, and of our own code, by whose filters such parts were made."""
        return hashlib.sha256(f"{_code()}{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """What cannot be read is as if it were not there."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # whatever a damaged file does to those who unpack it
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Where nothing can be kept (a full disk, a folder of somebody else), nothing is."""
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def compiled_templates(language: str) -> CompiledTemplates | None:
    """Where Python keeps compiled modules of this package; None where it was told to keep none."""
    if sys.dont_write_bytecode:
        return None
    return CompiledTemplates(
        Path(importlib.util.cache_from_source(str(_HERE))).parent / "templates", language
    )


@cache
def _code() -> str:
    """A digest of the modules of this folder."""
    files = sorted(_HERE.parent.glob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
