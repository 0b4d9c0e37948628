"""全部栏目: every column with how much it holds, in groups named by what a reader wants."""

from __future__ import annotations

from gongkai.render.parts import ColumnRow, all_parts
from gongkai.render.site import Site

#: group → its columns in order; the first group holds what 国办公开办函〔2019〕61号 names
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "政府信息公开",
        ("guide/", "rules/", "catalogue/", "items/", "annual-reports/", "request/", "requests/"),
    ),
    (
        "政策和办事",
        (
            *("policies/", "interpretations/", "benefits/", "services/", "consultations/"),
            *("decisions/", "evaluations/", "gazette/"),
        ),
    ),
    ("会议和回应", ("meetings/", "events/", "concerns/", "calendar/")),
    ("单位和联系方式", ("units/", "functions/", "leaders/", "contacts/", "reading-rooms/")),
    ("任务和财政", ("projects/", "work-points/", "budgets/")),
    ("数据", ("datasets/", "data/", "feeds/")),
    ("公开得怎么样", ("quality/", "duties/", "rulebook/", "waivers/", "log/", "corrections/", "retention/")),
    ("使用帮助", ("search/", "accessibility/", "report-error/", "about-demo/")),
)
OTHERS = "其他"


def linked(site: Site, url: str) -> list[tuple[str, list[ColumnRow]]]:
    """The groups with links as the page at ``url`` needs them; groups without a column are left out.

    A column that no group names, such as a page a district writes itself, stands in the last one.
    """
    everything = [row for part in all_parts() for row in part.columns(site)]
    rows = {address: (label, site.links.href(url, address), count) for label, address, count in everything}
    if "concerns/" in rows:
        rows.pop("responses/", None)  # the same answers, with the press conferences beside them
    named = [
        (heading, [rows.pop(each) for each in addresses if each in rows]) for heading, addresses in GROUPS
    ]
    return [(heading, found) for heading, found in [*named, (OTHERS, list(rows.values()))] if found]
