"""Files like those of a district's offices, each with what Word shows for it beside the call."""

from __future__ import annotations

from gongkai.text import style

from .numbered import by_style, formats, mixed, rules, two_hundred
from .ooxml import Docx, box, cell, control, field_, level, paragraph, r, row, t, table

RED = '<w:color w:val="FF0000"/>'
PAGE = '<w:r><w:br w:type="page"/></w:r>'


def notice_with_measures() -> Docx:
    """A notice that issues 办法: red head, number, signature, the 办法 behind a page break, the imprint."""
    doc = Docx()
    rules(doc)
    doc.p("北京市示例区民政局文件", jc="center", indent=0, run=RED)
    doc.p("示民发〔2026〕12号", jc="center", indent=0)
    doc.p("北京市示例区民政局关于印发《示例区社区食堂", jc="center", indent=0)
    doc.p("管理办法》的通知", jc="center", indent=0)
    doc.p("各街道办事处，各有关单位：", indent=0)
    doc.p("现将《示例区社区食堂管理办法》印发给你们，请遵照执行。")
    doc.p("北京市示例区民政局", jc="right", indent=0)
    doc.p("2026年11月2日", jc="right", indent=0)
    doc.p("（此件公开发布）")
    doc.p(PAGE, "示例区社区食堂管理办法", jc="center", indent=0, shows="示例区社区食堂管理办法")
    doc.p("总则", num=(1, 0), jc="center", indent=0, label="第一章")
    doc.p("为了方便老年人用餐，制定本办法。", num=(1, 1), label="第一条")
    doc.p("社区食堂应当：", num=(1, 1), label="第二条")
    doc.p("明码标价；", num=(1, 2), label="（一）")
    doc.p("公示食材来源。", num=(1, 2), label="（二）")
    doc.p("附则", num=(1, 0), jc="center", indent=0, label="第二章")
    doc.p("本办法自2026年12月1日起施行。", num=(1, 1), label="第三条")
    imprint = (
        (("抄送：区委办公室，区人大常委会办公室。", 2, 1),),
        (("北京市示例区民政局办公室", 1, 1), ("2026年11月3日印发", 1, 1)),
    )
    doc.raw(
        table(
            row(cell(t("抄送：区委办公室，区人大常委会办公室。"), wide=2)),
            row(cell(t("北京市示例区民政局办公室")), cell(t("2026年11月3日印发"))),
        ),
        imprint,
    )
    return doc


def joint() -> Docx:
    """Two offices: their names in a table as red head, the signature in a table."""
    doc = Docx()
    head = ((("北京市示例区民政局", 1, 1), ("文件", 1, 2)), (("北京市示例区财政局", 1, 1),))
    doc.raw(
        table(
            row(cell(t("北京市示例区民政局", RED)), cell(t("文件", RED), merge="restart")),
            row(cell(t("北京市示例区财政局", RED)), cell(merge="continue")),
        ),
        head,
    )
    doc.p("示民发〔2026〕15号", jc="center", indent=0)
    doc.p("北京市示例区民政局", jc="center", indent=0)
    doc.p("北京市示例区财政局", jc="center", indent=0)
    doc.p("关于提高临时救助标准的通知", jc="center", indent=0)
    doc.p("各街道办事处：", indent=0)
    doc.p("经区政府同意，现就提高临时救助标准通知如下：")
    doc.p("一、标准")
    doc.p("每人每次不超过3000元。")
    doc.p("二、施行")
    doc.p("本通知自印发之日起执行。")
    doc.raw(
        table(
            row(cell(t("北京市示例区民政局")), cell(t("北京市示例区财政局"))),
            row(cell(t("2026年11月4日"), wide=2)),
        ),
        ((("北京市示例区民政局", 1, 1), ("北京市示例区财政局", 1, 1)), (("2026年11月4日", 2, 1),)),
    )
    return doc


def order() -> Docx:
    """An order of the government with the rules it makes public."""
    doc = Docx()
    rules(doc)
    doc.p("北京市示例区人民政府令", jc="center", indent=0, run=RED)
    doc.p("第3号", jc="center", indent=0)
    doc.p(
        "《示例区停车设施管理办法》已经2026年10月20日区政府第8次常务会议审议通过，现予公布，自2027年1月1日起施行。"
    )
    doc.p("区长　示例", jc="right", indent=0)
    doc.p("二〇二六年十月二十八日", jc="right", indent=0)
    doc.p(PAGE, "示例区停车设施管理办法", jc="center", indent=0, shows="示例区停车设施管理办法")
    doc.p("为了规范停车，制定本办法。", num=(1, 1), label="第一条")
    doc.p("本办法自2027年1月1日起施行。", num=(1, 1), label="第二条")
    return doc


