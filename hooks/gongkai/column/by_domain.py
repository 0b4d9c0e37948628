"""The column → what it has of each 领域, whatever its type, and the 办事主题 that bundle them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from weakref import WeakKeyDictionary

from gongkai.column.classing import domains_of, own_domains
from gongkai.column.register import Register
from gongkai.common.asking import question
from gongkai.records.base import ContentRecord
from gongkai.records.fields.own_words import in_order
from gongkai.records.types.theme import Theme
from gongkai.records.vocabulary.documents import Audience, Domain

#: domain → its records with their places among all, the newest first
_Placed = Mapping[Domain, list[tuple[int, ContentRecord]]]
#: who does business, whatever the form
_BUSINESS = (Audience.COMPANY, Audience.SOLE_TRADER, Audience.ORGANISATION)
#: pages and feeds ask the same column
_known: WeakKeyDictionary[Register, _Placed] = WeakKeyDictionary()


@question
def themes(register: Register) -> list[Theme]:
    """Every 办事主题 in its order."""
    return sorted(register.everything(Theme), key=lambda each: (int(each.order or 9999), each.slug))


def concerns(theme: Theme, audiences: Iterable[Audience]) -> bool:
    """Whether what is for these readers, or for nobody named, belongs to a 办事主题 by its readers.

    A 领域 such as 政务服务 is wider than a matter: weddings and dogs are no part of opening a shop.
    """
    named = set(audiences)
    theirs = {*theme.audiences, *(_BUSINESS if Audience.COMPANY in theme.audiences else ())}
    return not named or bool(named & theirs)


@question
def of_domains(register: Register, domains: Iterable[Domain]) -> list[ContentRecord]:
    """The public records of these 领域, each once, the newest first."""
    placed = _placed(register)
    found = {place: record for domain in domains for place, record in placed.get(domain, ())}
    return [found[place] for place in sorted(found)]


@question
def known_domains(register: Register) -> list[Domain]:
    """The 领域 that a record, a theme or an entry of the catalogue names, in the order of their list."""
    promised = {domain for entry in register.catalogue for domain in entry.domains}
    promised |= {domain for theme in themes(register) for domain in theme.domains}
    placed = _placed(register)
    return in_order(promised | {*placed})


@question
def _placed(register: Register) -> _Placed:
    if register not in _known:
        found: dict[Domain, list[tuple[int, ContentRecord]]] = defaultdict(list)
        for place, record in enumerate(register.all):
            for domain in own_domains(register, record) or domains_of(register, record):
                found[domain].append((place, record))
        _known[register] = dict(found)
    return _known[register]
