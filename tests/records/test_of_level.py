"""Words of the level of a column: a county's meetings are the county's, a town's are the town's."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.column.validate import Validated, validate
from gongkai.load import load
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.meeting import Meeting
from gongkai.records.vocabulary.meetings import MeetingKind


def read(root: Path, head: str, level: str) -> Validated:
    for path, text in {
        "content/meetings/2026/a.md": f"---\n日期: 2026-11-24\n{head}\n---\n安排。\n",
        "data/catalogue/a.yml": "- 编号: A-1\n  一级事项: 规划\n",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return validate(load(root).documents, level=level)


def kind(found: Validated) -> MeetingKind:
    (meeting,) = [each for each in found.records if isinstance(each, Meeting)]
    return meeting.kind


@pytest.mark.parametrize(
    ("level", "written", "shown"),
    [
        ("县", "县政府常务会", "县政府常务会"),
        ("县", "县政府常务会议", "县政府常务会"),
        ("县", "区政府常务会", "县政府常务会"),
        ("市", "政府常务会", "市政府常务会"),
        ("区", "区政府常务会", "区政府常务会"),
        ("县", "镇会议", "镇会议"),
        ("县", "街道会议", "街道会议"),
    ],
)
def test_the_standing_meeting_is_called_after_the_level(tmp_path, level, written, shown):
    found = read(tmp_path, f"会议名称: 会\n类型: {written}", level)
    assert found.problems == []
    assert kind(found) == shown
    assert (kind(found).meant is MeetingKind.STANDING) == ("常务会" in shown)
    (entry,) = [each for each in found.records if isinstance(each, CatalogueEntry)]
    assert entry.tier == f"{level}级"


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ("会议名称: 第 12 次会议", "县政府常务会"),
        ("会议名称: 第 12 次会议\n主办单位: 县政府办公室", "县政府常务会"),
        ("会议名称: 第 12 次会议\n主办单位: [清溪县人民政府]", "县政府常务会"),
        ("会议名称: 镇长办公会\n主办单位: [石门镇人民政府]", "镇会议"),
        ("会议名称: 乡务会\n主办单位: [白云瑶族乡]", "乡会议"),
        ("会议名称: 居民议事会\n主办单位: 城关街道办事处", "街道会议"),
        ("会议名称: 局务会\n主办单位: [县住房和城乡建设局, 石门镇]", "部门会议"),
        ("会议名称: 县政府第 46 次常务会议\n主办单位: 县司法局", "县政府常务会"),
        ("会议名称: 供水情况新闻发布会\n主办单位: 县水利局", "新闻发布会"),
    ],
)
def test_a_kind_that_nobody_wrote_is_told_by_the_name_and_the_host(tmp_path, head, shown):
    assert kind(read(tmp_path, head, "县")) == shown


def test_what_no_column_of_the_level_has_is_told_with_its_own_words(tmp_path):
    (problem,) = read(tmp_path, "会议名称: 会\n类型: 市政府常务会", "县").problems
    assert "县政府常务会" in problem.fix and "区政府" not in problem.fix
    (known,) = read(tmp_path, "会议名称: 会\n类型: 发布会", "县").problems
    assert known.edit and known.edit.new == "新闻发布会"
