"""Translations beside their originals: missing, doubled, English for English, and taken addresses."""

from __future__ import annotations

import pytest

from gongkai.common.problems import Level
from gongkai.law.example import CLEAN, a_policy
from gongkai.law.rules.translation_stale import PATH, TRANSLATION

SECOND = "content/en/records/2026/older-people-again.md"
ENGLISH_PAGE = "---\n标题: Guide\n更新日期: 2026-11-05\n对应页面: {original}\n---\nText.\n"


def said(run, files, rule):
    return [p.message for p in run({**CLEAN, **files}).problems if p.rule == rule]


def test_a_translation_without_its_original_is_an_error(run):
    text = TRANSLATION.format(day="2026-11-10").replace("policies/2026/yanglao", "policies/2026/yanglo")
    (found,) = run({**CLEAN, PATH: text}).problems
    assert (found.rule, found.level, found.path) == ("record-reference", Level.ERROR, PATH)
    assert "yanglao" in found.fix


def test_a_translation_of_what_is_not_yet_public_is_an_error(run):
    text = TRANSLATION.format(day="2026-11-10")
    hidden = a_policy(草稿="是")
    assert "record-reference" in {p.rule for p in run({**CLEAN, **hidden, PATH: text}).problems}


def test_an_original_has_one_translation(run):
    text = TRANSLATION.format(day="2026-11-10")
    (message,) = said(run, {PATH: text, SECOND: text}, "translation-original")
    assert "已经有英文" in message


def test_english_is_no_original(run):
    text = TRANSLATION.format(day="2026-11-10")
    other = text.replace("policies/2026/yanglao", "en/records/2026/older-people")
    (message,) = said(run, {PATH: text, SECOND: other}, "translation-original")
    assert "本身是英文" in message


@pytest.mark.parametrize(("slug", "taken"), [("records", True), ("search", True), ("guide", False)])
def test_a_page_may_not_take_an_address_of_the_english_version(run, slug, taken):
    files = {f"content/en/pages/{slug}.md": ENGLISH_PAGE.format(original="zhinan")}
    assert bool(said(run, files, "page-address")) == taken
    assert said(run, files, "translation-original") == []


@pytest.mark.parametrize(
    ("line", "chinese", "message"),
    [
        (2, "标题: 示例区养老服务办法", "英文内容的标题是中文"),
        (-1, "老年人可以申请补贴。", "英文内容的正文是中文"),
    ],
)
def test_english_is_in_english(run, line, chinese, message):
    lines = TRANSLATION.format(day="2026-11-10").splitlines()
    lines[line] = chinese
    assert said(run, {PATH: "\n".join([*lines, ""])}, "translation-original") == [message]
