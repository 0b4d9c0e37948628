"""One page of the site, before it is framed."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from dataclasses import dataclass

from gongkai.search import SearchDocument

_DETOUR = re.compile(r"^/|//|(?:^|/)\.\.?(?:/|$)")


@dataclass(frozen=True, slots=True)
class Page:
    """Address and parts of a page; ``title`` and ``head`` and ``content`` are HTML already.

    ``url`` is relative to the column's root and ends in a slash, or is "" for the home
    page, or names a file (``404.html``). ``section`` marks the entry of the navigation.
    """

    url: str
    section: str
    title: str
    head: str
    content: str
    body_class: str
    modified: dt.date | None = None
    document: SearchDocument | None = None

    @property
    def file(self) -> str:
        """Where the page is written, below the site folder."""
        return file_of(self.url)

    @property
    def depth(self) -> int:
        return self.url.count("/")


def file_of(url: str) -> str:
    """``policies/`` → ``policies/index.html``."""
    return url + "index.html" if not url or url.endswith("/") else url


def prefix(url: str) -> str:
    """What leads from a page back to the column's root: ``../../`` or "" for the home page."""
    return "../" * url.count("/")


def relative(source: str, target: str) -> str:
    """The link from one address to another, both relative to the root; keeps a ``#fragment``."""
    address, mark, fragment = target.partition("#")
    if address == source and mark:
        return f"#{fragment}"
    if not _DETOUR.search(address) and not _DETOUR.search(source):
        return _climb(source, address) + mark + fragment
    here = "/" + source
    folder = here if here.endswith("/") else posixpath.dirname(here) + "/"
    link = posixpath.relpath("/" + address, folder) + ("/" if address.endswith("/") or not address else "")
    link = "./" if link in {".", "./"} else link
    return link + mark + fragment


def _climb(source: str, address: str) -> str:
    """The same between two addresses without detours: asked for every link there is."""
    here, there = source.split("/")[:-1], address.split("/")
    shared = 0
    for mine, other in zip(here, there[:-1], strict=False):
        if mine != other:
            break
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"
