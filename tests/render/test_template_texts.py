"""What a template draws on is found with all that this draws on; what only shows when filled is told."""

from __future__ import annotations

import pytest

from gongkai.render.frame.template_texts import TemplateTexts

FILES = {
    "page.html": "{% extends \"base.html\" %}{%- import 'parts.html' as parts with context %}{{ href(x) }}",
    "base.html": '{# today #}{%- include "foot.html" %}',
    "foot.html": "{{ column.root }}",
    "parts.html": "{% macro a() %}{{ asset('a') }}{% endmacro %}",
    "day.html": '{% from "parts.html" import a %}{{ today }}',
    "open.html": "{% include view.name %}",
    "either.html": '{% extends "base.html" if view.x else "day.html" %}',
    "above.html": '{% include "open.html" %}',
}


@pytest.fixture
def texts(tmp_path):
    def written(**more):
        for name, text in {**FILES, **{f"{name}.html": text for name, text in more.items()}}.items():
            (tmp_path / name).write_text(text, "utf-8")
        return TemplateTexts(tmp_path)

    return written


def test_all_words_of_all_that_is_drawn_on_but_those_of_comments(texts):
    assert {"href", "column", "asset"} <= texts().drawn("page.html").words
    assert "today" not in texts().drawn("page.html").words and "today" in texts().drawn("day.html").words


def test_a_change_anywhere_in_it_is_another_digest(texts):
    before = {name: texts().drawn(name).digest for name in ("page.html", "day.html")}
    after = texts(foot="{{ column.name }}")
    assert after.drawn("page.html").digest != before["page.html"]
    assert after.drawn("day.html").digest == before["day.html"]


def test_what_only_shows_when_it_is_filled_is_not_known(texts):
    assert [texts().drawn(f"{name}.html") for name in ("open", "above", "either")] == [None, None, None]


def test_what_is_filled_is_what_was_looked_at(texts, tmp_path):
    found = texts()
    assert found.first(("none.html", "foot.html")) == "foot.html"
    (tmp_path / "foot.html").write_text("{{ other }}", "utf-8")
    loaded, *_ = found.loader.get_source(None, "foot.html")
    assert loaded == FILES["foot.html"]
