"""MkDocs hook of the handbook: pages from the root of the checkout, and nothing from other hosts.

``docs/`` leads to ``CHANGELOG.md`` and ``SECURITY.md`` by ``../``, so that a code platform finds them too.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

#: file at the root → page of the handbook
PAGES = {"CHANGELOG.md": "changelog.md", "SECURITY.md": "security.md"}
#: attributes that a browser follows by itself; a link that a reader follows is none of them
_LOADING = {"src", "srcset", "poster", "data", "background", "style"}
_ELSEWHERE = re.compile(r"(?:^|[\s,('\"])(?:(?:https?|wss?):)?//[^/\s]|^\s*javascript:", re.I)
#: a warning of MkDocs' own: with ``strict`` the handbook is not made
_log = logging.getLogger("mkdocs.hooks.handbook")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The pages of ``docs/`` with those of the root."""
    root = Path(config.config_file_path).parent
    for name, page in PAGES.items():
        files.append(File.generated(config, page, abs_src_path=str(root / name)))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """One page's text, its links as they are within the handbook."""
    for name, page in PAGES.items():
        markdown = markdown.replace(f"](../{name}", f"]({page}").replace(f"]({name}", f"]({page}")
    return markdown.replace("](docs/", "](")


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """One page as it is made; tells what in it a browser would get from another host."""
    found = _Foreign()
    found.feed(output)
    for what in found.told:
        _log.warning(
            "%s：%s 会到别的网站去取，或是一段脚本。把文件下载到 docs/，或删去", page.file.src_uri, what
        )
    return output


class _Foreign(HTMLParser):
    """A page being read: what it loads from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.told += [f'<{tag} {key}="{value}">' for key, value in _loaded(tag, attrs)]


def _loaded(tag: str, attrs: list[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    """The attributes of an element that lead elsewhere without being asked, and scripts for links."""
    told = dict(attrs)
    for key, value in told.items():
        loads = key in _LOADING or (key == "href" and tag != "a" and told.get("rel") != "canonical")
        if _ELSEWHERE.search(value or "") and (
            loads or (value or "").lstrip().lower().startswith("javascript:")
        ):
            yield key, value or ""
