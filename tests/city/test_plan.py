"""``city.yml``: what it says, and every mistake at its line with a remedy."""

from __future__ import annotations

import json

import pytest

from gongkai.city import matrix, plan

GOOD = """\
名称: 示例市
主办单位: 示例市人民政府办公室
网址: https://www.example.gov.cn/city/
栏目:
  - 代号: jia
    名称: 甲区
    来源: jia
  - {代号: yi, 名称: 乙县, 来源: https://git.example.gov.cn/yi.git, 版本: main}
"""


@pytest.fixture
def read(tmp_path):
    (tmp_path / "jia").mkdir()

    def go(text):
        (tmp_path / "city.yml").write_text(text, "utf-8")
        return plan.read(tmp_path / "city.yml")

    return go


def test_columns_are_folders_beside_the_file_or_repositories_at_a_revision(read, tmp_path):
    city, problems = read(GOOD)
    assert problems == []
    assert [(each.slug, each.place, each.revision, each.remote) for each in city.columns] == [
        ("jia", str(tmp_path / "jia"), "", False),
        ("yi", "https://git.example.gov.cn/yi.git", "main", True),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("名称: 示例市\n", "", 1, "缺少“名称”"),
        ("主办单位: 示例市", "主办: 示例市", 2, "没有“主办”这个键"),
        ("/city/", "/city", 3, "不是以 / 结尾的网址"),
        ("代号: jia", "代号: 甲", 5, "“甲”不能作代号"),
        ("代号: jia", "代号: data", 5, "“data”不能作代号"),
        ("来源: jia", "来源: 没有", 7, "没有这个文件夹"),
        (", 版本: main", "", 8, "从仓库取的没有写“版本”"),
        ("代号: yi", "代号: jia", 8, "代号“jia”用了两次"),
        ("名称: 甲区", "名称: ''", 6, "“名称”是空的"),
    ],
)
def test_a_mistake_is_told_at_its_line(read, old, new, line, words):
    assert old in GOOD
    city, problems = read(GOOD.replace(old, new, 1))
    assert city is None
    assert [(each.line, words in each.message) for each in problems if words in each.message] == [
        (line, True)
    ]
    assert all(each.fix for each in problems)


def test_what_is_no_yaml_is_told_as_such(read):
    city, problems = read("名称: [甲\n")
    assert city is None and problems[0].line >= 1


def test_a_platform_gets_a_job_for_each_column_and_one_for_the_portal(read):
    city, _ = read(GOOD)
    assert json.loads(matrix.of(city, "github")) == {"column": ["jia", "yi"]}
    pipeline = json.loads(matrix.of(city, "gitlab"))
    assert {name: job["script"] for name, job in pipeline.items() if name != "stages"} == {
        "column jia": ["scripts/city city.yml --only jia"],
        "column yi": ["scripts/city city.yml --only yi"],
        "portal": ["scripts/city city.yml --only -"],
    }
    assert pipeline["portal"]["stage"] == pipeline["stages"][-1]
