"""Sixty slips of an office: each is mended by ``--fix``, or told so that the message alone is enough.

A slip is made in a file that is right: ``right`` in it becomes ``wrong``. ``told`` has what the message
must say; without it the file is as it was again (or ``after`` stands there) once it is mended.
"""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.law.example import a_meeting, a_policy, an_interpretation

MEETING = "meeting"
INTERPRETATION = "interpretation"
CONTACT = "contact"
POLICY = "policy"


@dataclass(frozen=True)
class Slip:
    """One mistake."""

    name: str
    right: str
    wrong: str
    told: tuple[str, ...] = ()
    kind: str = POLICY
    after: str = ""
    encoding: str = "utf-8"
    #: the last part of the path as it is wrongly written; ``{}`` is the right one
    called: str = "{}.md"


def text(slip: Slip, number: int) -> tuple[str, str]:
    """Where the right file stands and what it holds."""
    slug, issued = f"cuo-{number}", f"示民发〔2026〕{number + 100}号"
    makers = {
        POLICY: lambda: a_policy(slug, 发文字号=issued, 是否规范性文件="否"),
        MEETING: lambda: a_meeting(slug, 会议名称=f"区政府常务会第 {number} 次会议", 时间="09:30"),
        INTERPRETATION: lambda: an_interpretation(slug, 解读形式="一图读懂"),
        CONTACT: lambda: {f"data/contacts/{_UNITS[slip.name][0]}.yml": _CONTACT.format(_UNITS[slip.name][1])},
    }
    [(path, written)] = makers[slip.kind]().items()
    return path, written


_UNITS = {
    "电话没有区号": ("caizheng-ju", "区财政局"),
    "电话用全角括号": ("minzheng-ju", "区民政局"),
    "电话用空格": ("jiaoyu-wei", "区教育委员会"),
}
_CONTACT = """\
单位: {}
核验日期: 2026-09-01
电话:
  - 用途: 业务咨询
    号码: 010-81296012
    服务时间: 工作日 09:00—12:00
"""
_DAY = "发布日期: 2026-11-05"
_ISSUER = "发文机关: 区民政局"

