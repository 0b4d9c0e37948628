"""Where an address really leads, in every spelling a browser takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.text import host
from gongkai.text.targets import rises, scheme

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


@pytest.mark.parametrize("target", GOOD)
def test_a_host(target):
    assert host(target) == (GOOD[target], False, None)


@pytest.mark.parametrize("target", WRONG)
def test_an_address_that_deceives(target):
    found = host(target)
    assert found and found.wrong and WRONG[target] in found.wrong[0]
    assert found.wrong[1]


@pytest.mark.parametrize("target", INSIDE)
def test_an_address_inside_some_network(target):
    found = host(target)
    assert found and (found.inside, found.wrong) == (True, None)


@pytest.mark.parametrize("target", ["", "../a.md", "mailto:a@b.cn", "tel:12345", "ftp://a.cn", "//a.cn"])
def test_no_web_address(target):
    assert host(target) is None


@given(st.text(st.sampled_from("https:/\\@.[]%0x1aｗ。xn-") | st.characters(), max_size=30))
def test_any_address_is_answered(text):
    found = host("https://" + text)
    assert found is not None and not (found.wrong and found.inside)


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("HTTPS://a.cn", "https"),
        ("java&amp;amp;#115;cript:x", "javascript"),
        ("java%73cript:x", "javascript"),
        ("\u200bdata:x", "data"),
        ("/\\a.cn", "//"),
        ("../a.md", ""),
    ],
)
def test_scheme(target, wanted):
    assert scheme(target) == wanted


@pytest.mark.parametrize(
    ("target", "wanted"),
    [("a.md", 0), ("../../a.md", 2), ("../a/b/c.md", 1), ("a/../../b.md", 1), ("%2e%2e/a", 1), ("?../", 0)],
)
def test_how_far_a_path_rises(target, wanted):
    assert rises(target) == wanted


def test_a_number_too_large_is_no_address():
    assert host("http://255.16777216/") == ("255.16777216", False, None)
    assert host("http://127.16777215/") == ("127.16777215", True, None)
