"""One report of a change: what readers find otherwise, each new problem with its line and its mend."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.desk.change import as_markdown, compare, quoted
from gongkai.desk.change.comparing import Changed
from gongkai.settings import Settings, read_column

MINI = Path(__file__).parents[2] / "sites/mini"
TODAY = dt.date(2026, 11, 21)
NEW = """---
标题: 小站区*电梯*补助新办法
主题分类: 城乡建设、环境保护
体裁: 办法
发文机关: 区住房城市建设委
发文字号: 小建发〔2026〕2号
成文日期: 2026/11/18
发布日期: 2026-11-20
施行日期: 2026-11-20
是否规范性文件: 是
废止: [小建发〔2026〕1号]
---
第一条　打13800138000问。
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny column with a document that repeals one, and without an interpretation."""
    made = Path(shutil.copytree(MINI, tmp_path_factory.mktemp("change") / "mini"))
    (made / "content/policies/2026/xin.md").write_text(NEW, "utf-8")
    (made / "content/items/minzheng-ju/2026/jiuzhu.md").unlink()
    unit = made / "data/units/minzheng-ju.yml"
    unit.write_text(unit.read_text("utf-8").replace("区民政处", "区民政科"), "utf-8")
    return made


@pytest.fixture(scope="module")
def found(root: Path) -> Changed:
    before, now = (pipeline.check(Settings(each, TODAY, read_column(each))) for each in (MINI, root))
    return compare("main", before, now)


def test_pages_states_feeds_and_figures_are_told_before_and_after(found):
    assert found.added == (), "a file with a fault is no page"
    assert [each.url for each in found.gone] == ["items/minzheng-ju/2026/jiuzhu/"]
    (unit,) = found.changed
    assert unit.label == "单位" and any("曾用名" in key for key in unit.keys)
    figures = {each.name: (each.before, each.after) for each in found.figures}
    # the page that went was all that an entry of the catalogue had
    kept = ("100%", "—")
    assert figures == {"订阅推送件数": ("6", "5"), "全清单履行率": kept, "更新及时率": kept}


def test_a_problem_has_its_line_and_what_to_paste(found, root):
    text = as_markdown(found, root, "https://yulan.example.gov.cn")
    item = next(each for each in text.split("\n- ") if "2026/11/18" in each)
    assert "`成文日期: 2026/11/18`" in item
    assert "照抄这一段" in item and "  成文日期: 2026-11-18\n" in item
    assert "13800138000" not in text and "[看改动以后的网站](https://yulan.example.gov.cn/)" in text


def test_a_document_that_repeals_changes_the_state_of_another(root):
    file = root / "content/policies/2026/xin.md"
    file.write_text(NEW.replace("2026/11/18", "2026-11-18").replace("打13800138000问", "同上"), "utf-8")
    before, now = (pipeline.check(Settings(each, TODAY, read_column(each))) for each in (MINI, root))
    found = compare("main", before, now)
    assert [each.title for each in found.added] == ["小站区*电梯*补助新办法"]
    (state,) = found.states
    assert (state.name, state.after) == ("小站区老旧小区加装电梯补助办法", "废止")
    news = {each.title: each.feeds for each in found.news}
    assert {"全部信息", "政策文件"} <= set(news["小站区*电梯*补助新办法"])
    text = as_markdown(found, root)
    assert "小站区\\*电梯\\*补助新办法" in text, "no mark of a title is taken for markup"


def test_a_column_that_did_not_change_has_nothing_to_tell():
    checked = pipeline.check(Settings(MINI, TODAY, read_column(MINI)))
    found = compare("main", checked, checked)
    assert not found.anything and "没有变化。" in as_markdown(found, MINI)


def test_a_line_with_marks_of_code_is_quoted_whole(found, root):
    (root / "content/pages/x.md").write_text("标题``x`\n", "utf-8")
    problem = found.problems.new[0]
    each = quoted(root, replace(problem, path="content/pages/x.md", line=1, edit=None))
    assert each.line == "标题``x`"
