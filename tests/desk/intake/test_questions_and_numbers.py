"""What papers have that is no article: questions with their answers, the number of an announcement."""

from __future__ import annotations

import pytest

from gongkai.load import load

from ..word import official
from ..word.ooxml import Docx
from .conftest import ANSWERS


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            [
                "为便于理解，答复如下。",
                "一、问答",
                "1.问：谁可以申请？",
                "答：照第二条，老年人都可以。",
                "问题二：每餐多少？",
                "答：3元。",
            ],
            [
                {"问": "谁可以申请？", "答": "照第二条，老年人都可以。", "对应条款": ["第二条"]},
                {"问": "每餐多少？", "答": "3元。"},
            ],
        ),
        (
            ["问：依据是什么？", "答：《老年人权益保障法》第二条。"],
            [{"问": "依据是什么？", "答": "《老年人权益保障法》第二条。"}],
        ),
        (
            ["问：怎样申请？", "答：到社区。", "示例区民政局", "2026年11月30日"],
            [{"问": "怎样申请？", "答": "到社区。"}],
        ),
        (["问：怎样申请？", "答：先到社区。", "再填表。"], None),
        (["问：怎样申请？", "答：先到社区。", "示例区民政局也受理。"], None),
        (["问：怎样算？", "答：面积*3*元。"], None),
    ],
)
def test_questions_of_an_interpretation_go_where_questions_are(column, tmp_path, lines, found):
    doc = Docx()
    doc.p("《示例区社区食堂管理办法》政策问答", jc="center", indent=0)
    for each in lines:
        doc.p(each)
    _, done = column(official.notice_with_measures(), doc, answers=ANSWERS)
    (record,) = [each for each in load(tmp_path).documents if each.path == done.written[0]]
    assert isinstance(record.data, dict)
    assert record.data.get("问答") == found
    assert (record.data["解读形式"] == "简明问答") == bool(found)
    assert ("问" in record.body) == (found is None), "nothing stands twice, nothing is lost"
    assert "一、问答" not in record.body
    assert ("答复如下" in record.body) == (lines[0] == "为便于理解，答复如下。")
    assert ("留在正文里" in "".join(done.facts.doubts)) == (found is None)


@pytest.mark.parametrize(
    ("head", "number"),
    [
        (("示例区民政局通告", "〔2026〕第3号"), "示例区民政局通告〔2026〕第3号"),
        (("示例区民政局", "通　告", "〔2026〕3号"), "通告〔2026〕3号"),
        (("通告", "（2026年第3号）"), "通告2026年第3号"),
    ],
)
def test_the_number_of_an_announcement_has_its_head_above_it(column, head, number):
    doc = Docx()
    for each in (*head, "关于禁止燃放烟花爆竹的通告"):
        doc.p(each, jc="center", indent=0)
    doc.p("现通告如下。")
    (done,) = column(doc, answers=ANSWERS)
    assert (done.facts.keys["标题"], done.facts.keys["发文字号"]) == ("关于禁止燃放烟花爆竹的通告", number)


def test_a_day_that_no_calendar_has_is_asked_for_with_what_the_text_says(column):
    doc = Docx()
    doc.p("示例区助餐管理办法", jc="center", indent=0)
    doc.p("第一条　为方便老年人用餐，制定本办法。")
    doc.p("第二条　本办法自2026年13月1日起施行。")
    (done,) = column(doc, answers={key: each for key, each in ANSWERS.items() if key != "施行日期"})
    (asked,) = [each.words for each in done.open if each.key == "施行日期"]
    assert asked == "正文写的是“自2026年13月1日起施行”，日历上没有这一天，照原件是哪一天？"


def test_a_second_document_in_a_file_is_told_of(column):
    doc = official.notice_with_measures()
    for line in ("示例区民政局文件", "示民发〔2026〕50号", "关于做好冬季救助的通知"):
        doc.p(line, jc="center", indent=0)
    doc.p("各街道：请做好冬季救助。")
    (done,) = column(doc, answers=ANSWERS)
    assert [each for each in done.facts.doubts if "还有一个文件（示民发〔2026〕50号）" in each]
    (alone,) = column(official.notice_with_measures(), answers=ANSWERS)
    assert not [each for each in alone.facts.doubts if "还有一个文件" in each]


def test_the_title_of_an_interpretation_that_is_begun_nests_its_marks(column, tmp_path):
    """《关于印发〈…〉的通知》解读, where the notice prints nothing that could be explained instead."""
    doc = Docx()
    doc.p("关于印发《示例区助餐计划》的通知", jc="center", indent=0)
    doc.p("现将计划印发。")
    (done,) = column(doc, answers=ANSWERS)
    (record,) = [each for each in load(tmp_path).documents if each.path == done.written[1]]
    assert isinstance(record.data, dict)
    assert record.data["标题"] == "《关于印发〈示例区助餐计划〉的通知》解读"


def _explaining(title: str) -> Docx:
    doc = Docx()
    doc.p(title, jc="center", indent=0)
    doc.p("为便于理解，说明如下。")
    return doc


def test_an_interpretation_of_another_document_is_not_paired_in_silence(column, tmp_path):
    """The one its title names is explained, where the column has it; else the clerk is told."""
    _, done = column(
        official.notice_with_measures(), _explaining("《养老服务办法》政策解读"), answers=ANSWERS
    )
    assert "不是一起放进来的这件政策" in "".join(done.facts.doubts)
    _, own = column(
        official.notice_with_measures(), _explaining("《示例区社区食堂管理办法》政策解读"), answers=ANSWERS
    )
    assert "不是一起放进来的" not in "".join(own.facts.doubts)
    _, bare = column(official.notice_with_measures(), _explaining("政策解读"), answers=ANSWERS)
    assert "不是一起放进来的" not in "".join(bare.facts.doubts)
