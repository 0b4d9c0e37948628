"""Links in feeds are absolute and harmless."""

from __future__ import annotations

import pytest

from gongkai.exports.feeds.links import RefusedLinkError, absolute_links, web_address

BASE = "https://www.example.gov.cn/zwgk/policies/2026/a/"


@pytest.mark.parametrize(
    ("written", "absolute"),
    [
        ('<a href="#tiao-3">', f'<a href="{BASE}#tiao-3">'),
        (
            '<img alt="图" src="../../../files/a.png">',
            '<img alt="图" src="https://www.example.gov.cn/zwgk/files/a.png">',
        ),
        ("<a href='?a=1&amp;b=2'>", f'<a href="{BASE}?a=1&amp;b=2">'),
        ("<a href=b/>", f'<a href="{BASE}b/">'),
        ('<a title="1 > 0" href="b/">', f'<a title="1 > 0" href="{BASE}b/">'),
        ('<a href="https://other.example/?q=1&amp;r=2">', '<a href="https://other.example/?q=1&amp;r=2">'),
        ('<a href="tel:010-00000000">', '<a href="tel:010-00000000">'),
        ('<a href="mailto:a@example.gov.cn">', '<a href="mailto:a@example.gov.cn">'),
    ],
)
def test_links_become_absolute(written, absolute):
    assert absolute_links(f"<p>{written}文</a></p>", BASE) == f"<p>{absolute}文</a></p>"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        " java\nscript:alert(1)",
        "&#106;avascript:x",
        "data:text/html,x",
    ],
)
def test_other_schemes_are_refused(link):
    with pytest.raises(RefusedLinkError):
        absolute_links(f'<p><a class="x" href="{link}">文</a></p>', BASE)


def test_text_that_looks_like_a_link_stays():
    html = '<p>写作 href="javascript:x"，&lt;a href="b"&gt; 也不是链接</p>'
    assert absolute_links(html, BASE) == html


@pytest.mark.parametrize("link", ["", "/zwgk/", "ftp://a/", "https:///a", "javascript:alert(1)"])
def test_only_full_web_addresses_name_an_entry(link):
    with pytest.raises(RefusedLinkError):
        web_address(link)
