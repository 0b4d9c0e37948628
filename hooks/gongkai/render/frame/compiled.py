"""Compiled templates, kept beside Python's own compiled modules.

Compiling the hundred templates takes each process a second, which is most of the build of a small column.
What is kept may be deleted, cut short, or come from another version: it is compiled again then.
"""

from __future__ import annotations

import hashlib
import importlib.util
import marshal
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

_HERE = Path(__file__)
#: bytes of a digest
_DIGEST = hashlib.sha256().digest_size


class CompiledTemplates(jinja2.BytecodeCache):
    """One file for a template of a language, whichever folder it comes from, while its text is the same.

    By language, because what a template prints whatever it is given is part of its compiled form.
    """

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self._language = folder, language

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of the file."""
        return f"{hashlib.sha256(f'{self._language} {name}'.encode()).hexdigest()}.jinja"

    def get_source_checksum(self, source: str) -> str:
        """Of the text, and of the code by which it was compiled."""
        return hashlib.sha256(f"{_code()}{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Only what was kept for this very text, and is whole."""
        with suppress(OSError):
            kept = (self.folder / bucket.key).read_bytes()
            compiled = kept[_DIGEST:]
            if kept[:_DIGEST] == _digest(bucket, compiled):
                bucket.code = marshal.loads(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Where nothing can be kept (a full disk, a folder of somebody else), nothing is."""
        compiled = marshal.dumps(bucket.code)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(_digest(bucket, compiled) + compiled)
            Path(file.name).replace(self.folder / bucket.key)


def compiled_templates(language: str) -> CompiledTemplates | None:
    """Where Python keeps compiled modules of this package; None where it was told to keep none."""
    if sys.dont_write_bytecode:
        return None
    modules = Path(importlib.util.cache_from_source(str(_HERE))).parent
    return CompiledTemplates(modules / "templates", language)


def _digest(bucket: Bucket, compiled: bytes) -> bytes:
    return hashlib.sha256(bucket.checksum.encode() + compiled).digest()


@cache
def _code() -> str:
    """A digest of what compiles: the version of Python and of Jinja, and the modules of this folder."""
    versions = importlib.util.MAGIC_NUMBER + jinja2.__version__.encode()
    files = sorted(_HERE.parent.glob("*.py"))
    return hashlib.sha256(versions + b"".join(file.read_bytes() for file in files)).hexdigest()
