"""Names of what a reader may look for, each with its address and its sound, in the order of sounds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from gongkai.column.register import Register
from gongkai.common.areas import area_of
from gongkai.common.asking import question
from gongkai.records.base import ContentRecord
from gongkai.records.types.alias import Alias
from gongkai.records.types.policy import Policy
from gongkai.records.types.service import Service
from gongkai.render.facts import Facts
from gongkai.search.readings import syllables
from gongkai.search.words import officials_types

#: what no reader looks a title up by
_BEFORE = re.compile(r"^(?:关于|印发|《|“|（|\(|\s)+")
#: characters that tell the place of a name in a list; more only cost time
_HEARD = 12
#: pages, and lists in 全部栏目, ask for the names of the same column
_known: WeakKeyDictionary[Register, list[Sounded]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Named:
    """A name, the address it leads to, and what it is."""

    name: str
    address: str
    what: str


@dataclass(frozen=True, slots=True)
class Sounded:
    """A name with its letter, its first syllable, and all that is heard of it."""

    letter: str
    first: str
    heard: tuple[str, ...]
    named: Named


@question
def sounded(facts: Facts) -> list[Sounded]:
    """Every name in the order of its sound, figures last."""
    register = facts.register
    if register not in _known:
        place = _place_of(register.column.portal)
        # people's word for a unit may be a name it gave itself: what it said of itself stands
        named: dict[tuple[str, str], Named] = {}
        for each in _names(facts):
            named.setdefault((each.name, each.address), each)
        _known[register] = sorted((_heard(each, place) for each in named.values()), key=_order)
    return _known[register]


#: 区 before these is the beginning of another word, as 市 is of 市场
_OTHER_WORDS = {"区": "区间域分属县", "县": "域级城", "市": "场民区级域容", "旗": "帜下"}


def _order(each: Sounded) -> tuple[bool, str, tuple[str, ...], str, str]:
    return not each.letter.isalpha(), each.letter, each.heard, each.named.name, each.named.address


def _names(facts: Facts) -> Iterator[Named]:
    register = facts.register
    folded = officials_types()
    for record in register.all:
        if record.LABEL not in folded:
            yield Named(record.name, record.url, f"{record.LABEL}，{record.published.year}年")
    for unit in register.units:
        for name in unit.names:
            yield Named(name, unit.url, "单位" if name == unit.name else f"单位，见{unit.name}")
    yield from _said(register)


def _said(register: Register) -> Iterator[Named]:
    """What people say, with the unit or the best page that has the official word in its title."""
    targets = _targets(register)
    known: dict[str, str] = {}
    for alias in register.everything(Alias):
        for official in alias.official:
            if official not in known:
                unit = register.unit(official)
                known[official] = unit.url if unit else _holding(official, targets)
            if address := known[official]:
                yield from (Named(word, address, f"通俗说法，见{official}") for word in alias.words)
                break


def _targets(register: Register) -> Mapping[str, str]:
    """Title → address: guides before policies before all others, the newest first."""
    kinds: tuple[type[ContentRecord], ...] = (Service, Policy, ContentRecord)
    folded = officials_types()
    found: dict[str, str] = {}
    for kind in kinds:
        for record in register.all:
            if isinstance(record, kind) and record.LABEL not in folded:
                found.setdefault(record.name, record.url)
    return found


def _holding(word: str, targets: Mapping[str, str]) -> str:
    return targets.get(word) or next((address for title, address in targets.items() if word in title), "")


def _place_of(portal: str) -> re.Pattern[str]:
    """The area's own name, long and short, and the 区 or 县 before a unit: half of all titles begin so."""
    area = area_of(portal)
    names = sorted({re.escape(name) for name in (area.whole, area.name) if name}, key=len, reverse=True)
    level = f"{area.level}(?=[^0-9{_OTHER_WORDS[area.level]}])"
    return re.compile(rf"^(?:{'|'.join([*names, level])})")


def _heard(named: Named, place: re.Pattern[str]) -> Sounded:
    name = _BEFORE.sub("", unicodedata.normalize("NFKC", named.name))
    name = _BEFORE.sub("", place.sub("", name)) or named.name
    heard = tuple(_letters(syllables(name[:_HEARD])))
    first = heard[0] if heard else ""
    letter = first[:1].upper()
    return Sounded(letter if "A" <= letter <= "Z" else "0–9", first, heard, named)


def _letters(read: Iterable[str]) -> Iterator[str]:
    """What can be heard of the syllables: small letters and figures."""
    for each in read:
        if plain := re.sub(r"[^0-9a-z]", "", each.lower()):
            yield plain
