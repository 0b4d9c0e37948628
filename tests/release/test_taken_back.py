"""What was public and is changed back in silence stops what would replace it; what was said does not."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai import pipeline, release
from gongkai.gate import addresses
from gongkai.gate import forgotten as compared
from gongkai.release import kept_registers
from gongkai.release.taken_back import taken_back
from gongkai.settings import Settings, read_column

MINI = Path(__file__).parents[1] / "sites/mini"
DAY = dt.date(2026, 11, 21)
NEW = "content/items/minzheng-ju/2026/xin.md"
GONE = "items/minzheng-ju/2026/xin/"
LINES = {
    "data/addresses/items.txt": f"{GONE} 新的信息\n",
    "data/dates/items.txt": "items/minzheng-ju/2026/xin 发布日期 2026-11-20\n",
    "data/log/2026.txt": f"2026-11-20 发布 0 {GONE} 信息 新的信息 ｜ \n",
}
Told = Callable[[], list[str]]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(MINI, DAY, read_column(MINI), release=True)


@pytest.fixture(scope="module")
def reverted(settings: Settings) -> pipeline.Checked:
    """The tree after the revert: neither the page nor its lines are in it, and nothing is wrong with it."""
    return pipeline.check(settings)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """The tree of yesterday, with one page more in its registers."""
    for folder in kept_registers.FOLDERS:
        shutil.copytree(MINI / folder, tmp_path / "yesterday" / folder)
    for path, line in LINES.items():
        with (tmp_path / "yesterday" / path).open("a", encoding="utf-8") as register:
            register.write(line)
    return tmp_path / "yesterday"


@pytest.fixture
def put_out(state: release.State, said: list[str]) -> Callable[[Path], str]:
    """Makes a kept release of a column."""

    def go(root: Path) -> str:
        with release.building(state, Path("/nowhere"), said.append, kept=True) as stage:
            _fill(stage, state, said)
            return release.issue(stage, state, {"date": str(DAY)}, 2, None, root)

    return go


def _fill(stage: Path, state: release.State, said: list[str]) -> None:
    for name in release.SITE_FILES:
        (stage / name).write_text("网页", "utf-8")
    release.complete(stage, state.site, said.append)


def test_a_first_site_has_nothing_to_be_held_to(settings, reverted, state):
    found = taken_back(settings, reverted.register, state)
    assert (found.problems, found.stops) == ((), False)


def test_a_release_after_a_revert_is_told_line_by_line_and_stops(
    settings, reverted, state, published, put_out
):
    assert not [each for each in reverted.problems if each.rule == "register-line"], "the tree knows nothing"
    put_out(MINI)
    assert taken_back(settings, reverted.register, state).problems == (), "the same once more is well"
    name = put_out(published)
    found = taken_back(settings, reverted.register, state)
    assert {(each.path, each.rule, each.level.value) for each in found.problems} == {
        (path, "register-line", "错误") for path in LINES
    }
    assert f"网址“{GONE}”《新的信息》这一行被删掉了" in found.problems[0].message
    assert found.stops and f"与发布 {name} 相比" in found.why and "scripts/undo" in found.why


def test_what_a_release_showed_was_public_also_after_the_way_back(
    settings, reverted, state, published, put_out, said
):
    put_out(MINI)
    put_out(published)
    release.kept_releases.roll_back(state, "", said.append)
    assert taken_back(settings, reverted.register, state).stops
    put_out(MINI)  # what nobody could release without its words
    assert [path.parent.name[:4] for path in sorted(state.releases.glob("*/registers"))] == ["0002", "0003"]
    assert not list(state.releases.glob("*/registers/data/texts/*/*.md")), "lines only: the copy is small"


def test_a_withdrawal_taken_back_is_told_and_what_was_explained_is_none_of_it(
    settings, reverted, state, published, put_out
):
    """The lines stand and the row that said where the page went is missing: a warning, as in a proposal."""
    there = next(iter(addresses.current(reverted.register)))
    (published / "data/addresses/moved.yml").write_text(
        f"- {{地址: {there}, 撤下日期: 2026-11-20, 理由: 内容有误}}\n", "utf-8"
    )
    for path in LINES:
        shutil.copy(MINI / path, published / path)
    put_out(published)
    found = taken_back(settings, reverted.register, state)
    assert [each.level.value for each in found.problems] == ["警告"] and "现在又公布了" in found.problems[
        0
    ].message
    assert not found.stops


@pytest.mark.parametrize("public", [True, False])
def test_a_plain_site_is_compared_once_it_was_a_release(settings, reverted, state, published, said, public):
    """A desk that only looks is never held to another branch; deleting the site ends the comparison."""
    with release.building(state, Path("/nowhere"), said.append) as stage:
        _fill(stage, state, said)
        release.put_in_place(stage, state)
        kept_registers.keep(published, state, public=public)
    found = taken_back(replace(settings, release=False), reverted.register, state)
    assert (found.stops, "与现在的网站相比" in found.why) == (public, public)
    kept_registers.keep(MINI, state, public=False)
    assert not taken_back(settings, reverted.register, state).stops
    assert not list(state.aside.iterdir())
    kept_registers.keep(published, state, public=public)
    shutil.rmtree(state.site)
    assert not taken_back(settings, reverted.register, state).stops


def test_the_registers_that_are_kept_are_those_that_are_compared():
    assert sorted(kept_registers.FOLDERS) == sorted(compared.FOLDERS)
