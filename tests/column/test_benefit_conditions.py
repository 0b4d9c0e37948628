"""计算条件: each condition in words and for programs, and what is refused."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from gongkai.column.benefit_conditions import RELATIONS, conditions
from gongkai.records.fields.benefit_terms import BenefitTerms, Paid

TERMS = {
    "主体": ["企业", "个体工商户"],
    "企业规模": "微型",
    "行业": ["C", "餐饮业"],
    "除外行业": "16",
    "本地登记": "是",
    "成立不早于": "2025-01-01",
    "成立满月": "18",
    "金额条件": [{"名称": "已付利息", "不少于": "0.50", "不超过": "20.00"}],
    "另须认定": "贷款用于生产经营",
}


def refused(**fields: object) -> str:
    with pytest.raises(ValidationError) as told:
        BenefitTerms.model_validate(fields)
    return str(told.value.errors()[0]["ctx"])


def test_each_condition_is_said_and_given_to_programs():
    found = conditions(BenefitTerms.model_validate({**TERMS, "行业": ["c", "62"]}), "示例区")
    assert [each.said for each in found] == [
        "登记为企业、个体工商户",
        "规模为微型（只问企业）",
        "行业是制造业（C）、餐饮业（62）",
        "行业不是烟草制品业（16）",
        "在示例区登记",
        "2025年1月1日以后（含当日）成立",
        "申报时成立满18个月",
        "已付利息不少于0.5万元",
        "已付利息不超过20万元",
        "贷款用于生产经营",
    ]
    assert {each.relation for each in found} <= set(RELATIONS)
    assert found[2].as_row == {
        "项": "行业",
        "关系": "属于",
        "值": ["C", "62"],
        "说明": "行业是制造业（C）、餐饮业（62）",
    }


def test_what_nobody_could_meet_is_refused_with_what_to_write():
    assert "改为 62" in refused(**TERMS)
    assert "既在里面又除外" in refused(行业="C", 除外行业=["C"])
    assert "核对两个日期" in refused(成立不早于="2026-01-02", 成立不晚于="2026-01-01")
    assert "核对两个数" in refused(金额条件=[{"名称": "利息", "不少于": "2.00", "不超过": "1.99"}])
    assert "没有写限额" in refused(金额条件=[{"名称": "利息"}])
    # the same day, the same amount can be met
    BenefitTerms.model_validate({"成立不早于": "2026-01-01", "成立不晚于": "2026-01-01"})


def test_what_was_paid_adds_up():
    good = {"年度": "2026", "受理件数": "2", "通过件数": "2", "金额": "1.00"}
    good |= {"截至": "2026-11-01", "来源": "表"}
    Paid.model_validate(good)
    for wrong in ({"通过件数": "3"}, {"通过件数": "0"}):
        with pytest.raises(ValidationError, match=r"多于受理|没有通过的"):
            Paid.model_validate({**good, **wrong})
