"""What an amended policy says at its articles: changed, to be changed, suspended, not written in."""

from __future__ import annotations

from .amended import BASE, COMING, FIRST, URL, later, policy


def test_the_page_has_the_text_of_the_day_and_marks_what_became_of_each_article(column):
    made = column({**FIRST, **COMING})
    article = made.tree().xpath("//section[@id='tiao-2']")[0].text_content()
    assert "费用为60元。" in article and "30元" not in article
    assert made.marks("tiao-2") == ["△自2022年5月1日起修改，依据《yi决定》。看原来的文字：第二条"]
    assert made.marks("tiao-3-zhi-1") == ["△自2022年5月1日起新增，依据《yi决定》。看对比：第三条之一"]
    assert made.marks("tiao-3") == []
    assert made.marks("tiao-4") == ["○自2027年3月1日起将修改，依据《er决定》。看将来的文字：第四条"]
    assert "已经公布的修改都已写入。" in made.text()


def test_what_is_not_written_in_is_listed_at_the_article_and_counted(column):
    body = "《旧办法》第三条中的“丙”修改为“戊”。\n\n《旧办法》第四条修改得更好。"
    vague = {"content/policies/2023/san.md": policy("某决定", "2023-05-01", body, "修改: [{文件: jiu}]\n")}
    made = column({**vague})
    text = made.text()
    assert "还有 2 处没有写入" in text and "请和修改它的文件一起看" in text
    assert [each.partition("，没有")[0] for each in made.marks("tiao-3")] == [
        "△《某决定》对这一条的修改有一处没有写入：词句的替换还没有人核对"
    ]


def test_an_article_is_marked_while_it_is_suspended(column):
    stop = later("ting", "2026-06-01", "[{停: 第三条, 止: 2026-12-31}]")
    assert column(stop).marks("tiao-3") == ["×自2026年6月1日起至2026年12月31日停止执行，依据《ting决定》。"]
    assert column(stop).versions() == []
    assert column(stop, today="2027-01-01").marks("tiao-3") == []


def test_a_text_printed_in_a_notice_has_its_marks_too(column):
    made = column({**FIRST}, f"现将《某办法》印发给你们。\n\n某办法\n\n{BASE}")
    tree = made.tree()
    marked = tree.xpath("//section[p[contains(@class, 'change')]]")
    assert len(marked) == 2 and "费用为60元" in marked[0].text_content()


def test_a_mark_stays_until_the_article_changes_again(column):
    second = later("zai", "2024-05-01", "[{改: 第四条, 新文: 又一个。}]")
    made = column({**FIRST, **second})
    assert made.marks("tiao-2") == ["△自2022年5月1日起修改，依据《yi决定》。看原来的文字：第二条"]
    assert made.marks("tiao-4") == ["△自2024年5月1日起修改，依据《zai决定》。看原来的文字：第四条"]


def test_what_is_to_come_and_not_written_in_is_counted(column):
    """The page of today has all of its own; the coming version lacks one, so not everything known is in."""
    unknown = later("er", "2027-03-01", "[{改: 第九条, 新文: 将来的。}]")
    assert "以后的还有 1 处没有写入，见下面每一版。" in column({**FIRST, **unknown}).text()
    assert "已经公布的修改都已写入。" in column({**FIRST, **COMING}).text()


def test_a_suspension_that_has_not_begun_is_told_as_one_to_come(column):
    stop = later("ting", "2026-06-01", "[{停: 第三条, 起: 2026-12-01, 止: 2026-12-31}]")
    assert column(stop).marks("tiao-3") == [
        "○自2026年12月1日起至2026年12月31日将停止执行，依据《ting决定》。"
    ]
    assert column(stop, today="2026-12-01").marks("tiao-3")[0].startswith("×自2026年12月1日起")


def test_every_coming_change_is_marked_also_where_an_earlier_one_renumbers(column):
    second = later("san", "2028-03-01", "[{改: 第三条, 新文: 更远的。}]")
    first = later("er", "2027-03-01", "[{删: 第一条}, {顺序: 相应调整}]")
    made = column({**first, **second})
    assert made.marks("tiao-1") == ["○自2027年3月1日起将删去，依据《er决定》。看将来的文字：第一条"]
    assert made.marks("tiao-4") == [
        "○自2027年3月1日起将改条号，依据《er决定》。看将来的文字：第四条",
        "○自2028年3月1日起将修改，依据《san决定》。看将来的文字：第四条",
    ]


def test_a_policy_says_at_its_top_that_it_will_be_repealed(column):
    words = "本文件2026年12月1日起被废止，见《新办法》。在这一天以前仍然有效。"
    new = {"content/policies/2026/xin.md": policy("新办法", "2026-12-01", "正文。", "废止: [{文件: jiu}]\n")}

    def banners(today: str) -> list[str]:
        found = column(new, today=today).tree().xpath("//section[@aria-label='将要废止']//text()")
        return ["".join(found).replace("○", "").strip()]

    assert banners("2026-11-30") == [words]
    assert banners("2026-12-01") == [""]


def test_an_article_that_is_repealed_is_told_as_repealed(column):
    made = column(later("fei", "2022-05-01", "[{删: 第三条, 理由: 废止}]", kind="部分废止"))
    assert made.marks("tiao-3")[0].startswith("◎自2022年5月1日起废止，依据《fei决定》。")
    assert "废止 1 条" in made.text(f"{URL}@2022-05-01/duibi/").replace("，", " ")


def test_the_history_tells_a_suspension_and_its_end(column):
    made = column(later("ting", "2026-06-01", "[{停: 第三条, 止: 2026-12-31}]"))
    told = made.tree().xpath("//*[@id='yange']")[0].text_content().split()
    assert "2026年6月1日" in told and any(each.startswith("第三条停止执行，见") for each in told)
    assert "2027年1月1日" in told and any(each.startswith("（预定）第三条恢复执行") for each in told)
    assert not any("被修改" in each for each in told)
