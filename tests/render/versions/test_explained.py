"""Interpretations beside the articles of an amended policy, whatever their numbers are now."""

from __future__ import annotations

from .amended import later


def explaining(day: str, *asked: tuple[str, str]) -> dict[str, str]:
    questions = "".join(f"  - 问: {about}问？\n    答: 答。\n    对应条款: {about}\n" for about, _ in asked)
    notes = "".join(f"  - 条款: {about}\n    解读: {words}\n" for about, words in asked)
    head = f"标题: 解读\n解读文件: [jiu]\n解读形式: 简明问答\n发布日期: {day}\n"
    text = f"---\n{head}问答:\n{questions}逐条解读:\n{notes}---\n正文。\n"
    return {"content/interpretations/2020/jiedu.md": text}


RENUMBERING = later(
    "yi",
    "2022-05-01",
    "[{改: 第二条, 新文: 费用为60元。}, {删: 第一条}, {增: 第二条, 新文: 新的。}, {顺序: 相应调整}]",
)


def test_an_interpretation_stands_beside_the_article_it_explains_whatever_its_number_now(column):
    """第二条 of then is 第一条 now and says something else, 第三条 kept its number and its words."""
    said = explaining("2020-03-01", ("第一条", "甲的解读"), ("第二条", "三十元"), ("第三条", "丙的解读"))
    page = column({**RENUMBERING, **said}).tree()
    notes = {
        each.getparent().get("id"): " ".join(each.text_content().split())
        for each in page.xpath("//aside[@class='gloss']")
    }
    assert notes["tiao-1"] == "解读第一条 （2022年5月1日起已修改，讲的是以前的文字）三十元 第二条问？"
    assert notes["tiao-3"] == "解读第三条 丙的解读 第三条问？"
    assert set(notes) == {"tiao-1", "tiao-3"}
    links = [each.text_content().strip() for each in page.xpath("//p[@class='qa__more']")]
    assert links == [
        "对应条款：第一条（已删去，讲的是以前的文字）",
        "对应条款：第二条（2022年5月1日起已修改，讲的是以前的文字）",
        "对应条款：第三条",
    ]


def test_an_interpretation_of_the_amendment_explains_the_new_text(column):
    said = explaining("2022-04-20", ("第一条", "六十元"))
    both = {path: text.replace("[jiu]", "[jiu, yi]") for path, text in said.items()}
    page = column({**RENUMBERING, **both}).tree()
    (note,) = page.xpath("//aside[@class='gloss']")
    assert (note.getparent().get("id"), "以前" in note.text_content()) == ("tiao-1", False)
