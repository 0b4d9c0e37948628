"""What is told from the name of a unit: its kind, and what else it is called."""

from __future__ import annotations

import pytest

from gongkai.common.areas import area_of
from gongkai.desk.unit_naming import kind_of, short_names, without_area
from gongkai.records.vocabulary.units import UnitKind

COUNTY = area_of("湖南省清溪县")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("区财政局", UnitKind.DEPARTMENT),
        ("青云店镇人民政府", UnitKind.TOWN),
        ("石门乡", UnitKind.TOWNSHIP),
        ("开发区管理委员会", UnitKind.PARK),
        ("区政务公开工作领导小组", UnitKind.COORDINATION),
        ("县人民医院", UnitKind.PUBLIC_BODY),
        ("清溪县第一中学", UnitKind.PUBLIC_BODY),
        ("县机关幼儿园", UnitKind.PUBLIC_BODY),
        ("城关社区卫生服务中心", UnitKind.PUBLIC_BODY),
        ("清溪县供水有限责任公司", UnitKind.PUBLIC_BODY),
        ("县公共交通总公司", UnitKind.PUBLIC_BODY),
        ("县图书馆", UnitKind.INSTITUTION),
        ("县疾病预防控制中心", UnitKind.INSTITUTION),
        ("县委宣传部", UnitKind.PARTY),
        ("县卫生健康委", UnitKind.DEPARTMENT),
        ("县水利局", UnitKind.DEPARTMENT),
    ],
)
def test_kinds_are_read_off_names(name, kind):
    assert kind_of(name) is kind


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("石门镇人民政府", ["石门镇", "石门镇政府"]),
        ("石门镇", ["石门镇政府", "石门镇人民政府"]),
        ("县溪镇人民政府", ["县溪镇", "县溪镇政府"]),
        ("白云瑶族乡人民政府", ["白云瑶族乡", "白云瑶族乡政府", "白云乡", "白云乡政府"]),
        ("县住房和城乡建设局", ["县住建局", "县住房城乡建设局"]),
        ("清溪县交通运输局", ["县交通局", "县交通运输局"]),
        ("城关街道办事处", ["城关街道", "城关街道办"]),
        ("县民政局", []),
        ("县人民医院", []),
    ],
)
def test_units_are_known_by_what_people_call_them(name, others):
    assert short_names(name, COUNTY) == others


def test_a_bureau_whose_name_begins_like_the_area_keeps_it():
    assert without_area("市场监督管理局", area_of("湖南省津市市")) == "市场监督管理局"
    assert without_area("市市场监督管理局", area_of("湖南省津市市")) == "市场监督管理局"
