"""What each block of an official document is: head, number, title, signature, attachments, imprint."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.desk import word
from gongkai.desk.intake.parts import Role
from gongkai.desk.intake.reading import parts_of

from ..word import official
from ..word.ooxml import Docx, cell, row, t, table

_MEASURES = "示例区社区食堂管理办法"
#: file → title, number, issuers, day, attachments, printed title
FIELDS = {
    "notice_with_measures": (
        f"北京市示例区民政局关于印发《{_MEASURES}》的通知", "示民发〔2026〕12号",
        ["北京市示例区民政局"], "2026-11-02", [], _MEASURES,
    ),
    "joint": (
        "关于提高临时救助标准的通知", "示民发〔2026〕15号",
        ["北京市示例区民政局", "北京市示例区财政局"], "2026-11-04", [], "",
    ),
    "order": (
        "示例区停车设施管理办法", "北京市示例区人民政府令第3号",
        ["北京市示例区人民政府"], "2026-10-28", [], "示例区停车设施管理办法",
    ),
    "letter_with_form": (
        "关于开展课后服务收费公示的通知", "示教函〔2026〕8号",
        ["北京市示例区教育委员会"], "2026-11-05", ["课后服务收费公示表", "填表说明"], "",
    ),
    "announcement": (
        "关于食品抽检情况的公告", "北京市示例区市场监督管理局公告2026年第7号",
        ["北京市示例区市场监督管理局"], "2026-11-06", [], "",
    ),
    "plan": (
        "示例区推进智慧养老实施方案", "示政办发〔2026〕30号",
        ["北京市示例区人民政府办公室"], "2026-11-09", [], "",
    ),
    "wps": ("关于开展走访慰问的通知", "示民发〔2026〕9号", ["北京市示例区民政局"], None, [], ""),
    "two_hundred": ("示例区城市管理综合规定", "", [], None, [], ""),
    "tables": ("示例区公共服务收费目录", "", [], None, [], ""),
    "notes": ("示例区老年人优待规定", "", [], None, [], ""),
    "by_style": ("", "", [], None, [], ""),
    "mixed": ("", "", [], None, [], ""),
    "formats": ("", "", [], None, [], ""),
}  # fmt: skip


def _parts(doc):
    return parts_of(word.read(doc.data()).blocks)


@pytest.mark.parametrize("name", official.FILES)
def test_fields_are_read_from_their_places(name):
    parts = _parts(official.FILES[name]())
    day = parts.made_on.isoformat() if parts.made_on else None
    assert (parts.title, parts.number, parts.issuers, day, parts.listed, parts.printed) == FIELDS[name]


def _roles(doc):
    parts = _parts(doc)
    return {role: [at for at, each in enumerate(parts.roles) if each is role] for role in Role}


def test_what_the_page_says_elsewhere_is_taken_out_of_the_text():
    roles = _roles(official.notice_with_measures())
    assert roles[Role.HEAD] == [0]
    assert roles[Role.NUMBER] == [1]
    assert roles[Role.TITLE] == [2, 3]
    assert roles[Role.ADDRESSEE] == [4]
    assert roles[Role.SIGNATURE] == [6, 7]
    assert roles[Role.OPENNESS] == [8]
    assert roles[Role.PRINTED] == [9]
    assert roles[Role.IMPRINT] == [17]


def test_attachments_in_the_same_file_are_what_stands_behind_their_number():
    roles = _roles(official.letter_with_form())
    assert roles[Role.LISTING] == [5, 6]
    assert roles[Role.ATTACHED] == list(range(9, 15))
    assert roles[Role.IMPRINT] == [15, 16]


def _short(*ending: str, head: str = "示民发〔2026〕8号") -> Docx:
    doc = Docx()
    doc.p(head, jc="center", indent=0)
    doc.p("关于办理事项的通知", jc="center", indent=0)
    doc.p("请各单位按期办理。")
    for line in ending:
        doc.p(line, indent=0)
    return doc


@pytest.mark.parametrize(
    ("ending", "issuers", "day"),
    [
        (("区民政局　区财政局", "2026年11月2日"), ["区民政局", "区财政局"], "2026-11-02"),
        (("区民政局（代章）", "二○二六年十一月二日"), ["区民政局"], "2026-11-02"),
        (("区民政局", "二Ｏ二六年十一月二日"), ["区民政局"], "2026-11-02"),
        (("区民政局　　2026年11月2日",), ["区民政局"], "2026-11-02"),
        (("区 民 政 局", "2026年 11月 2日", "抄送：区委办公室。"), ["区民政局"], "2026-11-02"),
        (("区民政局", "2026.11.2"), ["区民政局"], "2026-11-02"),
        (("区民政局、区财政局", "２０２６／１１／２"), ["区民政局", "区财政局"], "2026-11-02"),
        (("区民政局", "2026年2月30日"), ["区民政局"], None),
        (("区民政局", "2026年11月"), ["区民政局"], None),
        (("2026年11月",), [], None),
        (("2026年11月2日以前办完。",), [], None),
        (("2026年11月2日", "以前办完。"), [], None),
    ],
)
def test_signatures_are_offices_and_a_day(ending, issuers, day):
    parts = _parts(_short(*ending))
    assert (parts.issuers, parts.made_on) == (issuers, dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("示民发[2026]8号", "示民发〔2026〕8号"),
        ("示民发（2026）第8号", "示民发〔2026〕8号"),
        ("示民发〔2026〕8号　　　签发人：某某", "示民发〔2026〕8号"),
        ("示民发〔２０２６〕８号", "示民发〔2026〕8号"),
        ("示民发【2026】8号", "示民发〔2026〕8号"),
        ("示民发2026-8号", ""),
        ("示民发2026年8号", ""),
        ("根据示民发〔2026〕8号的要求，现通知如下", ""),
        ("第8号", ""),
    ],
)
def test_the_number_is_what_stands_alone_above_the_title(head, number):
    parts = _parts(_short(head=head))
    assert parts.number == number
    assert parts.title == ("" if head.startswith("根据") else "关于办理事项的通知")
    assert parts.like_number == (head if head.startswith(("示民发2026", "第")) else "")


@pytest.mark.parametrize(
    "listing",
    [
        ("附件：1.申请表", "2.汇总表"),
        ("附件：1.申请表 2.汇总表",),
        ("附件：1、申请表；2、汇总表。",),
        ("附件：", "1．申请表", "2．汇总表"),
        ("附件1：申请表", "附件2：汇总表"),
        ("附件1、申请表", "附件2、汇总表"),
    ],
)
def test_attachments_are_listed_in_whatever_way(listing):
    parts = _parts(_short(*listing, "区民政局", "2026年11月2日"))
    assert parts.listed == ["申请表", "汇总表"]


@pytest.mark.parametrize(
    "listing", [("附件1所列事项照办。",), ("附件：2025年1.2万户名单",), ("附件：1.甲类1.5米表",)]
)
def test_figures_and_sentences_are_no_further_attachment(listing):
    assert len(_parts(_short(*listing, "区民政局", "2026年11月2日")).listed) == ("：" in listing[0])


@pytest.mark.parametrize(
    "contents",
    [
        ("目　录", "一、总则……………………1", "二、附则\t2"),
        ("目录", "一、总则", "二、附则"),
    ],
)
def test_a_table_of_contents_that_was_typed_is_neither_title_nor_text(contents):
    doc = _file(
        ">示例区养老服务规划", f">{contents[0]}", *contents[1:], "一、总则", "以居家为基础。", "二、附则"
    )
    parts = _parts(doc)
    assert parts.title == "示例区养老服务规划"
    assert "".join(block.text for block, _ in parts.text) == "一、总则以居家为基础。二、附则"


def test_what_begins_like_contents_and_is_none_stays():
    parts = _parts(_file(">示例区养老服务规划", ">目录", "一、收录本区的规划。", "二、每年更新。"))
    assert Role.CONTENTS not in parts.roles


def test_a_printed_title_that_is_another_is_told_and_not_taken():
    doc = Docx()
    doc.p("关于印发《示例区甲类事项办法》的通知", jc="center", indent=0)
    doc.p("现将办法印发给你们。")
    doc.p("区民政局", jc="right", indent=0)
    doc.p("2026年11月2日", jc="right", indent=0)
    doc.p("示例区乙类事项规定", jc="center", indent=0, more="<w:pageBreakBefore/>")
    doc.p("第一条　办理乙类事项。")
    parts = _parts(doc)
    assert (parts.printed, parts.unmatched) == ("", "示例区乙类事项规定")


def test_a_table_of_figures_with_a_day_is_no_signature():
    doc = _short()
    doc.raw(table(row(cell(t("项目")), cell(t("日期"))), row(cell(t("验收")), cell(t("2026年11月2日")))))
    assert Role.SIGNATURE not in _parts(doc).roles


def _file(*lines: str) -> Docx:
    """Lines of a file: > centred, < to the right, ! red and centred, | on a new page, else running text."""
    doc = Docx()
    for line in lines:
        more = "<w:pageBreakBefore/>" if line[0] == "|" else ""
        jc = {">": "center", "!": "center", "<": "right"}.get(line[0], "")
        red = official.RED if line[0] == "!" else ""
        doc.p(line.lstrip("><!|"), jc=jc, indent=0 if jc or more else 200, run=red, more=more)
    return doc


_GOVERNMENT = "北京市示例区人民政府"
LATER = {
    "minutes": (
        _file(
            "!区政府常务会议纪要", ">第12期", "11月3日，区长主持召开会议。纪要如下：", "一、关于供暖",
            "会议同意。",
        ),
        ("区政府常务会议纪要", "", [], None),
    ),
    "draft": (
        _file(">示例区户外广告管理办法", ">（征求意见稿）", "第一条　为了管理，制定本办法。"),
        ("示例区户外广告管理办法（征求意见稿）", "", [], None),
    ),
    "letter, nothing centred": (
        _file(
            "示发改〔2026〕3号", "关于调整停车收费的函", "区城市管理委：", "函复如下：", "同意。",
            "<区发展和改革委员会", "<2026年11月5日",
        ),
        ("关于调整停车收费的函", "示发改〔2026〕3号", ["区发展和改革委员会"], "2026-11-05"),
    ),
    "number below the title": (
        _file(
            f">{_GOVERNMENT}关于加强古树保护的意见", ">（示政发〔2026〕7号）", "各单位：",
            "提出意见。", f"<{_GOVERNMENT}", "<2026年11月8日",
        ),
        (f"{_GOVERNMENT}关于加强古树保护的意见", "示政发〔2026〕7号", [_GOVERNMENT], "2026-11-08"),
    ),
    "history below the title": (
        _file(
            f">{_GOVERNMENT}关于废止部分文件的决定", ">（2026年11月2日第9次常务会议通过）",
            "决定废止。", f"<{_GOVERNMENT}", "<2026年11月9日",
        ),
        (f"{_GOVERNMENT}关于废止部分文件的决定", "", [_GOVERNMENT], "2026-11-09"),
    ),
    "offices above the title and side by side": (
        _file(
            ">区教育委员会", ">区公安分局", ">关于校园周边的通告", "现通告如下：", "一、范围",
            "区教育委员会　　区公安分局", "　　　　2026年11月10日",
        ),
        ("关于校园周边的通告", "", ["区教育委员会", "区公安分局"], "2026-11-10"),
    ),
    "offices of a title that go on in its next line": (
        _file(
            ">区教育委员会　区公安分局", ">区财政局关于印发《校园周边管理", ">办法》的通知", "现印发给你们。",
            "<区教育委员会", "<区公安分局", "<区财政局", "<2026年11月10日",
        ),
        (
            "关于印发《校园周边管理办法》的通知", "", ["区教育委员会", "区公安分局", "区财政局"],
            "2026-11-10",
        ),
    ),
    "a notice without number": (
        _file(
            ">关于示范单位的公示", "现予公示。公示期：2026年11月1日至7日。", "<示例区文化和旅游局",
            "<2026年11月1日",
        ),
        ("关于示范单位的公示", "", ["示例区文化和旅游局"], "2026-11-01"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LATER)
def test_papers_of_other_kinds(case):
    doc, wanted = LATER[case]
    parts = _parts(doc)
    day = parts.made_on.isoformat() if parts.made_on else None
    assert (parts.title, parts.number, parts.issuers, day) == wanted