#: what a program may write by itself
MENDED = (
    Slip("全角冒号", "发布日期: ", "发布日期："),
    Slip("冒号后没有空格", "发布日期: ", "发布日期:"),
    Slip("冒号后是全角空格", "发布日期: ", "发布日期:\u3000"),
    Slip("日期用斜线", _DAY, "发布日期: 2026/11/5"),
    Slip("日期用点", _DAY, "发布日期: 2026.11.5"),
    Slip("日期不补零", _DAY, "发布日期: 2026-11-5"),
    Slip("日期写年月日", _DAY, "发布日期: 2026年11月5日"),
    Slip("日期用汉字", _DAY, "发布日期: 二〇二六年十一月五日"),
    Slip("日期是全角数字", _DAY, "发布日期: ２０２６-１１-０５"),
    Slip("日期带星期", _DAY, "发布日期: 2026年11月5日（周四）"),
    Slip("日期带零点", _DAY, "发布日期: 2026/11/5 0:00:00"),
    Slip("正文有零宽空格", "老年人可以", "老年人\u200b可以"),
    Slip("日期连写", _DAY, "发布日期: 20261105"),
    Slip("文号用方括号", "〔2026〕", "[2026]"),
    Slip("文号用圆括号", "〔2026〕", "（2026）"),
    Slip("文号写第", "〔2026〕", "〔2026〕第"),
    Slip("文号是全角数字", "〔2026〕", "〔２０２６〕"),
    Slip(
        "标题里有半角冒号",
        "标题: 示例区",
        "标题: 通知: 示例区",
        after="标题: '通知：示例区养老服务办法（{slug}）'",
    ),
    Slip(
        "标题以方括号开头",
        "标题: 示例区",
        "标题: [转发]示例区",
        after="标题: '[转发]示例区养老服务办法（{slug}）'",
    ),
    Slip(
        "标题以引号开头",
        "标题: 示例区",
        '标题: "十五五"示例区',
        after="标题: '“十五五”示例区养老服务办法（{slug}）'",
    ),
    Slip("破折号开头", "---\n标题", "——\n标题"),
    Slip("破折号结尾", "---\n第一条", "——\n第一条"),
    Slip(
        "没有结尾的三个减号",
        "机关事业单位]\n---\n第一条",
        "机关事业单位]\n\n第一条",
        after="机关事业单位]\n---\n\n第一条",
    ),
    Slip("键叫文号", "发文字号:", "文号:"),
    Slip("键叫发文单位", "发文机关:", "发文单位:"),
    Slip("键叫实施日期", "施行日期:", "实施日期:"),
    Slip("几个单位用顿号", _ISSUER, "发文机关: 区民政局、区财政局", after="发文机关: [区民政局, 区财政局]"),
    Slip("几个单位用逗号", _ISSUER, "发文机关: 区民政局，区财政局", after="发文机关: [区民政局, 区财政局]"),
    Slip("几个单位用空格", _ISSUER, "发文机关: 区民政局 区财政局", after="发文机关: [区民政局, 区财政局]"),
    Slip("几个单位用和", _ISSUER, "发文机关: 区民政局和区财政局", after="发文机关: [区民政局, 区财政局]"),
    Slip(
        "几个单位都写全称",
        _ISSUER,
        "发文机关: 北京市示例区民政局、北京市示例区财政局",
        after="发文机关: [区民政局, 区财政局]",
    ),
    Slip(
        "列表一项里有两个单位",
        _ISSUER,
        "发文机关:\n  - 区民政局、区财政局",
        after="发文机关:\n  - 区民政局\n  - 区财政局",
    ),
    Slip("列表用全角逗号", _ISSUER, "发文机关: [区民政局，区财政局]", after="发文机关: [区民政局, 区财政局]"),
    Slip("几个单位用斜线", _ISSUER, "发文机关: 区民政局/区财政局", after="发文机关: [区民政局, 区财政局]"),
    Slip("几个单位用会同", _ISSUER, "发文机关: 区民政局会同区财政局", after="发文机关: [区民政局, 区财政局]"),
    Slip("几个单位用竖线", _ISSUER, "发文机关: 区民政局 | 区财政局", after="发文机关: [区民政局, 区财政局]"),
    Slip("单位写全称", _ISSUER, "发文机关: 北京市示例区民政局"),
    Slip("列表项的减号后没有空格", _ISSUER, "发文机关:\n  -区民政局", after="发文机关:\n  - 区民政局"),
    Slip("列表项用圆点", _ISSUER, "发文机关:\n  ·区民政局", after="发文机关:\n  - 区民政局"),
    Slip("正文用半角逗号", "养老服务，制定", "养老服务,制定"),
    Slip("正文用英文句号", "申请补贴。", "申请补贴."),
    Slip("正文逗号后有空格", "养老服务，制定", "养老服务, 制定"),
    Slip("正文里是全角数字", "申请补贴。", "申请补贴２０元。", after="申请补贴20元。"),
    Slip("正文用半角括号", "老年人可以", "老年人(六十岁以上)可以", after="老年人（六十岁以上）可以"),
    Slip("括号一半一半", "老年人可以", "老年人（六十岁以上)可以", after="老年人（六十岁以上）可以"),
    Slip(
        "书名号里打成尖括号",
        "申请补贴。",
        "按《关于修改‹补贴办法›的决定》申请补贴。",
        after="按《关于修改〈补贴办法〉的决定》申请补贴。",
    ),
    Slip(
        "书名号里打成小于号",
        "申请补贴。",
        "按《关于修改<补贴办法>的决定》申请补贴。",
        after="按《关于修改〈补贴办法〉的决定》申请补贴。",
    ),
    Slip("书名号打成两个小于号", "申请补贴。", "按<<补贴办法>>申请补贴。", after="按《补贴办法》申请补贴。"),
    Slip("英文引号", "申请补贴。", '申请"补贴"。', after="申请“补贴”。"),
    Slip(
        "标题里半角括号",
        "标题: 示例区",
        "标题: (试行)示例区",
        after="标题: （试行）示例区养老服务办法（{slug}）",
    ),
    Slip("用制表符缩进", "  初审: 甲", "\t初审: 甲"),
    Slip("用全角空格缩进", "  初审: 甲", "\u3000初审: 甲"),
    Slip("GBK 编码", "甲", "甲", encoding="gb18030"),
    Slip("UTF-16 编码", "甲", "甲", encoding="utf-16"),
    Slip("部首当成字", "老年人可以", "⽼年⼈可以"),
    Slip("记事本多加了扩展名", "甲", "甲", called="{}.md.txt"),
    Slip("扩展名写了两次", "甲", "甲", called="{}.md.md"),
    Slip("扩展名前多了 .txt", "甲", "甲", called="{}.txt.md"),
    Slip("扩展名是大写", "甲", "甲", called="{}.MD"),
    Slip("扩展名是 .txt", "甲", "甲", called="{}.txt"),
    Slip("扩展名是 .markdown", "甲", "甲", called="{}.markdown"),
    Slip("文件名有大写和空格", "甲", "甲", called="Cuo {}.md"),
    Slip("没有放进年份的文件夹", "甲", "甲", called="../{}.md"),
    Slip("解读形式写图解", "解读形式: 一图读懂", "解读形式: 图解", kind=INTERPRETATION),
    Slip(
        "解读形式写图文解读",
        "解读形式: 一图读懂",
        "解读形式: 图文解读",
        kind=INTERPRETATION,
    ),
    Slip(
        "解读形式写问答",
        "解读形式: 一图读懂",
        "解读形式: 问答",
        kind=INTERPRETATION,
        after="解读形式: 简明问答",
    ),
    Slip(
        "开放方式写直播", "开放方式: [列席]", "开放方式: [直播]", kind=MEETING, after="开放方式: [网络直播]"
    ),
    Slip("时间不补零", "时间: 09:30", "时间: 9:30", kind=MEETING),
    Slip("电话用全角括号", "010-81296012", "（010）81296012", kind=CONTACT),
    Slip("电话用空格", "010-81296012", "010 8129 6012", kind=CONTACT),
    Slip("时间用全角冒号", "时间: 09:30", "时间: 9：30", kind=MEETING),
)

