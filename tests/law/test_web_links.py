"""Links that deceive, lead inside some network, to nobody known, or to the column itself."""

from __future__ import annotations

import pytest

from gongkai.law import checking
from gongkai.law.example import CLEAN, a_page, a_policy, a_unit, an_item

ITEM = "content/items/minzheng-ju/2026/jiuzhu.md"
ADDRESS, HOST, SAFE = "link-address", "link-host", "body-safe"
OWN = "https://www.example.gov.cn/zwgk/"
#: what is written in the text of an item, the rule that answers, the line, what it says, how to mend it
PLANTED = {
    "user before the host": (
        "见[国务院](https://www.gov.cn@evil.example/)。",
        ADDRESS,
        "其实去的是 evil.example",
        "删去 @",
    ),
    "Cyrillic": ("见[国务院](https://g\u043ev.cn/)。", ADDRESS, "U+043E", "重新输入"),
    "Cyrillic by entity": ("见[国务院](https://g&#x43e;v.cn/)。", ADDRESS, "U+043E", "重新输入"),
    "punycode": ("<https://xn--gv-emc.cn/>", ADDRESS, "U+043E", "重新输入"),
    "private": ("见[系统](http://192.168.1.5/oa)。", ADDRESS, "通往内网或本机", "互联网"),
    "private by a number": ("<a href='http://3232235781/'>系统</a>", ADDRESS, "通往内网或本机", "互联网"),
    "private IPv6": ("见[系统](http://[fd00::1]/)。", ADDRESS, "通往内网或本机", "互联网"),
    "bare name": ("见[系统](http://oa/)。", ADDRESS, "通往内网或本机", "互联网"),
    "no slashes": ("见[国务院](https:www.gov.cn)。", ADDRESS, "没有写完整", "https://"),
    "other site named": (
        "见[https://www.gov.cn/](https://www.beijing.gov.cn/)。",
        ADDRESS,
        "文字写的是 www.gov.cn",
        "一致",
    ),
    "other site by definition": (
        "见[www.gov.cn][a]。\n\n[a]: https://www.beijing.gov.cn/",
        ADDRESS,
        "文字写的是 www.gov.cn",
        "一致",
    ),
    "user in running words": (
        "网址 https://www.gov.cn@evil.example/ 。",
        ADDRESS,
        "网址“https://www.gov.cn@evil.example/”",
        "删去 @",
    ),
    "own page in full": (
        f"见[办法]({OWN}policies/2026/yanglao/)。",
        ADDRESS,
        "写了完整网址",
        "../../../policies/2026/yanglao.md",
    ),
    "own page lost": (f"见[办法]({OWN}policies/2026/no2/)。", ADDRESS, "本栏目没有", "核对网址"),
    "own page lost in words": (f"网址：{OWN}items/minzheng-ju/2026/no/。", ADDRESS, "本栏目没有", "核对网址"),
    "own file lost": (f"见[表]({OWN}files/2026/no.pdf)。", ADDRESS, "本栏目没有", "核对网址"),
    "host unknown": (
        "见[标准](https://bocai.example/1)。",
        HOST,
        "“bocai.example”不在",
        "域名: bocai.example",
    ),
    "host unknown in words": (
        "网址 www.bocai.example，可查。",
        HOST,
        "“www.bocai.example”不在",
        "data/hosts/",
    ),
    "public number": ("见[系统](https://8.8.8.8/)。", HOST, "“8.8.8.8”不在", "data/hosts/"),
    "only looks like gov.cn": (
        "见[系统](https://www.gov.cn.bocai.example/)。",
        HOST,
        "gov.cn.bocai.example”不在",
        "理由",
    ),
    "ends in the letters of gov.cn": (
        "见[系统](https://www.fakegov.cn/)。",
        HOST,
        "“www.fakegov.cn”不在",
        "理由",
    ),
    "invisible": ("见。[](https://www.gov.cn/)", SAFE, "没有字", "写上链接的文字"),
    "undefined": ("见[办法全文][no-such]。", SAFE, "没有定义去处", "改为 [办法全文](地址)"),
}
FINE = [
    "见[国务院](https://www.gov.cn/)、<https://www.beijing.gov.cn/a?b=1>和 www.gov.cn。",
    f"见[首页]({OWN})、[检索]({OWN}search/)、[政策]({OWN}policies/2026/)和门户 https://www.example.gov.cn/x/。",
    f"办法的网址是{OWN}policies/2026/yanglao/，可以抄下来。",
    "电邮 <a@qq.com>，电话[12345](tel:12345)。",
]


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_link_is_answered(run, name):
    body, rule, message, fix = PLANTED[name]
    problems = run({**CLEAN, **an_item(body=f"第一行。\n\n{body}")}).problems
    assert [(each.rule, each.path) for each in problems] == [(rule, ITEM)], [p.as_text() for p in problems]
    assert message in problems[0].message and fix in problems[0].fix
    assert problems[0].at == ("正文", 2)


