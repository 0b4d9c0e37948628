"""Every type can be found, changed and begun; a form writes what was changed and nothing else."""

from __future__ import annotations

import json
import re
from typing import Any, cast

import pytest

from gongkai.desk.web import form_schema, head_keys
from gongkai.load import Raw, read_as
from gongkai.records.description import ordered_types, values

from .conftest import git

TEXT = "---\n# 开头的话\n标题: 甲\n# 为什么\n发文机关: [乙, 丙]\n是否规范性文件: 否  # 不是\n---\n正文。\n"


@pytest.mark.parametrize(
    ("after", "text"),
    [
        ({}, TEXT),
        ({"标题": "丁: 戊"}, TEXT.replace("甲", "'丁: 戊'")),
        (
            {"发文字号": "示〔2026〕1号"},
            TEXT.replace("否  # 不是\n", "否  # 不是\n发文字号: 示〔2026〕1号\n"),
        ),
        ({"体裁": "通知"}, TEXT.replace("甲\n", "甲\n体裁: 通知\n")),
        ({"发文机关": None}, TEXT.replace("发文机关: [乙, 丙]\n", "")),
        (
            {"附件": [{"名称": "表", "文件": "files/a.pdf"}]},
            TEXT.replace("# 不是\n", "# 不是\n附件:\n  - 名称: 表\n    文件: files/a.pdf\n"),
        ),
    ],
)
def test_only_what_was_changed_is_written(after, text):
    before: dict[str, Raw] = {"标题": "甲", "发文机关": ["乙", "丙"], "是否规范性文件": "否"}
    whole = {key: value for key, value in {**before, **after}.items() if value is not None}
    order = ["标题", "体裁", "发文机关", "是否规范性文件", "发文字号", "附件"]
    assert head_keys.written(TEXT, before, whole, order) == text


def _enumerations(schema):
    if isinstance(schema, dict):
        if "enum" in schema:
            yield schema
        for each in schema.values():
            yield from _enumerations(each)


@pytest.mark.parametrize("kind", ordered_types(), ids=lambda kind: kind.TYPE)
def test_a_form_has_one_way_for_each_key_and_gives_back_what_it_was_given(kind, tmp_path):
    schema = form_schema.of(kind)
    text = json.dumps(schema, ensure_ascii=False)
    assert "anyOf" not in text and '"default"' not in text
    assert all(each["enum"][0] == "" and each["type"] == "string" for each in _enumerations(schema))
    ending = kind.PATH.rpartition(".")[2]
    (tmp_path / f"a.{ending}").write_text(kind.EXAMPLE, "utf-8")
    found, faults = read_as(kind, str(tmp_path), f"a.{ending}", "a")
    assert found and not faults
    form = head_keys.filled(form_schema.as_form(found.data, kind))
    assert form and form_schema.as_written(form, found.data, kind) == found.data


@pytest.mark.parametrize("kind", [each for each in ordered_types() if each.ROWS], ids=lambda kind: kind.TYPE)
def test_rows_are_read_again_as_they_were_written(kind, tmp_path):
    (tmp_path / "a.yml").write_text(kind.EXAMPLE, "utf-8")
    found, _ = read_as(kind, str(tmp_path), "a.yml", "a")
    (tmp_path / "a.yml").write_text(head_keys.rows(cast(list[dict[str, Any]], found.data)), "utf-8")
    again, faults = read_as(kind, str(tmp_path), "a.yml", "a")
    assert not faults and again.data == found.data


def test_a_record_is_found_changed_and_begun(clerk, column, options):
    page = clerk.page("/find?q=民政局")
    assert 'value="data/units/minzheng-ju.yml"' in page
    assert page.count("<option value=") >= 2 * len(ordered_types())
    at = clerk.post("/change", path="data/units/minzheng-ju.yml").location
    form = clerk.page(at)
    data = json.loads(re.search(r'id="data">(.*?)</script>', form)[1])
    assert data["keys"]["名称"] == "区民政局"
    data["keys"]["对外电话"] = "010-12345678"
    clerk.post(at, keys=json.dumps(data["keys"]))
    (tree,) = options.state.glob("works/*/tree")
    was = (column / "data/units/minzheng-ju.yml").read_text("utf-8")
    now = (tree / "data/units/minzheng-ju.yml").read_text("utf-8")
    assert now == was.replace("010-00000002", "010-12345678") != was
    assert clerk.post(at.replace("form/0", "hand-in")).status_code == 303
    assert "010-12345678" in git(column, "log", "-1", "-p", "--branches=desk/*", "--format=")
    assert clerk.post("/change", path="../../etc/passwd").status_code == 404
    new = clerk.post("/begin", type="event", name="开放日").location
    begun = json.loads(re.search(r'id="data">(.*?)</script>', clerk.page(new))[1])
    assert begun["keys"] == {"名称": "开放日"}


def test_what_was_typed_and_not_saved_comes_back(clerk):
    at = clerk.post("/change", path="content/policies/2026/dianti.md").location
    keys = {"标题": "没有写完的"}
    assert clerk.post(f"{at}/typed", keys=json.dumps(keys), text="半句").status_code == 204
    page = clerk.page(at)
    assert "上次写的还没有存" in page and "半句</textarea>" in page
    assert json.loads(re.search(r'id="data">(.*?)</script>', page)[1])["keys"] == keys
    assert clerk.post(at, keys="[").status_code == 400


def test_words_that_are_not_saved_are_told_of_wherever_the_work_goes_on(clerk):
    """Nothing of them is handed in: who came back by another way never saw that."""
    at = clerk.post("/change", path="content/policies/2026/dianti.md").location
    work = at.partition("form/")[0]
    said, form = "写了还没有存的字", f'href="{at}"'
    assert said not in clerk.page(work) + clerk.page(f"{work}hand-in") + clerk.page("/")
    clerk.post(f"{at}/typed", keys="{}", text="半句")
    assert "没有读完的" not in clerk.page("/"), "a work that came of no file has a name too"
    for page in (work, f"{work}hand-in"):
        assert said in clerk.page(page) and form in clerk.page(page)
    assert said in clerk.page("/") and said not in clerk.page(at)
    clerk.post(at, keys=json.dumps({"标题": "写完的"}), text="全句。")
    assert said not in clerk.page(work) + clerk.page(f"{work}hand-in") + clerk.page("/")


def test_what_stops_a_release_is_told_apart_from_what_may_stay(clerk):
    """A warning lets one hand in, and holds up the publication: nobody is to learn that there first."""
    at = clerk.post("/change", path="content/items/minzheng-ju/2026/jiuzhu.md").location
    work = at.partition("form/")[0]
    told = "正式发布以前要改"
    assert told not in clerk.page(work) and told not in clerk.page(f"{work}hand-in")
    data = json.loads(re.search(r'id="data">(.*?)</script>', clerk.page(at))[1])
    text = data["text"] + "\n\n到2026年11月31日为止。"
    assert clerk.post(at, keys=json.dumps(data["keys"]), text=text).status_code == 303
    page = re.sub(r"<[^>]*>", "", clerk.page(work))
    assert "1 处正式发布以前要改" in page and "△ 正式发布以前要改：“2026年11月31日”在日历上没有" in page
    assert "还有 1 处正式发布以前要改" in re.sub(r"<[^>]*>", "", clerk.page(f"{work}hand-in"))


def test_every_value_of_a_form_is_known_to_the_check():
    for kind in ordered_types():
        schema = form_schema.of(kind)
        record = schema["items"] if kind.ROWS else schema
        assert list(record["properties"]) == [each.key for each in values(kind)]
