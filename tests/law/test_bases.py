"""依据: said whole, written the same way everywhere, no district's plan; every figure has its 出处."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from gongkai.law.shipped import shipped
from gongkai.records.types.figure import Norm
from gongkai.records.types.standard import Standard

#: cited as a whole: what they say on the subject stands in no one article
WHOLE = {
    "本栏目数据格式约定",
    "本区采用这条规则的文件",
    "全国年节及纪念日放假办法（国务院令第795号修订）",
    "国务院办公厅关于部分节假日安排的通知",
    "政府网站发展指引（国办发〔2017〕47号）",
    "机关文件材料归档范围和文书档案保管期限规定（国家档案局令第8号）",
    "机关档案管理规定（国家档案局令第13号）",
}
#: a draft without a day, notices of every year, and forms whose day we could not verify
UNDATED = {
    "中华人民共和国政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）",
    "关于政府信息公开工作年度报告有关事项的通知（国办公开办函〔2019〕60号）",
    "国务院办公厅关于部分节假日安排的通知",
    "本栏目数据格式约定",
    "本区采用这条规则的文件",
}


@pytest.fixture(scope="module")
def bases():
    """(the file that cites, what it cites) of every rule, its earlier versions, and every figure."""
    found = []
    records: list[Standard | Norm] = [*shipped().standards.values(), *shipped().norms.values()]
    for record in records:
        said = [record.bases]
        if isinstance(record, Standard):
            said += [record.ended_by, *(each.bases for each in record.versions)]
        found += [(record.source.path, basis) for each in said for basis in each]
    return found


def test_every_basis_says_article_and_day(bases):
    no_article = {basis.document for _, basis in bases if basis.article is None}
    no_day = {basis.document for _, basis in bases if basis.date is None}
    assert no_article == WHOLE
    assert no_day == UNDATED


def test_one_document_is_written_one_way_with_one_day(bases):
    days, forms = defaultdict(set), defaultdict(set)
    for _, basis in bases:
        days[basis.document].add(basis.date)
        number = re.search(r"（(.*\d.*)）$", basis.document)
        forms[basis.document.partition("（")[0]].add(number[1] if number else "")
    assert {name for name, found in days.items() if len(found) > 1} == set()
    several = {name for name, found in forms.items() if len(found) > 1}
    assert several == {"中华人民共和国政府信息公开条例"}, "only the regulation has an older version"


def test_no_plan_of_one_district_is_anothers_law(bases):
    told = [(path, str(basis)) for path, basis in bases if re.search("西城|大兴|征求意见稿", basis.document)]
    assert told == []


def test_every_figure_says_where_it_comes_from():
    for each in shipped().standards.values():
        assert set(each.origins) == set(each.parameters), each.slug
    for norm in shipped().norms.values():
        assert set(norm.origins) == set(norm.stated), norm.slug
