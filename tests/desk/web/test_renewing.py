"""Questions answered again: what was changed since stays, or both texts are shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai.desk.web import bringing, merging
from gongkai.desk.web.handing import Clash

from . import papers
from .conftest import Clerk


def pair(clerk: Clerk) -> tuple[str, Path, Path]:
    """A pair with its answers: its address, the policy's file, the interpretation's."""
    at = clerk.work(papers.policy(), papers.interpretation())
    clerk.post(f"{at}questions", **papers.ANSWERS)
    content = next(clerk.desk.office.works._folder.glob("*/tree")) / "content"
    return at, next(content.glob("policies/2026/shili-*.md")), next(content.glob("interpretations/2026/*.md"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_what_was_changed_elsewhere_stays_under_another_name_too(clerk):
    at, policy, explained = pair(clerk)
    change(policy, "公示食材来源", "公示食材的来源")
    change(explained, "老年人就餐不便", "老年人吃饭不便")
    again = {**papers.ANSWERS, "发布日期": "2027-01-04", "主题分类": "其他"}
    assert clerk.post(f"{at}questions", **again).location == at
    moved = policy.parents[1] / "2027" / policy.name
    assert not policy.exists()
    text = moved.read_text("utf-8")
    assert "公示食材的来源" in text and "发布日期: 2027-01-04" in text and "主题分类: 其他" in text
    assert "老年人吃饭不便" in (explained.parents[1] / "2027" / explained.name).read_text("utf-8")
    assert not list(explained.parent.glob("shili-*"))


def test_a_key_changed_twice_is_asked_and_both_are_shown(clerk):
    at, policy, _ = pair(clerk)
    change(policy, "发布日期: 2026-11-20", "发布日期: 2026-11-23")
    change(policy, "公示食材来源", "公示食材的来源")
    assert 'value="2026-11-23"' in clerk.page(f"{at}questions"), "asked with what the record has by now"
    answer = clerk.post(f"{at}questions", **{**papers.ANSWERS, "发布日期": "2026-11-24"})
    assert answer.location == f"{at}again"
    page = clerk.page(answer.location)
    shown = re.findall(r'<pre class="desk-text">([^<]*)</pre>', page)
    assert [each.strip() for each in shown] == ["发布日期: 2026-11-23", "发布日期: 2026-11-24"]
    assert 'value="both"' not in page, "a key has one value"
    assert "2026-11-23" in policy.read_text("utf-8"), "as the clerk left it until it is chosen"
    assert f"{at}again" in clerk.page(at)
    assert clerk.post(f"{at}hand-in").location == f"{at}again", "nothing is handed in meanwhile"
    assert clerk.post(f"{at}again").status_code == 422
    clerk.post(f"{at}again", **{"0-0": "theirs"})
    assert "发布日期: 2026-11-24" in policy.read_text("utf-8")
    assert "公示食材的来源" in policy.read_text("utf-8")
    assert f"{at}again" not in clerk.page(at)


def test_an_import_that_ends_half_way_leaves_what_was_written(clerk, monkeypatch):
    at, policy, explained = pair(clerk)
    change(policy, "公示食材来源", "公示食材的来源")
    before = policy.read_text("utf-8"), explained.read_text("utf-8")
    with monkeypatch.context() as broken:
        broken.setattr(bringing, "_as_public", lambda path: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            clerk.post(f"{at}questions", **{**papers.ANSWERS, "主题分类": "其他"})
    assert (policy.read_text("utf-8"), explained.read_text("utf-8")) == before


def test_keys_that_stand_beside_each_other_are_no_quarrel():
    clash = Clash("x", "a: 1\nb: 1\n", "a: 2\nb: 1\n", "a: 1\nb: 2\n")
    assert merging.settled(clash, {}) == "a: 2\nb: 2\n"
