"""The ways of a Chinese page for those who read English: verbs, units and hours in English.

Notes in Chinese are left out: what matters of them stands in the English text. An address stays as it is,
for a driver or a letter, with that of its unit in English beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.column.ways import Target, targets
from gongkai.records.base import ContentRecord
from gongkai.render.facts import Facts
from gongkai.render.frame.interface_words import Words, english_date, english_hours, unit_name
from gongkai.render.frame.language import ENGLISH
from gongkai.render.frame.ways import DOES, Act, Door, leading, offered

#: the heading of ways whose own the catalogue of words does not have
_CONTACT = "怎样联系"


def english_act(facts: Facts, original: ContentRecord, say: Words, *, still: bool = True) -> Act | None:
    """What can be done about the Chinese page, without its lead; None where nothing can.

    ``still``: whether one can take part on the day.
    """
    title, ways = offered(original, still=still)
    open_ways = tuple(each for each in ways if each.open_on(facts.register.today))
    found = (_door(facts, each, say) for each in targets(facts.register, original, open_ways))
    return Act.of(title if _known(title, say) else _CONTACT, (each for each in found if each))


def _door(facts: Facts, target: Target, say: Words) -> Door | None:
    """A way by its channel; none of a text of before, which nobody translated."""
    way, kind = target.way, target.way.channel
    if kind is None:
        return None
    does = way.does if way.does and _known(way.does, say) else DOES[kind]
    return leading(target, kind, does, _notes(facts, target))


def _notes(facts: Facts, target: Target) -> Iterator[str]:
    yield from _in_english(facts, f"{target.to} {target.place}")
    if target.place:
        yield target.place
    if target.way.last:
        yield f"until {english_date(target.way.last)}"
    if target.way.unit and target.unit:
        yield unit_name(target.unit, ENGLISH)
    if target.hours:
        yield english_hours(target.hours)


def _in_english(facts: Facts, place: str) -> Iterator[str]:
    """The addresses of units that a place names, as a foreigner can say and read them."""
    units = facts.register.units
    known = {each.address: each.english_address for each in units if each.address and each.english_address}
    yield from (said for address, said in known.items() if re.search(re.escape(address) + r"(?!\d)", place))


def _known(words: str, say: Words) -> bool:
    return say(words) != words
