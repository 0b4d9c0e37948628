"""What a document states of itself, in the wordings offices use; other documents' days are not its own."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.text.document import document
from gongkai.text.facts import (
    Extent,
    bases,
    effects,
    misnumbered,
    references,
    repeals,
    sentences,
    terms,
)

DAY = dt.date(2027, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "本办法自2027年1月1日起施行。",
        "本办法自二〇二七年一月一日起施行。",
        "本办法自２０２７年１月１日起正式实施。",
        "自2027年1月1日起执行。",
        "现将《示例区公园管理办法》印发给你们，自2027年1月1日起施行。",
        "《示例区公园管理办法》已经审议通过，现予公布，自2027年1月1日起施行。",
        "本办法（原称《公园规定》）自2027年1月1日起施行。",
        "本通知从2027年1月1日起生效。",
    ],
)
def test_the_day_of_effect(text: str) -> None:
    (found,) = effects(document(text))
    assert (found.day, found.article) == (DAY, "")


@pytest.mark.parametrize(
    "text",
    [
        "《示例区公园管理办法》自2027年1月1日起施行。",
        "许可证自2027年1月1日起换发。",
        "2027年1月1日以前的申请，照旧办理。",
        "> 本办法自2027年1月1日起施行。",
        "根据自2027年1月1日起施行的《示例区公园条例》，制定本办法。",
        "自2027年1月1日起施行前已经受理的，照旧办理。",
        "一、第九条修改为：“本办法自2027年1月1日起施行。”",
        "一、增加两条：“第九条 应当登记。\n\n第十条 本办法自2027年1月1日起施行。”",
    ],
)
def test_a_day_of_something_else(text: str) -> None:
    assert list(effects(document(text))) == []


def test_the_day_of_one_article() -> None:
    first, second = effects(document("本办法自2026年12月1日起施行，其中第五条自2027年1月1日起施行。"))
    assert (first.article, second.article, second.day) == ("", "第五条", DAY)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("本办法自印发之日起施行。", ("印发", 0, "")),
        ("自公布之日起30日后施行。", ("公布", 30, "日")),
        ("本规定自发布之日起满三个月后施行。", ("发布", 3, "个月")),
    ],
)
def test_effect_from_the_day_of_issue(text: str, wanted: tuple[str, int, str]) -> None:
    (found,) = effects(document(text))
    assert (found.kind, found.after, found.unit) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("本办法自2027年1月1日起施行，有效期5年。", (None, 5, "年")),
        ("本办法自印发之日起试行，试行期两年。", (None, 2, "年")),
        ("本办法有效期至2028年6月30日。", (dt.date(2028, 6, 30), 0, "")),
        ("本通知自印发之日起执行，有效期至2028年6月30日。", (dt.date(2028, 6, 30), 0, "")),
        ("本通知自印发之日起执行，2028年6月30日自行废止。", (dt.date(2028, 6, 30), 0, "")),
        ("自2027年1月1日起施行至2028年6月30日。", (dt.date(2028, 6, 30), 0, "")),
    ],
)
def test_until_when_it_holds(text: str, wanted: tuple[dt.date | None, int, str]) -> None:
    (found,) = terms(document(text))
    assert (found.until, found.count, found.unit) == wanted


def test_the_last_day_is_the_one_before_it_ends() -> None:
    """失效日期 is the last day: of 自…起失效 the day before, of 于…废止 nobody knows."""
    (surely,) = terms(document("本办法自2027年1月1日起施行，自2028年7月1日起失效。"))
    assert (surely.until, surely.ends) == (dt.date(2028, 6, 30), False)
    (either,) = terms(document("本办法自2027年1月1日起施行，2028年7月1日废止。"))
    assert (either.until, either.ends) == (dt.date(2028, 7, 1), True)


def test_a_trial_from_one_day_to_another() -> None:
    text = document("本办法自2027年1月1日起至2027年12月31日止试行。")
    assert [each.day for each in effects(text)] == [DAY]
    assert [each.until for each in terms(text)] == [dt.date(2027, 12, 31)]


@pytest.mark.parametrize(
    "text",
    [
        "食品经营许可证有效期为5年。",
        "证书自发放之日起生效，有效期3年。",
        "居住证有效期至2028年6月30日。",
        "《旧办法》2028年6月30日废止。",
        "自2027年3月1日起至2027年12月31日止，第六条停止执行。",
        "本办法自2027年1月1日起施行，第六条执行至2027年12月31日。",
        "第九条修改为：“本办法有效期至2028年6月30日。”",
    ],
)
def test_a_term_of_something_else(text: str) -> None:
    assert list(terms(document(text))) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("《甲办法》（示民发〔2020〕7号）同时废止。", [("甲办法", "示民发〔2020〕7号", Extent.WHOLE)]),
        (
            "本办法自2027年1月1日起施行，原《甲办法》、《关于〈乙〉的通知》同时废止。",
            [("甲办法", "", Extent.WHOLE), ("关于〈乙〉的通知", "", Extent.WHOLE)],
        ),
        ("《甲办法》第九条同时废止。", [("甲办法", "", Extent.PARTLY)]),
        ("《甲办法》中有关补贴的规定不再执行。", [("甲办法", "", Extent.PARTLY)]),
        ("《甲办法》与本办法不一致的，同时废止。", [("甲办法", "", Extent.CONDITIONAL)]),
        ("《甲办法》已被废止。", []),
        ("建议废止《甲办法》。", []),
        ("根据《甲办法》制定本办法，以前的规定同时废止。", []),
    ],
)
def test_what_is_repealed(text: str, wanted: list[tuple[str, str, Extent]]) -> None:
    found = [(each.named.title, each.named.number, each.extent) for each in repeals(document(text))]
    assert found == wanted


def test_what_it_rests_on() -> None:
    text = (
        "第一条　根据《甲法》《乙条例》（国务院令第711号）和《关于〈丙〉的决定》，结合本区实际，制定本办法。"
    )
    found = [(each.named.title, each.named.number) for each in bases(document(text))]
    assert found == [("甲法", ""), ("乙条例", "国务院令第711号"), ("关于〈丙〉的决定", "")]


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        ("一 二 三", []),
        ("三 四", []),
        ("一 一之一 二", []),
        ("一 二 四", ["跳号"]),
        ("一 二 二", ["重号"]),
        ("一 三 二", ["跳号", "倒序"]),
    ],
)
def test_numbers_of_articles(numbers: str, wanted: list[str]) -> None:
    labels = [f"第{each[0]}条{each[1:]}" for each in numbers.split()]
    text = "\n\n".join(f"{label}　甲。" for label in labels)
    assert [each.kind for each in misnumbered(document(text))] == wanted


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("本办法第一条", True),
        ("本办法第一条第二款", True),
        ("本办法第一条第一款第（二）项", True),
        ("本办法第三条", False),
        ("本办法第一条第三款", False),
        ("本办法第一条第一款第（三）项", False),
    ],
)
def test_where_a_reference_leads(words: str, there: bool) -> None:
    text = f"第一条　有下列情形：\n（一）甲；\n（二）乙。\n\n乙款。\n\n第二条　违反{words}的，改正。"
    (found,) = references(document(text))
    assert (found.part is not None) is there


def test_a_sentence_knows_its_line_and_its_article() -> None:
    found = list(sentences(document("第一条　甲。乙。\n\n第二条　丙：\n（一）丁。")))
    assert [(each.text, each.line, each.article) for each in found] == [
        ("甲。", 0, "第一条"),
        ("乙。", 0, "第一条"),
        ("丙：", 2, "第二条"),
        ("丁。", 3, "第二条"),
    ]
