"""The finished content of pages, kept from one build to the next under all that goes into it.

What a template is given is worked out as ever; only where its digest is a new one is the template filled.
A template reads its view and what is told beside it, asks nothing of the column, and knows no clock; so the
same digest is the same content. What has no digest is filled each time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from gongkai.common.kept import Kept
from gongkai.render.frame.page_links import Content
from gongkai.render.frame.view_digest import Digests, NoDigest


class KeptContents:
    """Contents under the digests of what is told to their templates."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        self.digests = Digests()

    def content(self, told: Callable[[], tuple[Any, ...]], make: Callable[[], Content]) -> Content:
        """What is kept under all that is ``told``, or else made."""
        if not self.kept.keeps:
            return make()
        try:
            key = self.kept.key(b"content", self.digests.of(told()))
        except NoDigest:
            return make()
        if (found := self.under(key)) is not None:
            return found
        made = make()
        made.key = key
        self.kept.put(key, f"{json.dumps(sorted(made.links))}\n{made}".encode())
        return made

    def under(self, key: bytes) -> Content | None:
        """What is kept under a key."""
        if (found := self.kept.get(key)) is None:
            return None
        links, _, html = found.decode().partition("\n")
        return Content.of(html, frozenset(json.loads(links)), key)
