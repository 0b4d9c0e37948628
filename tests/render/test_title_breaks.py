"""Where a line of a title may end: between words, with numbers and single characters held to their like."""

from __future__ import annotations

import pytest

from gongkai.render.frame.title_breaks import in_pieces


def _told(title: str) -> str:
    return in_pieces(title, "[{}]".format)


@pytest.mark.parametrize(
    "parted",
    [
        "[示例区][老旧][小区][加装][电梯][补助][办法]",  # a word the dictionary has not: two and two
        "[加装][电梯][补助][政策][公开讲]（[金榆][街道][专场]）",
        "[区政府][第46次][常务会议]",
        "[2026年][区应急][管理局][公开的][信息]",
        "[2026年10月][低保][情况]",
        "[公共][停车][设施][建设][和管理][办法]",
        "[家里][着火了]，[怎么办]？",
    ],
)
def test_lines_end_between_words(parted: str):
    assert _told(parted.replace("[", "").replace("]", "")) == parted


@pytest.mark.parametrize("title", ["户口迁入", "Guide to government information", "—&amp;—&amp;—"])
def test_a_short_title_and_one_in_english_stay_as_they_are(title: str):
    assert _told(title) == title


def test_what_no_line_holds_is_no_piece():
    assert _told("中华人民共和国政府采购法实施条例") == "[中华人民共和国政府][采购法][实施][条例]"
    assert _told("ABCDEFGHIJ系统说明") == "ABCDEFGHIJ系统[说明]"
