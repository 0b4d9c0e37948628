"""A district's own words: known in its column, by their other names too, and in no other column."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.column.validate import Validated, validate
from gongkai.load import load
from gongkai.records.fields.own_words import in_order
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.own_term import OwnTerm
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.documents import Domain
from gongkai.records.vocabulary.units import UnitKind

NORM = """\
- 编号: QJ-01
  名称: 年度报告
  依据: [{文件: 示例区政务公开工作安排}]
  承担: {类别: [民族乡]}
  频次: 持续
  证据: {类型: 年度报告}
"""
FILES = {
    OwnTerm.PATH: OwnTerm.EXAMPLE,
    "data/units/hongshan.yml": "名称: 红山民族乡\n类别: 民族乡\n",
    "data/catalogue/hongshan.yml": "- 编号: A-1\n  一级事项: 治沙\n  领域: [荒漠化防治, 社会救助]\n",
    "data/norms/district.yml": NORM,
}


def read(root: Path, **changed: str | None) -> Validated:
    files = {**FILES, **{OwnTerm.PATH if path == "terms" else path: text for path, text in changed.items()}}
    for path, text in files.items():
        if text is not None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
    return validate(load(root).documents)


def test_its_own_words_are_known_in_order_and_count_as_what_they_are_like(tmp_path):
    found = read(tmp_path)
    assert not found.problems
    unit = next(each for each in found.records if isinstance(each, Unit))
    assert (unit.kind, unit.kind.slug, unit.kind.meant) == ("民族乡", "ethnic-township", UnitKind.TOWNSHIP)
    assert unit.kind.is_organ and unit.kind not in UnitKind
    domains = next(each for each in found.records if isinstance(each, CatalogueEntry)).domains
    assert [each.slug for each in in_order(domains)] == ["assistance", "sand-control"]
    assert in_order([UnitKind.PARK, unit.kind, UnitKind.TOWN]) == ["镇", "民族乡", "管委会"]


def test_no_other_column_knows_them(tmp_path):
    """Read after the first, in the same process."""
    read(tmp_path / "first")
    told = [each.message for each in read(tmp_path / "other", terms=None).problems]
    assert len(told) == 3 and all("民族乡" in each or "荒漠化防治" in each for each in told)


def test_a_word_nobody_added_is_told_with_what_may_be_written(tmp_path):
    files = {"data/units/hongshan.yml": "名称: 红山苏木\n类别: 苏木\n"}
    problem = read(tmp_path, **files).problems[0]
    assert "“类别”：填的“苏木”不在可填的值里" in problem.message and "民族乡" in problem.fix


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("网址: sand-control", "网址: housing", "网址“housing”已经是“保障性住房”的"),
        ("名称: 防沙治沙", "名称: 社会救助", "“社会救助”随程序已有"),
        ("荒漠化防治", "旅游", "“旅游”随程序已有"),
        ("视同: 乡", "视同: 苏木", "“视同”写的“苏木”不在随程序的词里"),
        ("  视同: 乡\n", "", "单位类别没有写视同哪一类"),
    ],
)
def test_a_word_of_the_program_is_not_taken_over(tmp_path, old, new, told):
    problems = read(tmp_path, terms=OwnTerm.EXAMPLE.replace(old, new)).problems
    assert any(told in each.message for each in problems)


@pytest.mark.parametrize("second", [("沙地治理", "sand-control"), ("防沙治沙", "sands")])
def test_two_words_of_one_name_or_address_are_told(tmp_path, second):
    name, slug = second
    terms = OwnTerm.EXAMPLE + f"- 用在: 领域\n  名称: {name}\n  网址: {slug}\n"
    problems = read(tmp_path, terms=terms).problems
    assert [(each.row, f"“{name}”的名称或网址" in each.message) for each in problems] == [(2, True)]


def test_words_added_in_two_columns_alike_are_the_same():
    one, two = (Domain.of_district("防沙治沙", "sand-control", 0) for _ in "ab")
    assert one == two and hash(one) == hash(two)
