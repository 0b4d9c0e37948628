"""Lists as Word numbers them, each with the labels it shows beside the call."""

from __future__ import annotations

from gongkai.text import style

from .ooxml import Docx, level

_RULES = (
    level(0, "chineseCountingThousand", "第%1章", suff="space"),
    level(1, "chineseCountingThousand", "第%2条", restart="0", suff="space"),
    level(2, "chineseCounting", "（%3）", suff="nothing"),
    level(3, "decimal", "%4.", suff="nothing"),
)


def rules(doc: Docx) -> None:
    """The list of chapters, articles, items: articles run on through the chapters."""
    doc.list_(1, *_RULES)
    doc.num(1, 1)


def two_hundred() -> Docx:
    """A document of 200 articles in chapters, one inserted by hand."""
    doc = Docx()
    rules(doc)
    doc.p("示例区城市管理综合规定", jc="center", indent=0)
    for number in range(1, 201):
        if number % 20 == 1:
            chapter = style.numeral(number // 20 + 1)
            doc.p(f"第{chapter}部分的事项", num=(1, 0), jc="center", indent=0, label=f"第{chapter}章")
        doc.p(f"办理第{number}类事项，应当公开。", num=(1, 1), label=f"第{style.numeral(number)}条")
        if number == 57:
            doc.p("第五十七条之一　办理补充的事项，应当公开。")
        if number % 25 == 0:
            doc.p("申请表；", num=(1, 2), label="（一）")
            doc.p("证明，包括：", num=(1, 2), label="（二）")
            doc.p("身份证明；", num=(1, 3), label="1.")
            doc.p("其他证明。", num=(1, 3), label="2.")
    return doc


def by_style() -> Docx:
    """Numbers that stand in styles: linked levels, one inherited, one switched off."""
    doc = Docx()
    at = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'.format
    doc.style("a", "Normal", usual=True)
    doc.style("zhang", "章", "a", at(0))
    doc.style("tiao", "条", "a", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    doc.style("tiao2", "条（加宽）", "tiao")
    doc.style("xiang", "项", "a", '<w:numPr><w:ilvl w:val="7"/><w:numId w:val="1"/></w:numPr>')
    doc.list_(
        4,
        level(0, "japaneseCounting", "第%1章　", style="zhang"),
        level(1, "japaneseCounting", "第%2条　", restart="0", style="tiao"),
        level(2, "japaneseCounting", "（%3）", style="xiang"),
    )
    doc.num(1, 4)
    doc.p("总则", style="zhang", label="第一章　")
    doc.p("为了便民，制定本办法。", style="tiao", label="第一条　")
    doc.p("本办法适用于本区。", style="tiao2", label="第二条　")
    doc.p("公园；", style="xiang", label="（一）")
    doc.p("绿地。", style="xiang", label="（二）")
    doc.p("这一段不编号。", style="tiao", more='<w:numPr><w:numId w:val="0"/></w:numPr>')
    doc.p("附则", style="zhang", label="第二章　")
    doc.p("本办法自2026年12月1日起施行。", style="tiao", label="第三条　")
    return doc


def mixed() -> Docx:
    """Restart, going on, another format by override, a style link, numbers written by hand."""
    doc = Docx()
    doc.style("a", "Normal", usual=True)
    doc.list_(1, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", legal="1"))
    doc.num(1, 1)
    doc.num(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    doc.num(3, 1)
    doc.num(4, 1, f'<w:lvlOverride w:ilvl="0">{level(0, "decimalEnclosedCircle", "%1")}</w:lvlOverride>')
    doc.styles.append(
        '<w:style w:type="numbering" w:styleId="lb"><w:name w:val="列表"/><w:pPr><w:numPr>'
        '<w:numId w:val="6"/></w:numPr></w:pPr></w:style>'
    )
    doc.list_(2, link="lb")
    doc.list_(3, level(0, "upperLetter", "%1）"), linked="lb")
    doc.num(5, 2)
    doc.num(6, 3)
    doc.p("总体要求", num=(1, 0), label="一、")
    doc.p("目标", num=(1, 1), label="1.1")
    doc.p("2026年的目标", num=(1, 1), label="1.2")
    doc.p("主要任务", num=(3, 0), label="二、")
    doc.p("重新编号", num=(2, 0), label="一、")
    doc.p("接着编号", num=(2, 0), label="二、")
    doc.p("换了样式", num=(4, 0), label="③")
    doc.p("", num=(1, 0), label="四、")
    doc.p("空的一段也占一个号", num=(1, 0), label="五、")
    doc.p("按样式链接", num=(5, 0), label="A）")
    doc.p("（六）手写的编号")
    return doc


FORMATS = (
    ("decimal", "12"), ("decimalZero", "12"), ("decimalFullWidth", "１２"), ("decimalEnclosedCircle", "⑫"),
    ("decimalEnclosedParen", "⑿"), ("decimalEnclosedFullstop", "⒓"), ("numberInDash", "- 12 -"),
    ("chineseCounting", "十二"), ("chineseCountingThousand", "十二"), ("japaneseCounting", "十二"),
    ("taiwaneseCounting", "十二"), ("ideographDigital", "一二"), ("chineseLegalSimplified", "壹拾贰"),
    ("ideographZodiac", "亥"), ("lowerLetter", "l"), ("upperLetter", "L"), ("lowerRoman", "xii"),
    ("upperRoman", "XII"), ("decimalEnclosedCircleChinese", "⑫"), ("none", ""),
)  # fmt: skip


def formats() -> Docx:
    """One paragraph for each format of numbers, all at 12."""
    doc = Docx()
    for at, (form, shown) in enumerate(FORMATS, 1):
        doc.list_(at, level(0, form, "〔%1〕", start="12"))
        doc.num(at, at)
        doc.p(form, num=(at, 0), label=f"〔{shown}〕")
    own = (
        '<mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    doc.list_(90, level(0, own, "%1号", start="7"))
    doc.num(90, 90)
    doc.p("自定的编号", num=(90, 0), label="007号")
    doc.list_(91, level(0, "bullet", "\uf06e", font="Wingdings"))
    doc.num(91, 91)
    doc.p("项目符号", num=(91, 0), label="■")
    return doc
