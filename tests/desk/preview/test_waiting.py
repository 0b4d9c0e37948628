"""What a draft does to files of others waits with it; what stops without it stops."""

from __future__ import annotations

from gongkai import pipeline
from gongkai.common.problems import Level, Problem
from gongkai.desk.preview import waiting

OTHER = Problem("date-order", "content/policies/2026/a.md", "日期前后不一。", "改日期")
WARNING = Problem("contact-verified", "data/units/a.yml", "很久没有核对", "核对", level=Level.WARNING)
UNREGISTERED = Problem(pipeline.REGISTERED, "content/pages/a.md", "没有登记", "登记")


def test_an_error_in_the_file_of_another_that_only_a_draft_makes_waits_and_says_so():
    told = waiting.told([OTHER, WARNING], [WARNING])
    (caused,) = told.waits
    assert caused.message == "日期前后不一（草稿引起的：草稿公布以前不妨碍发布）" and not told.stops
    assert told.problems == [WARNING, caused]


def test_what_is_there_without_drafts_too_stops_and_is_told_as_it_is():
    told = waiting.told([OTHER], [OTHER])
    assert told.problems == [OTHER] and told.stops and not told.waits


def test_what_a_draft_would_mend_stops_until_it_is_public():
    told = waiting.told([], [OTHER, WARNING])
    assert told.stops and [each.message for each in told.problems] == [
        "日期前后不一（草稿公布以后就没有了，现在妨碍发布）"
    ]


def test_drafts_are_not_asked_to_be_registered_and_others_are():
    assert waiting.told([UNREGISTERED], []).problems == []
    assert waiting.told([], [UNREGISTERED]).problems == [UNREGISTERED]
