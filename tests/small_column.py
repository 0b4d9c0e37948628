"""The files of the small column that many tests read, and whose column it is."""

from __future__ import annotations

COLUMN = {
    "门户名称": "北京市示例区人民政府",
    "栏目网址": "https://www.example.gov.cn/zwgk/",
    "网站域名": "www.example.gov.cn",
    "网站标识码": "1100000000",
    "主办单位": "示例区人民政府办公室",
    "联系方式": "010-00000000",
}


FILES = {
    "data/units/minzheng-ju.yml": "名称: 区民政局\n",
    "data/units/zhufang-jianshe-wei.yml": "名称: 区住房和城市建设委员会\n简称: [区住房城市建设委]\n",
    "data/units/jiu-ban.yml": "名称: 区旧改办\n状态: 撤并\n承接单位: 区民政局\n撤并日期: 2020-01-01\n",
    "data/catalogue/minzheng-ju.yml": "- 编号: MZ-01\n  一级事项: 养老服务\n  领域: 养老服务\n",
    "content/policies/2026/jiazhuang-dianti.md": """\
---
标题: 示例区老旧小区加装电梯补助办法
发文机关: 区住房城市建设委
发文字号: 示建发〔2026〕21号
成文日期: 2026-11-02
发布日期: 2026-11-05
施行日期: 2026-11-10
是否规范性文件: 是
主题分类: 城乡建设、环境保护
领域: 城市更新
更新说明:
  - 日期: 2026-11-08
    说明: 更正附件
  - 日期: 2026-12-30
    说明: 还没有到的日子
---
第一条　为规范补助，制定本办法。
""",
    "content/policies/2027/weilai.md": """\
---
标题: 还没有公布的文件
发文机关: 区民政局
成文日期: 2027-01-02
发布日期: 2027-01-05
是否规范性文件: 否
主题分类: 对外事务
领域: 审计
---
不得出现。
""",
    "content/interpretations/2026/jiazhuang-dianti-jiedu.md": """\
---
标题: 加装电梯补助问答
解读文件: [jiazhuang-dianti]
解读形式: 简明问答
发布日期: 2026-11-06
示例: 是
问答:
  - 问: 谁可以申请？
    答: 楼门业主代表。
---
说明怎样申请。楼门里的业主先商量好，推选一人作代表，由代表到区住房城市建设委的窗口交申请书。
""",
    "content/meetings/2026/cw-46.md": """\
---
会议名称: 区政府常务会第 46 次会议
日期: 2026-11-24
预告日期: 2026-11-18
议题:
  - 标题: 审议养老服务设施专项规划
    承办单位: 区民政局
---
会议安排。
""",
    "content/items/minzheng-ju/2026/jiuzhu.md": """\
---
标题: 第三季度临时救助情况
单位: 区民政局
发布日期: 2026-10-12
公开事项: MZ-01
摘要: 本季度救助人次。
---
救助 120 人次。
""",
}
