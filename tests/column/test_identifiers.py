"""Identifiers of documents: one for each, whatever they are numbered by."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.identifiers import eli, eli_of_article, eli_of_version

PATH = "content/policies/2026/dianti.md"
TEXT = (
    "---\n标题: 甲办法\n发文机关: 区民政局\n成文日期: 2026-03-01\n发布日期: 2026-03-01\n是否规范性文件: 否\n"
    "{}---\n第一条　甲。\n"
)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("发文字号: 示民发〔2025〕21号\n", "2025/示民发-21"),
        ("发文字号: 示民函〔2025〕21号\n", "2025/示民函-21"),
        ("发文字号: 示民发〔2026〕5-2号\n", "2026/示民发-5-2"),
        ("发文字号: 示民发〔2026〕5号、示财发〔2026〕8号\n", "2026/示民发-5"),
        ("发文字号: 示例区人民政府令第5号\n", "2026/dianti"),
        ("", "2026/dianti"),
    ],
)
def test_a_document_is_known_by_its_number_or_its_file(small_column, key, expected) -> None:
    register = small_column({PATH: TEXT.format(key)}, dt.date(2026, 11, 21))
    policy = register.policy("dianti")
    assert eli(register, policy) == f"/eli/cn-110000/minzheng-ju/{expected}"
    day = dt.date(2026, 12, 1)
    assert eli_of_version(register, policy, day).endswith(f"{expected}/@2026-12-01/zh")
    assert eli_of_article(register, policy, day, (3, 1)).endswith("/@2026-12-01/art_3-1")
