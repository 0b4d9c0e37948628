"""What a preview keeps from save to save: the answers are those of one that begins anew, and none waits."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.desk.live import Superseded
from gongkai.desk.preview.places import ALL
from gongkai.desk.preview.seeing import Sight
from gongkai.settings import Settings, read_column

GOOD = Path(__file__).parents[2] / "sites/good"
POLICY, EXPLAINED = "content/policies/2026/yanglao.md", "content/interpretations/2026/yanglao-jiedu.md"
UNIT, ROWS = "data/units/minzheng-ju.yml", "data/datasets/xuke/2026.csv"
PAGES = ("", "policies/2026/yanglao/", "interpretations/2026/yanglao-jiedu/", "units/minzheng-ju/", ALL)


@pytest.fixture
def good(tmp_path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "good"))


def sight(root: Path) -> Sight:
    return Sight(Settings(root, dt.date(2026, 11, 21), read_column(root)))


def replaced(path: str, old: str, new: str) -> Callable[[Path], object]:
    def edit(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert re.search(old, text, re.MULTILINE), old
        (root / path).write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), "utf-8")

    return edit


#: one after the other, each upon what those before have left
SAVES: dict[str, Callable[[Path], object]] = {
    "a policy's text, at fault": replaced(POLICY, r"\Z", "\n看[那一件](../2025/nichts.md)。\n"),
    "an interpretation that is a draft now": replaced(EXPLAINED, "^发布日期:", "草稿: 是\n发布日期:"),
    "the draft's text, with a number of a person": replaced(
        EXPLAINED, r"\Z", "\n身份证号 110101199003074477。\n"
    ),
    "a unit's name": replaced(UNIT, "^名称: .*", "名称: 区民政处"),
    "a row that is none": replaced(ROWS, r"\Z", "示-2,区民政处,昨天\n"),
    "the row is gone, and another has a number twice": replaced(
        ROWS, "\n示-2.*\n", "\n示-1,区民政局,2026-11-03,2027-11-01,,甲公司,法人,,,,,,,,,,,,\n"
    ),
    "a column of the rows has another name": replaced(
        "data/datasets/xuke/datapackage.yml", "名称: 许可内容", "名称: 许可什么"
    ),
    "the description is gone": lambda root: (root / "data/datasets/xuke/datapackage.yml").unlink(),
    "a policy of a later day": replaced(POLICY, "^发布日期:.*", "发布日期: 2026-12-30"),
    "the policy is mended": replaced(POLICY, "\n看.*\n", "\n"),
    "the policy is gone": lambda root: (root / POLICY).unlink(),
    "the draft is public again": replaced(EXPLAINED, "^草稿: 是\n", ""),
}


def told(seen: Sight) -> tuple[object, ...]:
    """What the rules say, and what pages show of it, without what the whole site is known by."""
    seen.seen()
    problems = seen.check(seen.settings).problems
    shown = seen.seen(checking=False)
    return problems, seen.stops, seen.waits, [shown.page(url) for url in PAGES]


def test_after_any_saves_the_answers_are_those_of_a_preview_that_begins_anew(good):
    kept = sight(good)
    before = told(kept)
    for name, save in SAVES.items():
        save(good)
        now = told(kept)
        assert now == told(sight(good)), name
        assert now != before, f"{name}: nothing was changed by it"
        before = now


def test_rules_that_are_asked_end_at_the_next_save_and_what_was_known_before_stays(good):
    seen = sight(good)
    before = told(seen)
    asked: list[None] = []

    def saved_meanwhile() -> None:
        asked.append(None)
        if len(asked) == 40:
            raise Superseded

    seen.go_on = saved_meanwhile
    replaced(POLICY, r"\Z", "\n看[那一件](../2025/nichts.md)。\n")(good)
    with pytest.raises(Superseded):
        seen.check(seen.settings)
    replaced(POLICY, "\n看.*\n", "\n")(good)
    seen.go_on = lambda: None
    assert len(asked) == 40 and told(seen) == before


def test_what_is_asked_of_drafts_and_without_them_is_asked_of_the_same_files(good):
    """A file that is written while rules are asked is one for the next time."""
    seen = sight(good)
    SAVES["an interpretation that is a draft now"](good)
    fault = SAVES["a policy's text, at fault"]
    asked: list[None] = []

    def saved_meanwhile() -> None:
        asked.append(None)
        if len(asked) == 1:
            fault(good)

    seen.go_on = saved_meanwhile
    found = seen.check(seen.settings).problems
    assert len(asked) > 150 and not [each for each in found if "nichts.md" in each.message]
    assert [each for each in seen.check(seen.settings).problems if "nichts.md" in each.message]
