"""Headings in the styles that offices write them in."""

from __future__ import annotations

import pytest

from gongkai.text.document import document
from gongkai.text.facts import headings


@pytest.mark.parametrize(
    "text",
    [
        "一、背景依据\n为了便民。",
        "（一）背景依据\n\n为了便民。",
        "1．背景依据\n为了便民。",
        "（1）背景依据\n为了便民。",
        "第一部分　背景依据\n\n为了便民。\n\n一、背景依据",
        "第一章 背景依据\n为了便民。",
        "# 一、背景依据\n为了便民。",
        "### 背景依据\n为了便民。",
        "**背景依据**\n\n为了便民。",
        "**一、背景依据**\n为了便民。",
        "<b>背景依据：</b>\n\n为了便民。",
        "【背景依据】\n\n为了便民。",
        "【背景依据】\n为了便民。",
        "一、背景依据。为了便民。",
        "一、背景依据：为了便民。",
        "# 概况\n\n一、背景依据\n\n为了便民。",
    ],
)
def test_a_heading_in_any_style(text):
    assert "背景依据" in list(headings(document(text)))


@pytest.mark.parametrize(
    "text",
    [
        "背景依据见附件。",
        "背景依据\n为了便民。",
        "- 背景依据",
        "> 一、背景依据",
        "1. 背景依据，要写清楚",
        "**背景依据**是什么。",
        "| 项目 |\n|---|\n| 背景依据 |",
    ],
)
def test_what_is_no_heading(text):
    assert "背景依据" not in list(headings(document(text)))
