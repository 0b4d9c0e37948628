"""Published addresses stay: a page, a redirect or a tombstone."""

from __future__ import annotations

import pytest

from gongkai import gate
from gongkai.gate import addresses
from gongkai.law.example import CLEAN, a_policy, an_interpretation, an_item
from gongkai.load import locate

ROW = "data/addresses/biandong.yml"


def rows(*lines):
    return {ROW: "".join(f"- {{{line}}}\n" for line in lines)}


def lost(outcome):
    return [problem for problem in outcome.problems if problem.rule == "published-address"]


def told(outcome):
    """What is said of addresses that are lost; these columns have hardly any registered."""
    return [(p.rule, p.path, p.row) for p in outcome.problems if p.rule != "unregistered"]


def test_addresses_with_pages_are_kept(run):
    published = ["policies/2026/yanglao/", "units/minzheng-ju/", "zhinan/", "items/minzheng-ju/2026/jiuzhu/"]
    assert told(run(CLEAN, published=published)) == []


def test_a_lost_address_is_an_error_in_its_section(run):
    outcome = run(CLEAN, published=["policies/2020/jiu/", "jiu-zhinan/"])
    assert told(outcome) == [
        ("published-address", "data/addresses/pages.txt", None),
        ("published-address", "data/addresses/policies.txt", None),
    ]
    assert "policies/2020/jiu/" in outcome.problems[-1].message


@pytest.mark.parametrize(
    "row",
    ["转到: policies/2026/yanglao/", "转到: catalogue/", "撤下日期: 2026-05-06, 理由: 重复发布"],
)
def test_a_redirect_or_a_tombstone_is_enough(run, row):
    assert (
        told(run({**CLEAN, **rows(f"地址: policies/2020/jiu/, {row}")}, published=["policies/2020/jiu/"]))
        == []
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("转到: policies/2026/wu/", "没有页面"),
        ("转到: policies/2026/yanglao/, 撤下日期: 2026-05-06", "既写了“转到”又写了撤下"),
        ("撤下日期: 2026-05-06", "没有写去向"),
        ("理由: 重复发布", "没有写去向"),
        ("说明: 不见了", "没有写去向"),
    ],
)
def test_rows_that_lead_nowhere(run, row, said):
    outcome = run({**CLEAN, **rows(f"地址: policies/2020/jiu/, {row}")})
    assert told(outcome) == [("published-address", ROW, 0)]
    assert said in outcome.problems[0].message


def test_a_row_for_an_address_that_has_a_page(run):
    outcome = run({**CLEAN, **rows("地址: policies/2026/yanglao/, 转到: catalogue/")})
    assert "现在有页面" in outcome.problems[0].message


def test_an_address_twice_and_a_chain(run):
    first, second = (
        "地址: policies/2020/a/, 转到: policies/2020/b/",
        "地址: policies/2020/b/, 转到: units/minzheng-ju/",
    )
    outcome = run({**CLEAN, **rows(first, second, second)})
    assert told(outcome) == [("published-address", ROW, 0), ("published-address", ROW, 2)]
    assert outcome.problems[0].fix == "直接写最后的网址"


def test_a_page_turned_into_a_draft_is_lost(run):
    draft = a_policy("dier", 发文字号=None, 草稿="是")
    outcome = run({**CLEAN, **draft}, published=["policies/2026/dier/"])
    assert told(outcome) == [("published-address", "content/policies/2026/dier.md", None)]


def test_a_build_for_an_earlier_day_loses_nothing(run):
    later = an_item("yihou", 发布日期="2026-12-01", 形成日期="2026-12-01")
    assert told(run({**CLEAN, **later}, published=["items/minzheng-ju/2026/yihou/"])) == []


def test_a_redirect_to_what_is_not_public_yet(run):
    later = an_item("yihou", 发布日期="2026-12-01", 形成日期="2026-12-01")
    row = rows("地址: policies/2020/jiu/, 转到: items/minzheng-ju/2026/yihou/")
    assert told(run({**CLEAN, **later, **row})) == []


def test_a_faulty_file_has_not_lost_its_address(run):
    broken = an_item("huai", 发布日期="昨天")
    assert told(run({**CLEAN, **broken}, published=["items/minzheng-ju/2026/huai/"], faulty=True)) == []


@pytest.mark.parametrize("slug", ["calendar", "datasets", "policies", "quality"])
def test_what_the_column_makes_itself_never_moves(run, slug):
    outcome = run({**CLEAN, **rows(f"地址: {slug}/, 转到: policies/2026/yanglao/")})
    assert told(outcome) == [("published-address", ROW, 0)]


def test_a_page_to_be_withdrawn_stays_until_its_day(run):
    row = rows("地址: items/minzheng-ju/2026/er/, 撤下日期: 2026-12-01, 理由: 重复发布")
    files, published = {**CLEAN, **an_item("er"), **row}, ["items/minzheng-ju/2026/er/"]
    assert told(run(files, published=published)) == []
    (problem,) = lost(run(files, "2026-12-01", published=published))
    assert (problem.rule, problem.level.value) == ("published-address", "提示")
    assert "已在 2026-12-01 撤下，文件还留着" in problem.message


