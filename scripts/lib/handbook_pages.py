"""MkDocs hook of the handbook: pages whose files stand at the root of the checkout, and the links to them.

``docs/`` leads to them by ``../CHANGELOG.md``, so that a code platform finds them too.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

#: file at the root → page of the handbook
PAGES = {"CHANGELOG.md": "changelog.md", "SECURITY.md": "security.md"}


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
