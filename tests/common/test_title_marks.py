"""A title within a sentence: marks within marks are single ones."""

from __future__ import annotations

from gongkai.common.title_marks import in_marks


def test_marks_within_marks_are_single():
    assert in_marks("关于修改《养老办法》的决定") == "《关于修改〈养老办法〉的决定》"
    assert in_marks("《养老办法》公开征求意见") == "《〈养老办法〉公开征求意见》"


def test_another_language_has_its_own():
    assert in_marks("Old-age care", "“”") == "“Old-age care”"


def test_marks_go_by_turns_however_deep():
    named = in_marks("更正《关于印发《甲办法》的通知》")
    assert named == "《更正〈关于印发《甲办法》的通知〉》"
    assert in_marks("甲》乙") == "《甲〉乙》", "a mark without its other half"
