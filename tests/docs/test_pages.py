"""Links, names, keys and pictures of the documentation are there, and no page is left out."""

from __future__ import annotations

import re

import pytest

from gongkai.records.column import Column
from gongkai.settings import PROJECT

from .conftest import COLUMN, EDITORS, PAGES, README, blocks, codes, each_page, text_of


@each_page
def test_links_and_pictures_are_there(page: str) -> None:
    text = re.sub(r"`[^`\n]*`", "", text_of(page))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        there = (PROJECT / page).parent / path if path else PROJECT / page
        assert there.exists(), target
        assert not anchor or anchor in anchors(there.read_text("utf-8")), target


def anchors(text: str) -> set[str]:
    """What a link may lead to within a page, on the code platforms and in the handbook."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'id="([^"]+)"', text))


@pytest.mark.parametrize(
    "page",
    ["docs/contributing.md", "docs/column.md", "SECURITY.md", "docs/deploy.md", "docs/safety.md", README],
)
def test_files_of_the_checkout_that_are_named_are_there(page: str) -> None:
    """In code type; a name with a pattern in it, or of an example, is none."""
    tops = {path.name for path in PROJECT.iterdir()} - {"content", "data", "site", "handbook", ".state"}
    rooms = {path.name for path in (PROJECT / "hooks/gongkai").iterdir() if path.is_dir()}
    for code in codes(page):
        path = code.split()[0]
        first = path.split("/")[0]
        if "/" not in path or re.search(r"[<*…]", path):
            continue
        if first in tops:
            assert (PROJECT / path).exists(), path
        elif first in rooms:
            assert (PROJECT / "hooks/gongkai" / path).exists(), path


def test_the_handbook_calls_rules_by_their_names() -> None:
    """As the generated page of rules has them; those of a record's keys are in no table."""
    known = {
        rule: name
        for name, rule in re.findall(
            r"^\| \[?([^\]|]+?)(?:\]\(#[\w-]+\))? \| `([a-z-]+)` \|", PAGES["docs/rules.md"], re.M
        )
    }
    known |= {"missing-key": "缺少必填项", "unknown-key": "未知的键", "field-value": "填写内容"}
    rows = re.findall(r"^\| (\S+) `([a-z-]+)` \|", PAGES[EDITORS], re.MULTILINE)
    assert len(rows) > 15
    assert [(name, rule) for name, rule in rows if known.get(rule) != name] == []


def test_samples_are_called_by_their_names() -> None:
    named = re.findall(r"样本(?:是|\]\(templates\.md\)里的)?“([^”]+)”", PAGES[EDITORS])
    assert len(named) > 8
    assert set(named) <= set(re.findall(r"^## (.+)$", PAGES["docs/templates.md"], re.MULTILINE))


def test_keys_in_examples_are_keys_of_records() -> None:
    known = set(codes("docs/fields.md")) | {"site_url", "extra", "column", "工作日"}
    known |= {"theme", "logo", "favicon", "palette", "primary", "accent"}  # of MkDocs and Material
    known |= {str(field.alias) for field in Column.model_fields.values()}
    seen = 0
    for page in (EDITORS, COLUMN):
        for block in blocks(page, "yaml"):
            for key in re.findall(r"^[ -]*([^\s:#-][^:\n]*):", block, re.MULTILINE):
                assert key in known, (page, key)
                seen += 1
    assert seen > 50


def test_the_readme_is_short_and_leads_to_every_page() -> None:
    assert len(PAGES[README].splitlines()) <= 150
    index = PAGES["docs/index.md"]
    for page in PAGES:
        name = page.removeprefix("docs/")
        assert page in (README, "docs/index.md") or f"({page}" in PAGES[README] or name in index, page


def test_pictures_are_light_and_all_shown() -> None:
    for picture in (PROJECT / "docs/pictures").iterdir():
        assert picture.stat().st_size < 200_000, picture.name
        shown = f"(docs/pictures/{picture.name})", f"(pictures/{picture.name})"
        assert shown[0] in PAGES[README] or any(
            shown[1] in PAGES[page] for page in ("docs/architecture.md", "docs/编辑手册.md")
        ), picture.name


def test_every_place_that_the_architecture_names_exists() -> None:
    """Rooms and their parts from the package, everything else from the root."""
    named = re.findall(r"`((?:[\w-]+/)+[\w.-]*|\w+\.py)`", PAGES["docs/architecture.md"])
    named.remove("content/policies/2026/shequ-shitang.md")  # the README writes it
    package = PROJECT / "hooks/gongkai"
    roots = (PROJECT, package, package / "render/records")
    assert len(named) > 30
    assert [each for each in named if not any((root / each).exists() for root in roots)] == []
