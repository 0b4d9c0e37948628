"""How long a matter takes is told as a whole or not at all."""

from __future__ import annotations

import pytest

from gongkai.records.fields.handling_time import Step, steps
from gongkai.render.gathering.english_doors import english_time


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("15个工作日", "15 working days"),
        ("一个工作日", "1 working day"),
        ("15 日。", "15 days"),
        ("3天内", "3 days"),
        ("24小时之内", "24 hours"),
        ("当场办完", "on the spot"),
        ("审核15个工作日，拨付10个工作日", "review 15 working days, payment 10 working days"),
        ("备案当场；审核15个工作日", "filing on the spot, review 15 working days"),
        # a part that is not understood leaves nothing: half of it would be wrong
        ("当场办完；6月20日公布结果", ""),
        ("初审5个工作日；公示没有异议的，15个工作日内拨付", ""),
        ("结婚当场；离婚自申请之日起30日冷静期以后", ""),
        ("60日以内，外省户口的同样", ""),
        ("10个工作日，30日以内", ""),
        ("摸底3日", ""),
        ("看情况", ""),
    ],
)
def test_the_whole_time_is_said_in_english_or_none_of_it(text, english):
    assert english_time(text) == english


def test_the_days_of_a_step_are_a_number_and_a_unit():
    assert steps("评估10个工作日，施工30日以内") == (Step("评估", 10, "工作日"), Step("施工", 30, "日"))
