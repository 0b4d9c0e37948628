"""Every record type's own example, through the real reader: the good passes, the bad says why and where."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from gongkai.column.validate import validate
from gongkai.common.problems import Problem
from gongkai.load import key_of, load, locate
from gongkai.records import record_types
from gongkai.records.base import ContentRecord, Record, Source
from gongkai.records.fields.values import as_count, as_date, as_file, as_link, as_list, as_text, as_yes
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.term import Term

POLICY = {
    "标题": "办法",
    "发文机关": "区民政局",
    "成文日期": "2026-11-02",
    "发布日期": "2026-11-02",
    "是否规范性文件": "是",
}
each_type = pytest.mark.parametrize("record_type", record_types(), ids=lambda each: each.TYPE)


def read(root: Path, record_type: type[Record], text: str) -> tuple[list[Record], list[Problem]]:
    path = root / record_type.PATH.format(year="2026", unit="minzheng-ju", slug="lizi")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    loaded = load(root)
    validated = validate(loaded.documents)
    return validated.records, locate(root, [*loaded.problems, *validated.problems])


@each_type
def test_the_example_passes(record_type, tmp_path):
    records, problems = read(tmp_path, record_type, record_type.EXAMPLE)
    assert [problem.as_text() for problem in problems] == []
    assert records and {type(record) for record in records} == {record_type}


@each_type
def test_the_bad_example_fails_with_its_message_at_its_place(record_type, tmp_path):
    _, problems = read(tmp_path, record_type, record_type.EXAMPLE_BAD)
    assert len(problems) == 1
    problem = problems[0]
    assert record_type.EXAMPLE_MESSAGE in f"{problem.message}。{problem.fix}"
    assert problem.line > 0 and problem.column > 0 and problem.path.endswith(Path(record_type.PATH).suffix)
    assert problem.fix and problem.basis and problem.rule and problem.name


@each_type
def test_a_record_is_frozen_and_known_by_its_place(record_type, tmp_path):
    record: Any = read(tmp_path, record_type, record_type.EXAMPLE)[0][0]
    name = next(iter(record_type.model_fields))
    with pytest.raises(ValueError, match="frozen"):
        setattr(record, name, "别的")
    place = key_of(record.source.path)
    if record_type.KEY:
        place = f"{place}/{record.number.lower()}"
    assert record.id == (place if record.source.row is None or record_type.KEY else f"{place}#0")
    assert isinstance(record, ContentRecord) or record.source.path.startswith("data/")


@each_type
def test_every_field_has_a_chinese_key_used_once(record_type):
    keys = [field.alias for field in record_type.model_fields.values()]
    assert all(key and not key.isascii() for key in keys)
    assert len(set(keys)) == len(keys)


def test_types_and_paths_are_unlike_each_other():
    types = record_types()
    assert len({each.PATH for each in types}) == len({each.LABEL for each in types}) == len(types)


@pytest.mark.parametrize("terms", Term.__subclasses__(), ids=lambda each: each.__name__)
def test_terms_have_addresses_of_their_own(terms):
    slugs = [term.slug for term in terms]
    assert len(set(slugs)) == len(slugs)
    assert all(slug.isascii() and slug == slug.lower() and " " not in slug for slug in slugs)


@pytest.mark.parametrize(
    ("read_it", "text", "wanted"),
    [
        (as_text, "  甲  ", "甲"),
        (as_date, "2024-02-29", dt.date(2024, 2, 29)),
        (as_yes, "是", True),
        (as_yes, "否", False),
        (as_count, "025", 25),
        (as_list, "甲", ["甲"]),
        (as_link, "https://a.cn/?q=1", "https://a.cn/?q=1"),
        (as_file, "files/2026/a.pdf", "files/2026/a.pdf"),
    ],
)
def test_small_types_read_text(read_it, text, wanted):
    assert read_it(text) == wanted


@pytest.mark.parametrize(
    ("read_it", "value", "message", "fix"),
    [
        (as_text, ["甲"], "现在是列表", "只写一段文字"),
        (as_text, {"甲": "乙"}, "现在是一组键值", "只写一段文字"),
        (as_text, " ", "内容为空", "删去"),
        (as_text, "null", "内容为空", "删去"),
        (as_text, "字" * 20_001, "长达 20001 字", "缩短"),
        (as_date, "2023-02-29", "不存在", "查对日历"),
        (as_date, "２０２３-05-22", "写法不对", "2023-05-22"),
        (as_date, "2023年5月2日", "写法不对", "2023-05-02"),
        (as_date, "2023/5/2", "写法不对", "2023-05-02"),
        (as_date, "2023.5.2", "写法不对", "2023-05-02"),
        (as_date, "20230502", "写法不对", "2023-05-02"),
        (as_date, "二〇二三年五月二日", "写法不对", "2023-05-02"),
        (as_date, "5/2/2023", "不是日期", "年-月-日"),
        (as_date, "2023年5月", "不是日期", "年-月-日"),
        (as_date, "昨天", "不是日期", "年-月-日"),
        (as_yes, "true", "不是“是”或“否”", "只写 是 或 否"),
        (as_yes, "no", "不是“是”或“否”", "只写 是 或 否"),
        (as_count, "-1", "不是非负整数", "半角数字"),
        (as_count, "２５", "不是非负整数", "半角数字"),
        (as_count, "1" * 13, "不是非负整数", "半角数字"),
        (as_list, {"甲": "乙"}, "须是列表", "前加“- ”"),
        (as_link, "javascript:alert(1)", "不是网址", "https://"),
        (as_link, "https://a.cn/ b", "不是网址", "https://"),
        (as_file, "files\\a.pdf", "反斜杠", "files/a.pdf"),
        (as_file, "../data/a.pdf", "越出", "content/files/"),
        (as_file, "/etc/passwd", "越出", "content/files/"),
        (as_file, "https://a.cn/a.pdf", "越出", "content/files/"),
    ],
)
def test_small_types_say_what_is_wrong_and_how_to_mend_it(read_it, value, message, fix):
    with pytest.raises(PydanticCustomError) as caught:
        read_it(value)
    assert message in caught.value.context["message"]
    assert fix in caught.value.context["fix"]


@pytest.mark.parametrize(
    ("written", "public"),
    [
        ({"发布日期": "2026-11-20"}, True),
        ({"发布日期": "2026-11-21"}, True),
        ({"发布日期": "2026-11-22"}, False),
        ({"发布日期": "2026-11-20", "草稿": "是"}, False),
    ],
)
def test_a_record_is_public_from_its_day_unless_it_is_a_draft(written, public):
    fields = {
        "标题": "办法",
        "发文机关": "区民政局",
        "成文日期": "2026-11-02",
        "是否规范性文件": "是",
        **written,
    }
    policy = Policy.model_validate(fields).placed(Source("content/policies/2026/a.md", "policies/2026/a"))
    assert policy.is_public(dt.date(2026, 11, 21)) is public
    assert (policy.url, policy.slug) == ("policies/2026/a/", "a")


@pytest.mark.parametrize(
    ("normative", "policy_document", "needs"),
    [("是", None, True), ("否", None, False), ("否", "是", True), ("是", "否", True), ("否", "否", False)],
)
def test_which_policies_need_an_interpretation(normative, policy_document, needs):
    fields = {"标题": "办法", "发文机关": "区民政局", "成文日期": "2026-11-02", "发布日期": "2026-11-02"}
    fields |= {
        "是否规范性文件": normative,
        **({"是否政策性文件": policy_document} if policy_document else {}),
    }
    assert Policy.model_validate(fields).needs_interpretation is needs


def test_what_is_dated_today_has_happened_today(tmp_path):
    updates = "更新说明:\n  - {日期: 2026-11-12, 说明: 更正附件}\n  - {日期: 2026-11-15, 说明: 补充附件}\n"
    text = Policy.EXAMPLE.replace("是否规范性文件:", f"{updates}是否规范性文件:", 1)
    ((record,), problems) = read(tmp_path, Policy, text)
    assert problems == [] and isinstance(record, Policy)
    days = {day: record.last_change(dt.date(2026, 11, day)).day for day in (11, 12, 14, 15)}
    assert days == {11: record.published_on.day, 12: 12, 14: 12, 15: 15}