def letter_with_form() -> Docx:
    """A notice with a list of attachments, and one of them behind the signature."""
    doc = Docx()
    doc.p("北京市示例区教育委员会", jc="center", indent=0, run=RED)
    doc.p("示教函〔2026〕8号", jc="right", indent=0)
    doc.p("关于开展课后服务收费公示的通知", jc="center", indent=0)
    doc.p("各中小学：", indent=0)
    doc.p("请于2026年11月20日前公示课后服务收费标准。联系电话：010-00000000。")
    doc.p("附件：1.课后服务收费公示表")
    doc.p("　　　2.填表说明", indent=0)
    doc.p("　　　　　　　　　　　　　　北京市示例区教育委员会", indent=0)
    doc.p("　　　　　　　　　　　　　　　　2026年11月5日", indent=0)
    doc.p(PAGE, "附件1", indent=0, shows="附件1")
    doc.p("课后服务收费公示表", jc="center", indent=0)
    doc.raw(
        table(row(cell(t("项目")), cell(t("标准"))), row(cell(t("托管")), cell(t("每月100元")))),
        ((("项目", 1, 1), ("标准", 1, 1)), (("托管", 1, 1), ("每月100元", 1, 1))),
    )
    doc.p("附件2", indent=0, more="<w:pageBreakBefore/>")
    doc.p("填表说明", jc="center", indent=0)
    doc.p("收费标准按元填写。")
    doc.p("抄送：区发展改革委。", indent=0)
    doc.p("北京市示例区教育委员会办公室　　2026年11月5日印发", indent=0)
    return doc


def tables() -> Docx:
    """Merged, set in, nested, with automatic numbers in cells, rows and cells in content controls."""
    doc = Docx()
    doc.list_(1, level(0, "decimal", "%1"))
    doc.num(1, 1)
    doc.p("示例区公共服务收费目录", jc="center", indent=0)
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    doc.raw(
        table(
            row(cell(t("序号"), merge="restart"), cell(t("收费"), wide=2), head=True),
            row(cell(merge="continue"), cell(t("项目")), cell(t("标准")), head=True),
            row(cell("", properties=numbered), cell(t("停车")), cell(t("每小时2元"))),
            control(row(cell("", properties=numbered), control(cell(t("场地"))), cell(t("每次50元")))),
            row(cell(t("小计"), wide=2), before=1),
        ),
        (
            (("序号", 1, 2), ("收费", 2, 1)),
            (("项目", 1, 1), ("标准", 1, 1)),
            (("1", 1, 1), ("停车", 1, 1), ("每小时2元", 1, 1)),
            (("2", 1, 1), ("场地", 1, 1), ("每次50元", 1, 1)),
            (("小计", 2, 1),),
        ),
    )
    inner = table(row(cell(t("甲")), cell(t("乙"))), row(cell(t("丙")), cell(t("丁"))))
    doc.raw(
        table(row(cell(t("类别")), cell(t("内容"))), row(cell(t("合成")), cell(t("后面"), nested=inner))),
        ((("类别", 1, 1), ("内容", 1, 1)), (("合成", 1, 1), ("甲\n乙\n丙\n丁\n后面", 1, 1))),
    )
    doc.p("以上收费自2026年12月1日起执行。")
    return doc


def notes() -> Docx:
    """Footnotes, one with a sign of its own, one in a table, an endnote."""
    doc = Docx()
    doc.p("示例区老年人优待规定", jc="center", indent=0)
    doc.p("老年人", doc.note("年满60周岁的本区居民。"), "乘车免费。", shows="老年人乘车免费。")
    doc.p("高龄老人", doc.note("年满80周岁。", mark="①"), "享受津贴。", shows="高龄老人①享受津贴。")
    doc.raw(
        table(
            row(cell(t("年龄")), cell(t("标准") + doc.note("按月发放。"))),
            row(cell(t("80")), cell(t("100元"))),
        ),
        ((("年龄", 1, 1), ("标准", 1, 1)), (("80", 1, 1), ("100元", 1, 1))),
    )
    doc.p("由民政局解释。", doc.note("含街道。", "endnote"), shows="由民政局解释。")
    return doc


