"""Operations applied to a text: what they change, what they leave, and what they refuse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.text.amend import Act, Operation, apply, article_label, read_address
from gongkai.text.amend.address import Address
from gongkai.text.document import Document, document

BASE = """\
第一章 总则

第一条　甲。

第二条　乙：
（一）子；
（二）丑。

第二章 细则

第三条　丙由区民政局办理。

依照《区民政局办法》。

第四条　丁。
"""


def place(words: str) -> Address:
    found = read_address(words)
    assert found
    return found


def after(*operations: Operation, base: str = BASE) -> tuple[str, list[str]]:
    made, remarks = apply(document(base), operations)
    return _told(made), [each.message for each in remarks if not each.applied]


def _told(made: Document) -> str:
    return "/".join(node.own_words for node in made.walk() if node.own_words)


CASES = {
    "an article put": (
        [Operation(Act.PUT, (place("第一条"),), "第一条　新甲。")],
        "第一章 总则/第一条/新甲。/第二条/乙：/（一）子；/（二）丑。/第二章 细则/第三条/丙由区民政局办理。"
        "/依照《区民政局办法》。/第四条/丁。",
    ),
    "an article put whose text has no number": (
        [Operation(Act.PUT, (place("第四条"),), "新丁。")],
        "第一章 总则/第一条/甲。/第二条/乙：/（一）子；/（二）丑。/第二章 细则/第三条/丙由区民政局办理。"
        "/依照《区民政局办法》。/第四条/新丁。",
    ),
    "a 款 put": (
        [Operation(Act.PUT, (place("第三条第二款"),), "依照新办法。")],
        "第一章 总则/第一条/甲。/第二条/乙：/（一）子；/（二）丑。/第二章 细则/第三条/丙由区民政局办理。"
        "/依照新办法。/第四条/丁。",
    ),
    "an 项 added after the last": (
        [Operation(Act.ADD, (place("第二条第（三）项"),), "（三）寅。")],
        "第一章 总则/第一条/甲。/第二条/乙：/（一）子；/（二）丑；/（三）寅。/第二章 细则/第三条"
        "/丙由区民政局办理。/依照《区民政局办法》。/第四条/丁。",
    ),
    "an 项 taken out": (
        [Operation(Act.TAKE, (place("第二条第（一）项"),))],
        "第一章 总则/第一条/甲。/第二条/乙：/（一）丑。/第二章 细则/第三条/丙由区民政局办理。"
        "/依照《区民政局办法》。/第四条/丁。",
    ),
    "an article between two": (
        [Operation(Act.ADD, (place("第三条之一"),), "加。")],
        "第一章 总则/第一条/甲。/第二条/乙：/（一）子；/（二）丑。/第二章 细则/第三条/丙由区民政局办理。"
        "/依照《区民政局办法》。/第三条之一/加。/第四条/丁。",
    ),
    "an article repealed keeps its place": (
        [Operation(Act.TAKE, (place("第四条"),), kept=True)],
        "第一章 总则/第一条/甲。/第二条/乙：/（一）子；/（二）丑。/第二章 细则/第三条/丙由区民政局办理。"
        "/依照《区民政局办法》。/第四条/〔已废止〕",
    ),
    "taken out and closed up, the chapter stays": (
        [Operation(Act.TAKE, (place("第三条"),)), Operation(Act.CLOSE_UP)],
        "第一章 总则/第一条/甲。/第二条/乙：/（一）子；/（二）丑。/第二章 细则/第三条/丁。",
    ),
    "added and closed up": (
        [Operation(Act.ADD, (place("第二条"),), "加。"), Operation(Act.CLOSE_UP)],
        "第一章 总则/第一条/甲。/第二条/加。/第三条/乙：/（一）子；/（二）丑。/第二章 细则/第四条"
        "/丙由区民政局办理。/依照《区民政局办法》。/第五条/丁。",
    ),
    "moved to the front and closed up": (
        [Operation(Act.MOVE, (place("第四条"),), to=place("第一条")), Operation(Act.CLOSE_UP)],
        "第一章 总则/第一条/丁。/第二条/甲。/第三条/乙：/（一）子；/（二）丑。/第二章 细则/第四条"
        "/丙由区民政局办理。/依照《区民政局办法》。",
    ),
    "words everywhere but in names": (
        [Operation(Act.WORDS, old="区民政局", new="区救助中心")],
        "第一章 总则/第一条/甲。/第二条/乙：/（一）子；/（二）丑。/第二章 细则/第三条/丙由区救助中心办理。"
        "/依照《区民政局办法》。/第四条/丁。",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_an_operation_makes_of_the_text(name: str) -> None:
    operations, wanted = CASES[name]
    assert after(*operations) == (wanted, [])


REFUSED = {
    "no such article": ([Operation(Act.PUT, (place("第九条"),), "新。")], "正文里没有第九条"),
    "no such 款": ([Operation(Act.PUT, (place("第一条第二款"),), "新。")], "没有这一款、项"),
    "no such 项": ([Operation(Act.TAKE, (place("第二条第（三）项"),))], "没有这一款、项"),
    "an 项 too far": ([Operation(Act.ADD, (place("第二条第（四）项"),), "（四）卯。")], "没有这一款、项"),
    "a number that is there": ([Operation(Act.ADD, (place("第二条"),), "加。")], "第二条已经在了"),
    "words that are not there": ([Operation(Act.WORDS, old="区教委", new="区教育局")], "找不到“区教委”"),
    "words only in a name": (
        [Operation(Act.WORDS, (place("第三条"),), old="区民政局办法", new="新办法")],
        "找不到“区民政局办法”",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_done_leaves_the_text_and_says_why(name: str) -> None:
    operations, why = REFUSED[name]
    text, messages = after(*operations)
    assert text == _told(document(BASE))
    assert len(messages) == 1 and why in messages[0]


def test_nothing_is_renumbered_on_a_text_with_a_gap() -> None:
    text, messages = after(
        Operation(Act.TAKE, (place("第一条"),)), Operation(Act.CLOSE_UP), base="第一条　甲。\n\n第三条　丙。"
    )
    assert text == "第三条/丙。"
    assert messages == ["原文的条号有缺有重，不能重排；先对照原件补正"]


def test_an_article_that_others_push_keeps_the_heading_above_it() -> None:
    """第三条改为第五条 because two came before it: its chapter still begins with it."""
    made, told = after(
        Operation(Act.ADD, (place("第三条"),), "第二章　监督\n\n第三条　加。"),
        Operation(Act.ADD, (place("第四条"),), "又。"),
        Operation(Act.MOVE, (place("第三条"),), to=place("第五条")),
        Operation(Act.CLOSE_UP),
    )
    assert not told
    assert "/第二章　监督/第三条/加。/第四条/又。/第三章 细则/第五条/丙" in made
    assert made.endswith("/第六条/丁。")


@pytest.mark.parametrize(
    ("operations", "why"),
    [
        ([Operation(Act.MOVE, (place("第三条"),), to=place("第六条"))], "中间的第四条没有动"),
        ([Operation(Act.ADD, (place("第五条"),), "第二章　又\n\n第五条　加。")], "第二章已经在了"),
        (
            [Operation(Act.ADD, (place("第二条之一"),), "加。"), Operation(Act.CLOSE_UP)],
            "加了“之一”这样的条",
        ),
    ],
)
def test_what_would_put_articles_out_of_order_is_not_done(operations: list[Operation], why: str) -> None:
    made, (told,) = after(*operations)
    assert why in told
    assert "第三条/丙" in made


def test_articles_may_move_up_one_after_another() -> None:
    moves = [
        Operation(Act.MOVE, (place(a),), to=place(b)) for a, b in (("第三条", "第四条"), ("第四条", "第五条"))
    ]
    made, told = after(*moves)
    assert (made.split("第二章")[1].replace("/依照《区民政局办法》。", ""), told) == (
        " 细则/第四条/丙由区民政局办理。/第五条/丁。",
        [],
    )


def test_the_signs_a_removal_leaves_are_tidied_and_told() -> None:
    made, remarks = apply(
        document("第一条　提交甲、乙以及丙；丁。"), (Operation(Act.WORDS, old="乙", new=""),)
    )
    assert _told(made) == "第一条/提交甲以及丙；丁。"
    assert [(each.applied, each.message) for each in remarks] == [(True, "换了 1 处，标点随改的地方请核对")]


def test_a_new_article_has_an_address_and_the_others_keep_theirs() -> None:
    made, _ = apply(document(BASE), (Operation(Act.ADD, (place("第二条之一"),), "加：\n（一）x；"),))
    assert [node.id for node in made.articles] == ["tiao-1", "tiao-2", "tiao-2-zhi-1", "tiao-3", "tiao-4"]
    assert [node.id for node in made.articles[2].walk()] == [
        "tiao-2-zhi-1",
        "tiao-2-zhi-1-kuan-1",
        "tiao-2-zhi-1-kuan-1-xiang-1",
    ]


TEXTS = st.lists(st.text("甲乙丙丁戊", min_size=1, max_size=4), min_size=2, max_size=8)


@given(TEXTS, st.data())
@settings(max_examples=150)
def test_operations_on_different_articles_may_come_in_any_order(
    words: list[str], data: st.DataObject
) -> None:
    base = document("\n\n".join(f"{article_label((at + 1,))}　{each}。" for at, each in enumerate(words)))
    first, second = data.draw(st.permutations(range(1, len(words) + 1)))[:2]
    put = Operation(Act.PUT, (Address((first,)),), "改了。")
    add = Operation(Act.ADD, (Address((second, 1)),), "加了。")
    made, remarks = apply(base, (put, add))
    assert made == apply(base, (add, put))[0]
    assert not remarks
    touched = {(first,), (second, 1)}
    untouched = [each.words for each in made.articles if each.number not in touched]
    assert untouched == [each.words for each in base.articles if each.number not in touched]
    assert _told(apply(made, (Operation(Act.TAKE, (Address((second, 1)),)),))[0]).count("加了") == 0
