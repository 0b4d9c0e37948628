"""A correction is true: the page no longer holds the old words, and holds the new ones."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.example import CLEAN, a_policy, an_interpretation, an_item
from gongkai.law.rules.correction_target import CORRECTION, PATH

WORDS = CORRECTION.format(day="2026-11-06")
OLD, NEW = "本季度救助 102 人次。", "本季度救助 120 人次。"
TABLE = "| 类别 | 户 | 人 |\n|---|---|---|\n| 特困 | {} | 382 |\n| 合计 | 5197 | 7299 |"


@pytest.fixture
def told(run):
    """(path, key, message) of what the rule says of the corrected item and its correction."""

    def go(*files, today="2026-11-21"):
        tree = {**CLEAN, PATH: WORDS}
        for each in files:
            tree |= each
        found = (p for p in run(tree, today).problems if p.rule == "correction-target")
        said = [(p.path.split("/")[1], p.at, p.message) for p in found]
        return sorted(said, key=lambda each: each[0], reverse=True)

    return go


def quoted(old: str, new: str, more: str = "") -> dict[str, str]:
    return {
        PATH: WORDS.replace(f"原文: {OLD}", f"原文: {old}").replace(f"更正后: {NEW}", f"更正后: {new}{more}")
    }


def test_a_page_that_still_holds_the_old_words_is_told_at_their_line(told):
    still, lacking = told(an_item(body=f"说明。\n\n{OLD}"))
    assert still == (
        "items",
        ("正文", 2),
        "更正（2026-11-06）说这里已经改了，页面上还是“本季度救助102人次。”",
    )
    assert lacking[:2] == ("corrections", ("更正后",))


def test_both_words_on_the_page_is_half_corrected(told):
    assert [path for path, *_ in told(an_item(body=f"{NEW}{OLD}"))] == ["items"]


def test_a_page_without_either_lacks_the_new_words(told):
    assert [path for path, *_ in told(an_item(body="本季度救助若干人次。"))] == ["corrections"]


@pytest.mark.parametrize(
    "body", ["本季度救助120人次。", "本季度救助\n120 人次。", "本季度 **救助** 120 人次。"]
)
def test_white_space_and_marks_do_not_count(told, body):
    assert told(an_item(body=body)) == []


def test_words_of_fields_and_names_of_attachments_count(told):
    form = "\n  - {名称: 申请表（二〇二六年版）, 文件: files/2026/a.pdf}"
    files = {**an_item(附件=form, 摘要="救助 120 人次。"), "content/files/2026/a.pdf": ""}
    assert told(files, quoted("申请表（二〇二五年版）", "申请表（二〇二六年版）")) == []
    assert told(files, quoted("救助 121 人次", "摘要 救助 120 人次")) == []
    ((path, at, _), *_) = told(files, quoted("申请表（二〇二六年版）", "申请表（二〇二七年版）"))
    assert (path, at) == ("items", ("附件", 0, "名称"))


def test_days_in_either_spelling(told):
    assert told(quoted("形成日期 2026-10-29", "形成日期 2026-10-30")) == []
    assert told(quoted("2026年10月29日", "2026年10月30日")) == []
    assert [at for _, at, _ in told(quoted("2026-10-30", "2026-10-31"))] == [("形成日期",), ("更正后",)]


def test_a_row_of_a_table_is_quoted_as_it_is_copied(told):
    words = quoted("特困\t317\t382", "特困 371 382……7299")
    assert told(an_item(body=TABLE.format(371)), words) == []
    still, _ = told(an_item(body=TABLE.format(317)), words)
    assert still[:2] == ("items", ("正文", 2))


def test_old_words_inside_the_new_ones_are_not_held_against_the_page(told):
    assert (
        told(an_item(body="全年救助 1200 人次以内。"), quoted("救助 1200 人次", "救助 1200 人次以内")) == []
    )


def test_a_later_change_may_have_changed_the_words_again(told):
    note = "[{{日期: {}, 程度: 一般, 说明: 重写}}]"
    assert told(an_item(body="重写。", 更新说明=note.format("2026-11-06")))
    assert told(an_item(body="重写。", 更新说明=note.format("2026-11-07"))) == []
    assert told(an_item(body="重写。", 更新说明=note.format("2026-11-22")))


def test_a_later_correction_may_put_the_old_words_back(told):
    later = WORDS.replace("2026-11-06", "2026-11-10").replace(OLD, "#").replace(NEW, OLD).replace("#", NEW)
    assert told(an_item(body=OLD), {PATH.replace("jiuzhu", "hui"): later.replace("标题: ", "标题: 再")}) == []


def test_what_stands_in_an_attachment_is_not_looked_for_on_the_page(told):
    form = {**an_item(附件="\n  - {名称: 表, 文件: files/2026/a.pdf}"), "content/files/2026/a.pdf": ""}
    words = quoted("第三行 5", "第三行 6", "\n更正附件: files/2026/a.pdf")
    assert told(form, words) == []
    assert [at for _, at, _ in told(words)] == [("更正附件",)]


def test_a_correction_of_tomorrow_is_not_asked_yet(told):
    coming = {PATH: CORRECTION.format(day="2026-11-22")}
    assert told(an_item(body=OLD), coming) == []
    assert len(told(an_item(body=OLD), coming, today="2026-11-22")) == 2


def test_answers_of_an_interpretation_are_its_page(told):
    answers = an_interpretation(问答="\n  - 问: 几天？\n    答: 其中登记 4 小时。")
    words = quoted("登记4天", "登记4小时")
    words = {PATH: words[PATH].replace("items/minzheng-ju/2026/jiuzhu", "yanglao-jiedu")}
    assert told(answers, words) == []


@pytest.mark.parametrize(("day", "changed"), [("2026-11-06", "2026-11-06"), ("2026-11-22", "2026-11-04")])
def test_the_page_was_last_changed_when_it_was_corrected(build, day, changed):
    register = build({**CLEAN, PATH: CORRECTION.format(day=day)})
    record = register.record("items/minzheng-ju/2026/jiuzhu")
    assert register.last_change(record) == dt.date.fromisoformat(changed)


@pytest.mark.parametrize(
    ("answer", "noted", "at"),
    [
        ("每餐补助3元。", "", [("问答", 0, "答")]),
        ("每餐补助5元。", "", []),
        ("每餐补助3元。", "[{日期: 2026-11-10, 程度: 一般, 说明: 已核对}]", []),
    ],
)
def test_an_interpretation_that_still_explains_the_old_words_is_told(told, answer, noted, at):
    told_of = {"问答": f"\n  - 问: 多少？\n    答: {answer}", **({"更新说明": noted} if noted else {})}
    words = quoted("每餐补助3元", "每餐补助5元")
    words = {PATH: words[PATH].replace("items/minzheng-ju/2026/jiuzhu", "policies/2026/yanglao")}
    found = told(a_policy(body="第一条　每餐补助5元。"), an_interpretation(**told_of), words)
    assert [place for kind, place, _ in found if kind == "interpretations"] == at


@pytest.mark.parametrize(
    ("said", "told_of"),
    [
        ("上门助浴每次补贴120元。", True),
        ("上门助浴每次补贴130元。", False),
        ("上门助浴每次补贴1200元。", False),
        ("助浴点助浴每次补贴120元。", False),
        ("上门助浴每次补贴130元。\n\n热线120。", False),
    ],
)
def test_a_figure_of_a_row_is_looked_for_beside_the_words_of_its_row(told, said, told_of):
    """120 alone may mean anything; in one line with what it stood beside it is the same."""
    table = "\n\n| 项目 | 每次 |\n| --- | --- |\n| 上门助浴 | 130 |\n"
    body = f"第一条　为做好养老服务，制定本办法。{table}"
    words = quoted("上门助浴……120", "上门助浴……130")
    words = {
        path: text.replace("items/minzheng-ju/2026/jiuzhu", "policies/2026/yanglao")
        for path, text in words.items()
    }
    found = told(a_policy(body=body), an_interpretation(body=f"## 主要内容\n\n{said}"), words)
    assert bool([each for each in found if "这份解读里还是“120”" in each[2]]) == told_of, found
