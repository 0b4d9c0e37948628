"""What the tests of the documentation share: its pages, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent

import pytest

from gongkai.settings import PROJECT

NOTE = "<!-- 由 scripts/reference 生成"
ROOT = [PROJECT / name for name in ("README.md", "CHANGELOG.md", "SECURITY.md")]
#: path from the project's root → text
PAGES = {
    path.relative_to(PROJECT).as_posix(): path.read_text("utf-8")
    for path in [*ROOT, *sorted((PROJECT / "docs").glob("*.md"))]
}
#: what people wrote; the generated pages are held by tests/desk/test_reference.py
WRITTEN = {path: text for path, text in PAGES.items() if not text.startswith(NOTE)}
README, EDITORS, COLUMN = "README.md", "docs/编辑手册.md", "docs/column.md"
each_page = pytest.mark.parametrize("page", WRITTEN)


def blocks(page: str, language: str) -> list[str]:
    """What stands in the page's fences of a language, also of those within a list."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```$", PAGES[page], re.MULTILINE | re.DOTALL)
    return [dedent(text) for _, text in found]


def files(page: str) -> dict[str, str]:
    """The files a page shows as a whole: the path in bold, then the text."""
    shown = r"^\*\*`([^`\n]+)`\*\*\n\n```\w+\n(.*?)^```$"
    return dict(re.findall(shown, PAGES[page], re.MULTILINE | re.DOTALL))


def text_of(page: str) -> str:
    """The page without its fences."""
    return re.sub(r"^ *```.*?^ *```$", "", PAGES[page], flags=re.MULTILINE | re.DOTALL)


def codes(page: str) -> Iterator[str]:
    """What stands in code type in the page's text."""
    yield from re.findall(r"`([^`\n]+)`", text_of(page))
