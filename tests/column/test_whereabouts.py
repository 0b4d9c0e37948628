"""Places named in texts: whose house they are in, and where that stands."""

from __future__ import annotations

import pytest

from gongkai.column.ways import target
from gongkai.column.whereabouts import addressed, counters, houses, sent_to, whereabouts
from gongkai.records.fields.ways import Way
from gongkai.records.types.service import Service

OFFICE = "名称: {0}街道办事处\n简称: [{0}街道]\n类别: 街道\n{1}"
ROOM = (
    "名称: 查阅点\n单位: 区图书馆\n地址: 文苑街1号\n开放时间: [周一, 周二]\n"
    "提供: [政府公报]\n核验日期: 2026-10-12\n"
)
GUIDE = Service.EXAMPLE.replace("相关政策: [示建发〔2026〕21号]\n", "办理地点: [{}]\n")
FILES = {
    "data/units/wanghuai.yml": OFFICE.format("望槐", "地址: 望槐路3号\n办公时间: 工作日\n"),
    "data/units/jinyu.yml": OFFICE.format("金榆", ""),
    "data/units/tushu-guan.yml": "名称: 区图书馆\n类别: 事业单位\n",
    "data/reading-rooms/wenyuan.yml": ROOM,
    "data/services/dianti.yml": GUIDE.format("街道办事处政务服务大厅"),
}


@pytest.fixture
def register(small_column):
    return small_column(FILES)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("望槐街道办事处一层政务服务大厅", ["望槐街道"]),
        ("望槐街道政务服务大厅意见箱", ["望槐街道"]),
        ("望槐街道办事处", ["望槐街道"]),
        ("望槐街道市民活动中心二层报告厅", []),
        ("望槐街道文化活动站", []),
        ("各街道政务服务大厅意见箱", ["望槐街道", "金榆街道"]),
        ("所在社区居民委员会", []),
    ],
)
def test_a_place_is_in_the_house_that_its_name_begins_with(register, text, units):
    assert sorted(unit.label for unit in houses(register, text)) == sorted(units)


def test_the_address_is_told_beside_a_place_that_has_none(register):
    assert addressed(register, "望槐街道办事处一层政务服务大厅") == "望槐路3号"
    assert addressed(register, "望槐街道办事处一层，望槐路3号") == ""
    assert addressed(register, "金榆街道办事处一层政务服务大厅") == ""
    found = target(register, Way.model_validate({"渠道": "当面", "地址": "望槐街道办事处一层大厅"}), None)
    assert (found.to, found.place, found.hours) == ("望槐街道办事处一层大厅", "望槐路3号", "工作日")


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, "第1街道：某路1号；望槐街道：望槐路3号"),
        (2, "第1街道：某路1号；第2街道：某路2号；望槐街道：望槐路3号"),
        (3, ""),
    ],
)
def test_of_several_houses_each_has_its_own_and_many_are_not_listed(small_column, count, told):
    files = {path: text for path, text in FILES.items() if "jinyu" not in path}
    for n in range(1, count + 1):
        files[f"data/units/jie-{n}.yml"] = OFFICE.format(f"第{n}", f"地址: 某路{n}号\n排序: {n}\n")
    assert addressed(small_column(files), "各街道政务服务大厅") == told


def test_a_unit_without_an_address_is_found_by_its_reading_room(register):
    found = whereabouts(register, register.unit("区图书馆"))
    assert (found.address, found.hours) == ("文苑街1号", "周一，周二")


def test_who_receives_is_gone_to_unless_the_place_is_another(small_column, register):
    def goes(*places: str) -> list[str]:
        files = FILES | {"data/services/dianti.yml": GUIDE.format("，".join(places))}
        known = small_column(files)
        return [unit.label for unit in counters(known, known.public(Service)[0])]

    assert goes("街道办事处政务服务大厅") == goes("望槐街道一层大厅") == ["望槐街道"]
    assert goes("划片学校") == []
    assert [unit.label for unit, _ in sent_to(register)] == ["望槐街道"]
