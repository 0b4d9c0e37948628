"""Which documents carry out another, by what is written of them and in them."""

from __future__ import annotations

import pytest

from gongkai.column.implementing import Way, article_today, carried_out_by, carries_out, ended
from gongkai.text.amend import Address

MAIN = "《停车管理办法》（示政发〔2026〕18号）"


def policy(slug, title, body, *, number="", day="2026-11-02", begins="", more=""):
    return {
        f"content/policies/2026/{slug}.md": f"---\n标题: {title}\n发文机关: 区民政局\n"
        f"{f'发文字号: {number}' if number else ''}\n成文日期: {day}\n发布日期: {day}\n"
        f"施行日期: {begins or day}\n是否规范性文件: 否\n{more}---\n{body}\n"
    }


RULES = ("停车要付费。", "晚上开放。", "残疾人优先。", "街道负责。", "三年普查一次。", "地锁要拆除。")
ARTICLES = "\n\n".join(f"第{each}条　{rule}" for each, rule in zip("一二三四五六", RULES, strict=True))
WHOLE = policy("ting", "停车管理办法", ARTICLES, number="示政发〔2026〕18号", day="2026-03-02")


def known(register, slug="ting"):
    return [
        (each.by.slug, each.way.value, [at.words for point in each.points for at in point.at])
        for each in carried_out_by(register, register.policy(slug))
    ]


@pytest.mark.parametrize(
    ("title", "body", "more", "found"),
    [
        ("细则", f"第一条　根据{MAIN}第五条，制定本细则。", "", ("根据", ["第五条"])),
        ("细则", f"第一条　根据{MAIN}，制定本细则。", "", ("根据", [])),
        ("停车管理办法实施细则", "第一条　本细则自发布之日起施行。", "", ("实施", [])),
        ("《停车管理办法》实施细则", f"第一条　{MAIN}第三条由街道落实。", "", ("实施", ["第三条"])),
        ("关于印发《停车管理办法操作规程》的通知", "现予印发。", "", ("实施", [])),
        ("收费标准", f"第一条　{MAIN}第三条、第四条所称车位。", "", ("引用", ["第三条", "第四条"])),
        ("收费标准", "第一条　收费。", "配套: [ting]\n", ("配套", [])),
        ("收费标准", f"第一条　{MAIN}第三条。", "配套: [ting]\n", ("配套", ["第三条"])),
        ("收费标准", f"第一条　{MAIN}已经公布。", "", None),
        ("收费标准", f"第一条　{MAIN}第三条修改为：“内容。”", "修改: [ting]\n", None),
        ("停车场名单", "第一条　名单。", "", None),
    ],
)
def test_it_is_read_from_title_text_and_key(small_column, title, body, more, found):
    register = small_column({**WHOLE, **policy("xi", title, body, more=more)})
    assert known(register) == ([("xi", *found)] if found else [])
    rests = [each.on.slug for each in carries_out(register, register.policy("xi"))]
    assert rests == (["ting"] if found and found[0] != "引用" else [])


def test_those_in_force_come_first_then_those_to_come_then_those_that_ended(small_column):
    body = f"第一条　根据{MAIN}第五条，制定本细则。"
    register = small_column(
        {
            **WHOLE,
            **policy("gone", "甲", body, day="2026-11-09", more="失效日期: 2026-11-15\n"),
            **policy("named", "乙", f"第一条　{MAIN}第五条。", day="2026-11-10"),
            **policy("now", "丙", body, day="2026-04-01"),
            **policy("later", "丁", body, begins="2027-01-01"),
        }
    )
    assert [each[0] for each in known(register)] == ["now", "named", "later", "gone"]
    assert [each.slug for each in register.policies if ended(register, each)] == ["gone"]


def test_an_article_is_found_where_it_stands_today(small_column):
    """The one that names 第五条 was made before another article was put in front of it."""
    moves = "{移: 第六条, 至: 第七条}, {移: 第五条, 至: 第六条}"
    changes = f"{moves}, {{增: 第五条, 新文: 单位可以申请。}}, {{删: 第二条}}"
    more = f"修改:\n  - 文件: ting\n    操作: [{changes}]\n"
    amending = policy("gai", "修改决定", "修改。", day="2026-11-05", more=more)
    xi = policy("xi", "细则", f"第一条　根据{MAIN}第五条、第二条，制定本细则。", day="2026-06-01")
    late = policy("late", "细则二", f"第一条　根据{MAIN}第五条，制定本细则。", day="2026-11-12")
    before = small_column({**WHOLE, **xi})
    (first,) = carried_out_by(before, before.policy("ting"))
    assert article_today(before, first, Address((5,))) == "tiao-5"
    register = small_column({**WHOLE, **xi, **late, **amending})
    found = {each.by.slug: each for each in carried_out_by(register, register.policy("ting"))}
    assert article_today(register, found["xi"], Address((5,))) == "tiao-6"
    assert article_today(register, found["xi"], Address((2,))) is None
    assert article_today(register, found["late"], Address((5,))) == "tiao-5"
    assert found["xi"].way is Way.BASED and "gai" not in found
