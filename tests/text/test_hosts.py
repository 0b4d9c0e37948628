"""Where an address really leads, in every spelling a browser takes; what only pretends to lead somewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.text import hosts, labelled, other_site

GOOD = {
    "https://www.gov.cn/": "www.gov.cn",
    "HTTPS://WWW.GOV.CN:443/x?y#z": "www.gov.cn",
    "http://www.gov.cn.": "www.gov.cn",
    "https://政务.cn/": "政务.cn",
    "https://xn--zfr164b.cn/": "xn--zfr164b.cn",
    "https://8.8.8.8/": "8.8.8.8",
    "https://www.gov.cn/a@b": "www.gov.cn",
}
WRONG = {
    "https://www.gov.cn@evil.example/": "其实去的是 evil.example",
    "https://a:b@evil.example/": "夹了“a:b@”",
    "https:evil.example": "没有写完整",
    "https:/evil.example": "没有写完整",
    "https:///evil.example": "没有写完整",
    "https:\\\\evil.example": "没有写完整",
    "https://": "没有写完整",
    "https://g\u043ev.cn/": "“\u043e”不是英文字母（U+043E）",
    "https://xn--gv-emc.cn/": "“\u043e”不是英文字母",
    "https://ｗｗｗ.gov.cn/": "全角",
    "https://www。gov。cn/": "全角",
    "https://①②⑦.0.0.1/": "全角",
    "https://%67ov.cn/": "% 编码",
    "https://www..gov.cn/": "写错了",
    "https://www.gov.cn:x/": "写错了",
    "https://-a.cn/": "写错了",
}
INSIDE = [
    "http://192.168.1.5/", "http://10.1/", "http://172.16.0.9:8080/x", "http://169.254.169.254/", "http://127.1/",
    "http://3232235781/", "http://0xC0A80105/", "http://0300.0250.1.5/", "http://192.168.261/", "http://0/",
    "http://[::1]/", "http://[fe80::1]/", "http://[fd00::1]:80/", "http://[::ffff:192.168.1.1]/",
    "http://oa/", "http://localhost:8000/", "http://oa.local/", "http://nas.lan", "http://x.home.arpa/",
]  # fmt: skip
OTHER = {
    "[https://www.gov.cn/](https://evil.example/)": "www.gov.cn",
    "[www.gov.cn](https://evil.example/)": "www.gov.cn",
    "[ｗｗｗ.gov.cn](https://evil.example/)": "www.gov.cn",
    "[**www**.gov.cn](https://evil.example/)": "www.gov.cn",
    "[www\\.gov\\.cn](https://evil.example/)": "www.gov.cn",
    "[邮箱 a@mzj.gov.cn](https://evil.example/)": "mzj.gov.cn",
    "[https://www.gov.cn/][a]\n\n[a]: https://evil.example": "www.gov.cn",
    "[https://www.gov.cn/]\n\n[https://www.gov.cn/]: https://evil.example": "www.gov.cn",
    "<a href='https://evil.example'>www.<b>gov</b>.cn</a>": "www.gov.cn",
    "[www.gov.cn](https://www.gov.cn.evil.example/)": "www.gov.cn",
}
SAME = [
    "[https://www.gov.cn/](https://www.gov.cn/zhengce/)",
    "[gov.cn](https://www.gov.cn)",
    "[www.gov.cn首页](https://www.gov.cn)",
    "[中国政府网www.gov.cn](http://www.gov.cn/x)",
    "[办法.docx](https://a.gov.cn/x.docx)",
    "[第2.5条](https://a.gov.cn/)",
    "[示例区政府](https://other.example/)",
    "[www.gov.cn](../x.md)",
]


@pytest.mark.parametrize("target", GOOD)
def test_a_host(target):
    assert hosts.host(target) == (GOOD[target], False, None)


@pytest.mark.parametrize("target", WRONG)
def test_an_address_that_deceives(target):
    found = hosts.host(target)
    assert found and found.wrong and WRONG[target] in found.wrong[0]
    assert found.wrong[1]


@pytest.mark.parametrize("target", INSIDE)
def test_an_address_inside_some_network(target):
    found = hosts.host(target)
    assert found and (found.inside, found.wrong) == (True, None)


@pytest.mark.parametrize("target", ["", "../a.md", "mailto:a@b.cn", "tel:12345", "ftp://a.cn", "//a.cn"])
def test_no_web_address(target):
    assert hosts.host(target) is None


@given(st.text(st.sampled_from("https:/\\@.[]%0x1aｗ。xn-") | st.characters(), max_size=30))
def test_any_address_is_answered(text):
    found = hosts.host("https://" + text)
    assert found is not None and not (found.wrong and found.inside)


@pytest.mark.parametrize("body", OTHER)
def test_words_that_name_another_site(body):
    assert [other_site(use.label, use.target) for use in labelled(body)] == [OTHER[body]]


@pytest.mark.parametrize("body", SAME)
def test_words_that_name_the_site_itself_or_none(body):
    assert [other_site(use.label, use.target) for use in labelled(body)] == [""]
