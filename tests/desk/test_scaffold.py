"""New annual reports: what the column knows is filled in, nothing is overwritten."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.validate import validate
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import scaffold
from gongkai.law.shared.annual_tables import LAST_YEAR, a_report
from gongkai.load import load
from gongkai.records.types.annual_report import AnnualReport

POLICY = """\
---
标题: 养老驿站办法
发文机关: [区民政局, 区住房城市建设委]
成文日期: {made}
发布日期: {made}
失效日期: {ends}
是否规范性文件: 是
---
第一条　办法。
"""
FILES = {
    **LAST_YEAR,
    "content/policies/2023/jiu.md": POLICY.format(made="2023-05-01", ends="2025-06-30"),
    "content/policies/2025/xin.md": POLICY.format(made="2025-05-01", ends="2030-04-30").replace(
        "驿站", "床位"
    ),
}


def test_it_begins_with_what_the_column_knows(small_column, tmp_path):
    register = small_column(FILES)
    path = scaffold.annual_report(tmp_path, register, "区民政局", 2025)
    assert path == tmp_path / "data/annual-reports/minzheng-ju-2025.yml"
    loaded = load(tmp_path)
    validated = validate(loaded.documents)
    assert [p.as_text() for p in (*loaded.problems, *validated.problems)] == []
    (report,) = (r for r in validated.records if isinstance(r, AnnualReport) and r.year == 2025)
    assert report.active.documents == (1, 1, 1)
    assert report.requests.carried_in == (2, 0, 0, 0, 0, 0, 2)
    assert (report.active.written(), report.requests.written()) == (["规范性文件"], ["上年结转"])
    assert report.draft and report.published_on == dt.date(2026, 1, 31)
    text = path.read_text("utf-8")
    assert "#本年新收: [~, ~, ~, ~, ~, ~, ~]" in text and "年末现行有效：《养老床位办法》" in text


def test_numbers_of_a_draft_are_not_carried_over(small_column, tmp_path):
    draft = {path: f"草稿: 是\n{text}" for path, text in LAST_YEAR.items() if "annual-reports" in path}
    path = scaffold.annual_report(tmp_path, small_column({**FILES, **draft}), "区民政局", 2025)
    assert "\n  #上年结转: [~" in path.read_text("utf-8")


def test_documents_made_and_ended_are_counted_apart(small_column, tmp_path):
    more = {"content/policies/2025/zai.md": FILES["content/policies/2025/xin.md"].replace("床位", "食堂")}
    text = scaffold.annual_report(tmp_path, small_column({**FILES, **more}), "区民政局", 2025).read_text(
        "utf-8"
    )
    assert "规范性文件: [2, 1, 2]" in text


def test_filled_in_it_is_a_whole_report(small_column, tmp_path):
    path = scaffold.annual_report(tmp_path, small_column(FILES), "minzheng-ju", 2025)
    text = path.read_text("utf-8").replace("#复议诉讼:", "复议诉讼:")
    filled = "".join(
        line.replace("  #", "  ").replace("~", "0") + "\n"
        if line.startswith("  #") and "~" in line and "其他主动公开文件" not in line
        else line + "\n"
        for line in text.splitlines()
    )
    path.write_text(filled, "utf-8")
    loaded = load(tmp_path)
    validated = validate(loaded.documents)
    assert [p.as_text() for p in (*loaded.problems, *validated.problems)] == []
    (report,) = (r for r in validated.records if isinstance(r, AnnualReport) and r.year == 2025)
    assert (len(report.active.written()), len(report.requests.written())) == (6, 25)
    assert len(report.disputes.written()) == 3


def test_without_last_years_report_nothing_is_carried_over(small_column, tmp_path):
    path = scaffold.annual_report(tmp_path, small_column(), "区民政局", 2025)
    text = path.read_text("utf-8")
    assert "\n#申请办理:" in text and "\n  #上年结转: [~" in text


@pytest.mark.parametrize("slug", ["minzheng-ju-2025", "bie-ming"])
def test_an_existing_report_is_left_as_it_is(small_column, tmp_path, slug):
    files = a_report(slug)
    register = small_column(files)
    with pytest.raises(EnvironmentProblem, match=f"没有改动：data/annual-reports/{slug}.yml"):
        scaffold.annual_report(tmp_path, register, "区民政局", 2025)
    assert (tmp_path / f"data/annual-reports/{slug}.yml").read_text("utf-8") == next(iter(files.values()))
    assert len(list((tmp_path / "data/annual-reports").iterdir())) == 1


def test_a_file_that_could_not_be_read_is_not_overwritten(small_column, tmp_path):
    register = small_column()
    path = tmp_path / "data/annual-reports/minzheng-ju-2025.yml"
    path.parent.mkdir(parents=True)
    path.write_text("半份", "utf-8")
    with pytest.raises(EnvironmentProblem, match="已有文件"):
        scaffold.annual_report(tmp_path, register, "区民政局", 2025)
    assert path.read_text("utf-8") == "半份"


def test_an_unknown_unit_is_told(small_column, tmp_path):
    with pytest.raises(EnvironmentProblem, match="没有单位“区无此局”"):
        scaffold.annual_report(tmp_path, small_column(), "区无此局", 2025)


def test_a_folder_that_cannot_be_made_is_told(small_column, tmp_path):
    register = small_column()
    (tmp_path / "data/annual-reports").write_text("不是文件夹", "utf-8")
    with pytest.raises(EnvironmentProblem, match=r"不能写 data/annual-reports/minzheng-ju-2025\.yml"):
        scaffold.annual_report(tmp_path, register, "区民政局", 2025)