#: what an editor decides, and is told how
TOLD = (
    Slip("日期不存在", _DAY, "发布日期: 2026-02-30", ("日期“2026-02-30”不存在", "写实际的")),
    Slip("日期写年月日而不存在", _DAY, "发布日期: 2026年2月30日", ("“2026年2月30日”不存在", "查对日历")),
    Slip("日期成了数字", _DAY, "发布日期: 46331", ("Excel 存日期的数字", "多半是 2026-11-05")),
    Slip("日期带时间", _DAY, "发布日期: 2026-11-05 09:30", ("不是日期", "年-月-日")),
    Slip(
        "附件在自己电脑上",
        _DAY,
        f"{_DAY}\n附件:\n  - 名称: 申请表\n    文件: C:\\桌面\\申请表.docx",
        ("自己电脑上的文件", "content/files/"),
    ),
    Slip("是否写勾", "是否规范性文件: 否", "是否规范性文件: √", ("“√”不是“是”或“否”", "只写 是 或 否")),
    Slip("文号没有括号", "〔2026〕", "2026-", ("写法少见", "示政发〔2026〕9号")),
    Slip(
        "附件写成文字", _DAY, f"{_DAY}\n附件:\n  - 申请表", ("写成：- 名称: 申请表", "文件: …", "files/2026/")
    ),
    Slip(
        "附件不存在",
        _DAY,
        f"{_DAY}\n附件:\n  - 名称: 申请表\n    文件: files/2026/meiyou.pdf",
        ("files/2026/meiyou.pdf", "content/files"),
    ),
    Slip(
        "附件只写了路径",
        _DAY,
        f"{_DAY}\n附件: files/2026/biao.pdf",
        ("名称: …（读者看到的名称）", "文件: files/2026/biao.pdf"),
    ),
    Slip(
        "附件的名称当了键",
        _DAY,
        f"{_DAY}\n附件:\n  申请表: files/2026/biao.pdf\n  汇总表: files/2026/hui.pdf",
        (
            "须是列表",
            "写成：- 名称: 申请表；下一行对齐写 文件: files/2026/biao.pdf",
            "；下一项写 - 名称: 汇总表",
        ),
    ),
    Slip(
        "附件是一串名称",
        _DAY,
        f"{_DAY}\n附件: [申请表, 汇总表]",
        ("写成：- 名称: 申请表", "文件: …"),
    ),
    Slip(
        "几个单位里有一个不认得",
        _ISSUER,
        "发文机关: 区民政局、区财政居",
        ("“区财政居”在", "是不是“区财政局”？"),
    ),
    Slip("单位后面有等字", _ISSUER, "发文机关: 区民政局、区财政局等", ("一个一个写", "“区财政局等”")),
    Slip("单位是区直机关", _ISSUER, "发文机关: 区直机关", ("这说的是一类单位", "写出每一个单位")),
    Slip("单位是各街镇", _ISSUER, "发文机关: 各街镇", ("这说的是一类单位", "写出每一个单位")),
    Slip("单位是一类", _ISSUER, "发文机关: 区政府各部门", ("这说的是一类单位", "写出每一个单位")),
    Slip("没有这个单位", _ISSUER, "发文机关: 区民政居", ("“区民政居”在 data/units/ 里没有", "“区民政局”")),
    Slip("主题分类是半个词", _DAY, f"{_DAY}\n主题分类: 民政", ("民政、扶贫、救灾",)),
    Slip("没有页首信息", "---\n", "", ("没有页首信息", "第一行写 ---")),
    Slip("没有标题", "标题: ", "#标题: ", ("缺少必填的“标题”", "加上一行 标题:")),
    Slip("值后面有井号", "标题: 示例区", "标题: 示例区 #1", ("会被当作注释丢掉", "加引号")),
    Slip("Word 文件改名", "甲", "PK\x03\x04", ("Word 或 Excel 文件", "scripts/import"), encoding="whole"),
    Slip("旧格式的 Word 改名", "甲", "{\\rtf1 甲", (".rtf 文件", "scripts/import"), encoding="whole"),
    Slip("网页改名", "甲", "<html>甲</html>", ("网页", "scripts/import"), encoding="whole"),
    Slip("PDF 改名", "甲", "%PDF-1.7 甲", ("PDF 文件", "scripts/import"), encoding="whole"),
    Slip("Word 在后面又加了扩展名", "甲", "甲", ("Word 一类的文件", "scripts/import"), called="{}.md.docx"),
    Slip("电话没有区号", "010-81296012", "81296012", ("没有区号", "区号-81296012"), kind=CONTACT),
    Slip("时间写了起止", "时间: 09:30", "时间: 9:30-11:00", ("只写开始的时间：09:30",), kind=MEETING),
    Slip(
        "附件和正文的键写错一半",
        "施行日期: 2026-12-01",
        "施行日: 2026-12-01",
        ("没有“施行日”这一项", "施行日期"),
    ),
    Slip("含中文的文件名", "甲", "甲", ("文件名就是网址", "改名为"), called="养老{}.md"),
    Slip("书名号外打成尖括号", "申请补贴。", "申请人填‹姓名›。", ("打出来的书名号", "不是书名的")),
    Slip("旧版锁文件", "甲", "甲", ("临时、备份文件", "再把这个文件删去"), called="~$cuo{}.md"),
)
