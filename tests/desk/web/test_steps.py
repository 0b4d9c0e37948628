"""From two Word files to a pair beside its original: questions, places, nothing lost."""

from __future__ import annotations

import re

from gongkai.desk.web.app import Desk

from ..word.ooxml import Docx
from . import papers
from .conftest import Clerk, git


def test_two_files_become_a_pair_beside_its_original(clerk, column):
    at = clerk.work(papers.policy(), papers.interpretation())
    asked = clerk.page(f"{at}questions")
    assert re.findall(r'name="(发布日期|是否规范性文件|主题分类)"', asked) == [
        "发布日期", "是否规范性文件", "是否规范性文件", "主题分类",
    ]  # fmt: skip
    assert "checked" not in asked and "selected" not in asked, "nothing chooses itself"
    answer = clerk.post(f"{at}questions", **papers.ANSWERS)
    assert (answer.status_code, answer.location) == (303, at)
    page = clerk.page(at)
    rows = [re.sub(r"<[^>]*>|\s", "", each) for each in page.split('<div class="desk-row" role="row">')[1:]]
    assert "红头（网页上另有说法）北京市示例区民政局文件" in rows[0]
    assert any(
        each.startswith("第二条　社区食堂应当：第二条　社区食堂应当：".replace("　", "")) for each in rows
    )
    assert "<h3>没有读入</h3>" in page and "老年人就餐不便。" in page
    assert git(column, "status", "--porcelain") == "", "the column itself is as it was"


def test_an_answer_that_is_no_day_is_asked_again_with_the_others_as_they_were(clerk):
    at = clerk.work(papers.policy())
    answer = clerk.post(f"{at}questions", **{**papers.ANSWERS, "发布日期": "明天"})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert re.search(r'value="是" checked', answer.text)
    assert "<option selected>民政、扶贫、救灾</option>" in answer.text


def test_a_problem_stands_at_its_key_or_at_its_block(clerk):
    doc = Docx()
    doc.p("关于启用咨询电话的通知", jc="center", indent=0)
    doc.p("一、电话")
    doc.p("请拨打13800138000咨询。")
    doc.p("北京市示例区民政局", jc="right", indent=0)
    doc.p("2026年11月2日", jc="right", indent=0)
    at = clerk.work(("通知.docx", doc.data()))
    clerk.post(f"{at}questions", **{**papers.ANSWERS, "是否规范性文件": "否", "主题分类": "其他"})
    page = clerk.page(at)
    rows = page.split('<div class="desk-row" role="row">')
    (row,) = [each for each in rows if "咨询。" in each]
    assert "desk-problem--" in row and "138" in row.split("desk-problem--")[1]
    assert not any("desk-problem--" in each for each in rows[1:] if "<p>一、电话" in each)


def test_what_word_has_to_settle_first_is_listed_and_leaves_nothing_behind(clerk, column, options):
    doc = Docx()
    doc.p("关于试点的通知", jc="center", indent=0)
    doc.p('<w:ins w:id="1"><w:r><w:t>加上的</w:t></w:r></w:ins>', shows="加上的")
    answer = clerk.put(("a.docx", doc.data()))
    assert answer.status_code == 422 and "先在 Word 里处理这 1 处" in answer.text
    assert list((options.state / "works").iterdir()) == []
    assert git(column, "branch", "--list", "desk/*") == ""


def test_a_desk_that_was_ended_finds_everything_again(clerk, options):
    at = clerk.work(papers.policy())
    clerk.post(f"{at}questions", **papers.ANSWERS)
    before = clerk.page(at)
    again = Clerk(Desk(options), clerk.name)
    assert again.page(at) == before
    assert at in again.page("/")


def test_who_left_before_answering_comes_back_to_the_questions(clerk):
    name, data = papers.policy()
    at = clerk.work((name, data))
    assert f'href="{at}questions"' in clerk.page("/") and name in clerk.page("/")
    clerk.post(f"{at}questions", **papers.ANSWERS)
    assert f'href="{at}"' in clerk.page("/")
    other = clerk.work((name, data))
    assert "您自己的另一份稿件也在改这里的文件" in clerk.page(other)


def test_a_name_is_shown_and_never_followed(clerk, options):
    name, data = papers.policy()
    at = clerk.work((f"../../{name}", data))
    kept = sorted(path.name for path in (options.state / at.strip("/").replace("work", "works", 1)).iterdir())
    assert kept == ["1.docx", "brought.json", "compare", "tree", "work.json"]
    assert "../" not in clerk.page(f"{at}")


def test_the_whole_page_is_seen_as_readers_will_see_it_and_nothing_else_is(clerk):
    at = clerk.work(papers.policy(), papers.interpretation())
    clerk.post(f"{at}questions", **{**papers.ANSWERS, "发布日期": "2026-11-25"})
    (seen,) = set(re.findall(rf'href="{at}(seen/policies/[^"]*)"', clerk.page(at)))
    page = clerk.page(f"{at}{seen}")
    assert '<body class="type-policy"' in page and "公示食材来源。" in page
    assert '<meta name="robots" content="noindex">' in page and "<strong>预览稿</strong>" in page
    style = re.search(r'href="(?:\.\./)+(assets/[^"]*\.css)"', page)[1]
    assert "--paper" in clerk.page(f"{at}seen/{style}")
    assert clerk.get(f"{at}seen/../../../etc/passwd").status_code == 404
    assert clerk.get(f"{at}seen/policies/2026/mimi-caogao/").status_code == 404


def test_what_is_known_is_written_by_one_click_and_the_rest_is_left(clerk, options):
    at = clerk.work(papers.policy())
    clerk.post(f"{at}questions", **papers.ANSWERS)
    (file,) = options.state.glob("works/*/tree/content/policies/2026/shili-*.md")
    text = file.read_text("utf-8")
    file.write_text(text.replace("2026-11-02", "2026/11/2").replace("2026-12-01", "2026.12.1"), "utf-8")
    page = clerk.page(at)
    assert "能改的都改（" in page
    marks = re.findall(r'name="problem" value="([^"]*)"', page)
    one = next(each for each in marks if "shili" in each)
    clerk.post(f"{at}mend", problem=one)
    assert file.read_text("utf-8") != text and len(re.findall('name="problem"', clerk.page(at))) < len(marks)
    clerk.post(f"{at}mend")
    assert file.read_text("utf-8") == text
    assert "单位“北京市示例区民政局”" in clerk.page(at)
