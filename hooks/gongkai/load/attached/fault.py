"""What is wrong with a file itself → words for editors."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import NamedTuple

from lxml import etree

#: What the readers raise on damaged or hostile files: they meet them with whatever their parsers run
#: into (AttributeError, TypeError, AssertionError, NotImplementedError …), not with an error of their own;
#: Pillow calls chunks of a PNG that are out of place a SyntaxError.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, etree.LxmlError, ArithmeticError, AssertionError,
    AttributeError, LookupError, NotImplementedError, OSError, RuntimeError, EOFError, SyntaxError,
    TypeError, ValueError,
)  # fmt: skip


class Fault(NamedTuple):
    """What is wrong with a file, and what an editor does about it."""

    message: str
    fix: str
