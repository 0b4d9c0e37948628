"""能不能申报: one benefit held against an enterprise – may, not and why not, cannot be said."""

from __future__ import annotations

from typing import Any

from gongkai.column.benefit_conditions import conditions
from gongkai.records.fields.benefit_terms import BenefitTerms

DAY = "2026-11-30"


def benefit(terms: object, closes: str | None = None, opens: str = "2026-01-01") -> dict[str, Any]:
    found = conditions(BenefitTerms.model_validate(terms), "示例区")
    return {"条件": [each.as_row for each in found], "开始": opens, "截止": closes}


SMALL = {"主体": ["企业", "个体工商户"], "企业规模": ["小型", "微型"], "行业": ["C", "62"], "本地纳税": "是"}
GOOD = {"主体": "企业", "企业规模": "微型", "行业": "C 13", "本地纳税": "是"}
AMOUNT = {"金额条件": [{"名称": "利息", "不少于": "9.00", "不超过": "20.00"}]}
#: (benefit, what an enterprise says, verdict, words of the reasons)
CASES: list[tuple[dict[str, Any], dict[str, str], str, str]] = [
    (benefit(SMALL), GOOD, "may", ""),
    (benefit(SMALL), {**GOOD, "行业": "H 62"}, "may", ""),
    (
        benefit(SMALL),
        {**GOOD, "行业": "H 61"},
        "not",
        "要求行业是制造业（C）、餐饮业（62），您填的是“H 61”",
    ),
    (benefit(SMALL), {**GOOD, "企业规模": "大型"}, "not", "小型、微型（只问企业），您填的是“大型”"),
    # sizes are asked of enterprises alone
    (benefit(SMALL), {**GOOD, "主体": "个体工商户", "企业规模": ""}, "may", ""),
    (benefit(SMALL), {**GOOD, "本地纳税": ""}, "unsure", "没有填：要求在示例区纳税"),
    # one that fails is no matter of doubt, whatever else is not known
    (benefit(SMALL), {"主体": "社会组织"}, "not", "登记为企业、个体工商户"),
    (benefit({"除外行业": "C"}), {"行业": "C 13"}, "not", "行业不是制造业"),
    (benefit({"除外行业": "14"}), {"行业": "C 13"}, "may", ""),
    (benefit(AMOUNT), {"利息": "9"}, "may", ""),
    (benefit(AMOUNT), {"利息": "8.99"}, "not", "利息不少于9万元"),
    (benefit(AMOUNT), {"利息": "20.01"}, "not", "利息不超过20万元"),
    (benefit({"另须认定": "属于首店"}), GOOD, "unsure", "要由单位认定：属于首店"),
    (benefit({}), GOOD, "unsure", "没有可以对照的条件"),
    (benefit({"成立满月": "12"}), {"成立日期": "2025-11-30"}, "may", ""),
    (benefit({"成立满月": "12"}), {"成立日期": "2025-12-01"}, "not", "成立满1年"),
    # a month has no 31st: its last day stands for it
    (benefit({"成立满月": "3"}), {"成立日期": "2026-08-31"}, "may", ""),
    # who applies on the first day of application is held to that day
    (benefit({"成立满月": "12"}, opens="2026-12-01"), {"成立日期": "2025-12-01"}, "may", "2026-12-01 起申报"),
    (benefit({"成立不早于": "2026-01-01"}), {"成立日期": "2025-12-31"}, "not", "2026年1月1日以后"),
    (benefit(SMALL, "2026-11-30"), GOOD, "may", ""),
    (benefit(SMALL, "2026-11-29"), GOOD, "not", "申报已经在 2026-11-29 截止"),
]


def test_every_verdict_has_its_reason(call):
    found = call("../benefits/verdict.js", "verdict", [(each[0], each[1], DAY) for each in CASES])
    for (given, said, verdict, words), told in zip(CASES, found, strict=True):
        assert (told["verdict"], words in "；".join(told["reasons"])) == (verdict, True), (given, said, told)
    assert found[0]["reasons"] == []
