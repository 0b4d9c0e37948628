"""Where a number stands, what it is called, and texts made to keep the finder busy."""

from __future__ import annotations

import time

import pytest

from gongkai.common.personal import (
    CARD,
    IDENTITY,
    MOBILE,
    born,
    find,
    is_serial,
    kind_of,
    mask_text,
    numbers,
    seeming,
)

ID = "11010519491231002X"


def test_a_number_has_its_place_in_the_text_as_written():
    text = f"甲 **138**-0013-8000&nbsp;乙<br>{ID}，卡 6222021234567890128"
    found = find(text)
    assert [(each.kind, each.number) for each in found] == [
        (MOBILE, "13800138000"), (IDENTITY, ID), (CARD, "6222021234567890128"),
    ]  # fmt: skip
    assert text[found[0].start : found[0].end] == "138**-0013-8000"
    assert text[found[1].start : found[1].end] == ID


@pytest.mark.parametrize("between", range(40))
def test_a_number_near_another_is_whole(between):
    text = f"{ID}{'甲' * between}，6222021234567890128"
    assert [each.number for each in find(text)] == [ID, "6222021234567890128"]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"编号“{ID}”已经用过", "编号“110*************2X”已经用过"),
        ("一三八〇〇一三八〇〇〇", "138****8000"),
        ("没有号码，2026-11-05", "没有号码，2026-11-05"),
        ("l38OO138OOO、①13900139000", "138****8000、①139****9000"),
        ("1380013\n8000", "138****8000"),
    ],
)
def test_texts_are_masked_whole(text, masked):
    assert mask_text(text) == masked


@pytest.mark.parametrize(
    ("text", "serial"),
    [
        ("许可编号：110102202601050003", True),
        ("许可编号110102202601050003", True),
        ("受理号为 110102202601050003", True),
        ("招标编号：ZB2026-13800138000", True),
        ("许可证号码：110102202601050003", True),
        ("单据号码：13800138000", True),
        ("经营许可证书号码 110102202601050003", True),
        ("证件号码：110102202601050003", False),
        ("居住证号码：110102202601050003", False),
        ("单据上的联系号码：13800138000", False),
        ("受理人手机号码：13800138000", False),
        ("身份证编号：110102202601050003", False),
        ("编号12，电话13800138000", False),
        ("110102202601050003", False),
    ],
)
def test_a_number_called_a_serial_is_known_as_one(text, serial):
    ((kind, number),) = numbers(text)
    assert is_serial(kind) is serial
    assert seeming(kind) == kind_of(number)


def test_the_birth_date_of_an_identity_number():
    assert str(born(ID)) == "1949-12-31"
    assert born("110105194913310021") is None


@pytest.mark.parametrize(
    "text",
    [
        "&#160;" * 3_000, "1 " * 5_000, "1--------" * 3_000, "</a" * 8_000, "<b>1</b>" * 3_000, "*" * 50_000,
        "1&#48" * 4_000, "1" * 50_000, "一" * 20_000, "1 | " * 4_000, "13800138000 " * 400, "lO" * 10_000,
        "https://a.example/" * 2_000, "1.2.3.4.5.6.7.8.9.0 " * 1_000,
    ],
    ids=range(14),
)  # fmt: skip
def test_no_text_takes_long(text):
    started = time.process_time()
    list(numbers(text))
    assert time.process_time() - started < 3