def test_a_page_that_goes_before_its_day_is_told(run):
    row = rows("地址: items/minzheng-ju/2026/er/, 撤下日期: 2026-12-01, 理由: 重复发布")
    (problem,) = lost(run({**CLEAN, **row}, published=["items/minzheng-ju/2026/er/"]))
    assert (problem.at, problem.level.value) == (("撤下日期",), "错误")
    assert "要到 2026-12-01 才撤下，现在却没有了" in problem.message


FORM = "地址: files/2026/biao.pdf, 撤下日期: 2026-11-01, 理由: 重复发布"


def test_a_file_that_is_withdrawn_and_used_is_an_error_and_one_that_lies_about_is_not(run):
    files = {**CLEAN, **rows(FORM), "content/files/2026/biao.pdf": ""}
    (problem,) = run(files).problems
    assert (problem.level.value, "文件还留着，只是不再公布" in problem.message) == ("提示", True)
    used = an_item("er", 附件="[{名称: 申请表, 文件: files/2026/biao.pdf}]")
    (problem,) = lost(run({**files, **used}))
    assert (problem.level.value, "文件却还在公布" in problem.message) == ("错误", True)


ER = an_item("er", 附件="[{名称: 申请表, 文件: files/2026/biao.pdf}]")
GOING = "地址: items/minzheng-ju/2026/er/, 撤下日期: 2026-12-01, 理由: 重复发布"
CORRECTION = {
    "content/corrections/2026/er.md": "---\n标题: 更正人次\n更正对象: items/minzheng-ju/2026/er\n"
    "更正日期: 2026-11-06\n原文: 救助 102 人次。\n更正后: 本季度救助 120 人次。\n原因: 颠倒\n---\n"
}
PUBLISHED = ["items/minzheng-ju/2026/er/", "files/2026/biao.pdf", "corrections/2026/er/"]


def test_what_says_a_page_again_and_its_own_files_are_withdrawn_with_it(run):
    files = {**CLEAN, **ER, **CORRECTION, "content/files/2026/biao.pdf": ""}
    assert lost(run({**files, **rows(GOING)}, published=PUBLISHED)) == []
    (problem,) = lost(run({**files, **rows(GOING)}, "2026-12-01", published=PUBLISHED))
    assert problem.level.value == "提示"
    assert "一同撤下的：corrections/2026/er/、files/2026/biao.pdf" in problem.message


def test_readers_get_a_tombstone_for_all_that_went(build):
    files = {**CLEAN, **ER, **CORRECTION, **rows(GOING), "content/files/2026/biao.pdf": ""}
    register = build(files, "2026-12-01", published=PUBLISHED)
    released = gate.released(register, moved=addresses.moved(register))
    assert {row.address: (row.reason, row.note) for row in released.moved} == {
        "items/minzheng-ju/2026/er/": ("重复发布", None),
        "corrections/2026/er/": ("重复发布", "随“items/minzheng-ju/2026/er/”一同撤下"),
        "files/2026/biao.pdf": ("重复发布", "随“items/minzheng-ju/2026/er/”一同撤下"),
    }
    assert "files/2026/biao.pdf" not in released.files


def test_a_file_that_something_else_uses_stays(run):
    other = an_item("san", 附件="[{名称: 申请表, 文件: files/2026/biao.pdf}]")
    files = {**CLEAN, **ER, **other, **rows(GOING), "content/files/2026/biao.pdf": ""}
    (problem,) = lost(run(files, "2026-12-01", published=PUBLISHED[:2]))
    assert "一同撤下" not in problem.message


def test_what_names_a_withdrawn_page_is_told_so_and_no_other_is_offered(run):
    going = GOING.replace("2026-12-01", "2026-11-01")
    found = [p for p in run({**CLEAN, **CORRECTION, **rows(going)}).problems if p.rule == "record-reference"]
    assert [p.message for p in found] == [
        "“items/minzheng-ju/2026/er”已在 2026-11-01 撤下（理由：重复发布），这一条也须撤下或改写"
    ]


def test_the_line_of_the_register_is_told(run, tmp_path):
    (tmp_path / "data/addresses").mkdir(parents=True)
    lines = "policies/2019/an/\npolicies/2020/jiu/ 旧办法\n"
    (tmp_path / "data/addresses/policies.txt").write_text(lines, "utf-8")
    found = lost(run(CLEAN, published=["policies/2020/jiu/"]))
    assert [(p.path, p.line, p.column) for p in locate(tmp_path, found)] == [
        ("data/addresses/policies.txt", 2, 1)
    ]


BIAO = {"content/files/2026/biao.pdf": ""}
NAMED = a_policy(附件="[{名称: 申请表, 文件: files/2026/biao.pdf}]")
LINKED = an_item(body="见[申请表](../../../files/2026/biao.pdf)。")


def lost_files(outcome):
    return [problem.message for problem in lost(outcome)]


