"""Faults that once passed, planted again: each is told by its rule, and so are two neighbours."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from gongkai.law import matrix
from gongkai.law.example import (
    CLEAN,
    Files,
    a_meeting,
    a_policy,
    a_unit,
    an_entry,
    an_interpretation,
    an_item,
)
from gongkai.records.types.consultation import Consultation

#: what the country asks of who never began, as a column has it
LAW = {
    "data/norms/district.yml": (Path(matrix.__file__ or "").parent / "norms/national.yml").read_text("utf-8")
}
ASKED = Consultation.EXAMPLE
CONSULTATION = "content/consultations/2026/guihua.md"
MONTHLY = an_entry(公开时限="每月", 生效日期="2026-09-01")
STREET = a_unit("wanghuai", 名称="望槐街道办事处", 曾用名=None, 类别="街道")
BARE = ASKED.replace("依据: 重大行政决策程序暂行条例\n", "").replace(
    "草案说明：规划期限为五年。", "请提意见。"
)
NO_WAY = BARE[: BARE.index("方式:")] + BARE[BARE.index("反馈拟公布日期") :]


class Planted(NamedTuple):
    """The rule that tells it, a word of what it says, the files with the fault."""

    rule: str
    word: str
    files: Files


PLANTED = {
    # evidence of another unit, of another unit under a common number, of no unit's month
    "2 a street's notice for the bureau's monthly entry": Planted(
        "catalogue-due", "2026-10", {**MONTHLY, **STREET, **an_item(单位="望槐街道办事处", 所属期="2026-10")}
    ),
    "2 one of two who publish": Planted(
        "catalogue-due",
        "望槐街道",
        {
            **an_entry(公开时限="每月", 生效日期="2026-10-01", 公开主体="[区民政局, 望槐街道办事处]"),
            **STREET,
            **an_item(所属期="2026-10"),
        },
    ),
    "2 of another month": Planted("catalogue-due", "2026-10", {**MONTHLY, **an_item(所属期="2026-09")}),
    "4 a question and a yes": Planted(
        "interpretation-substance",
        "",
        {**a_policy(), **an_interpretation(body="", 问答="[{问: 好吗？, 答: 好。}]")},
    ),
    "4 one line": Planted(
        "interpretation-substance", "", {**a_policy(), **an_interpretation(body="见文件。")}
    ),
    "4 headings alone": Planted(
        "interpretation-substance",
        "",
        {**a_policy(), **an_interpretation(body="## 背景依据\n\n## 主要内容\n")},
    ),
    "5 a subsidy that is called no policy": Planted(
        "policy-likeness",
        "",
        a_policy(
            标题="关于申报企业补贴资金的通知",
            是否规范性文件="否",
            服务对象="[企业]",
            body="符合条件的企业给予补贴，每户5万元，于12月31日前申报。",
        ),
    ),
    "5 a measure for residents": Planted(
        "policy-likeness",
        "",
        a_policy(标题="示例区困难居民临时补助办法", 是否规范性文件="否", 服务对象="[个人]"),
    ),
    "5 a loan at a discount": Planted(
        "policy-likeness",
        "",
        a_policy(
            标题="关于小微企业贷款贴息的通知",
            是否规范性文件="否",
            服务对象="[企业]",
            body="对符合条件的小微企业贷款给予贴息，最高10万元。",
        ),
    ),
    "7 no way to say anything": Planted("ways-complete", "", {CONSULTATION: NO_WAY}),
    "9 open with nobody let in": Planted("meeting-open", "", a_meeting(开放方式=None, 列席代表=None)),
    "9 open by a stream that is nowhere": Planted(
        "meeting-open", "", a_meeting(开放方式="[网络直播]", 列席代表=None)
    ),
    "16 a department without a budget": Planted("duty-silent", "另有", {**a_unit(), **LAW}),
    "18 an organ without a guide": Planted("duty-silent", "公开指南", {**STREET, **LAW}),
    "19 without leaders or sections": Planted("duty-silent", "领导分工", {**a_unit(职责="社会救助"), **LAW}),
}


@pytest.mark.parametrize("case", PLANTED)
def test_what_was_planted_is_told(run, case):
    rule, word, files = PLANTED[case]
    found = [each.as_text() for each in run({**CLEAN, **files}).problems if each.rule == rule]
    assert [each for each in found if word in each], found
