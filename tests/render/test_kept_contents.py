"""Whatever is edited, added, removed, renamed, on whatever day: the pages are those of a clean build."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai import render
from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.common.kept import Kept
from gongkai.exports import door
from gongkai.law.applied import Applied
from gongkai.load import load
from gongkai.render.asked_texts import AskedTexts
from gongkai.render.asking.pages import AskedPages
from gongkai.render.frame.kept_contents import KeptContents
from gongkai.render.frame.page_links import links_of
from gongkai.settings import PROJECT

from ..night import NIGHT

POLICY = "content/policies/2026/jiazhuang-dianti.md"
EXPLAINED = "content/interpretations/2026/jiazhuang-dianti-jiedu.md"
UNIT = "data/units/zhufang-jianshe-wei.yml"
#: a unit that is merged the next day: nothing tells its template but the day
MERGED = {"data/units/jiu-ban.yml": "名称: 区旧改办\n状态: 撤并\n承接单位: 区民政局\n撤并日期: 2026-11-22\n"}
TEMPLATE = "records/policy.html"
#: pages that are looked at by day: records, their lists, what gathers them
SOME = ("policies/2026/", "interpretations/2026/", "units/")
NEW = """\
---
标题: 加装电梯的新办法
发文机关: 区民政局
成文日期: 2026-11-12
发布日期: 2026-11-13
是否规范性文件: 是
主题分类: 城乡建设、环境保护
替代: [{文件: jiazhuang-dianti, 日期: 2026-11-22}]
---
第一条　依照《示例区老旧小区加装电梯补助办法》第一条。
"""


@dataclass
class Column:
    """What a build reads."""

    root: Path
    overrides: Path
    today: dt.date = dt.date(2026, 11, 21)
    made: list[str] = field(default_factory=list)

    def replace(self, path: str, old: str, new: str) -> None:
        """Where the words stand; nothing where they do not."""
        if (self.root / path).exists():
            (self.root / path).write_text((self.root / path).read_text("utf-8").replace(old, new), "utf-8")

    def move(self, old: str, new: str) -> None:
        if (self.root / old).exists():
            (self.root / old).rename(self.root / new)


def later(column: Column) -> None:
    column.today += dt.timedelta(1)


def much_later(column: Column) -> None:
    column.today = dt.date(2027, 1, 6)


def template(column: Column) -> None:
    file = column.overrides / TEMPLATE
    file.write_text(file.read_text("utf-8").replace("<h2", '<h2 class="x"', 1), "utf-8")


def style(column: Column) -> None:
    with next((column.overrides / "assets/css").glob("*.css")).open("a") as file:
        file.write("b{color:#000}")


STEPS: list[Callable[[Column], object]] = [
    # both in an answer of its front matter and in its text
    lambda c: c.replace(EXPLAINED, "代表", "代表（电话010-12345678）"),
    lambda c: (c.root / "content/policies/2026/xin.md").write_text(NEW, "utf-8"),
    lambda c: c.replace(POLICY, "为规范补助，", "为规范补助、方便群众，"),
    lambda c: c.replace(POLICY, "补助办法", "补贴办法"),
    lambda c: c.replace(UNIT, "简称: [区住房城市建设委]", "简称: [区住房城市建设委]\n联系电话: 010-12345678"),
    lambda c: (c.root / "content/policies/2026/xin.md").unlink(missing_ok=True),
    lambda c: c.move(EXPLAINED, EXPLAINED.replace("jiedu", "wenda")),
    lambda c: c.move(EXPLAINED.replace("jiedu", "wenda"), EXPLAINED),
    later, much_later, template, style, lambda c: None,
]  # fmt: skip


@pytest.fixture
def follow(small_column, identity, tmp_path):
    """Steps → after each, every page made with what was kept, held against the same page made anew."""
    small_column(MERGED)
    if NIGHT:
        shutil.copytree(PROJECT / "overrides", tmp_path / "overrides")
    original = tmp_path.with_name(f"{tmp_path.name}-original")
    tmp_path.rename(original)

    def follow(steps):
        shutil.rmtree(tmp_path, ignore_errors=True)
        shutil.copytree(original, tmp_path)
        column = Column(tmp_path, (tmp_path if NIGHT else PROJECT) / "overrides")
        return [_made(column, identity, step(column)) for step in steps]

    return follow


def _made(column, identity, _):
    """How many contents were made and how many pages there are."""
    loaded = load(column.root)
    register = Register(validate(loaded.documents).records, column.today, identity, files=loaded.files)
    facts = render.Facts(register, door.plan(register), Applied())
    kept = Kept(column.root / "kept", b"1")
    site = render.Site.of(facts, column.overrides, kept=kept)
    shells = render.shells(site)
    contents, texts = site.templates.contents, site.bodies.asked
    planned = [page for page in render.plan(site) if NIGHT or page.url.startswith(SOME)]
    fresh = {page.url: page for page in _pages(site, KeptContents(Kept()), AskedTexts(Kept()), planned)}
    asked = dict(kept._found)
    site.templates.contents, site.bodies.asked = contents, texts
    whole = AskedPages(site, kept)
    for page in map(whole.page, planned):
        other = fresh[page.url]
        assert shells.join(page) == shells.join(other), page.url
        assert links_of(page) == links_of(other), page.url
    made = sum(key not in asked for key in kept._used)
    kept.save("0")
    return made, len(planned)


def _pages(site, contents, texts, planned):
    site.templates.contents, site.bodies.asked = contents, texts
    return [each.make() for each in planned]


def test_after_each_of_some_steps_the_pages_are_those_of_a_clean_build(follow):
    """And what was kept is of use: after an edit of a text only pages that show it are made.

    The new text names a document by a title that is another on the next day.
    """
    answer, new, _, renamed, *_ = STEPS

    def renamed_on_the_next_day(column):
        renamed(column)
        later(column)

    (first, pages), (edited, _), _ = follow([new, answer, renamed_on_the_next_day])
    assert first >= pages and 0 < edited < pages


@pytest.mark.night
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=15)
@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=6))
def test_after_any_steps_the_pages_are_those_of_a_clean_build(follow, steps):
    follow([lambda _: None, *steps])
