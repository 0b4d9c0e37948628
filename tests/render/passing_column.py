"""The good column with documents, tasks, units and rules laid over it that pass from state to state."""

from __future__ import annotations

import shutil
from pathlib import Path

GOOD = Path(__file__).parents[1] / "sites/good"
EARLIER = "content/interpretations/2026/yanglao-jiedu.md"
REVIEW = "审核: {初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2026-10-20}\n"
BENEFIT = """\
惠企要素:
  适用对象: 本区小微企业
  支持方式: [资金补贴]
  支持内容: 按实际付息的30%补贴
  申报条件: [依法纳税]
  申报方式:
    - 渠道: 网上
      网址: https://www.example.gov.cn/shenbao/
  申报开始: 2026-12-15
  咨询方式: 010-00000000
服务对象: [企业]
"""


def acting(slug: str, number: int, day: str, does: str) -> str:
    """A document that does something to 示民发〔2026〕21号 from a day on."""
    return f"""\
---
标题: 示例区养老服务办法的后来文件（{slug}）
索引号: SL-2027-{slug}
发文机关: 区民政局
发文字号: 示民发〔2027〕{number}号
成文日期: 2026-12-20
发布日期: 2027-01-04
施行日期: {day}
是否规范性文件: 否
{does}: [yanglao]
{REVIEW}---
第一条　后来的规定。
"""


#: path → text laid over the good column
ADDED = {
    "content/policies/2027/xiugai.md": acting("xiugai", 1, "2027-01-10", "修改"),
    "content/policies/2027/bufen.md": acting("bufen", 2, "2027-02-10", "部分废止"),
    "content/policies/2027/tidai.md": acting("tidai", 3, "2027-03-10", "替代").replace(
        REVIEW, BENEFIT.replace("申报开始: 2026-12-15", "申报月份: [4]") + "失效日期: 2027-05-31\n" + REVIEW
    ),
    "content/policies/2027/waiqu.md": acting("waiqu", 4, "2027-01-10", "配套").replace(
        "是否规范性文件: 否\n", "是否规范性文件: 否\n制定地区: 邻区\n"
    ),
    "content/consultations/2026/zhengji.md": """\
---
标题: 助餐点设置规范征求意见
单位: 区民政局
发布日期: 2026-11-19
开始日期: 2026-12-05
截止日期: 2027-01-05
方式: [{渠道: 寄信, 地址: 示例区安民大街20号}, {渠道: 电话, 号码: 010-00000000}]
反馈拟公布日期: 2027-02-01
---
欢迎提出意见。
""",
    "content/meetings/2026/huiyi.md": """\
---
会议名称: 区政府常务会第 47 次会议
日期: 2026-12-10
预告日期: 2026-11-18
主办单位: 区民政局
是否开放: 是
开放方式: [列席]
报名方式: [{渠道: 电话, 号码: 010-00000000}]
议题:
  - 标题: 审议助餐点设置规范
    承办单位: 区民政局
---
会议安排。
""",
    "content/events/2026/huodong.md": """\
---
名称: 走进助餐点
地点: 望槐街道养老服务驿站
类型: 政务开放日
日期: 2026-12-20
主办单位: 区民政局
预告日期: 2026-11-18
报名截止: 2026-12-15
报名方式: [{渠道: 电话, 号码: 010-00000000}]
---
请居民参观助餐点。
""",
    # asked before the document was made of which it speaks
    "content/events/2026/zao.md": """\
---
名称: 听您说养老服务办法
类型: 政务开放日
日期: 2026-10-20
主办单位: 区民政局
预告日期: 2026-10-09
情况公布日期: 2026-10-23
参加人数: 9
答疑: [{问: 外区户籍能申请吗？, 答: 办法还在起草。}]
相关文件: yanglao
---
请居民说说想要怎样的服务。
""",
    "data/units/jiu-ban.yml": "名称: 区旧改办\n状态: 撤并\n承接单位: 区民政局\n撤并日期: 2027-02-01\n",
    "data/rulebook/publish-in-time.yml": (
        "依据: [{文件: 某办法}]\n参数: {工作日: '15'}\n生效日期: 2027-01-01\n"
    ),
    "data/standards/document-number-form.yml": (
        "名称: 发文字号写法\n依据: [{文件: 某办法}]\n生效日期: 2027-01-01\n"
    ),
    "data/rulebook/minimum-counts.yml": "依据: [{文件: 某办法}]\n采用: 是\n失效日期: 2027-01-31\n",
}
DECISIONS = """\
- 编号: JC2026-02
  事项: 助餐点布局
  承办单位: 区民政局
  目录公布日期: 2026-04-13
- 编号: JC2026-03
  事项: 护理站布局
  承办单位: 区民政局
  目录公布日期: 2026-04-13
  计划完成日期: 2027-01-15
  法定程序:
    公众参与: {日期: 2026-06-30, 说明: 公开征求意见}
- 编号: JC2026-04
  事项: 老年大学选址
  承办单位: 区民政局
  目录公布日期: 2026-04-13
  调出日期: 2026-10-01
  调出理由: 用地没有落实
"""
TASKS = """\
- 编号: 2
  要点: yanglao
  栏目: 社会救助公开
  任务: 公布助餐点名单
  牵头单位: [区民政局]
  完成时限: 2027-01-25
  发布日期: 2026-11-06
- 编号: 3
  要点: yanglao
  栏目: 社会救助公开
  任务: 持续公开救助标准
  牵头单位: [区民政局]
  时限说明: 长期坚持
  发布日期: 2026-11-06
"""
OLD_TASK = """\
- 编号: 1
  要点: yanglao
  栏目: 社会救助公开
  任务: 公布救助标准
  牵头单位: [区民政局]
  完成时限: 2025-12-31
  发布日期: 2025-03-06
  进展未载: 是
"""
PROJECT = """\
- 编号: 3
  事项: 新增家庭床位
  类别: 民生实事
  目标: 全年新增家庭床位10张
  单位: [区民政局]
  发布日期: 2026-06-01
  季度进展:
    - {季度: 2, 进度: 30, 说明: 新增3张。, 日期: 2026-07-15}
    - {季度: 3, 进度: 50, 说明: 新增5张。, 日期: 2026-10-20}
    - {季度: 4, 进度: 80, 说明: 新增8张。, 日期: 2027-01-12}
- 编号: 2
  事项: 新增护理站
  类别: 民生实事
  目标: 全年新增护理站2个
  单位: [区民政局]
  发布日期: 2026-06-01
  季度进展:
    - {季度: 2, 进度: 60, 说明: 开业1个。, 日期: 2026-07-15}
    - {季度: 3, 进度: 100, 说明: 开业2个。, 日期: 2026-10-20}
"""


