"""Texts: empty ones, marks of unfinished work, personal data, tags, links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.common.personal import kind_of, masked
from gongkai.common.problems import BODY
from gongkai.law.example import CLEAN, a_meeting, a_page, a_policy, an_interpretation, an_item

from .conftest import only

UP = "../../.."


def rules(outcome):
    return [p.rule for p in outcome.problems]


@pytest.mark.parametrize(
    "text",
    [
        "待补充", "（待补充）", "内容待补充。", "附件：待补充", "- 待完善", "|标题|\n|---|\n|待填写|",
        "TODO", "TODO补链接",
        "金额 TBD", "Lorem ipsum dolor", "XXXX", "联系人：XXX", "2026年XX月XX日", "××年", "（此处填写内容）",
        "请在此处填写", "测试内容", "测试", "test。",
    ],
)  # fmt: skip
def test_marks_of_unfinished_work(run, text):
    found = run({**CLEAN, **an_item(body=f"第一行。\n\n{text}")}).problems
    assert found and {p.rule for p in found} == {"text-present"}
    assert found[0].at[0] == BODY and found[0].at[1] >= 2


@pytest.mark.parametrize(
    "text",
    [
        "核酸检测结果", "开展压力测试。", "- 测试\n- 验收", "材料待补充的，一次告知。",
        "对待补充材料的申请", "待定价格目录",
        "XXL 号服装", "光刻机 X 光", "5×8 米", "3×4＝12", "todo list 软件", "AUTODOC", "请申请人在此处签名",
        "此处为文物保护单位", "示例文化馆",
    ],
)  # fmt: skip
def test_ordinary_words_pass(run, text):
    assert rules(run({**CLEAN, **an_item(body=f"第一行。\n\n{text}")})) == []


@pytest.mark.parametrize("title", ["测试", "test", "Test 1", "测试123", "？？", "无标题", "——"])
def test_titles_without_content(run, title):
    assert only(run({**CLEAN, **an_item(标题=f"'{title}'")}), "text-present").at == ("标题",)


@pytest.mark.parametrize("title", ["测试仪器检定收费标准", "核酸检测点", "2026年要点", "标题党整治通告"])
def test_titles_with_content(run, title):
    assert rules(run({**CLEAN, **an_item(标题=title)})) == []


def test_marks_in_fields(run):
    files = a_meeting(议题="[{标题: 待补充, 是否公开: 否, 不公开理由: 内部}]")
    assert only(run({**CLEAN, **files}), "text-present").at == ("议题", 0, "标题")


def test_empty_texts(run):
    assert only(run({**CLEAN, **an_item(body="  \n")}), "text-present").at == (BODY, 0)
    assert rules(run({**CLEAN, **a_page(body="")})) == ["text-present"]
    assert rules(run({**CLEAN, **an_item(body="", 草稿="是"), **an_item("b")})) == []
    assert rules(run({**CLEAN, **a_meeting(body="")})) == []
    files = an_interpretation(
        body="", 问答="[{问: 谁？, 答: 区里的老年人。}]", 逐条解读=f"[{{条款: 第一条, 解读: {'补贴' * 20}}}]"
    )
    assert rules(run({**CLEAN, **files})) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("手机13800138000", "手机号码 138****8000"),
        ("电话：138 0013 8000。", "手机号码 138****8000"),
        ("+86 138-0013-8000", "手机号码 138****8000"),
        ("１３８００１３８０００", "手机号码 138****8000"),
        ("[拨打](tel:13800138000)", "手机号码 138****8000"),
        ("身份证11010519491231002X。", "居民身份证号码 110*************2X"),
        ("身份证 110105 19491231 002x", "居民身份证号码 110*************2X"),
        ("卡号 6222 0212 3456 7890 128", "银行卡号 622"),
        ("卡号4111111111111111", "银行卡号 411"),
        ("010-66001234 13800138000", "手机号码 138****8000"),
        ("66001234－13800138000", "手机号码 138****8000"),
        ("| 张某 | 13800138000 | 110 |", "手机号码 138****8000"),
        ("0086 13800138000", "手机号码 138****8000"),
    ],
)
def test_personal_data_is_found_and_masked(run, text, said):
    problem = only(run({**CLEAN, **an_item(body=f"第一行。\n{text}")}), "personal-data")
    assert said in problem.message and problem.at == (BODY, 1)
    digits = "".join(c for c in text if c.isdigit())
    assert digits not in problem.message + problem.fix


@pytest.mark.parametrize(
    "text",
    [
        "电话 010-66001234、010-66001235", "热线 12345", "400-810-8110", "138****8000",
        "统一社会信用代码 91110102MA13800138", "110105194912310021", "11010519491331002X",
        "6222021234567890123",
        "https://www.gov.cn/t20231381234567.html", "https://www.gov.cn/13800138000",
        "项目代码 2018-110102-70-03-000123", "预算 1234567.89 元", "201811010270030001234567",
        "12800138000",
    ],
)  # fmt: skip
def test_other_numbers_pass(run, text):
    assert rules(run({**CLEAN, **an_item(body=text)})) == []


def test_personal_data_in_fields_and_drafts(run):
    files = a_meeting(报名方式="[{渠道: 电话, 说明: 致电 13800138000}]", 草稿="是")
    found = [p for p in run({**CLEAN, **files}).problems if p.rule == "personal-data"]
    assert [p.at for p in found] == [("报名方式", 0, "说明")]


def test_the_public_phone_of_a_unit_may_be_a_mobile(run):
    unit = {"data/units/minzheng-ju.yml": "名称: 区民政局\n曾用名: [区民政处]\n对外电话: 138-0013-8000\n"}
    assert rules(run({**CLEAN, **unit, **an_item(body="咨询 13800138000。")})) == []


@given(st.integers(10**16, 10**18 - 1))
def test_what_is_told_never_holds_the_number(number):
    text = str(number)
    assert text not in masked(text)
    assert kind_of("1" * 30) is None


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (f"[x]({UP}/policies/2026/wu.md)", "没有去处"),
        (f"[x]({UP}/policies/2026/yanglao.md#tiao-9)", "没有“#tiao-9”"),
        (f"[x]({UP}/files/2026/wu.pdf)", "不存在"),
        (f"![图]({UP}/files/2026/wu.png)", "图片"),
        ("[x](#tiao-1)", "没有“#tiao-1”"),
        (f"[x][a]\n\n[a]: {UP}/pages/wu.md", "没有去处"),
        (f"[x]({UP}/policies/2026/caogao.md)", "还是草稿"),
        (f"[x]({UP}/policies/2026/yanglao)", "没有去处"),
    ],
)
def test_links_without_a_target(run, body, said):
    draft = a_policy("caogao", 发文字号=None, 草稿="是")
    problem = only(run({**CLEAN, **draft, **an_item(body=f"第一行。\n\n{body}")}), "link-target")
    assert said in problem.message
    place, line = problem.at
    assert place == BODY and isinstance(line, int) and line >= 2


@pytest.mark.parametrize(
    "body",
    [
        f"[x]({UP}/policies/2026/yanglao.md)", f"[x]({UP}/policies/2026/yanglao.md#tiao-2)",
        "[x](https://www.gov.cn/)",
        f"[x]({UP}/interpretations/2026/yanglao-jiedu.md#wen-1)",
        f"[x]({UP}/meetings/2026/changwuhui-46.md#yiti-1)",
        f"[x]({UP}/catalogue/)", f"[x]({UP}/events/)", f"[x]({UP}/files/2026/a.pdf)",
        "[x](mailto:a@example.cn)",
        "## 一 二\n\n[x](#h-1)",
        f"\\[x]({UP}/wu.md)",
    ],
)  # fmt: skip
def test_links_with_a_target(run, body):
    files = {**an_interpretation(问答="[{问: 谁？, 答: 我。}]"), "content/files/2026/a.pdf": "x"}
    assert rules(run({**CLEAN, **files, **an_item(body=body)})) == []


def test_links_of_all_kinds_in_one_text(run):
    first = f"[好]({UP}/policies/2026/yanglao.md)[坏]({UP}/pages/wu.md) \\[码](wu.md)"
    body = f"{first}\n\n[又]({UP}/pages/wu.md 'wu')"
    found = run({**CLEAN, **an_item(body=body)}).problems
    assert [(p.rule, p.at) for p in found] == [("link-target", (BODY, 0)), ("link-target", (BODY, 2))]


def test_a_draft_may_lead_to_a_draft(run):
    draft = a_policy("caogao", 发文字号=None, 草稿="是")
    files = {**CLEAN, **draft, **an_item("b", body=f"[x]({UP}/policies/2026/caogao.md)", 草稿="是")}
    assert rules(run(files)) == []


def test_the_right_path_is_offered_as_it_is_to_be_written(run):
    files = {**CLEAN, "content/files/2026/biao.pdf": "x", **an_item(body="[表](files/2026/biao.pdf)")}
    assert f"是不是“{UP}/files/2026/biao.pdf”？" in only(run(files), "link-target").fix


def test_links_to_a_faulty_file_are_not_reported_too(run):
    files = {**a_policy("huai", 成文日期="昨天"), **an_item(body=f"[x]({UP}/policies/2026/huai.md)")}
    assert rules(run({**CLEAN, **files}, faulty=True)) == []


@pytest.mark.parametrize(
    "body", ["[x](javascript:alert)", "[x](a\\b.md)", "[x](../../../../../etc)", "<iframe></iframe>"]
)
def test_unsafe_texts_are_told_once(run, body):
    assert rules(run({**CLEAN, **an_item(body=body)})) == ["body-safe"]


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("'12:30'", "标题“12:30”只有数字和标点，看不出说的是什么"),
        ("'2023-01-02'", "标题“2023-01-02”只有数字和标点，看不出说的是什么"),
        ("测试", "标题“测试”不是实际的标题"),
    ],
)
def test_a_title_that_says_nothing_is_told_why(run, title, why):
    assert only(run({**CLEAN, **an_item(标题=title)}), "text-present").message == why


def test_a_picture_that_waits_for_words_is_told_as_such(run):
    found = run({**CLEAN, **an_item(body="第一行。\n\n![待填](../../../files/tu.png)")}).problems
    assert ["图片的说明还是“待填”" in each.message for each in found if each.rule == "text-present"] == [True]
