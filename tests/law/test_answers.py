"""One question, one answer: who contradicts whom, and how gravely."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_policy, an_interpretation


def asked(first: str, second: str, **more: str):
    """Two interpretations that answer the same question."""
    return {
        **CLEAN,
        **an_interpretation(问答=f"[{{问: 补多少？, 答: {first}}}]"),
        **an_interpretation("b", 发布日期="2026-11-07", 问答=f"[{{问: 补多少, 答: {second}}}]", **more),
    }


def told(outcome):
    return [(p.path, p.level.value) for p in outcome.problems if p.rule == "answer-agrees"]


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        ("每部30万元。", "每部32万元。", "警告"),
        ("每部30万元。", "每部３０万元。一次拨付。", "提示"),
        ("按规定补助。", "每部32万元。", "提示"),
    ],
)
def test_other_figures_are_graver_than_other_words(run, first, second, level):
    assert told(run(asked(first, second))) == [("content/interpretations/2026/b.md", level)]


def test_equal_words_and_other_documents_do_not_contradict(run):
    assert told(run(asked("每部30万元。", "每部30万元"))) == []
    other = a_policy("yi", 发文字号="示民发〔2026〕22号")
    assert told(run({**asked("每部30万元。", "每部32万元。", 解读文件="[yi]"), **other})) == []


def test_what_has_ended_contradicts_nothing(run):
    ended = a_policy(施行日期="2026-11-05", 失效日期="2026-11-20")
    assert told(run({**asked("每部30万元。", "每部32万元。"), **ended})) == []
