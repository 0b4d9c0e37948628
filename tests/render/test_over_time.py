"""What happens to a record after it was published is on its page, whatever its type."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from gongkai.records import record_types
from gongkai.records.base import ContentRecord, Push, Update
from gongkai.records.fields.parts import Move
from gongkai.render import plan

GOOD = Path(__file__).parents[1] / "sites/good"
TYPES = [kind for kind in record_types() if issubclass(kind, ContentRecord)]
UPDATES = (
    Update.model_validate({"日期": "2026-11-19", "程度": "重要", "说明": "换了附件二"}),
    Update.model_validate({"日期": "2026-11-22", "说明": "明天才改的一处"}),
)
MOVED = {"字段": "日期", "原日期": "2026-12-01", "新日期": "2026-12-03", "原因": "会场检修"}
MOVES = (
    Move.model_validate({**MOVED, "公布日期": "2026-11-18"}),
    Move.model_validate({**MOVED, "原因": "明天才说的原因", "公布日期": "2026-11-22"}),
)
PUSHES = (Push.model_validate({"渠道": "短信", "日期": "2026-11-17"}),)


@pytest.fixture(scope="module")
def pages():
    """Type → the page of one record that was updated, moved and pushed; filled by the first test."""
    return {}


@pytest.fixture
def changed(framed, pages):
    """One record of every type of the good column, changed after it was published."""
    if not pages:
        site = framed(GOOD)
        records = {kind: site.facts.register.public(kind)[0] for kind in TYPES}
        for record in records.values():
            # frozen for everybody but a test that has only one column to change
            record.__dict__.update(updates=UPDATES, moves=MOVES, pushes=PUSHES)
        planned = {page.url: page for page in plan(site)}
        for kind, record in records.items():
            pages[kind] = lxml.html.fromstring(planned[record.url].make().content)
    return pages


def text(element):
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.TYPE)
def test_updates_moved_dates_and_pushes_are_told(changed, kind):
    page = changed[kind]
    (update,) = page.xpath("//section[@id='gengxin']//li")
    assert "换了附件二" in text(update) and update.find("time").get("datetime") == "2026-11-19"
    if kind.LANGUAGE == ContentRecord.LANGUAGE:
        # the days of a translation are those of its original, which says so there
        (move,) = page.xpath("//section[@id='riqi-biangeng']//li")
        assert "由2026年12月1日改为2026年12月3日。原因：会场检修" in text(move)
    assert page.xpath("//time[@datetime='2026-11-17']")
    assert "明天" not in text(page)


def test_every_chinese_record_says_how_long_it_is_kept(demo):
    records = [url for url in demo.pages if demo.pages[url].xpath("//meta[@name='ArticleTitle']")]
    # an answer is part of the record in which it was given, and kept with it
    ours = [url for url in records if not url.startswith(("en/", "answers/"))]
    kept = [url for url in ours if demo.pages[url].xpath("//dl/div[dt='保管期限']")]
    missing = sorted(set(ours) - set(kept))
    assert ours and missing == []
