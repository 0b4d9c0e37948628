"""Addresses that were published before lead on, or say why there is nothing any more."""

from __future__ import annotations

from typing import Any


def test_a_moved_address_leads_to_the_new_one(site: Any, visitor: Any) -> None:
    page = visitor(1280, java_script_enabled=False).goto("policies/2023/yanglao-yizhan-fuchi/")
    page.wait_for_url("**/policies/2023/yanglao-fuwu-yizhan-banfa/")
    assert "养老服务驿站" in page.inner_text("h1")


def test_a_withdrawn_address_says_why(site: Any, visitor: Any) -> None:
    page = visitor(1280).goto("items/minzheng-ju/2024/chongfu-gongshi/")
    said = page.inner_text("main")
    assert "撤下" in page.inner_text(".kicker")
    assert "星级评定结果公示" in page.inner_text("h1"), "it names what was there"
    assert "重复发布" in said and "2026" in said
