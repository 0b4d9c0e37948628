"""Which addresses are asked on a night, and what is noted of the answers in ``data/links/``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from gongkai.column.register import Register
from gongkai.desk.intake.draft import quoted
from gongkai.desk.outward.asking import Answered, outside
from gongkai.law.shared.own_address import own_hosts
from gongkai.law.shared.web_links import web_links
from gongkai.records.types.asked_link import AskedLink
from gongkai.records.vocabulary.publishing import LinkAnswer
from gongkai.text import host

PATH = "data/links/asked.yml"
_HEAD = "# 由 scripts/links 写，夜里查问的结果；不用手改。\n"


def addresses(register: Register) -> list[str]:
    """Everything readers can follow to another site, once, without the part behind #."""
    own = own_hosts(register)
    found = {
        link.address.partition("#")[0]
        for link in web_links(register)
        if link.followed and not isinstance(link.passage.record, AskedLink) and outside(link.address)
    }
    return sorted(each for each in found if (site := host(each)) and site.name not in own)


def due(register: Register, most: int) -> list[str]:
    """At most so many: first what was never asked, then what was asked longest ago."""
    known = {each.address: each.asked_on for each in register.everything(AskedLink)}
    wanted = addresses(register)
    return sorted(wanted, key=lambda each: (known.get(each, dt.date.min), each))[:most]


def noted(register: Register, answers: Iterable[Answered]) -> list[AskedLink]:
    """Those asked anew, the others as they were; what nobody links to any more goes."""
    before = {each.address: each for each in register.everything(AskedLink)}
    known = dict(before)
    for each in answers:
        known[each.address] = _noted(before.get(each.address), each, register.today)
    return [known[address] for address in addresses(register) if address in known]


def _noted(before: AskedLink | None, each: Answered, today: dt.date) -> AskedLink:
    dead = each.answer is LinkAnswer.DEAD
    again = before if dead and before and before.answer is LinkAnswer.DEAD else None
    once_more = 0 if again and again.asked_on == today else 1
    return AskedLink(
        网址=each.address,
        查问日期=today,
        结果=each.answer,
        说明=each.said,
        不通自=(again.since if again else today) if dead else None,
        不通次数=(again.times if again else 0) + once_more if dead else 0,
    )


def write(root: Path, links: Iterable[AskedLink]) -> None:
    """The file, in the order of the addresses."""
    path = root / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_HEAD + "".join(map(_row, links)), "utf-8")


def _row(link: AskedLink) -> str:
    lines = [f"网址: {quoted(link.address)}", f"查问日期: {link.asked_on}", f"结果: {link.answer}"]
    if link.said:
        lines.append(f"说明: {quoted(link.said)}")
    if link.since:
        lines += [f"不通自: {link.since}", f"不通次数: {link.times}"]
    return "- " + "\n  ".join(lines) + "\n"