def write_column(root: Path) -> None:
    """The good column with what passes from state to state."""
    shutil.copytree(GOOD, root)
    for path, text in {**ADDED, "data/work-points/2025-shili.yml": OLD_TASK}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    told = (
        (root / EARLIER).read_text("utf-8").replace("yanglao", "renshi").replace("2026-11-06", "2027-04-08")
    )
    (root / "content/interpretations/2027").mkdir()
    (root / "content/interpretations/2027/renshi-jiedu.md").write_text(told, "utf-8")
    for path, text in (
        ("data/decisions/2026.yml", DECISIONS),
        ("data/work-points/2026-shili.yml", TASKS),
        ("data/projects/2026.yml", PROJECT),
    ):
        (root / path).write_text((root / path).read_text("utf-8").rstrip("\n") + "\n" + text, "utf-8")
    for path, old, new in (
        ("content/policies/2026/yanglao.md", "状态: 尚未施行\n", ""),
        ("content/policies/2026/dier.md", "，有效期5年", ""),
        ("content/policies/2026/dier.md", "失效日期: 2031-11-05\n", f"失效日期: 2027-03-05\n{BENEFIT}"),
        ("data/waivers/renshi.yml", "2027-12-31", "2027-04-30"),
    ):
        text = (root / path).read_text("utf-8")
        assert old in text, path
        (root / path).write_text(text.replace(old, new, 1), "utf-8")
