"""The catalogue's pages in the built demonstration: the state of every entry, and a page for each state."""

from __future__ import annotations

import csv
import io

import pytest

from gongkai.common.said_days import cn_date
from gongkai.common.said_days import said as days_said
from gongkai.law.duties import Duty, DutyState, duties
from gongkai.law.duties.catalogue import entry_state
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.vocabulary.documents import Disclosure
from gongkai.render.gathering import catalogue as catalogue_page
from gongkai.render.gathering.catalogue_state import PERIODS, SLUGS, words_of


@pytest.fixture(scope="module")
def owed(checked):
    """编号 of every entry of the catalogue → what is owed of it, by its days."""
    found: dict[str, list[Duty]] = {entry.number: [] for entry in checked.register.catalogue}
    for duty in duties(checked.register, checked.standards):
        if isinstance(duty.record, CatalogueEntry):
            found[duty.record.number].append(duty)
    return found


@pytest.fixture(scope="module")
def states(owed):
    """编号 → the state of the entry; entries of which nothing is owed are left out."""
    found = {number: entry_state(each) for number, each in owed.items()}
    return {number: state for number, state in found.items() if state}


def words(node):
    return " ".join(node.text_content().split())


def targets(demo, url):
    return {address for tag, address, _ in demo.links(url) if tag == "a"}


def by_unit(demo):
    """Address of every unit's page of the catalogue → the entries on it by 编号."""
    pages = {url: tree for url, tree in demo.pages.items() if url.startswith("catalogue/unit/")}
    return {
        url: {each.get("id"): each for each in tree.xpath("//section[@class='topic']")}
        for url, tree in pages.items()
    }


def late_words(found):
    """What is said of an entry that is late: its newest day that passed."""
    late = [duty for duty in found if duty.state is DutyState.OVERDUE][-1]
    period = f"（{days_said(late.period)}）" if late.period else ""
    return f"应在{cn_date(late.due)}前公开{period}"


def test_an_entry_tells_its_state_and_its_day(demo, owed, states):
    shown = {number: entry for entries in by_unit(demo).values() for number, entry in entries.items()}
    assert set(shown) == set(owed)
    for number, state in states.items():
        said = words(shown[number].xpath("./p[contains(@class, 'facts')]")[0])
        assert state.value in said, number
        if state is DutyState.OVERDUE:
            assert late_words(owed[number]) in said
        periods = [duty for duty in reversed(owed[number]) if duty.period][:PERIODS]
        rows = [words(row) for row in shown[number].xpath(".//tbody/tr")]
        for row, duty in zip(rows, periods, strict=True):
            assert row.startswith(days_said(duty.period)) and duty.state.value in row
            assert (cn_date(duty.done) if duty.done else "－") in row


def test_a_unit_counts_its_entries_by_state_with_links(demo, states):
    for url, entries in by_unit(demo).items():
        found = [states.get(number) for number in entries]
        there = [state for state in SLUGS if state in found]
        led = {each.split("page/")[0] for each in targets(demo, url)}
        assert {f"catalogue/state/{SLUGS[state]}/" for state in there} <= led
        told = demo.pages[url].xpath("//ul[@aria-label='各种状态的项数']/li")
        assert [words(each)[1:].strip() for each in told] == [
            f"{words_of(state)} {found.count(state)} 项" for state in there
        ]


def test_every_state_has_a_page_that_leads_to_its_entries(demo, states):
    units = {number: url for url, entries in by_unit(demo).items() for number in entries}
    for state in set(states.values()):
        url = f"catalogue/state/{SLUGS[state]}/"
        assert url in targets(demo, "catalogue/")
        assert state.value in words(demo.pages[url].xpath("//h1")[0])
        pages = [each for each in demo.pages if each.startswith(url)]
        wanted = {units[number] for number in states if states[number] is state}
        assert wanted <= set().union(*(targets(demo, each) for each in pages))


def test_the_states_come_to_as_many_entries_as_there_are(demo, recorded):
    """What is given on request has no term, and a page of its own: none is left out of the sum."""
    heading = "//h2[normalize-space()='按状态']/following-sibling::ul//span"
    counts = [int(words(each).split()[0]) for each in demo.pages["catalogue/"].xpath(heading)]
    assert sum(counts) == len(recorded.catalogue)


def test_what_is_given_on_request_has_no_state(demo, recorded, states):
    asked = [each for each in recorded.catalogue if each.manner is Disclosure.ON_REQUEST]
    assert asked and not {each.number for each in asked} & set(states)
    for entry in asked:
        (shown,) = demo.pages[entry.place.partition("#")[0]].xpath(f"//section[@id='{entry.number}']")
        said = words(shown.xpath("./p")[0]).replace("已公开 ", "")
        assert not any(words_of(state) in said for state in SLUGS), entry.number


def test_the_table_has_the_states_too(demo, owed, states):
    text = (demo.folder / "catalogue/list.csv").read_text("utf-8-sig")
    rows = {row["编号"]: row for row in csv.DictReader(io.StringIO(text))}
    assert {number: row["状态"] for number, row in rows.items()} == {
        number: states[number].value if number in states else "" for number in owed
    }
    late = [number for number, state in states.items() if state is DutyState.OVERDUE]
    assert [rows[number]["期限说明"] for number in late] == [late_words(owed[number]) for number in late]


def test_a_code_finds_an_entry_and_stands_in_no_excerpt(recorded):
    first, second = recorded.catalogue[:2]
    made = catalogue_page._document("catalogue/unit/x/", "题", "区甲局", [first, second])
    assert made.extra == f"{first.number}\n{second.number}"
    assert first.number not in made.text and first.content.splitlines()[0] in made.text
    assert made.places[0] == (0, first.number)
    assert made.text.splitlines()[made.places[1][0]] == second.first
