"""Every name in overrides/ held against the types of the views, without building a site."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import jinja2
import pytest

from gongkai.column.register import Register
from gongkai.records import listed_types
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.render.frame.templates import environment
from gongkai.render.gathering import benefits, concerns
from gongkai.render.records.views.common import RecordView
from gongkai.render.records.views.policy import PolicyView
from template_contract.attributes import hints
from template_contract.contracts import GLOBALS, views, walked
from template_contract.kinds import members, union
from template_contract.walker import Walker

OVERRIDES = Path(__file__).parents[2] / "overrides"
FILES = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html")}


@pytest.fixture(scope="module")
def walker() -> Walker:
    return walked(OVERRIDES)


def test_every_name_is_one_that_the_template_is_given(walker):
    assert walker.problems == []


def test_no_template_is_left_over(walker):
    """Each is that of a view, or a part of one."""
    assert FILES - walker.reached == set()


def test_no_macro_is_left_over(walker):
    assert walker.idle == set()


def test_a_type_with_a_view_of_its_own_has_a_template_of_its_own():
    """Or its view would say what no page shows."""
    own = [
        hints(view)["record"] for view in views() if issubclass(view, RecordView) and view is not RecordView
    ]
    assert {f"records/{record.TYPE}.html" for record in {*members(union(own))} - {ContentRecord}} <= FILES


def test_a_template_of_a_list_is_that_of_a_section():
    sections = {kind.section() for kind in listed_types()} | {benefits.SECTION, concerns.SECTION}
    own = {name for name in FILES if name.startswith("lists/list-")}
    left_over = own - {f"lists/list-{section}.html" for section in sections}
    assert left_over == set(), "no list of a type or a gathering page is shown with them: delete them"


@dataclass(frozen=True)
class Inner:
    title: str
    day: dt.date
    last: dt.date | None = None

    @property
    def size(self) -> int:
        return 1


@dataclass(frozen=True)
class Whole:
    inner: Inner
    pairs: list[tuple[str, Inner]]
    groups: dict[str, list[Inner]]
    policy: Policy


PARTS = "{% macro row(each, level=2) %}{{ each.title }}{{ level }}{% endmacro %}{% set marks = {'a': 'b'} %}"


def problems(template: str, **others: str) -> list[str]:
    loader = jinja2.DictLoader({"page.html": template, "parts.html": PARTS, **others})
    made = environment(OVERRIDES)
    made.loader = loader
    walker = Walker(GLOBALS, environment=made)
    walker.check("page.html", {"view": Whole, "today": dt.date})
    return walker.problems


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.inner.title | tel }}{{ view.inner.day | cn_date }}{{ view.inner.size | filesize }}",
        "{% for name, each in view.pairs %}{{ loop.index }}{{ name }}{{ each.title }}{% endfor %}",
        "{% for name, each in view.groups.items() %}{{ each[0].title }}{{ each | length }}{% endfor %}",
        "{% import 'parts.html' as parts %}{{ parts.row(view.inner, level=3) }}{{ parts.marks['a'] }}",
        "{% set one = view.inner %}{% with two = one %}{{ two.title }}{% endwith %}",
        "{% if view.other is defined and view.other.more %}{{ view.other }}{% endif %}",
        "{{ (view.other | default([])) | length }}{{ (today - view.inner.day).days }}",
        "{{ view.pairs | map(attribute=0) | join('、') }}{{ view.policy.topic.slug }}",
        "{% extends 'base.html' %}{% block inner %}{{ view.inner.title }}{% endblock %}",
        "{% for day, two in view.groups['a'] | groupby('day') %}{{ day.year }}{{ two[0].title }}{% endfor %}",
    ],
)
def test_what_is_there_may_be_read(template):
    assert problems(template, **{"base.html": "{% block inner %}{% endblock %}"}) == []


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ veiw }}", "veiw"),
        ("{{ view.iner.title }}", "iner"),
        ("{{ view.inner.title.nothing }}", "nothing"),
        ("{{ view.inner.last.yaer }}", "yaer"),
        ("{% for name, each in view.pairs %}{{ each.titel }}{% endfor %}", "titel"),
        ("{% for a, b, c in view.pairs %}{{ a }}{% endfor %}", "2 个部分"),
        ("{% for a in view.pairs %}{{ loop.idnex }}{% endfor %}", "idnex"),
        ("{% for a in view.inner %}{{ a }}{% endfor %}", "不是一列"),
        ("{% for name, each in view.groups.itmes() %}{{ name }}{% endfor %}", "itmes"),
        ("{% import 'parts.html' as parts %}{{ parts.rwo(view.inner) }}", "rwo"),
        ("{% import 'parts.html' as parts %}{{ parts.row(view) }}", "title"),
        ("{% import 'parts.html' as parts %}{{ parts.row(view.inner, levle=3) }}", "多了参数"),
        ("{% import 'parts.html' as parts %}{{ parts.row() }}", "少了 each"),
        ("{% macro never(each) %}{{ each.titel }}{% endmacro %}{{ never(view.inner) }}", "titel"),
        ("{{ view.pairs | map(attribute=1) | map(attribute='titel') | join }}", "titel"),
        ("{{ view.groups['a'] | selectattr('titel') | list | length }}", "titel"),
        ("{{ view.groups['a'] | sort(attribute='titel') | length }}", "titel"),
        ("{{ view.inner.title | cn_date }}", "cn_date 不能用于 str"),
        ("{{ view.inner.day | tel }}", "tel 不能用于 date"),
        ("{{ view.inner }}", "打印了不是文字的值"),
        ("{{ view.pairs | join }}", "join 不能用于"),
        ("{{ view.policy.standing_on }}", "standing_on"),
        ("{% extends 'base.html' %}{% block iner %}{% endblock %}", "没有块 iner"),
        ("{% include 'more.html' %}", "titel"),
        ("{{ _('共 {n} 件', m=1) }}", "文字里的空"),
    ],
)
def test_what_is_not_there_is_told(template, said):
    others = {"base.html": "{% block inner %}{% endblock %}", "more.html": "{{ view.inner.titel }}"}
    (problem,) = problems(template, **others)
    assert said in problem


def test_types_of_views_are_read_as_they_are_written():
    assert hints(PolicyView)["record"] is Policy
    assert "standing" in vars(Register)
