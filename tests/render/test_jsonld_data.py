"""Datasets for machines: the years there are, and each file with its address, size and kind."""

from __future__ import annotations

import json

import pytest

from gongkai.exports.made import DataFile, OpenData
from gongkai.law.rules.dataset_rows import FOLDER, HEAD, PACKAGE
from gongkai.render.machine.jsonld import json_ld
from gongkai.render.machine.jsonld_data import catalogue_json_ld

ROOT = "https://www.example.gov.cn/zwgk/"


def test_a_file_of_open_data_has_its_address_its_bytes_and_its_kind(small_column):
    files = (DataFile("data/items.csv", "CSV 表格", 2049), DataFile("data/items.jsonl", "JSON Lines", 70))
    table = OpenData("items", "信息", 3, files, (("标题", "文字"), ("单位", "文字")))
    whole = json.loads(catalogue_json_ld(small_column(), "数据开放", "data/", [table]))
    (made,) = whole["dataset"]
    assert [(f["contentUrl"], f["contentSize"], f["encodingFormat"]) for f in made["distribution"]] == [
        (f"{ROOT}data/items.csv", "2049 B", "text/csv"),
        (f"{ROOT}data/items.jsonl", "70 B", "application/jsonl"),
    ]
    assert (made["name"], made["dateModified"]) == ("政务公开专栏：信息", "2026-11-18")
    assert whole["url"] == f"{ROOT}data/"
    # what each column is stands on the page and in the JSON Schema beside the file
    assert "variableMeasured" not in made


@pytest.mark.parametrize(
    ("years", "covered"), [((2025, 2026), "2025/2026"), ((2026,), "2026/2026"), ((2026, 2027), "2026/2026")]
)
def test_a_dataset_covers_the_years_that_have_begun(small_column, years, covered):
    rows = {f"{FOLDER}{year}.csv": f"{HEAD}示-{year},区民政局,{year}-10-02\n" for year in years}
    register = small_column({f"{FOLDER}datapackage.yml": PACKAGE, **rows})
    about = json.loads(json_ld(register.record("xuke"), register))
    assert about["temporalCoverage"] == covered
    assert about["distribution"][-1]["contentUrl"].endswith("-2026.parquet")