@pytest.mark.parametrize("body", FINE)
def test_good_links_are_left_alone(run, body):
    assert [each.as_text() for each in run({**CLEAN, **an_item(body=body)}).problems] == []


@pytest.mark.parametrize(
    ("files", "at"),
    [
        (a_policy(原文链接="https://www.gov.cn@evil.example/x"), ("原文链接",)),
        (a_policy(原文链接="http://10.0.0.8/x"), ("原文链接",)),
        (a_policy(资料来源="https://g\u043ev.cn/"), ("资料来源",)),
        (
            a_policy(更新说明="[{日期: 2026-11-08, 说明: 见 https://www.gov.cn@evil.example/}]"),
            ("更新说明", 0, "说明"),
        ),
        (a_policy(原文链接=f"{OWN}policies/2026/no2/"), ("原文链接",)),
        (a_unit(网站="http://oa.local/"), ("网站",)),
        (a_unit(职责="见 https:evil.example"), ("职责",)),
    ],
)
def test_fields_of_every_type(run, files, at):
    problems = [each for each in run({**CLEAN, **files}).problems if each.rule == ADDRESS]
    assert [each.at for each in problems] == [at]


def test_a_host_is_told_once_with_the_number_of_its_links(run):
    links = "见[甲](https://a.bocai.example/1)、[乙](https://a.bocai.example/2)。"
    files = {**CLEAN, **an_item(body=links), **an_item("er", body=links), **a_page(body=links)}
    (told,) = run(files).problems
    assert (told.rule, told.level.value, told.path) == (HOST, "警告", ITEM.replace("jiuzhu", "er"))
    assert "这样的链接共 6 处" in told.message


def test_a_host_of_the_list_and_those_below_it(run):
    listed = {
        "data/hosts/a.yml": "- 域名: Bocai.example\n  名称: 甲\n  理由: 乙，见 https://other.example/\n"
    }
    body = (
        "见[甲](https://bocai.example/1)、[乙](https://a.b.bocai.example/2)、[丙](https://xbocai.example/)。"
    )
    problems = run({**CLEAN, **listed, **an_item(body=body)}).problems
    assert [each.rule for each in problems] == [HOST]
    assert "“xbocai.example”" in problems[0].message


def test_the_identity_of_the_column_is_looked_at(build, standards):
    register = build(CLEAN)
    register.column = register.column.model_copy(update={"report_error_url": "https://bocai.example/find"})
    (told,) = checking.run(register, checking.in_force(standards.values(), register)).problems
    assert (told.rule, told.path, told.at) == (HOST, "mkdocs.yml", ("extra", "column", "找错网址"))


@pytest.mark.parametrize("domain", ["https://a.cn/", "com.cn", "github.io", "a b.cn", "cn", "-a.cn"])
def test_what_the_list_does_not_take(build, domain):
    files = {**CLEAN, "data/hosts/a.yml": f"- 域名: {domain}\n  名称: 甲\n  理由: 乙\n"}
    with pytest.raises(AssertionError, match=r"不是域名|谁都可以有网站"):
        build(files)
