"""What was typed → what it may stand for: numbers, official words, questions without their manners."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gongkai import search

Call = Callable[..., list[Any]]

TABLES: dict[str, Any] = {
    **json.loads((Path(search.__file__).parent / "wording.json").read_text("utf-8")),
    "aliases": {
        "装电梯": ["加装电梯"],
        "开饭馆": ["餐饮", "企业开办"],
        "住建委": ["区住房城市建设委"],
        "上学": ["入学"],
    },
    "care": [],
    "columns": [["政策解读", "interpretations/", ["解读文件"]], ["领导之窗", "leaders/", ["区长"]]],
}
DOCUMENT = "示建发(2026)21号"
#: what is typed → (step, what is asked) beside it
EXPANDED: dict[str, list[tuple[int, str]]] = {
    # every writing of a number leads to the one of the column
    "示建发〔2026〕第21号": [(0, DOCUMENT)],
    "示建发【2026】021": [(0, DOCUMENT)],
    "示建发2026年21号": [(0, DOCUMENT)],
    "示建发 2026 第 21 号": [(0, DOCUMENT)],
    "文号：示建发(2026)21号": [(0, DOCUMENT)],
    "示建发21号": [(0, '"示建发(" ")21号"')],
    "索引号：SL09-2026-00021": [(0, "sl09-2026-00021")],
    "2026年第2期公报": [(0, "政府公报2026年第2期")],
    "公报2025年1期": [(0, "政府公报2025年第1期")],
    "公报第3期": [(0, "政府公报 年第3期")],
    "44次会议": [(0, "第44次 会议")],
    "区政府第38次常务会议": [(0, "区政府 第38次常务")],
    "示建发〔二〇二六〕第二十一号": [(0, DOCUMENT)],
    "示建发26年21号": [(0, DOCUMENT)],
    "2026年第21号": [(0, "(2026)21号")],
    "《示建发〔2026〕第21号》": [(0, "示建发(2026)第21号"), (0, DOCUMENT)],
    "《加装电梯补助办法》（试行）": [],
    "《加装电梯补助办法》": [(0, "加装电梯补助办法")],
    "SL09202600021": [(0, "sl09-2026-00021")],
    "公开事项XC2016-11": [(0, "xc2016-11")],
    "政府公报〔2026〕3期": [(0, "政府公报2026年第3期")],
    "2026年第三期政府公报": [(0, "政府公报2026年第3期")],
    "第四十次常务会": [(0, "第40次常务")],
    "第一百零二次会议": [],
    # what is in order already, and what only looks like a number
    "SL09-2026-00021": [],
    "2026-11-05": [],
    "十五五规划": [],
    "12345": [],
    "2026年预算": [],
    # words people use, never within the official one
    "装电梯": [(0, "加装电梯")],
    "加装电梯": [],
    "住建委电话": [(0, "区住房城市建设委 电话")],
    "“装电梯”": [],
    # questions
    "请问加装电梯要交什么材料？": [(1, "加装电梯")],
    "开饭馆要什么手续": [
        (0, "餐饮 要什么手续"), (0, "企业开办 要什么手续"), (1, "开饭馆"), (1, "餐饮"), (1, "企业开办"),
    ],
    "怎么申请信息公开": [(1, "申请信息公开"), (2, "信息公开")],
    "幼儿园怎么报名": [(1, "幼儿园 报名"), (2, "幼儿园")],
    "临时救助多久能批下来": [(1, "临时救助")],
    "怎么办": [],
    "吗": [],
    "": [],
}  # fmt: skip


def test_what_is_asked_beside_what_was_typed(call: Call) -> None:
    answers = call("wording.js", "expand", [[query, TABLES] for query in EXPANDED])
    found = dict(zip(EXPANDED, answers, strict=True))
    for query, variants in found.items():
        assert [each for each in variants if not each["why"]] == (
            [{"query": query, "step": 0, "why": "", "other": False}] if query else []
        )
        beside = [(each["step"], each["query"]) for each in variants if each["why"]]
        assert beside == EXPANDED[query], query


def test_without_tables_of_words_nothing_is_made_up(call: Call) -> None:
    plain = {**TABLES, "aliases": {}, "columns": []}
    ((variant,),) = call("wording.js", "expand", [["装电梯", plain]])
    assert variant == {"query": "装电梯", "step": 0, "why": "", "other": False}


def test_names_of_columns_lead_to_them(call: Call) -> None:
    asked = ["政策解读", "政策 解读", "政策解读在哪里", "请问区长是谁", "区长", "政策", "政策解读 电梯"]
    answers = call("wording.js", "columns", [[query, TABLES] for query in asked])
    found = [[each["address"] for each in answer] for answer in answers]
    assert found == [
        ["interpretations/"], ["interpretations/"], ["interpretations/"], [], ["leaders/"], [], [],
    ]  # fmt: skip


def test_a_hostile_query_is_answered(call: Call) -> None:
    asked = ["怎么" * 500, "(" * 300, "装电梯" * 200, "\\[^", "__proto__", "constructor", "第" * 200 + "号"]
    answers = call("wording.js", "expand", [[query, TABLES] for query in asked])
    assert all(1 <= len(answer) <= 12 for answer in answers)


def test_only_who_types_nothing_but_a_matter_in_care_may_be_led_to_what_tells_of_it(call: Call) -> None:
    tables = {**TABLES, "aliases": {"结婚": ["区民政局"]}, "care": ["结婚"]}
    answers = call("wording.js", "expand", [[query, tables] for query in ("结婚", "结婚预约大厅")])
    assert [each[0].get("cared", False) for each in answers] == [True, False]


def test_telephones_and_mail_are_read_in_any_writing(call: Call) -> None:
    asked = ["010 8392 6666", "01083926666", "(0311)8392666", "XXGK @ example.gov.cn".lower(), "2026"]
    found = call("numbers.js", "things", [[query, TABLES] for query in asked])
    assert [[each["query"] for each in written] for written in found] == [
        ["010-83926666"], ["010-83926666"], ["0311-8392666"], ["xxgk@example.gov.cn"], [],
    ]  # fmt: skip
