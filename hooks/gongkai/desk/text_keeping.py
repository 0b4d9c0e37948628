"""Texts that changed since they were registered → the wording before, found and kept beside the register.

It is looked for where the checkout has its history. Any place would do: the register's digest proves
that it is what was published. The build reads the kept file only, never the history.
"""

from __future__ import annotations

from pathlib import Path

from gongkai.column import kept_texts
from gongkai.column.register import Register
from gongkai.release import git_tree


def keep(root: Path, register: Register) -> tuple[int, list[str]]:
    """Keep every wording that was replaced; how many, and the files of those that are not found."""
    found, missing = 0, list[str]()
    for record, told in kept_texts.changed(register):
        old = git_tree.earlier(root, record.source.path)
        if any(kept_texts.write(root, record, told, _body(content)) for content in old):
            found += 1
        else:
            missing.append(record.source.path)
    return found, missing


def _body(content: bytes) -> str:
    """The text of a file below its front matter."""
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    parts = text.split("\n---", 1)
    return parts[1].partition("\n")[2] if len(parts) > 1 else ""