def wps() -> Docx:
    """What WPS and old versions of Word write: boxes, controls, soft breaks, signs of fonts, hidden words."""
    doc = Docx()
    doc.header = "示例区民政局内部资料"
    headed = paragraph(t("北京市示例区民政局文件", RED), properties='<w:jc w:val="center"/>')
    doc.raw(paragraph(box(headed)), ("", ""), ("", "北京市示例区民政局文件"))
    old = f"<w:txbxContent>{paragraph(t('示民发〔2026〕9号'))}</w:txbxContent>"
    shape = r(f"<w:pict><v:shape><v:textbox>{old}</v:textbox></v:shape></w:pict>")
    doc.raw(paragraph(shape), ("", ""), ("", "示民发〔2026〕9号"))
    doc.p("关于开展走访", r("<w:br/>"), "慰问的通知", jc="center", indent=0, shows="关于开展走访\n慰问的通知")
    doc.raw(control(paragraph(t("各街道办事处："))), ("", "各街道办事处："))
    doc.p("面积", r("<w:tab/>"), "20", r("<w:noBreakHyphen/>"), "30平方米", r("<w:softHyphen/>"), "。",
          shows="面积\t20-30平方米。")  # fmt: skip
    doc.p(r('<w:sym w:font="Wingdings" w:char="F0FE"/>'), "同意",
          r('<w:sym w:font="Wingdings" w:char="F0A8"/>'),
          "不同意", shows="☑同意□不同意")  # fmt: skip
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    doc.p(t("n 重点", wingdings), t("\uf0a8", wingdings), shows="■ 重点□")
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{t('zhèn')}</w:rt><w:rubyBase>{t('圳')}</w:rubyBase></w:ruby>"
    doc.p(
        "深",
        r(ruby),
        "市",
        t("不公开的话", "<w:vanish/>"),
        "见第",
        field_(" PAGE ", t("3")),
        "页",
        shows="深圳市见第3页",
    )
    nested = field_(" IF ", t("假", ""))
    doc.p(
        "共",
        '<w:fldSimple w:instr=" SEQ 表 "><w:r><w:t>2</w:t></w:r></w:fldSimple>',
        "项",
        nested,
        shows="共2项假",
    )
    doc.p(f"<w:smartTag>{t('示例区')}</w:smartTag>",
          control(t("请在此输入"), "<w:showingPlcHdr/>"),
          control(t("填好的")), "事项。", shows="示例区填好的事项。")  # fmt: skip
    contents = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    doc.raw(control(paragraph(t("目录")) + paragraph(t("一、要求 1")), contents))
    return doc


def announcement() -> Docx:
    """An announcement with its number by year."""
    doc = Docx()
    doc.p("北京市示例区市场监督管理局公告", jc="center", indent=0, run=RED)
    doc.p("2026年第7号", jc="center", indent=0)
    doc.p("关于食品抽检情况的公告", jc="center", indent=0)
    doc.p("近期抽检食品20批次，全部合格。现予公告。")
    doc.p("北京市示例区市场监督管理局", jc="right", indent=0)
    doc.p("２０２６年１１月６日", jc="right", indent=0)
    return doc


def plan() -> Docx:
    """A plan with 一、（一）1. by automatic numbers, a repeal, the day of issue as its day of effect."""
    doc = Docx()
    doc.list_(
        1, level(0, "japaneseCounting", "%1、"), level(1, "japaneseCounting", "（%2）"),
        level(2, "decimal", "%3."),
    )  # fmt: skip
    doc.num(1, 1)
    doc.p("北京市示例区人民政府办公室文件", jc="center", indent=0, run=RED)
    doc.p("示政办发〔2026〕30号", jc="center", indent=0)
    doc.p("示例区推进智慧养老实施方案", jc="center", indent=0)
    doc.p("各街道办事处，区政府各部门：", indent=0)
    doc.p("为推进智慧养老，制定本方案。")
    for at, name in enumerate(("总体要求", "主要任务", "保障措施"), 1):
        doc.p(name, num=(1, 0), label=f"{style.numeral(at)}、")
        doc.p("明确分工", num=(1, 1), label="（一）")
        doc.p("区民政局牵头，按季度*2次调度。", num=(1, 2), label="1.")
        doc.p("完成比例不低于60%_以上_，误差<1%。", num=(1, 2), label="2.")
    doc.p("本方案自印发之日起施行。《示例区智慧养老试点方案》（示政办发〔2021〕5号）同时废止。")
    doc.p("北京市示例区人民政府办公室", jc="right", indent=0)
    doc.p("2026年11月9日", jc="right", indent=0)
    return doc


FILES = {
    made.__name__: made
    for made in (two_hundred, by_style, mixed, formats, notice_with_measures, joint, order,
                 letter_with_form, tables,
                 notes, wps, announcement, plan)
}  # fmt: skip
