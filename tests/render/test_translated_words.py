"""The words of templates and scripts in English: all of them, none left over, their values in place."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from string import Formatter

import pytest

from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.documents import Status
from gongkai.records.vocabulary.meetings import EventState, MeetingState
from gongkai.records.vocabulary.participation import ConsultationState, DecisionState
from gongkai.records.vocabulary.work import BudgetState, ProjectState, TaskState
from gongkai.render.frame.interface_words import Catalogue, english_date, unit_name
from gongkai.render.frame.language import mark_chinese
from gongkai.render.records.search_words import english_words

PROJECT = Path(__file__).parents[2]
#: the states of records, beside that of a policy
STATES = (BudgetState, ConsultationState, DecisionState, EventState, MeetingState, ProjectState, TaskState)
HAN = re.compile("[\u3040-\u9fff\uff00-\uffef]")
#: templates that English pages are made with
TEMPLATES = (
    "main.html", "search.html", "lists/list.html", "records/record.html", "records/page.html",
    "records/translation.html", "english/home.html", "english/services.html", "english/contacts.html",
    "english/ways.html", "lists/feed.html",
    *(f"partials/column/{name}.html" for name in (
        "header", "nav", "footer", "modes", "parts", "foot", "example", "standing", "pages", "written",
        "form", "procedure", "corrections", "act", "error",
    )),
)  # fmt: skip


@pytest.fixture(scope="module")
def catalogue():
    return Catalogue(PROJECT / "overrides")


def test_every_word_of_the_templates_is_translated(catalogue):
    wanted = set()
    for name in TEMPLATES:
        text = (PROJECT / "overrides" / name).read_text("utf-8")
        wanted |= set(re.findall(r'_\("([^"]+)"[,)]', text))
        # Chinese that is in no call of _() would reach English pages as it is
        rest = re.sub(r'\{#.*?#\}|\{%.*?%\}|(?:_|replace)\(".*?"', "", text, flags=re.S)
        bare = re.search(r"[^\n<>{}]*[\u3040-\u9fff\uff00-\uffef][^\n<>{}]*", rest)
        assert not bare, f"overrides/{name}: write _(…) around “{bare and bare[0].strip()}”"
    banners = (PROJECT / "overrides/partials/column/standing.html").read_text("utf-8")
    for said, since in re.findall(r': \("(.+?)", "(.+?)"\)', banners):
        wanted |= {said, f"自 {{date}}{since}。"}
    untold = sorted(wanted - {"自 {date}"} - set(catalogue.pages))
    assert untold == [], "their English goes into pages of overrides/strings/en.json"
    states = {state.value for kind in (Status, *STATES) for state in kind}
    assert sorted(states - set(catalogue.pages)) == [], "the word of a state stands above the title"


def test_no_translated_word_is_left_over(catalogue):
    """The parts of a banner, 自 {date}起施行。, are joined by its template."""
    files = [*(PROJECT / "overrides").rglob("*.html"), *(PROJECT / "hooks").rglob("*.py")]
    said = "".join(file.read_text("utf-8") for file in files)
    left_over = [each for each in catalogue.pages if each.removeprefix("自 {date}").rstrip("。") not in said]
    assert left_over == [], "nobody says it any more: take it out of overrides/strings/en.json"


def test_every_word_of_the_scripts_is_translated(catalogue):
    scripts = (PROJECT / "overrides/assets/js").rglob("*.js")
    wanted = {each for p in scripts for each in re.findall(r'\bword\("([^"]+)"', p.read_text("utf-8"))}
    assert wanted == set(catalogue.scripts)


def test_translations_keep_the_places_of_values_and_hold_no_markup(catalogue):
    def places(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for words in (catalogue.pages, catalogue.scripts):
        for chinese, said in words.items():
            assert places(chinese) == places(said), chinese
            assert not set(said) & set('<>&"') and not HAN.search(said), chinese


def test_what_the_catalogue_lacks_stays_as_it_is(catalogue):
    assert catalogue.words("en")("没有的词") == "没有的词"
    assert catalogue.words("zh-CN")("共 {n} 件", n=3) == "共 3 件"
    assert catalogue.words("en")("共 {n} 件", n=3) == "3 in all"
    assert catalogue.for_scripts("zh-CN") == ""


def test_dates_names_and_marks_in_english():
    assert english_date(dt.date(2026, 11, 5)) == "5 November 2026"
    unit = Unit.model_validate({"名称": "区民政局", "英文名称": "District Civil Affairs Bureau"})
    assert unit_name(unit, "en") == "District Civil Affairs Bureau"
    assert unit_name(unit, "zh-CN") == "区民政局"
    assert mark_chinese("<p>No. 示房发〔2019〕8号, see <a title='甲'>x</a></p>") == (
        "<p>No. <span lang=\"zh-CN\">示房发〔2019〕8号</span>, see <a title='甲'>x</a></p>"
    )


def test_one_number_of_a_word_finds_the_other():
    assert (
        english_words("Subsidy for lifts and a lift, boxes, business") == "subsidies fors ands box businesses"
    )
    assert english_words("subsidies city day") == "subsidy cities days"
