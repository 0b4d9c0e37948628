"""The columns of a dataset: told apart, with roles that fit."""

from __future__ import annotations

import pytest
import yaml
from pydantic import ValidationError

from gongkai.records.types.dataset import Dataset

PACKAGE = yaml.safe_load(
    Dataset.EXAMPLE.replace("2026-01-12", "'2026-01-12'").replace("2026-11-16", "'2026-11-16'")
)


def test_the_unit_comes_first_among_what_rows_are_narrowed_by():
    fields = [
        {"名称": name, "说明": "甲", "用途": role} for name, role in (("种类", "筛选"), ("机关", "单位"))
    ]
    dataset = Dataset.model_validate({**PACKAGE, "字段": fields})
    assert dataset.facets == (1, 0)
    assert [each.look for each in Dataset.model_validate(PACKAGE).columns] == ["", "", "date"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ([{"名称": "甲"}, {"名称": "甲"}], "列名“甲”写了两次"),
        ([{"名称": "page"}], "列名“page”在网页上另有用处"),
        ([{"名称": "甲", "用途": "名称"}, {"名称": "乙", "用途": "名称"}], "用途“名称”写在几列上：甲、乙"),
        ([{"名称": "甲", "用途": "时间"}], "“甲”用途是“时间”，类型却是“文字”"),
        ([{"名称": "=1+1"}], "列名“=1.1”里有不能用的符号"),
        ([{"名称": "__proto__"}], "列名“__proto__”里有不能用的符号"),
        ([{"名称": "甲\n乙"}], "不能用的符号或换行"),
        ([{"名称": "甲", "类型": "整数", "可选值": ["乙"]}], "类型是“整数”的列不能再写可选值"),
        ([], "一项也没有"),
    ],
)
def test_columns_that_cannot_be_told_apart_are_refused(fields, message):
    with pytest.raises(ValidationError, match=message):
        Dataset.model_validate({**PACKAGE, "字段": [{"说明": "甲", **each} for each in fields]})
