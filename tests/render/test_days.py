"""日程 and 公开待办 of the built demonstration, and the calendars they offer."""

from __future__ import annotations

from icalendar import Calendar


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
    assert len(shown) >= 5 and shown <= filed
    assert min(day for day, _ in shown) >= "2026-11-21"


def test_months_lead_to_one_another_and_files_are_there(demo):
    targets = {address for _, address, _ in demo.links("calendar/")}
    assert {"calendar/2026-11/", "calendar/all.ics", "calendar/type-consultations.ics"} <= targets
    assert {"calendar/2026-10/", "calendar/2026-12/"} <= {a for _, a, _ in demo.links("calendar/2026-11/")}


def test_a_date_that_moved_says_so_on_its_page_and_in_the_calendar(demo):
    page = "events/2026/tingche-yishiting-1127/"
    (banner,) = demo.pages[page].xpath("//section[@aria-label='日期变更']")
    assert "日期由2026年11月25日改为2026年11月27日" in text(banner)
    (event,) = [each for url, each in events(demo, "calendar/all.ics").items() if url.endswith(page)]
    assert event["dtstart"].dt.isoformat() == "2026-11-27T19:00:00+08:00"
    assert event["sequence"] == 1


def test_what_a_unit_owes_is_the_same_on_its_page_and_in_its_calendar(demo):
    page = demo.pages["duties/wanghuai-jiedao/"]
    shown = {text(link) for link in page.xpath("//ol[@class='todo']/li[p/time]/p/a")}
    calendar = Calendar.from_ical((demo.folder / "calendar/duties-wanghuai-jiedao.ics").read_bytes())
    filed = {str(each["summary"]).removeprefix("（逾期）") for each in calendar.walk("VEVENT")}
    assert len(shown) >= 3 and shown <= filed
    assert all(len(each.walk("VALARM")) == 3 for each in calendar.walk("VEVENT"))


def test_the_overview_counts_what_the_pages_of_the_units_show(demo):
    for row in demo.pages["duties/"].xpath("//table/tbody/tr"):
        (link,) = row.xpath("th/a/@href")
        unit = demo.pages[demo.resolve("duties/", link)[0]]
        counts = [int(text(cell)) for cell in row.xpath("td")]
        assert sum(counts) == len(unit.xpath("//ol[@class='todo']/li"))
