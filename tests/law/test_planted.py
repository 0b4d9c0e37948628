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
from gongkai.law.rules.agreed_with_others import a_joint_policy
from gongkai.law.rules.benefit_missing import a_promise
from gongkai.law.rules.budget_detail import _FUNCTIONS, _NATURES, a_budget, a_government
from gongkai.law.rules.dataset_columns import _trained
from gongkai.law.rules.dataset_rows import FOLDER, HEAD
from gongkai.law.rules.dataset_rows import PACKAGE as DESCRIBED
from gongkai.law.rules.evaluation_yearly import an_evaluation
from gongkai.law.rules.link_dead import _ADDRESS as LINK
from gongkai.law.rules.link_dead import _LINKING as LINKING
from gongkai.law.rules.link_dead import an_answer
from gongkai.law.rules.meeting_replay import a_stream
from gongkai.law.rules.open_days import an_open_day, days_asked
from gongkai.law.rules.open_meetings import asked
from gongkai.law.rules.service_complete import a_guide
from gongkai.law.rules.third_party_asked import an_asked_item
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
OF_JUNE = a_policy(成文日期="2026-06-02", 发布日期="2026-06-05", 施行日期="2026-07-01")
BY_STREET = "决定单位: 区民政局\n环节: [{名称: 受理, 单位: 望槐街道}]\n"
SUBJECTS = _FUNCTIONS + _NATURES
FINANCE = a_unit("caizheng", 名称="区财政局", 曾用名=None)
GONE = {**LINKING, **an_answer(2)}
PRINTED = "data/gazette/2026.yml"
LINE = "文件: 示民发〔2026〕21号"
NEXT_ISSUE = f"- {{编号: 2026-1, 期号: 2026年第1期, 出版日期: 2026-12-01, 目录: [{{{LINE}, 页码: 3}}]}}\n"
GAZETTE = {PRINTED: NEXT_ISSUE.replace("12-01", "09-01").replace(LINE, "标题: 人事任免")}

PACKAGE, ROWS = f"{FOLDER}datapackage.yml", f"{FOLDER}2026.csv"
PERMITS = {
    PACKAGE: DESCRIBED.replace("类别: 其他数据", "类别: 行政许可"),
    ROWS: f"{HEAD}示-1,区民政局,2026-11-02\n",
}

#: a district that looks at the year from November on
ASKED_YEARLY = {
    "data/rulebook/evaluation-yearly.yml": "依据: [{文件: 示例区办法}]\n采用: 是\n"
    "参数: {次数: 1, 起看: 11-01}\n"
}


