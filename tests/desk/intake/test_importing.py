"""Files → drafts in a column: only what the file states, at most six questions, nothing overwritten."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from PIL import Image

from gongkai.column.validate import validate
from gongkai.desk import word
from gongkai.desk.intake import importing, questions
from gongkai.load import load
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.text.document import document

from ..word import numbered, official
from ..word.ooxml import Docx, paragraph, picture, t
from .conftest import ANSWERS


def _records(root, kind):
    validated = validate(load(root).documents)
    assert not validated.problems
    return [each for each in validated.records if isinstance(each, kind) and each.draft]


def test_the_same_file_again_renews_its_draft(column, tmp_path):
    (first,) = column(official.notice_with_measures(), answers=ANSWERS)
    policy, interpretation = (tmp_path / path for path in first.written)
    fresh = policy.read_text("utf-8")
    policy.write_text(fresh.replace("第一条", "改坏了的一条"), "utf-8")
    interpretation.write_text("写好的解读", "utf-8")
    asked: list[str] = []

    def renews(path: str) -> bool:
        asked.append(path)
        return True

    # what was answered the first time stands in the draft, and is not asked again
    (again,) = column(official.notice_with_measures(), again=renews)
    assert asked == first.written[:1]
    assert again.written == first.written[:1]
    assert policy.read_text("utf-8") == fresh
    assert interpretation.read_text("utf-8") == "写好的解读"


def test_a_notice_becomes_a_draft_with_the_scaffold_of_its_interpretation(column, tmp_path):
    (done,) = column(official.notice_with_measures(), answers=ANSWERS)
    (policy,) = _records(tmp_path, Policy)
    assert done.written == [
        "content/policies/2026/shequ-shitang-guanli-banfa.md",
        "content/interpretations/2026/shequ-shitang-guanli-banfa-jiedu.md",
    ]
    assert policy.title == "北京市示例区民政局关于印发《示例区社区食堂管理办法》的通知"
    assert (policy.number, policy.issuers, policy.genre) == ("示民发〔2026〕12号", ("区民政局",), "通知")
    assert (policy.made_on, policy.effective_on) == (dt.date(2026, 11, 2), dt.date(2026, 12, 1))
    assert len(document(policy.body, policy.title).printed[0].articles) == 3
    (interpretation,) = _records(tmp_path, Interpretation)
    assert interpretation.title == "《示例区社区食堂管理办法》解读"
    assert interpretation.documents == (policy.slug,)
    assert "最迟 2026-11-25" in (tmp_path / done.written[1]).read_text("utf-8")


@pytest.mark.parametrize("name", official.FILES)
def test_each_file_asks_at_most_six_questions_and_is_a_sound_record_when_they_are_answered(
    column, tmp_path, name
):
    asked = []
    known = {**ANSWERS, "标题": "示例事项办法", "发文机关": "区民政局", "成文日期": "2026-11-03"}

    def ask(question):
        asked.append(question.key)
        return known[question.key]

    (done,) = column(official.FILES[name](), ask=ask)
    assert len(asked) <= questions.MOST
    assert not done.open
    assert len(_records(tmp_path, Policy)) == 1


def test_without_answers_the_keys_stay_open_and_nothing_is_invented(column, tmp_path):
    (done,) = column(official.notice_with_measures())
    text = (tmp_path / done.written[0]).read_text("utf-8")
    assert [each.key for each in done.open] == ["发布日期", "是否规范性文件", "主题分类"]
    assert "# 待填：在网站上哪一天公布？（可以是 2026-11-20）\n#发布日期: \n" in text
    assert "（可以是 是）\n#是否规范性文件: \n" in text
    problems = validate(load(tmp_path).documents).problems
    assert sorted(each.message for each in problems if "policies" in each.path) == [
        "缺少必填的“发布日期”",
        "缺少必填的“是否规范性文件”",
    ]


def test_joint_papers_have_all_their_units_and_a_repeal_of_a_known_document(column, tmp_path):
    column(official.joint(), official.plan(), answers=ANSWERS)
    records = {each.genre: each for each in _records(tmp_path, Policy)}
    assert records["通知"].issuers == ("区民政局", "区财政局")
    assert records["通知"].effective_on == dt.date(2026, 12, 1)  # answered before it was read
    assert records["方案"].issuers == ("区政府办公室",)
    assert [each.document for each in records["方案"].repeals] == ["示政办发〔2021〕5号"]


def test_from_the_day_of_issue_is_the_day_of_the_signature(column, tmp_path):
    answers = {key: value for key, value in ANSWERS.items() if key != "施行日期"}
    column(official.joint(), answers=answers)
    (policy,) = _records(tmp_path, Policy)
    assert policy.effective_on == dt.date(2026, 11, 4)


def test_a_term_that_leads_out_of_the_calendar_is_left_to_the_editor(column, tmp_path):
    doc = Docx()
    doc.p("示例区办事规定", jc="center", indent=0)
    doc.p("第一条　本规定自2026年12月1日起施行，有效期9999年。")
    column(doc, answers={**ANSWERS, "发文机关": "区民政局", "成文日期": "2026-11-02"})
    (policy,) = _records(tmp_path, Policy)
    assert (policy.effective_on, policy.expires_on) == (dt.date(2026, 12, 1), None)


def test_attachments_that_the_file_does_not_hold_are_left_to_be_put_in(column, tmp_path):
    doc = Docx()
    doc.p("关于填报的通知", jc="center", indent=0)
    doc.p("请填报。")
    doc.p("附件：1.申请表")
    doc.p("区民政局", indent=0)
    doc.p("2026年11月2日", indent=0)
    (done,) = column(doc, answers=ANSWERS)
    assert "#附件:\n#  - 名称: 申请表\n" in (tmp_path / done.written[0]).read_text("utf-8")
    (held,) = column(official.letter_with_form(), answers=ANSWERS)
    assert "#附件:" not in (tmp_path / held.written[0]).read_text("utf-8")


def test_the_interpretation_that_comes_with_its_policy_is_linked_to_it(column, tmp_path):
    explains = Docx()
    explains.p("《示例区社区食堂管理办法》解读", jc="center", indent=0)
    explains.p("一、背景依据")
    explains.p("方便老年人用餐。")
    policy, interpretation = column(explains, official.notice_with_measures(), answers=ANSWERS)[::-1]
    assert policy.written == ["content/policies/2026/shequ-shitang-guanli-banfa.md"]
    assert interpretation.written == ["content/interpretations/2026/shequ-shitang-guanli-banfa-jiedu.md"]
    (record,) = _records(tmp_path, Interpretation)
    assert record.documents == ("shequ-shitang-guanli-banfa",)
    assert "方便老年人用餐。" in record.body


def test_a_note_and_a_picture_of_the_title_are_listed_since_they_are_not_in_the_text(column, tmp_path):
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    doc = Docx()
    doc.media["a.png"] = out.getvalue()
    doc.p(picture("a.png"), "示例区办事规定", doc.note("2026年修订。"), jc="center", indent=0)
    doc.p("请按时办理。", doc.note("节假日除外。"))
    (done,) = column(doc, answers={**ANSWERS, "发文机关": "区民政局", "成文日期": "2026-11-02"})
    assert [(each.why, each.text) for each in done.unread] == [
        ("标题里的图片", "tu-1.png"),
        ("标题里的注释", "2026年修订。"),
    ]
    assert done.written[1:] == ["content/interpretations/2026/banshi-guiding-jiedu.md"]
    (policy,) = _records(tmp_path, Policy)
    assert policy.body.endswith("请按时办理。[^1]\n\n[^1]: 节假日除外。\n")


def test_a_text_that_is_too_long_for_a_page_is_told(column):
    doc = Docx()
    for _ in range(31):
        doc.p("长" * 10_000)
    with pytest.raises(word.Refused, match="超过 300000 字"):
        column(doc, answers=ANSWERS)


def test_what_is_answered_for_one_file_is_not_taken_for_the_next(column, tmp_path):
    said = {**ANSWERS, "标题": "示例区办理办法", "发文机关": "区民政局", "成文日期": "2026-11-03"}
    column(numbered.by_style(), official.plan(), ask=lambda question: said[question.key])
    records = {each.title: each for each in _records(tmp_path, Policy)}
    assert set(records) == {"示例区办理办法", "示例区推进智慧养老实施方案"}
    assert records["示例区推进智慧养老实施方案"].made_on == dt.date(2026, 11, 9)


def test_nothing_is_written_where_a_file_has_tracked_changes(column, tmp_path):
    doc = official.plan()
    doc.raw(paragraph(f'<w:ins w:id="1" w:author="甲">{t("加的")}</w:ins>'))
    with pytest.raises(importing.Stopped) as stopped:
        column(official.joint(), doc, answers=ANSWERS)
    assert [(each.why, each.text) for each in stopped.value.told] == [("修订：插入", "加的")]
    assert not _records(tmp_path, Policy)


def test_a_second_import_takes_another_name_and_a_name_that_is_taken_is_told(column, tmp_path):
    column(official.plan(), answers=ANSWERS)
    (again,) = column(official.plan(), answers=ANSWERS)
    assert again.written[0].endswith("-2.md")


def test_the_page_shows_the_original_beside_the_text_and_what_was_left_out(column, tmp_path):
    (done,) = column(official.wps(), answers={**ANSWERS, "成文日期": "2026-11-02"})
    page = (tmp_path / "pages" / done.page.rsplit("/", 1)[1]).read_text("utf-8")
    assert (
        '<p class=role>红头</p><div class="out box center" title="第1段的文本框">'
        "<p>北京市示例区民政局文件</p></div>" in page
    )
    assert "<li class=told>第8段：隐藏文字“不公开的话”</li>" in page
    assert "<h2>网页</h2><p>各街道办事处：</p>" in page
    assert "http" not in page


def test_answers_are_held_to_what_the_key_takes():
    assert questions.fault("发布日期", "2026-11-30") == ""
    assert "改为半角的 2026-11-30" in questions.fault("发布日期", "2026年11月30日")
    assert "不在主题分类里" in questions.fault("主题分类", "民政")
    assert "没有这个键" in questions.fault("标 题", "甲")


def test_what_was_meant_and_cannot_be_read_is_asked_in_its_own_words(column):
    doc = Docx()
    for line in ("示民发2026-31号", "关于印发<甲类办法>的通知"):
        doc.p(line, jc="center", indent=0)
    for line in ("请遵照执行。", "区民政局", "2026年2月30日"):
        doc.p(line, indent=0)
    asked = {}

    def ask(question):
        asked[question.key] = question
        return ""

    (done,) = column(doc, ask=ask)
    assert "“2026年2月30日”，日历上没有这一天" in asked["成文日期"].words
    assert asked["发文字号"].offered == "示民发〔2026〕31号"
    assert asked["发文字号"].fault("31号") == "“31号”不是发文字号的写法，写成 示政发〔2026〕9号 这样"
    assert len(asked) <= questions.MOST
    assert "标题里的“<甲类办法>”像是书名号写错了" in "".join(done.facts.doubts)


def test_a_red_head_without_a_number_is_asked_for_it_and_whom_to_call_stays(column, tmp_path):
    asked: dict[tuple[str, str], list[str]] = {}
    for head, line in (
        ("示例区民政局文件", ""),
        ("示例区民政局文件", "示民发〔2026〕31号"),
        ("示例区民政局", ""),
    ):
        doc = Docx()
        for each in filter(None, (head, line, f"关于办理第{len(asked)}件事的通知")):
            doc.p(each, jc="center", indent=0)
        for each in ("请遵照执行。", "区民政局", "2026年11月2日", "（联系人：某某；联系电话：010-00000000）"):
            doc.p(each, indent=0)
        keys = asked[head, line] = []
        (done,) = column(doc, ask=lambda question, keys=keys: keys.append(question.key) or "")
        text = (tmp_path / next(each for each in done.written if each.endswith(".md"))).read_text("utf-8")
        assert "（联系人：某某；联系电话：010-00000000）" in text
    assert [("发文字号" in each) for each in asked.values()] == [True, False, False]


def _explanation(title: str) -> Docx:
    doc = Docx()
    doc.p(title, jc="center", indent=0)
    doc.p("一、背景依据")
    doc.p("方便老年人用餐。")
    return doc


def test_an_interpretation_alone_finds_the_policy_that_its_title_names(column, tmp_path):
    asked: list[str] = []

    def ask(question):
        asked.append(question.key)
        return ""

    (done,) = column(_explanation("《示例区智慧养老试点方案》解读"), ask=ask)
    assert asked == ["发布日期"]
    assert "解读文件: [shidian]\n" in (tmp_path / done.written[0]).read_text("utf-8")


@pytest.mark.parametrize("answer", ["示政办发〔2021〕5号", "《示例区智慧养老试点方案》"])
def test_or_asks_which_one_it_explains(column, tmp_path, answer):
    answers = {"解读文件": answer, "发布日期": "2026-11-20"}
    (done,) = column(_explanation("养老新政策解读"), ask=lambda question: answers[question.key])
    (record,) = _records(tmp_path, Interpretation)
    assert (record.documents, record.published) == (("shidian",), dt.date(2026, 11, 20))
    assert not done.open