@pytest.mark.parametrize("use", [NAMED, LINKED], ids=["named", "linked"])
def test_a_file_that_is_used_is_kept(run, use):
    assert lost_files(run({**CLEAN, **BIAO, **use}, published=["files/2026/biao.pdf"])) == []


def test_a_renamed_file_is_lost_until_it_leads_on(run):
    renamed = {
        **CLEAN,
        "content/files/2026/shenqingbiao.pdf": "",
        **a_policy(附件="[{名称: 申请表, 文件: files/2026/shenqingbiao.pdf}]"),
    }
    published = ["files/2026/biao.pdf"]
    outcome = run(renamed, published=published)
    assert lost_files(outcome) == ["公布过的文件“files/2026/biao.pdf”没有了，也没有写去向"]
    assert told(outcome) == [("published-address", "data/addresses/files.txt", None)]
    for row in ("转到: files/2026/shenqingbiao.pdf", "撤下日期: 2026-11-20, 理由: 内容有误"):
        gone = rows(f"地址: files/2026/biao.pdf, {row}")
        assert lost_files(run({**renamed, **gone}, published=published)) == []


def test_a_file_that_nothing_uses_any_more_is_lost(run):
    assert lost_files(run({**CLEAN, **BIAO}, published=["files/2026/biao.pdf"])) == [
        "公布过的文件“files/2026/biao.pdf”没有公开的内容用到它了，也没有写去向"
    ]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (
            "files/2026/biao.docx",
            "文件“files/2026/jiu.pdf”转到的“files/2026/biao.docx”不是同一种文件，旧网址上打不开",
        ),
        (
            "policies/2026/yanglao/",
            "文件“files/2026/jiu.pdf”转到的“policies/2026/yanglao/”不是同一种文件，旧网址上打不开",
        ),
        ("files/2026/wu.pdf", "转到的“files/2026/wu.pdf”没有这个文件"),
    ],
)
def test_a_file_leads_on_to_a_file_of_its_kind(run, target, said):
    gone = rows(f"地址: files/2026/jiu.pdf, 转到: {target}")
    assert lost_files(run({**CLEAN, **BIAO, **NAMED, **gone})) == [said]


def test_a_file_of_what_is_not_public_yet_or_could_not_be_read_is_not_lost(run):
    later = a_policy(发布日期="2026-12-01", 附件="[{名称: 申请表, 文件: files/2026/biao.pdf}]")
    broken = an_item("huai", 发布日期="昨天", 附件="[{名称: 表, 文件: files/2026/biao.pdf}]")
    published = ["files/2026/biao.pdf"]
    assert lost_files(run({**CLEAN, **BIAO, **later}, published=published)) == []
    assert lost_files(run({**CLEAN, **BIAO, **broken}, published=published, faulty=True)) == []


def test_what_is_not_registered_is_told_once(run):
    outcome = run({**CLEAN, **BIAO, **NAMED}, published=["zhinan/"])
    (problem,) = (p for p in outcome.problems if p.rule == "unregistered")
    assert problem.level.value == "警告"
    assert problem.message == (
        "有 6 个公开的网址没有登记：files/2026/biao.pdf、interpretations/2026/yanglao-jiedu/、"
        "items/minzheng-ju/2026/jiuzhu/、meetings/2026/changwuhui-46/、policies/2026/yanglao/ 等"
    )


#: the address of 谁可以申请？ in yanglao-jiedu: by its file name and a digest of the question
ANSWER = "answers/yanglao-jiedu-245672/"


def test_a_question_in_other_words_loses_its_address_unless_it_keeps_its_number(run):
    slug = ANSWER.split("/")[1]
    worded = an_interpretation(问答="[{问: 哪些人可以申请？, 答: 老年人。}]")
    [problem] = lost(run({**CLEAN, **worded}, published=[ANSWER]))
    assert (problem.path, f"“编号: {slug}”" in problem.fix) == ("data/addresses/answers.txt", True)
    kept = an_interpretation(问答=f"[{{问: 哪些人可以申请？, 答: 老年人。, 编号: {slug}}}]")
    assert lost(run({**CLEAN, **kept}, published=[ANSWER])) == []


def test_the_answers_of_a_record_that_is_lost_are_told_with_it(run):
    gone = {path: text for path, text in CLEAN.items() if "yanglao-jiedu" not in path}
    outcome = run(gone, published=[ANSWER, "interpretations/2026/yanglao-jiedu/"])
    assert [p.path for p in lost(outcome)] == ["data/addresses/interpretations.txt"]
    draft = an_interpretation(问答="[{问: 谁可以申请？, 答: 老年人。}]", 草稿="是")
    outcome = run({**CLEAN, **draft}, published=[ANSWER, "interpretations/2026/yanglao-jiedu/"])
    assert [p.at for p in lost(outcome)] == [("草稿",)]


def test_answers_of_a_day_to_come_are_not_lost(run):
    later = an_interpretation(问答="[{问: 谁可以申请？, 答: 老年人。}]", 发布日期="2026-12-06")
    assert lost(run({**CLEAN, **later}, published=[ANSWER])) == []
