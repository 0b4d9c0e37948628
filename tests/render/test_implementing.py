"""配套文件 on the page of what they carry out, beside its articles, and on their own pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.render import Facts, Site
from gongkai.render.records.views import policy as policy_page
from gongkai.render.records.views.implementing import implementing, marks

OVERRIDES = Path(__file__).parents[2] / "overrides"
MAIN = "《示例区老旧小区加装电梯补助办法》（示建发〔2026〕21号）"
XI = "content/policies/2026/xi.md"


def a_document(body, **fields):
    written = {
        "标题": "加装电梯补助细则",
        "发文机关": "区民政局",
        "成文日期": "2026-11-12",
        "发布日期": "2026-11-13",
        "施行日期": "2026-11-14",
        "是否规范性文件": "否",
        **fields,
    }
    lines = "".join(f"{key}: {value}\n" for key, value in written.items())
    return f"---\n{lines}---\n{body}\n"


CARRYING = f"第一条　根据{MAIN}第一条，制定本细则。\n\n第二条　{MAIN}第一条所称补助，按季发放。"


@pytest.fixture
def shown(small_column):
    """shown(files) → the site, and the policies by file name."""

    def build(files):
        register = small_column(files)
        return Site.of(Facts(register), OVERRIDES), register.policy

    return build


def test_it_stands_on_the_page_of_what_it_carries_out_and_at_the_article(shown):
    site, policy = shown({XI: a_document(CARRYING)})
    main = policy("jiazhuang-dianti")
    (by,) = implementing(site, main).by
    assert (by.policy.slug, by.ended) == ("xi", False)
    assert str(by.words) == '根据本文件<a href="#tiao-1">第一条</a>制定'
    found = marks(site, main)
    assert list(found) == ["tiao-1"]
    for said in (
        "根据这一条制定：",
        'href="../xi/">《加装电梯补助细则》',
        "（有效）",
        'href="../xi/#tiao-2">第二条</a>',
    ):
        assert said in found["tiao-1"]
    assert found["tiao-1"] in policy_page.view(site, main).body


def test_on_its_own_page_stands_what_it_carries_out(shown):
    site, policy = shown({XI: a_document(CARRYING)})
    found = implementing(site, policy("xi"))
    assert (found.by, found.lost) == ([], [])
    (on,) = found.on
    assert str(on.words) == '根据该文件<a href="../jiazhuang-dianti/#tiao-1">第一条</a>制定'


def test_when_what_it_rests_on_has_ended_its_page_says_so(shown):
    ended = {
        XI: a_document(CARRYING),
        "content/policies/2026/xin.md": a_document(
            "正文。", 标题="新的办法", 替代="[{文件: jiazhuang-dianti, 日期: 2026-11-20}]"
        ),
    }
    site, policy = shown(ended)
    (lost,) = implementing(site, policy("xi")).lost
    assert str(lost.standing.since) == "2026-11-20" and lost.standing.successor.slug == "xin"
    page = site.templates.text(policy_page.view(site, policy("xi")), policy("xi").url)
    assert "本文件所依据的<a" in page and "2026年11月20日起废止，依据" in page and "现行文件：" in page
    # whoever reads the old one has its own banner
    page = site.templates.text(policy_page.view(site, policy("jiazhuang-dianti")), "x/")
    assert "本文件所依据的<a" not in page


def test_an_ended_one_says_since_when_and_an_unknown_article_leads_nowhere(shown):
    body = f"第一条　{MAIN}第九条所称补助，不再发放。"
    site, policy = shown({XI: a_document(body, 失效日期="2026-11-18")})
    main = policy("jiazhuang-dianti")
    (by,) = implementing(site, main).by
    assert by.ended and str(by.words) == "提到本文件第九条" and marks(site, main) == {}
    page = site.templates.text(policy_page.view(site, main), main.url)
    assert "；2026年11月19日起失效，依据：有效期届满" in page
