"""Personal numbers in every field of every file that readers may see, and what frees one."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.common.personal import mask_text
from gongkai.common.problems import BODY as IN_BODY
from gongkai.desk.reference.example_trial import sample_path
from gongkai.law.example import CLEAN, a_page, a_unit, a_waiver, an_entry, an_item
from gongkai.law.rules import personal_data
from gongkai.law.shared.field_texts import field_texts
from gongkai.load import load
from gongkai.records import record_types
from gongkai.records.column import Column

MOBILE = "13800138000"
IDENTITY = "11010519491231002X"
MOVED = """\
- 地址: items/minzheng-ju/2026/chexia/
  撤下日期: 2026-11-02
  理由: 涉及个人隐私
  说明: 当事人 11010519491231002X
"""
ADJUSTED = """\
依据: [{文件: 示例区办法}]
说明: 请打 13800138000
"""
RULE = "data/rulebook/interpretation-timing.yml"
PAGE, UNIT = "content/pages/zhinan.md", "data/units/minzheng-ju.yml"
FILE = f"content/files/2026/{IDENTITY.lower()}.pdf"
GENRE = "personal-data"
DAY = dt.date(2026, 11, 21)


def found(outcome):
    return [(p.path, p.at, p.message) for p in outcome.problems if p.rule == GENRE]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"data/addresses/moved.yml": MOVED}, ("data/addresses/moved.yml", ("说明",))),
        (a_waiver(批准人=f"张三{MOBILE}", 对象="yanglao"), ("data/waivers/renshi.yml", ("批准人",))),
        (an_entry(一级事项=f"救助 {MOBILE}"), ("data/catalogue/minzheng-ju.yml", ("一级事项",))),
        ({RULE: ADJUSTED}, (RULE, ("说明",))),
        (a_page(原文链接=f"https://a.example.cn/?tel={MOBILE}"), (PAGE, ("原文链接",))),
        (a_unit(内设机构=f"[{{名称: 办, 电话: {MOBILE}}}]"), (UNIT, ("内设机构", 0, "电话"))),
        (an_item(MOBILE), (f"content/items/minzheng-ju/2026/{MOBILE}.md", ())),
        ({FILE: ""}, (FILE, ())),
    ],
    ids=["moved", "waiver", "catalogue", "rulebook", "link", "office", "slug", "file"],
)  # fmt: skip
def test_a_number_in_any_file_is_found(run, files, place):
    ((*where, message),) = found(run({**CLEAN, **files}))
    assert tuple(where) == place
    assert "手机号码 138****8000" in message or "居民身份证号码 110*************2X" in message


@pytest.mark.parametrize("kind", record_types(), ids=lambda each: each.TYPE)
def test_every_text_of_every_type_is_looked_at(kind, tmp_path, identity, standards):
    """The rule asks the models for their texts: a number put into any one of them is told."""
    path = tmp_path / sample_path(kind)
    path.parent.mkdir(parents=True)
    path.write_text(kind.EXAMPLE, "utf-8")
    planted = 0
    for text in {text for _, text in field_texts(validate(load(tmp_path).documents).records[0])}:
        path.write_text(kind.EXAMPLE.replace(text, f"{text}，电话{MOBILE}。", 1), "utf-8")
        records = validate(load(tmp_path).documents).records
        if any(MOBILE in text for each in records for _, text in field_texts(each)):
            told = list(personal_data.check(Register(records, DAY, identity), standards[GENRE]))
            assert told and all("有手机号码 138****8000" in p.message for p in told), text
            planted += 1
    # an entry of the register of addresses has closed forms only, but for 说明 (above)
    assert planted or kind.TYPE == "address"


def test_the_columns_own_identity_is_looked_at(standards, identity):
    column = Column.model_validate({**identity.model_dump(by_alias=True), "联系方式": f"张三 {MOBILE}"})
    (told,) = personal_data.check(Register([], DAY, column), standards[GENRE])
    assert (told.path, told.at) == ("mkdocs.yml", ("extra", "column", "联系方式"))
    assert "手机号码 138****8000" in told.message


BODY = an_item(body=f"咨询 {MOBILE}，证件 {IDENTITY}。")


@pytest.mark.parametrize(
    ("phone", "told"),
    [
        ("010-66001234", 2),
        ("138-0013-8000", 1),
        ("010-66001234、13800138000", 1),
        (f"010-00000002转{MOBILE}转{IDENTITY}", 4),
        (IDENTITY, 3),
        ("010-6600138001380001", 2),
        ("（张三）13800138000", 3),
    ],
)
def test_only_a_whole_mobile_number_of_a_unit_is_free(run, phone, told):
    """对外电话 frees the telephone that stands there by itself, never what is a part of it."""
    assert len(found(run({**CLEAN, **a_unit(对外电话=phone), **BODY}))) == told


@pytest.mark.parametrize(
    "text",
    [
        f"**{MOBILE}**", f"*{MOBILE}*", f"_{MOBILE}_", "138**0013**8000", "138\\-0013\\-8000", f"Tel{MOBILE}",
        f"见https://www.gov.cn/。电话{MOBILE}", f"是。{MOBILE}.", f"**{IDENTITY}**",
        f"ID{IDENTITY}", f"张三_{IDENTITY}_表", f"| **{MOBILE}** | 甲 |",
    ],
)  # fmt: skip
def test_marks_letters_and_addresses_hide_no_number(run, text):
    assert len(found(run({**CLEAN, **an_item(body=text)}))) == 1


def test_messages_can_be_masked_whole():
    text = f"“{MOBILE}”、**{IDENTITY}**、138 0013 8000 写了两次，电话 010-66001234"
    masked = mask_text(text)
    assert masked == "“138****8000”、**110*************2X**、138****8000 写了两次，电话 010-66001234"


def test_a_number_over_two_lines_is_told_where_it_begins(run):
    body = "第一行。\n\n电话 1380013\n8000，<br>证件 110105\n19491231\n002X。"
    told = found(run({**CLEAN, **an_item(body=body)}))
    assert [at for _, at, _ in told] == [("正文", 2), ("正文", 3)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("许可编号：110102202601050003", "提示"),
        ("许可编号：110101199003074514", "错误"),
        ("证件号：110102202601050003", "错误"),
        ("订单号13800138000", "提示"),
        ("收件 110101203605120011", None),
        ("总投资13870000000元", None),
    ],
)
def test_a_number_is_weighed_by_what_it_is_called_and_its_birth_date(run, text, level):
    told = [p.level for p in run({**CLEAN, **an_item(body=text)}).problems if p.rule == GENRE]
    assert told == ([level] if level else [])


SERIALS = [
    f"许可编号：{number}" for number in ("110102202601050003", "110102202601060009", "110102202601060017")
]


def test_serials_in_a_text_are_one_question(run):
    (problem,) = run({**CLEAN, **an_item(body="\n\n".join(SERIALS))}).problems
    assert problem.message == "有形同居民身份证号码的编号 3 个，第一个是 110*************03"
    assert (problem.level, problem.at) == ("提示", (IN_BODY, 0))
    assert problem.fix == "是编号的不用改；是人的居民身份证号码的删去或遮盖"


def test_serials_in_an_attachment_are_one_question(run):
    lines = "\n".join(SERIALS * 100)
    told = [p for p in run({**CLEAN, "content/files/2026/a.txt": lines}).problems if "编号" in p.message]
    assert [(p.level, p.message.split(" ", 2)[2]) for p in told] == [
        ("提示", "第1行有形同居民身份证号码的编号 300 个，第一个是 110*************03")
    ]


def test_the_remedy_for_an_office_mobile_is_the_one_that_works(run):
    files = {**CLEAN, **an_item(body=f"值班手机 {MOBILE}")}
    (problem,) = run(files).problems
    assert "是单位的公务手机的，写进单位文件的“对外电话”" in problem.fix
    assert run({**files, **a_unit(对外电话=f"010-66001234、{MOBILE}")}).problems == ()
    (other,) = run({**CLEAN, **an_item(body=f"证件 {IDENTITY}")}).problems
    assert "对外电话" not in other.fix


def test_a_table_in_a_text_is_read_with_its_headings(run):
    head = "| 许可编号 | 联系电话 | 证件号码 |\n|---|---|---|\n"
    rows = "| 110102202601050003 | 无 | 无 |\n| 110102202601060009 | 13800138000 | 110102202601060017 |"
    told = {(p.level.value, p.at, p.message) for p in run({**CLEAN, **an_item(body=head + rows)}).problems}
    assert told == {
        ("提示", (IN_BODY, 2), "有形同居民身份证号码的编号 2 个，第一个是 110*************03"),
        ("错误", (IN_BODY, 3), "有手机号码 138****8000"),
        ("错误", (IN_BODY, 3), "有居民身份证号码 110*************17"),
    }
