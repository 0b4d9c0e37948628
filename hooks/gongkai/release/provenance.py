"""What a release was made from: the revisions of the program and of the content, the day, the tools."""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import version

from gongkai.release.git_tree import revision
from gongkai.settings import PROJECT, Settings

#: what decides most over the bytes of a site; all the rest is in the digest of the requirements
_TOOLS = ("mkdocs", "mkdocs-material", "pagefind_bin")


def about(settings: Settings) -> dict[str, object]:
    """For the manifest: it never becomes part of the site, which depends on the tree and the day alone."""
    pinned = (PROJECT / "requirements.txt").read_bytes()
    return {
        "date": settings.today.isoformat(),
        "site": settings.column.root,
        "revision": {"program": revision(PROJECT), "content": revision(settings.root)},
        "tools": {
            "python": "{}.{}.{}".format(*sys.version_info[:3]),
            **{name: version(name) for name in _TOOLS},
            "requirements.txt": hashlib.sha256(pinned).hexdigest(),
        },
    }