def _counted(kind: str, whole: str, part: str) -> Files:
    """Rows of a kind in which the part is 11 of 10."""
    named = {"公开培训": kind, "应到人数": whole, "实到人数": part}
    files = dict(_trained(11))
    for old, new in named.items():
        files = {path: text.replace(old, new) for path, text in files.items()}
    return files


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
    "10 a street that never opened a meeting": Planted(
        "open-meetings", "街镇 1 个单位", {**STREET, **asked(1, "每季度")}
    ),
    "10 a department in another quarter": Planted("open-meetings", "部门 1 个单位", asked(1, "每季度")),
    "10 a street that never had an open day": Planted(
        "open-days", "街镇 1 个单位", {**STREET, **days_asked(1, "每季度")}
    ),
    "10 an interview is no open day": Planted(
        "open-days",
        "部门 1 个单位",
        {**days_asked(1, "每季度"), **an_open_day("2026-09-02", "在线访谈")},
    ),
    "10 a stream that is gone": Planted("meeting-replay", "回放", a_stream(day="2026-11-02")),
    "11 a document in no issue": Planted("gazette-printed", "还没有登", {**OF_JUNE, **GAZETTE}),
    "11 an issue that names it in words only": Planted(
        "gazette-printed",
        "还没有登",
        {**OF_JUNE, PRINTED: NEXT_ISSUE.replace("12-01", "09-01").replace(LINE, "标题: 养老服务办法")},
    ),
    "11 an issue that is not out yet": Planted(
        "gazette-printed",
        "还没有登",
        {**OF_JUNE, **GAZETTE, PRINTED: GAZETTE[PRINTED] + NEXT_ISSUE.replace("2026-1,", "2026-2,")},
    ),
    "15 permits without the columns of the country": Planted("dataset-columns", "有效期自", PERMITS),
    "15 a list of what is checked that says not how": Planted(
        "dataset-columns",
        "检查方式",
        {**PERMITS, PACKAGE: PERMITS[PACKAGE].replace("行政许可", "抽查事项清单")},
    ),
    "15 numbers of papers": Planted(
        "dataset-columns",
        "不得公布：证件号码",
        {
            PACKAGE: PERMITS[PACKAGE] + "  - {名称: 证件号码, 说明: 证件}\n",
            ROWS: f"{HEAD.strip()},证件号码\n示-1,区民政局,2026-11-02,\n",
        },
    ),
    "31 documents that are counted by no column": Planted(
        "dataset-columns",
        "制发件数、主动公开件数",
        {**PERMITS, PACKAGE: PERMITS[PACKAGE].replace("行政许可", "主动公开统计")},
    ),
    "31 calls that say not which were taken at once": Planted(
        "dataset-columns",
        "首次接通次数、答复次数",
        {**PERMITS, PACKAGE: PERMITS[PACKAGE].replace("行政许可", "电话核验")},
    ),
    "31 trainings that say not who came": Planted(
        "dataset-columns",
        "应到人数、实到人数",
        {**PERMITS, PACKAGE: PERMITS[PACKAGE].replace("行政许可", "公开培训")},
    ),
    "31 more came than should have": Planted("dataset-columns", "多于“应到人数”", _trained(12, 3)),
    "31 somebody came where nobody should have": Planted("dataset-columns", "多于“应到人数”", _trained(1, 0)),
    "31 more made public than were made": Planted(
        "dataset-columns", "多于“制发件数”", _counted("主动公开统计", "制发件数", "主动公开件数")
    ),
    "31 more answered than were called": Planted(
        "dataset-columns", "多于“拨打次数”", _counted("电话核验", "拨打次数", "首次接通次数")
    ),
    "31 problems of which nobody says by when they are cured": Planted(
        "dataset-columns",
        "责任单位、整改期限、已整改",
        {**PERMITS, PACKAGE: PERMITS[PACKAGE].replace("行政许可", "问题整改")},
    ),
    "16 a department without a budget": Planted("duty-silent", "另有", {**a_unit(), **LAW}),
    "16 a total alone": Planted("budget-detail", "“功能科目”“经济科目”“实物量”", a_budget("")),
    "16 the government's without its debts": Planted(
        "budget-detail",
        "“地方债”",
        {path: text.split("  地方债")[0] for path, text in a_government().items()},
    ),
    "16 cars that nobody counts": Planted("budget-detail", "“实物量”", a_budget(SUBJECTS)),
    "18 an organ without a guide": Planted("duty-silent", "公开指南", {**STREET, **LAW}),
    "19 without leaders or sections": Planted("duty-silent", "领导分工", {**a_unit(职责="社会救助"), **LAW}),
    "20 a guide that says not what is looked at": Planted(
        "service-complete", "审查标准", a_guide("环节: [{名称: 受理}]\n")
    ),
    "20 nobody who decides": Planted("service-complete", "决定单位", {**STREET, **a_guide(BY_STREET)}),
    "20 a guide by a document that has expired": Planted(
        "service-policy",
        "失效",
        {**a_policy(失效日期="2026-11-20", 施行日期="2026-11-06"), **a_guide(policy="yanglao")},
    ),
    "22 a loan at a discount without its conditions": Planted("benefit-missing", "贴息", a_promise()),
    "22 a reward for shops": Planted(
        "benefit-missing",
        "奖励",
        a_promise("第一条　对首次开业的餐饮店奖励3000元。", 服务对象="[个体工商户]"),
    ),
    "22 support for associations": Planted(
        "benefit-missing", "资助", a_promise("按支出的50%给予资助。", 服务对象="[社会组织]")
    ),
    "1 a term that nobody can read": Planted(
        "catalogue-reference", "读不出期限", an_entry(公开时限="看着办")
    ),
    "3 a document said to be in force past its end": Planted(
        "policy-status", "失效", a_policy(失效日期="2026-11-10", 施行日期="2026-11-06", 状态="有效")
    ),
    "23 a year without an evaluation": Planted(
        "evaluation-yearly", "区民政局", {**ASKED_YEARLY, **a_policy(施行日期="2026-11-06")}
    ),
    "23 an evaluation of a work is of no policy": Planted(
        "evaluation-yearly",
        "区民政局",
        {**ASKED_YEARLY, **a_policy(施行日期="2026-11-06"), **an_evaluation(of="评估工作: 养老服务")},
    ),
    "23 one of the year before": Planted(
        "evaluation-yearly",
        "区民政局",
        {**ASKED_YEARLY, **a_policy(施行日期="2026-11-06"), **an_evaluation("2025-12-30")},
    ),
    "27 a page that is gone": Planted("link-dead", "（404）", {**LINKING, **an_answer(3)}),
    "27 a site that is gone": Planted(
        "link-dead",
        "没有这个网站",
        {path: text.replace("'404'", "没有这个网站") for path, text in GONE.items()},
    ),
    "27 in the field of a record": Planted(
        "link-dead", "（404）", {**an_answer(2), **an_item(资料来源="某报", 原文链接=LINK)}
    ),
    "30 a joint document that nobody confirmed": Planted(
        "agreed-with-others", "区财政局", {**FINANCE, **a_joint_policy("")}
    ),
    "30 confirmed after it was published": Planted(
        "agreed-with-others",
        "晚于发布日期",
        {**FINANCE, **a_joint_policy("{单位: 区财政局, 日期: 2026-11-09}")},
    ),
    "30 who was born when and has which illness": Planted(
        "personal-other", "疾病", an_item(body="患者李四，1956年3月8日出生，患糖尿病，已救助。")
    ),
    "30 who lives where": Planted(
        "personal-other", "家庭住址", an_item(body="申请人张三，家住槐柏树街12号院3号楼2单元501室。")
    ),
    "30 one person in all three reviews": Planted(
        "review-recorded",
        "同一个人",
        an_item(审核="{初审: 张科长, 复审: 张科长, 终审: 张科长, 保密审查日期: 2026-10-20}"),
    ),
    "30 published against somebody's will": Planted("third-party-asked", "不同意", an_asked_item("不同意")),
}


@pytest.mark.parametrize("case", PLANTED)
def test_what_was_planted_is_told(run, case):
    rule, word, files = PLANTED[case]
    found = [each.as_text() for each in run({**CLEAN, **files}).problems if each.rule == rule]
    assert [each for each in found if word in each], found


#: official words of the country, which once were refused
SOUND = {
    "1 a domain of the country": an_entry(领域="涉农补贴"),
    "1 at once": an_entry(公开时限="及时"),
    "1 twenty working days in official words": an_entry(公开时限="自信息形成或者变更之日起20个工作日内"),
    "38 a duty that has ended stays": an_entry(公开时限="每月", 失效日期="2026-01-01", 失效依据="某决定"),
    "38 a duty still to come": an_entry(公开时限="每月", 生效日期="2026-12-01"),
}


@pytest.mark.parametrize("case", SOUND)
def test_what_is_right_is_not_told(run, case):
    assert [each.as_text() for each in run({**CLEAN, **SOUND[case]}).problems] == []
