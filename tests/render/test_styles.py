"""The styles: each class and each custom property they name is one that something writes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gongkai.records.vocabulary import terms
from gongkai.records.vocabulary.documents import AnswerState, Status
from gongkai.records.vocabulary.meetings import EventState
from gongkai.records.vocabulary.norms import CellState
from gongkai.records.vocabulary.participation import ConsultationState
from gongkai.render.charts import drawing, flow
from gongkai.render.frame.assets import sheets
from gongkai.render.gathering.catalogue_state import SLUGS

PROJECT = Path(__file__).parents[2]


def texts(folder: str, ending: str) -> list[str]:
    return [path.read_text("utf-8") for path in sorted((PROJECT / folder).rglob(f"*.{ending}"))]


def uncommented(styles: str) -> str:
    return re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL)


#: whose terms have banners
STATES = (Status, AnswerState, ConsultationState, EventState)
OVERRIDES = PROJECT / "overrides"
#: the sheets of one kind of page, each beside its template
BESIDE = sorted(path for path in OVERRIDES.rglob("*.css") if "assets" not in path.parts)
STYLES = uncommented("\n".join(texts("overrides", "css")))
TEMPLATES = "\n".join(texts("overrides", "html"))
#: its kinds are the keys of what it says of them
ANSWER_CARD = (OVERRIDES / "assets/js/search/answer-card.js").read_text("utf-8")


def named(styles: str) -> set[str]:
    """The classes that selectors name."""
    return set(re.findall(r"\.(-?[a-z_][\w-]*)", re.sub(r"\{[^{}]*\}", " ", styles)))


def written() -> Iterator[str]:
    """The words that may be classes: of class="…" in templates, of any text in Python and in scripts."""
    for value in re.findall(r'\bclass="((?:\{\{.*?\}\}|\{%.*?%\}|[^"])*)"', TEMPLATES):
        yield from re.sub(r"\{[{%].*?[%}]\}|[\"']", " ", value).split()
        yield from re.findall(r"['\"]\s*([\w-]+)\s*['\"]", value)
    for text in texts("hooks", "py"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from re.findall(r"[\w-]+", node.value)
    for text in texts("overrides", "js"):
        for value in re.findall(r'"([^"\n]*)"', text):
            yield from value.split()


def composed() -> dict[str, set[str]]:
    """The classes that are put together: how they begin → how they may go on."""
    chips = {*SLUGS.values(), *re.findall(r"chip\(\"([a-z-]+)\"", TEMPLATES)}
    return {
        "align-": {"center", "right"},
        "banner--": {term.slug for state in STATES for term in state},
        "bars--": {str(width) for width in drawing.WIDTHS},
        "bars__bar--": {"0", "1"},
        "chip--": {term.slug for kind in terms() for term in kind} | chips,
        "flow--": {str(width) for width in flow.WIDTHS},
        "mark--": {state.slug for state in CellState},
        "money__": {"0", "1", "2"},
        "paper__row--": {"1", "2", "3", "4", "5"},
        "search-answer--": set(re.findall(r"^  ([a-z]+): \(", ANSWER_CARD, re.MULTILINE)),
    }


@pytest.fixture(scope="module")
def known() -> set[str]:
    """Every class that something writes."""
    words = set(written())
    pages = {f"type-{word}" for word in words}
    return words | pages | {start + end for start, ends in composed().items() for end in ends}


def test_every_class_with_a_style_is_written_by_something(known: set[str]) -> None:
    assert len(named(STYLES)) > 200
    assert named(STYLES) - known == set()


def test_a_class_that_nobody_writes_is_found(known: set[str]) -> None:
    planted = named(
        f"{STYLES}\n.bannner {{ color: red }} a.banner--tardy:hover, .doors > .doors__old {{ color: red }}"
    )
    assert planted - known >= {"bannner", "banner--tardy", "doors__old"}


def test_every_custom_property_is_used() -> None:
    defined = set(re.findall(r"(?<=[\s{;])(--[a-z][\w-]*):", STYLES))
    used = set(re.findall(r"var\((--[a-z][\w-]*)", STYLES))
    assert len(defined) > 20
    assert defined - used == set()


def test_no_two_files_stand_at_the_same_place() -> None:
    """They are joined in order of their numbers: which of two counts must not hang on a name."""
    numbers = [path.name.partition("-")[0] for path in (OVERRIDES / "assets/css").glob("*.css")]
    assert len(numbers) == len(set(numbers)) > 5
    assert all(re.fullmatch(r"\d\d", number) for number in numbers)


def test_styles_of_a_kind_of_page_come_between_those_of_all_pages() -> None:
    order = [path.relative_to(OVERRIDES).as_posix() for path in sheets(OVERRIDES)]
    beside = [name for name in order if not name.startswith("assets/")]
    assert set(order) == {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.css")}
    place = order.index(beside[0])
    assert order[place : place + len(beside)] == beside == sorted(beside)
    assert order[place - 1] == "assets/css/50-pages.css"
    assert order[place + len(beside)] == "assets/css/65-text.css"


@pytest.mark.parametrize("sheet", BESIDE, ids=lambda path: path.stem)
def test_a_sheet_beside_a_template_styles_what_is_its_own(sheet: Path) -> None:
    """Each selector names a class that no other sheet of these names: their order is then no matter."""
    assert sheet.with_suffix(".html").is_file()
    own = named(uncommented(sheet.read_text("utf-8")))
    for other in set(BESIDE) - {sheet}:
        own -= named(uncommented(other.read_text("utf-8")))
    styles = re.sub(r"@[^{]*\{|\{[^{}]*\}|\}", ",", uncommented(sheet.read_text("utf-8")))
    selectors = [each.strip() for each in re.split(r",(?![^(]*\))", styles) if each.strip()]
    assert [each for each in selectors if not named(each) & own] == []


def test_no_line_may_begin_with_a_comma() -> None:
    assert set(re.findall(r"line-break:\s*(\w+)", STYLES)) == {"strict"}
