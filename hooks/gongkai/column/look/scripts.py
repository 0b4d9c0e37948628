"""Scripts: the addresses on other hosts and the modules in them, which a browser will not get."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection

#: a name of a kind of XML is an address in its form only
_KINDS = "www.w3.org/"
_ELSEWHERE = re.compile(r"[\"'`]\s*((?:(?:https?|wss?|ftp):)?//(?=[\w\[])[^\"'`\s]*)", re.I)
_IMPORT = re.compile(r"\bimport\s*\(\s*([\"'`])([^\"'`\n]+)\1")
_IMPORTS = re.compile(r"(?:\bimport|[\w}*\s]\bfrom|[}*]from)\s*([\"'])([^\"'\n]+)\1")


def elsewhere(script: str) -> tuple[str, int] | None:
    """The first address of another host that a string of a script begins with, and its line."""
    text = script.replace("\\/", "/")
    for found in _ELSEWHERE.finditer(text):
        if not found[1].partition("//")[2].startswith(_KINDS):
            return found[1], text.count("\n", 0, found.start()) + 1
    return None


def missing(script: str, name: str, module: bool, there: Collection[str]) -> tuple[str, int] | None:
    """The first module a script asks for that will not be there, and its line.

    ``name`` is the script's own address and ``there`` are all there are, from the folder of the assets.
    """
    for imports in (_IMPORT, *([_IMPORTS] if module else [])):
        for found in imports.finditer(script):
            asked = posixpath.normpath(posixpath.join(posixpath.dirname(name), found[2]))
            if not found[2].startswith(("./", "../")) or asked not in there:
                return found[2], script.count("\n", 0, found.start()) + 1
    return None
