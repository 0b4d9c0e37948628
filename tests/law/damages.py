"""For every rule its damage to the good column in one place, with the rules that answer beside it.

A new type brings a file to ``tests/sites/good``, a new rule its damage here.
"""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.law.rules.attachment_readable import SILENT
from gongkai.law.rules.attachment_tagged import UNTAGGED

from .damaged_column import (
    BUDGET,
    COLUMN,
    CONSULTATION,
    DATASET,
    DECISION,
    DIER,
    DIER_JIEDU,
    FIGURE,
    GAZETTE,
    GUIDE,
    ITEMS,
    JIEDU,
    JIU,
    JIUZHU,
    LECTURE,
    MEETING,
    PAGE,
    PLAN,
    PROJECTS,
    REQUESTS,
    TRANSLATION,
    YANGLAO,
    Damage,
    Edit,
    damage,
)
from .report_damages import REPORTS

RENSHI = "content/policies/2026/renshi.md"
#: a text of tomorrow, of which readers have not been told
_UNTOLD = (
    COLUMN[f"{ITEMS}/dongtai-3.md"]
    .replace("发布日期: 2026-11-20", "发布日期: 2026-11-22")
    .replace("120 人次。", "120 人次.")
)

DAMAGES: Mapping[str, Damage] = {
    **REPORTS,
    "agreed-with-others": damage(
        Edit("content/policies/2026/renshi.md", "  协商一致: [{单位: 区房管局, 日期: 2026-10-19}]\n")
    ),
    "alias-valid": damage(Edit("data/aliases/shenghuo.yml", "养老站]", "养老站, 老人吃饭]")),
    "answer-agrees": damage(
        Edit(JIEDU, "对应条款: 第二条}]", "对应条款: 第二条}, {问: 谁可以申请, 答: 谁都可以。}]")
    ),
    "answer-number": damage(
        Edit(
            JIEDU,
            "对应条款: 第二条}]",
            "对应条款: 第二条, 编号: shui}, {问: 多久批下来？, 答: 十日。, 编号: shui}]",
        )
    ),
    "amendment-applied": damage(Edit(DIER, "第二条修改为", "第五条修改为")),
    # an applicant too many in one row is missing in the balance of the last column too
    "article-numbers": damage(Edit(DIER, "第三条", "第五条")),
    "attachment-readable": damage(Edit("content/files/2026/biao.pdf", "", SILENT)),
    "attachment-tagged": damage(Edit("content/files/2026/biao.pdf", "", UNTAGGED)),
    "attachments-present": damage(Edit(YANGLAO, "files/2026/biao.pdf", "files/2026/biaoge.pdf")),
    "basis-ended": damage(
        Edit(DIER, "修改: [jiu]", "修改: [jiu]\n配套: [jiu]"),
        Edit(YANGLAO, "废止: [jiu]", "废止: [{文件: jiu, 日期: 2026-11-10}]"),
    ),
    "benefit-conditions": damage(
        Edit(
            YANGLAO,
            "  计算条件:\n    企业规模: [小型, 微型]\n    行业: [C, 62]\n"
            "    金额条件: [{名称: 已付利息, 不少于: 1.00}]\n",
        ),
    ),
    "benefit-missing": damage(
        Edit(RENSHI, "是否规范性文件: 是\n", "是否规范性文件: 是\n服务对象: 企业\n"),
        Edit(RENSHI, "老年人可以申请补贴。", "企业可以申请补贴，每户5万元。"),
        also="pre-consultation",
    ),
    "benefit-elements": damage(Edit(YANGLAO, "申报截止: 2026-12-31", "申报截止: 2026-11-09")),
    # still in force until another repeals it; nobody was told what was paid by it last year
    "benefit-paid": damage(
        Edit(
            JIU,
            "服务对象: [机关事业单位]",
            "服务对象: 企业\n惠企要素: {适用对象: 养老企业, 支持方式: [资金补贴], "
            "支持内容: 每床补贴100元, 申报条件: [依法纳税], 咨询方式: 010-00000000, "
            "申报方式: [{渠道: 网上, 网址: https://www.example.gov.cn/shenbao/}], "
            "计算条件: {主体: 企业}}",
        ),
        also="policy-likeness",
    ),
    # rows of a table that differ in length: a figure would stand under no heading
    "body-intact": damage(Edit(JIUZHU, "---\n本", "---\n| 街道 | 人次 |\n|---|---|\n| 东街 | 1 | 2 |\n\n本")),
    "body-safe": damage(Edit(JIUZHU, "---\n本", "---\n<script>alert(1)</script>\n\n本")),
    "budget-detail": damage(Edit(BUDGET, "  实物量: {车辆保有量: 4}\n")),
    "budget-published": damage(Edit(BUDGET, "发布日期: 2026-02-04", "发布日期: 2026-02-20")),
    "budget-sums": damage(Edit(BUDGET, "合计: 12.60", "合计: 12.06")),
    "catalogue-due": damage(Edit(JIUZHU, "所属期: 2026-10", "所属期: 2026-08")),
    "catalogue-reference": damage(Edit(f"{ITEMS}/dongtai-3.md", "SL-01", "SL-10")),
    "channels-agree": damage(Edit("data/units/minzheng-ju.yml", "职责:", "对外电话: 010-00000009\n职责:")),
    # its text stands there, its attachment and translation too
    "closed-document": damage(
        Edit(DIER, "是否规范性文件:", "公开属性: 不予公开\n是否规范性文件:"),
    ),
    "coming-error": damage(Edit("data/waivers/renshi.yml", "2027-12-31", "2026-12-01")),
    "consultation-feedback": damage(Edit(CONSULTATION, "采纳数: 5", "采纳数: 15")),
    "contact-verified": damage(Edit("data/contacts/minzheng-ju.yml", "2026-09-01", "2026-03-02")),
    "correction-target": damage(
        Edit("content/corrections/2026/jiuzhu-renci.md", "更正日期: 2026-11-06", "更正日期: 2026-11-03")
    ),
    "display-ended": damage(
        Edit(f"{DATASET}/datapackage.yml", "类别: 行政许可", "类别: 行政处罚"),
        Edit(f"{DATASET}/2026.csv", "2027-11-01", "2026-12-20"),
        also="dataset-columns",
    ),
    "explaining-plan": damage(
        Edit(CONSULTATION, "标题: 养老服务专项规划征求意见", "标题: 养老服务专项规划（草案）征求意见"),
        Edit(CONSULTATION, f"{PLAN}形成的文件: yanglao\n"),
        also="pre-consultation",
    ),
    "message-answered": damage(
        Edit(f"{DATASET}/2026.csv", "2026-11-02,2027-11-01,2026-11-05", "2026-08-02,2027-08-01,"),
    ),
    "dataset-columns": damage(
        Edit(f"{DATASET}/datapackage.yml", "名称: 当前状态", "名称: 现在状态"),
        Edit(f"{DATASET}/2026.csv", "当前状态", "现在状态"),
    ),
    "dataset-rows": damage(Edit(f"{DATASET}/2026.csv", "区民政处", "区林业局")),
    "dataset-rows-kept": damage(
        Edit("data/addresses/datasets.txt", "", "datasets/xuke/xuke-2026.csv 许可2026年，99行\n"),
        also="unregistered",
    ),
    "dataset-update": damage(Edit(f"{DATASET}/datapackage.yml", "2026-11-16", "2026-09-16")),
    "day-exists": damage(Edit(f"{ITEMS}/dongtai-3.md", "120 人次", "120 人次，2026年11月31日止")),
    "date-plausible": damage(Edit(f"{ITEMS}/dongtai-3.md", "发布日期: 2026-11-20", "发布日期: 2062-11-20")),
    "date-order": damage(Edit(DIER, "成文日期: 2026-11-02", "成文日期: 2026-11-06"), also="stated-head"),
    "decision-document": damage(Edit(DECISION, "  形成的文件: [yanglao]\n")),
    "decision-stations": damage(Edit(DECISION, "集体讨论: {日期: 2026-11-03", "集体讨论: {日期: 2026-11-01")),
    "decision-steps": damage(Edit(DECISION, "专家论证: {日期: 2026-07-01", "专家论证: {日期: 2026-10-20")),
    "document-number-form": damage(Edit(DIER, "示民发〔2026〕22号", "示民发(2026)第22号")),
    "document-number-unique": damage(Edit(DIER, "22号", "21号"), also="record-reference"),
    "duty-norm": damage(Edit("data/norms/not-owed.yml", "QJ-01", "QJ-99"), also="duty-silent"),
    "duty-silent": damage(Edit("data/norms/not-owed.yml", "")),
    "empty-column": damage(*(Edit(path, "") for path in COLUMN if path.startswith("content/meetings/"))),
    "event-report": damage(Edit("content/events/2026/yizhan.md", "收回: 16", "收回: 61")),
    "figure-norm": damage(Edit(FIGURE, ""), Edit("data/figures/question-rat.yml", "", COLUMN[FIGURE])),
    "freshness": damage(
        Edit("content/events/2026/yizhan.md", ""),
        *(Edit(f"{ITEMS}/dongtai-{n}.md", "发布日期: 2026-11-20", "发布日期: 2026-10-25") for n in range(10)),
    ),
    "gazette-due": damage(Edit(GAZETTE, COLUMN[GAZETTE].splitlines()[1] + "\n")),
    "gazette-printed": damage(Edit(GAZETTE, "    - {文件: dier, 页码: 5}\n")),
    "inner-details": damage(Edit(f"{ITEMS}/dongtai-3.md", "120 人次", "120 人次，系统密码：Xc@2026gk")),
    "held-day": damage(Edit("data/dates/items.txt", "", f"{ITEMS[8:]}/jiuzhu 发布日期 2026-11-01\n")),
    "held-log": damage(
        Edit("data/log/2026.txt", "", f"2026-11-06 更新 1 {ITEMS[8:]}/jiuzhu/ 信息 救助 ｜ 核实人次\n")
    ),
    "held-text": damage(
        Edit("data/texts/items.txt", "", f"{ITEMS[8:]}/jiuzhu 正文 2026-11-20 9 {'0' * 16}\n")
    ),
    "interpretation-elements": damage(Edit(DIER_JIEDU, "## 主要内容", "## 办法说了什么")),
    "interpretation-missing": damage(Edit(DIER_JIEDU, "")),
    "interpretation-source": damage(Edit(JIEDU, "解读人: 甲", "解读人: 甲\n来源: 工作总结")),
    "interpretation-substance": damage(
        Edit(DIER_JIEDU, "在助餐点用餐的，按人按餐补贴，由街道审核后发给。", "补贴。")
    ),
    "interpretation-target": damage(Edit(JIEDU, "对应条款: 第二条", "对应条款: 第九条")),
    "interpretation-timing": damage(Edit(DIER_JIEDU, "发布日期: 2026-11-06", "发布日期: 2026-11-16")),
    "interpreter-named": damage(Edit(JIEDU, "职务: 局长\n")),
    "link-address": damage(Edit(JIUZHU, "见[办法", "见[中国政府网](https://www.gov.cn@evil.org/)、[办法")),
    "link-dead": damage(
        Edit("data/links/asked.yml", "结果: 打得开", "结果: 打不开\n  不通自: 2026-11-18\n  不通次数: 2")
    ),
    "link-host": damage(Edit("data/hosts/xuehui.yml", "example.org", "example.net")),
    "link-target": damage(Edit(JIUZHU, "#tiao-2", "#tiao-4")),
    "lost-cases": damage(
        Edit(REQUESTS, ", 复议诉讼: {复议办结: 0, 诉讼审结: 0}}\n  - {编号: 2026-10", "}\n  - {编号: 2026-10")
    ),
    "meeting-notice": damage(Edit(MEETING, "预告日期: 2026-10-28", "预告日期: 2026-11-02")),
    "meeting-numbers": damage(
        Edit(
            "content/meetings/2026/qian.md",
            "",
            COLUMN[MEETING].replace("第46次", "第44次").replace("会第 46 次", "会第 44 次"),
        )
    ),
    "meeting-open": damage(Edit(MEETING, "\n列席代表: [{类别: 公众代表, 人数: 3}]")),
    "meeting-outcome": damage(Edit(MEETING, "\n    形成的文件: [yanglao]")),
    "minimum-counts": damage(Edit(f"{ITEMS}/fangwu-4.md", "")),
    "meeting-replay": damage(Edit(MEETING, "开放方式: [列席]", "开放方式: [列席, 网络直播]")),
    "evaluation-yearly": damage(
        Edit("content/evaluations/2026/yanglao.md", "对象: 示民发〔2026〕21号", "评估工作: 养老服务"),
        Edit("data/rulebook/evaluation-yearly.yml", "次数: 1", "次数: 1, 起看: 11-01"),
    ),
    "open-days": damage(
        Edit("data/rulebook/open-days.yml", "采用: 是", "采用: 是\n参数: {部门: 1, 周期: 每季度}"),
    ),
    "open-meetings": damage(
        Edit("data/rulebook/open-meetings.yml", "街镇: 1", "部门: 1, 周期: 每季度"),
    ),
    "moved-date": damage(Edit(MEETING, "新日期: 2026-11-03", "新日期: 2026-11-02")),
    "opinion-article": damage(Edit(CONSULTATION, "条款: 第一条", "条款: 第三条")),
    "page-address": damage(
        Edit("content/pages/rulebook.md", "", COLUMN[PAGE].replace("13800138000", "12345"))
    ),
    "page-review": damage(Edit(PAGE, "复核周期: 每季度", "复核周期: 每月")),
    "personal-data": damage(Edit(f"{ITEMS}/dongtai-3.md", "120 人次", "120 人次，联系手机 13800138000")),
    "personal-other": damage(Edit(f"{ITEMS}/dongtai-3.md", "120 人次", "120 人次，张三护照号码 E12345678")),
    "personal-data-attached": damage(Edit("content/files/2026/mingdan.csv", "138****8000", "13800138000")),
    "place-address": damage(
        Edit(
            "content/events/2026/jiang.md",
            "",
            f"---\n{LECTURE}主办单位: 区民政局\n预告日期: 2026-11-02\n---\n讲解怎样申请。\n",
        ),
    ),
    "policy-likeness": damage(
        Edit(
            "content/policies/2026/tongzhi.md",
            "",
            COLUMN["content/policies/2026/renshi.md"]
            .replace("renshi", "tongzhi")
            .replace("〔2026〕8号", "〔2026〕28号")
            .replace("是否规范性文件: 是", "是否规范性文件: 否\n服务对象: [企业]")
            .replace("可以申请补贴", "每月补贴500元"),
        )
    ),
    "policy-relations": damage(Edit(YANGLAO, "废止: [jiu]", "废止: [jiude]")),
    "policy-status": damage(Edit(YANGLAO, "状态: 尚未施行", "状态: 废止")),
    "policy-validity": damage(
        Edit(DIER, "失效日期: 2031-11-05", "失效日期: 2033-11-05"), also="stated-effect"
    ),
    "pre-consultation": damage(Edit(CONSULTATION, "形成的文件: yanglao\n")),
    "project-progress": damage(Edit(PROJECTS, COLUMN[PROJECTS][COLUMN[PROJECTS].index("    - 季度: 3") :])),
    "publish-in-time": damage(Edit(JIUZHU, "形成日期: 2026-10-30", "形成日期: 2026-09-28")),
    "published-address": damage(Edit("data/addresses/biandong.yml", "2026/yanglao/", "2026/yanglo/")),
    "record-reference": damage(Edit("content/evaluations/2026/yanglao.md", "〔2026〕21号", "〔2026〕121号")),
    "request-grounds": damage(Edit(REQUESTS, "不予公开理由: {国家秘密: 1}", "不予公开理由: {国家秘密: 2}")),
    "request-months": damage(Edit(REQUESTS, "按时答复: 2", "按时答复: 3")),
    "request-stats-due": damage(Edit(REQUESTS, COLUMN[REQUESTS].splitlines()[-1] + "\n")),
    "response-time": damage(
        Edit("content/responses/2026/gongshui.md", "回应日期: 2026-11-05", "回应日期: 2026-11-06")
    ),
    "retention-period": damage(Edit("data/retention/wenshu.yml", " 会议,")),
    "review-recorded": damage(Edit(DIER, "\n  终审: 丙")),
    "row-number": damage(
        Edit(GAZETTE, "", COLUMN[GAZETTE] + COLUMN[GAZETTE]),
    ),
    "service-complete": damage(Edit(GUIDE, "审查标准: [年满八十周岁]\n")),
    "service-policy": damage(
        Edit(GUIDE, "相关政策: [示民发〔2026〕21号]", "相关政策: [jiu]"),
        Edit(YANGLAO, "废止: [jiu]", "废止: [{文件: jiu, 日期: 2026-11-10}]"),
    ),
    "stations-order": damage(Edit(CONSULTATION, "公布日期: 2026-10-20", "公布日期: 2026-11-07")),
    "stated-effect": damage(Edit(DIER, "本办法自2026年11月6日", "本办法自2026年12月6日")),
    "stated-head": damage(Edit(DIER, "2026年11月2日", "2026年11月3日")),
    # what is not entered stays in force, and is older than it may be
    "stated-repeal": damage(Edit(YANGLAO, "废止: [jiu]\n")),
    "text-marks": damage(Edit(f"{ITEMS}/xin.md", "", _UNTOLD)),
    "text-present": damage(Edit(f"{ITEMS}/dongtai-3.md", "120 人次。", "120 人次。\n\n（待补充）")),
    "third-party-asked": damage(Edit(f"{ITEMS}/dongtai-3.md", "意见: 同意", "意见: 不同意")),
    "translation-original": damage(Edit("content/en/records/2026/again.md", "", COLUMN[TRANSLATION])),
    "translation-stale": damage(Edit(TRANSLATION, "译文日期: 2026-11-15", "译文日期: 2026-11-14")),
    "exception-valid": damage(Edit(PAGE, "13800138000", "12345")),
    "unit-profile": damage(Edit("data/units/minzheng-ju.yml", "地址: 好例区安民大街20号\n")),
    "unit-reference": damage(Edit(f"{ITEMS}/dongtai-3.md", "单位: 区民政局", "单位: 区民政居")),
    "unregistered": damage(Edit("data/addresses/policies.txt", "", "policies/2026/yanglao/ 养老服务办法\n")),
    "waiver-valid": damage(
        Edit("data/waivers/er.yml", "", COLUMN["data/waivers/renshi.yml"].replace("-missing", "-misssing"))
    ),
    "ways-complete": damage(
        Edit(CONSULTATION, "方式: [{渠道: 寄信, 地址: 示例区安民大街20号}, ", "方式: [信函：区民政局, ")
    ),
    "work-task": damage(Edit("data/work-points/2026-shili.yml", "      佐证: [jiuzhu]\n")),
    "working-days": damage(
        Edit(
            "data/standards/working-days.yml",
            "",
            "名称: 放假安排须已录入\n依据: [{文件: 某通知}]\n级别: 警告\n参数: {2027年放假: 元旦}\n",
        )
    ),
    "yearly-counts": damage(Edit("content/meetings/2026/jiuzhu-fabuhui.md", "")),
}
