"""方式: fields with their forms checked, and texts of before, which go on loading."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from gongkai.common.telephones import dialled
from gongkai.records.fields.ways import Way, Ways, as_asked
from gongkai.records.vocabulary.units import WayKind

WAYS = TypeAdapter(Ways)


def test_a_way_has_fields_of_its_own():
    (way,) = WAYS.validate_python([{"渠道": "电话", "号码": "010-00000000转12", "时间": "全天"}])
    assert (way.channel, way.number, way.hours, way.free) == (
        WayKind.PHONE,
        "010-00000000转12",
        "全天",
        False,
    )


@pytest.mark.parametrize("written", ["信函：区民政局", ["信函：区民政局"]])
def test_a_text_of_before_is_kept_as_it_was(written):
    (way,) = WAYS.validate_python(written)
    assert way.free and way.note == "信函：区民政局"


@pytest.mark.parametrize(
    "wrong",
    [
        {"邮箱": "xxgk@example"},
        {"邮箱": "xxgk example.gov.cn"},
        {"邮箱": "信息公开@example.gov.cn"},
        {"邮箱": "a@b@example.gov.cn"},
        {"邮箱": "@example.gov.cn"},
        {"号码": "01000000000"},
        {"号码": "010-0000000 转 1"},
        {"网址": "example.gov.cn"},
        {"渠道": "微信"},
    ],
)
def test_forms_are_checked(wrong):
    with pytest.raises(ValidationError):
        Way.model_validate({"渠道": "邮件", **wrong})


def test_an_address_of_mail_is_taken_as_it_is():
    assert Way.model_validate({"邮箱": "xxgk-2@mail.example.gov.cn"}).email == "xxgk-2@mail.example.gov.cn"


def test_whom_to_ask_may_be_a_number_alone_and_not_nothing():
    assert as_asked("010-00000000") == [{"渠道": WayKind.PHONE, "号码": "010-00000000"}]
    assert as_asked("窗口；010-00000000") == [{"说明": "窗口；010-00000000"}]
    with pytest.raises(PydanticCustomError, match="一项也没有"):
        as_asked([])


def test_numbers_are_dialled_from_anywhere():
    assert dialled("010-00000000") == "+861000000000"
    assert dialled("0311-8000000转12") == "+863118000000,12"
    assert dialled("12345") == "12345"
