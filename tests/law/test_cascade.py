"""A file that could not be read at all is reported once, not again wherever it is named."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai import pipeline
from gongkai.column.validate import Broken
from gongkai.law.example import CLEAN, TODAY, a_policy, a_waiver, an_interpretation, an_item
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit
from gongkai.settings import Settings


@pytest.mark.parametrize(
    ("path", "record_type"),
    [
        ("data/units/minzheng-ju.yml", Unit),
        ("data/catalogue/minzheng-ju.yml", CatalogueEntry),
        ("content/policies/2026/yanglao.md", Policy),
        ("content/interpretations/2026/yanglao-jiedu.md", Interpretation),
    ],
)
def test_nothing_else_is_reported_for_an_unreadable_file(run, path, record_type):
    files = {name: text for name, text in CLEAN.items() if name != path}
    key = path.partition("/")[2].rsplit(".", 1)[0]
    outcome = run(files, unreadable=[Broken(record_type, key, {})])
    assert [p.as_text() for p in outcome.problems] == []
    assert run(files, published=()).problems != ()


def test_an_unreadable_file_hides_only_what_may_mean_it(run):
    unreadable = [Broken(Policy, "policies/2026/dier", {})]
    files = {**CLEAN, **an_interpretation("b", 解读文件="[disan]"), **a_waiver(对象="dier")}
    outcome = run(files, unreadable=unreadable)
    assert [(p.rule, p.at) for p in outcome.problems] == [("interpretation-target", ("解读文件", 0))]


def test_faults_of_several_files_are_all_told_in_one_run(run):
    files = {
        **CLEAN,
        **a_policy(发文字号="'示民发[2026]21号'", 施行日期="2026-11-04"),
        **an_interpretation(来源="转载"),
        **an_item(单位="区民政居", 公开事项="SL-10", body="手机 13800138000，（待补充）"),
    }
    assert sorted(p.rule for p in run(files).problems) == [
        "catalogue-due", "catalogue-reference", "date-order", "document-number-form", "interpretation-source",
        "personal-data", "text-present", "unit-reference",
    ]  # fmt: skip


def test_long_names_do_not_fill_the_report(run):
    files = {**CLEAN, **an_item(单位="区" * 15_000, 公开事项="9" * 15_000)}
    assert all(len(p.message) < 200 for p in run(files).problems)


@pytest.mark.parametrize(
    "path",
    [
        "data/units/minzheng-ju.yml",
        "data/catalogue/minzheng-ju.yml",
        "content/policies/2026/yanglao.md",
        "content/interpretations/2026/yanglao-jiedu.md",
    ],
)
def test_an_unreadable_file_is_reported_once_on_the_whole_way(tmp_path, identity, path):
    """As the check goes it: nobody is told that there is no such unit, entry, policy or interpretation."""
    for name, text in {**CLEAN, path: CLEAN[path].replace(": ", ": [", 1)}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    checked = pipeline.check(Settings(tmp_path, dt.date.fromisoformat(TODAY), identity))
    found = {(p.rule, p.path) for p in checked.problems if p.rule != "unregistered"}
    assert found == {("yaml-syntax", path)}
