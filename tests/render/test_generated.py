"""What templates print is the same as by Jinja's own code, whatever is printed."""

from __future__ import annotations

from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from gongkai.render.frame.generated import Environment, escaped, unindented
from gongkai.render.frame.interface_words import in_chinese

TEMPLATE = (
    "{% macro one(x) %}<b>{{ x }}</b>{% endmacro %}"
    '{{ _("甲<乙") }}{{ one(value) }}{{ value ~ _("丙") }}{{ value }}'
)


@given(st.one_of(st.text("甲a&<>'\"{", max_size=6), st.text("<b&", max_size=4).map(Markup), st.integers()))
def test_all_is_escaped_once(value: Any) -> None:
    assert escaped(value) == str(escape(value))
    filled = []
    for kind in (Environment, jinja2.Environment):
        made = kind(autoescape=True)
        made.globals["_"] = in_chinese
        filled.append(made.from_string(TEMPLATE).render(value=value))
    assert filled[0] == filled[1]


def test_words_of_another_language_are_asked_for_and_what_is_not_known_is_an_error() -> None:
    made = Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    made.globals["_"] = {"甲": "One"}.get
    assert made.from_string('{{ _("甲") }}').render() == "One"
    with pytest.raises(jinja2.UndefinedError):
        made.from_string("{{ nothing }}").render()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("<ul>\n    <li>甲</li>\n  \n</ul>", "<ul>\n<li>甲</li>\n</ul>"),
        ("<b>a</b>  \n\t<b>b</b>", "<b>a</b>\n<b>b</b>"),
        # after a tag of Jinja no line feed is left, but the words before and behind stay apart
        ("    <b>a</b>", " <b>a</b>"),
        # what stays: one space, and spaces that are seen
        (
            "<b>a</b> <b>b</b>\u3000\u3000甲\n\u3000乙\xa0\xa0丙",
            "<b>a</b> <b>b</b>\u3000\u3000甲\n\u3000乙\xa0\xa0丙",
        ),
    ],
)
def test_what_indents_a_template_is_no_part_of_a_page(written: str, printed: str) -> None:
    assert unindented(written) == printed
    assert Environment(autoescape=True).from_string(written).render() == printed


def test_a_text_of_a_record_keeps_its_spaces() -> None:
    made = Environment(autoescape=True)
    assert (
        made.from_string("<pre>{{ text }}</pre>\n  <p>").render(text="a\n    b") == "<pre>a\n    b</pre>\n<p>"
    )
