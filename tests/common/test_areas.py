"""The name of an area at home, and what it is."""

from __future__ import annotations

import pytest

from gongkai.common.areas import area_of


@pytest.mark.parametrize(
    ("written", "name", "level"),
    [
        ("湖南省清溪县人民政府", "清溪县", "县"),
        ("北京市示例区人民政府", "示例区", "区"),
        ("北京市东区", "东区", "区"),
        ("湖南省永州市江华瑶族自治县", "江华瑶族自治县", "县"),
        ("湖南省津市市", "津市市", "市"),
        ("湖北省荆州市沙市区", "沙市区", "区"),
        ("内蒙古自治区兴安盟科尔沁右翼前旗", "科尔沁右翼前旗", "旗"),
        ("东区人民政府", "东区", "区"),
        ("某某", "某某", "区"),
    ],
)
def test_what_lies_above_is_no_part_of_the_name(written, name, level):
    found = area_of(written)
    assert (found.name, found.level) == (name, level)


def test_others_write_it_with_what_lies_above():
    assert area_of("湖南省长沙市岳麓区").names == ("湖南省长沙市岳麓区", "长沙市岳麓区", "岳麓区")
    assert area_of("北京市东区").names == ("北京市东区", "东区")
