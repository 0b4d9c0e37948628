"""Where to ask when nothing is found: the unit that is meant, and what looks like the name of a company."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gongkai.search.words import tables

Call = Callable[..., list[Any]]

TABLES = tables([("装电梯", ["加装电梯"]), ("社保局", ["区人力社保局"])], [])
#: label → what it does
DUTIES = {
    "区民政局": "负责社会救助、养老服务和街道社区工作的信息公开。",
    "区城市管理委": "负责市政设施、停车、生活垃圾分类的信息公开。",
    "区交通委": "牵头缓解交通拥堵和停车治理的信息公开。",
    "区住建委": "负责保障性住房、加装电梯的信息公开。",
    "区人力社保局": "负责就业创业、社会保险的信息公开。",
}
UNITS = [{"label": name, "words": f"{name}\n{duties}"} for name, duties in DUTIES.items()]


def unit_of(call: Call, query: str, *near: str) -> str:
    (found,) = call("help.js", "responsible", [[query, UNITS, near, TABLES]])
    return found["label"] if found else ""


def test_a_unit_by_its_duties_in_any_words(call: Call) -> None:
    assert unit_of(call, "停车费太贵") == "区城市管理委"
    assert unit_of(call, "装电梯扰民") == "区住建委"
    assert unit_of(call, "社保局几点下班") == "区人力社保局"
    assert unit_of(call, "社会救助") == "区民政局"


def test_no_unit_by_half_a_word_or_by_what_all_have(call: Call) -> None:
    assert unit_of(call, "养老金怎么领") == ""
    assert unit_of(call, "信息公开") == ""
    assert unit_of(call, "怎么办") == ""


def test_a_unit_by_what_is_near_only_when_nearly_all_of_it_is_its_own(call: Call) -> None:
    assert unit_of(call, "护照", "区民政局", "区交通委", "区民政局", "区民政局") == "区民政局"
    assert unit_of(call, "护照", "区民政局", "区交通委", "区民政局", "区住建委", "区民政局") == ""


NAMES = {
    "示例福源文化传播有限公司": "name",
    "示例福源餐饮有限公司（金榆店）": "name",
    "京华大药房金榆路店": "name",
    "91110102MA01B2C3XQ": "code",
    "９１１１０１０２ma01b2c3xq": "code",
    "9111010 2MA01B2C3XQ": "code",
    # too short, a question, several words, a code with a sign that no code has, a number of something else
    "饭店": "",
    "怎么注册一家公司": "",
    "哪里有好的幼儿园": "",
    "示例 福源 公司": "",
    "91110102MA01B2C3XO": "",
    "110102199001011234": "",
    "老旧小区加装电梯": "",
}


def test_what_looks_like_a_company_or_its_code(call: Call) -> None:
    found = call("named.js", "named", [[query, TABLES["answering"]] for query in NAMES])
    assert dict(zip(NAMES, found, strict=True)) == NAMES
