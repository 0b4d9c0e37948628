"""The reader over the city, of columns as anybody reads them."""

from __future__ import annotations

import json
import re

import pytest
from pyarrow import parquet

from gongkai.city import portal
from gongkai.city.plan import City
from gongkai.city.portal.pages import together

CITY = City("示例市", "示例市人民政府办公室", "https://www.example.gov.cn/city/", ())


def policy(title, state, day):
    return {
        "标题": title,
        "状态": state,
        "发布日期": day,
        "网址": f"OWNpolicies/2026/{title}/",
        "发文机关": ["甲局"],
    }


CHANGED = policy("改", "已修改", "2026-02-01")


def feed(*items):
    told = [
        {"id": f"OWN{name}/", "url": f"OWN{name}/", "title": name, "date_published": f"{day}T00:00:00+08:00"}
        for name, day in items
    ]
    return {"title": "领域：养老 · 某栏目", "items": told}


def figure(counted, whole, verdict):
    return {
        "id": "rate", "name": "解读率", "url": "OWNquality/rate/", "kind": "share", "measure": "件",
        "known": True, "present": {"counted": counted, "whole": whole, "verdict": verdict},
    }  # fmt: skip


@pytest.fixture
def column(tmp_path):
    """A released site with these facts, as the portal is handed it."""

    def make(slug, name, policies, items, rate, fields, lines):
        site, own = tmp_path / slug, f"https://{slug}.example.gov.cn/zwgk/"
        (site / "data").mkdir(parents=True)
        (site / "feeds").mkdir()
        (site / "quality").mkdir()
        resource = {"path": "data/x.csv", "title": "表", "schema": {"fields": fields}}
        files = {
            "data/policies.jsonl": "".join(json.dumps(each) + "\n" for each in policies),
            "feeds/domain-elderly.json": json.dumps(feed(*items)),
            "quality/figures.json": json.dumps({"figures": [figure(*rate)]}),
            "datapackage.json": json.dumps({"resources": [resource]}),
            "data/x.csv": "\ufeff" + lines,
        }
        for path, text in files.items():
            (site / path).write_text(text.replace("OWN", own), "utf-8")
        base = f"{CITY.address}{slug}/"
        return portal.Shown(slug, name, base, f"../{slug}/", site, own, "r1", "2026-11-21")

    return make


@pytest.fixture
def stage(column, tmp_path):
    id_, amount = {"name": "id", "type": "string"}, {"name": "金额", "type": "number"}
    day = {"name": "日", "type": "date"}
    columns = [
        column(
            "jia", "甲区",
            [policy("旧", "已废止", "2026-01-01"), policy("新", "有效", "2026-05-01"), CHANGED],
            [("a", "2026-11-01"), ("b", "2026-11-03")], (7, 9, "missed"), [id_, amount], "id,金额\n1,2.50\n",
        ),
        column(
            "yi", "乙县", [policy("县", "部分废止", "2026-03-01")],
            [("c", "2026-11-02")], (0, 0, ""), [id_, day], "id,日\n2,2026-01-05\n",
        ),
    ]  # fmt: skip
    made = tmp_path / "made"
    made.mkdir()
    portal.write(CITY, columns, "2026-11-21", made)
    return made


def test_a_feed_of_a_topic_has_what_all_columns_tell_of_it_at_the_city_s_addresses(stage):
    items = json.loads((stage / "feeds/domain-elderly.json").read_text("utf-8"))["items"]
    assert [(each["title"], each["url"]) for each in items] == [
        ("【甲区】b", "https://www.example.gov.cn/city/jia/b/"),
        ("【乙县】c", "https://www.example.gov.cn/city/yi/c/"),
        ("【甲区】a", "https://www.example.gov.cn/city/jia/a/"),
    ]
    atom = (stage / "feeds/domain-elderly.atom.xml").read_text("utf-8")
    assert atom.index("【甲区】b") < atom.index("【乙县】c") < atom.index("【甲区】a")


def test_figures_stand_side_by_side(stage):
    page = (stage / "figures/index.html").read_text("utf-8")
    assert (
        '<a href="../jia/quality/rate/">77.8%（7/9 件）</a> <span class="city-missed">未达标</span>' in page
    )
    assert '<a href="../yi/quality/rate/">—</a>' in page
    assert page.index(">甲区</th>") < page.index(">乙县</th>")


def test_documents_in_force_are_listed_by_column_the_newest_first(stage):
    page = (stage / "policies/jia/index.html").read_text("utf-8")
    assert page.index('href="../../jia/policies/2026/新/"') < page.index('href="../../jia/policies/2026/改/"')
    assert "旧" not in page
    assert "共 3 件" in (stage / "policies/index.html").read_text("utf-8")


def test_a_table_of_all_columns_knows_whose_each_row_is(stage):
    rows = parquet.read_table(stage / "data/x.parquet").to_pylist()
    assert [(row["栏目"], row["id"], row["金额"], str(row["日"])) for row in rows] == [
        ("甲区", "1", 2.5, "None"),
        ("乙县", "2", None, "2026-01-05"),
    ]


def test_every_link_of_a_page_leads_to_something(stage):
    there = {path.relative_to(stage) for path in stage.rglob("*")}
    for page in stage.rglob("*.html"):
        for target in re.findall(r'(?:href|action|src)="([^"#]+)"', page.read_text("utf-8")):
            found = (page.parent / target).resolve().relative_to(stage)
            assert found in there or found.parts[:1] in {("jia",), ("yi",), ()}, (page, target)


def test_the_portal_takes_its_place_beside_the_columns(stage, tmp_path):
    site = tmp_path / "site"
    (site / "jia").mkdir(parents=True)
    (site / "data").mkdir()
    (site / "data/old.parquet").write_text("")
    (tmp_path / "aside").mkdir()
    stage.rename(tmp_path / "aside/made")
    portal.replace(tmp_path / "aside/made", site)
    assert (site / "jia").is_dir() and (site / "data/x.parquet").is_file()
    assert not (site / "data/old.parquet").exists()


def test_a_column_is_asked_from_the_city_where_its_program_can_be_and_one_program_is_read_once(column):
    def with_search(slug, script):
        made = column(slug, slug, [], [], (0, 0, ""), [], "")
        program = f"assets/{slug}/js/search/search-page.js"
        for path, text in (
            ("search/index.html", f'<script type="module" src="../{program}"></script>'),
            ("search/index/shards.json", "{}"),
            (program, script),
        ):
            (made.site / path).parent.mkdir(parents=True, exist_ok=True)
            (made.site / path).write_text(text, "utf-8")
        return made

    new, old = "export const{Search,further,item,said}=$a", "export{$search_load}"
    columns = [with_search("jia", new), with_search("yi", new), with_search("bing", old)]
    without = column("ding", "ding", [], [], (0, 0, ""), [], "")
    told = together([*columns, without])
    assert [(each["slug"], each["program"]) for each in told] == [
        ("jia", "../jia/assets/jia/js/search/search-page.js"),
        ("yi", "../jia/assets/jia/js/search/search-page.js"),
    ]
    assert told[1]["index"] == "../yi/search/index/" and told[1]["site"] == "../yi/"
