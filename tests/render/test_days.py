"""日程 and 公开待办 of the built demonstration, and the calendars they offer."""

from __future__ import annotations

import re

from icalendar import Calendar

from gongkai.records.types.event import Event


def events(demo, path):
    found = Calendar.from_ical((demo.folder / path).read_bytes()).walk("VEVENT")
    return {str(each["url"]): each for each in found}


def text(element) -> str:
    return " ".join(element.text_content().split())


def test_every_coming_day_of_the_page_is_in_the_calendar(demo):
    page = demo.pages["calendar/"]
    shown = {
        (day.xpath("string(dt/time/@datetime)"), demo.resolve("calendar/", link)[0])
        for day in page.xpath("//dl[@class='days']/div")
        for link in day.xpath("dd/a/@href")
    }
    root = "https://www.example.gov.cn/zwgk/"
    calendar = Calendar.from_ical((demo.folder / "calendar/all.ics").read_bytes()).walk("VEVENT")
    filed = {
        (each.decoded("dtstart").isoformat()[:10], str(each["url"]).removeprefix(root)) for each in calendar
    }
    assert shown and shown <= filed
    assert min(day for day, _ in shown) >= "2026-11-21"


def test_months_lead_to_one_another_and_files_are_there(demo):
    targets = {address for _, address, _ in demo.links("calendar/")}
    assert {"calendar/all.ics", "calendar/type-consultations.ics"} <= targets
    months = sorted(url for url in demo.pages if re.fullmatch(r"calendar/\d{4}-\d\d/", url))
    assert len(months) > 2 and {*months} & targets
    for before, month, after in zip(months, months[1:], months[2:], strict=False):
        assert {before, after} <= {address for _, address, _ in demo.links(month)}, month


def cn(day):
    return f"{day.year}年{day.month}月{day.day}日"


def test_a_date_that_moved_says_so_on_its_page_and_in_the_calendar(demo, recorded):
    moved = [(each, each.seen("moves", recorded.today)) for each in recorded.public(Event)]
    moved = [(each, moves) for each, moves in moved if moves and each.date >= recorded.today]
    assert moved
    for record, moves in moved:
        (banner,) = demo.pages[record.url].xpath("//section[@aria-label='日期变更']")
        for move in moves:
            assert f"{move.key}由{cn(move.old)}改为{cn(move.new)}" in text(banner)
        found = events(demo, "calendar/all.ics").items()
        (event,) = [each for url, each in found if url.endswith(record.url)]
        start = event["dtstart"].dt.isoformat()
        assert start.startswith(f"{record.date}T{record.time}" if record.time else str(record.date))
        assert event["sequence"] == len(moves)


def test_what_a_unit_owes_is_the_same_on_its_page_and_in_its_calendar(demo):
    dated = 0
    for link in demo.pages["duties/"].xpath("//table/tbody/tr/th/a/@href"):
        url = demo.resolve("duties/", link)[0]
        shown = {text(link) for link in demo.pages[url].xpath("//ol[@class='todo']/li[p/time]/p/a")}
        file = demo.folder / f"calendar/duties-{url.split('/')[1]}.ics"
        found = Calendar.from_ical(file.read_bytes()).walk("VEVENT") if file.is_file() else []
        filed = {str(each["summary"]).removeprefix("（逾期）") for each in found}
        assert shown <= filed, url
        assert all(len(each.walk("VALARM")) == 3 for each in found)
        dated += len(shown)
    assert dated


def test_the_overview_counts_what_the_pages_of_the_units_show(demo):
    for row in demo.pages["duties/"].xpath("//table/tbody/tr"):
        (link,) = row.xpath("th/a/@href")
        unit = demo.pages[demo.resolve("duties/", link)[0]]
        counts = [int(text(cell)) for cell in row.xpath("td")]
        assert sum(counts) == len(unit.xpath("//ol[@class='todo']/li"))
