"""A 领域, or a 办事主题 that bundles some: what the column has of it today, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.column.actions import Action, actions
from gongkai.column.answers import Answer, gathered
from gongkai.column.by_domain import concerns, of_domains
from gongkai.column.classing import audiences_of
from gongkai.column.register import Register
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.records.types.service import Service
from gongkai.records.types.theme import Theme
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.documents import Audience, Domain, Status

#: so many units a page says to ask
_ASKED = 2


@dataclass(frozen=True)
class Subject:
    """What a page gathers by."""

    url: str
    title: str
    hint: str
    domains: tuple[Domain, ...]
    ask: tuple[Unit, ...]
    feed: str
    #: what it bundles by, with whom it is for; None for a 领域
    theme: Theme | None = None

    def has(self, audiences: Iterable[Audience]) -> bool:
        """Whether what is for these readers belongs to it."""
        return self.theme is None or concerns(self.theme, audiences)


@dataclass(frozen=True)
class Held:
    """Everything of a subject that holds today, and what is new of it, the newest first.

    ``policies`` are in force or will be, and can be read; ``ended`` counts those that are no more.
    """

    actions: list[Action]
    policies: list[Policy]
    coming: int
    ended: int
    answers: list[Answer]
    guides: list[Service]
    records: list[ContentRecord]

    @property
    def in_force(self) -> int:
        return len(self.policies) - self.coming


def of_theme(register: Register, theme: Theme) -> Subject:
    """A 办事主题 with the units it names."""
    ask = tuple(unit for unit in map(register.unit, theme.ask) if unit)
    return Subject(theme.url, theme.title, theme.hint or "", theme.domains, ask, f"theme-{theme.slug}", theme)


def of_domain(register: Register, domain: Domain) -> Subject:
    """A 领域: those who lead its entries of the catalogue are asked, else those who published last."""
    entries = (entry for entry in register.catalogue if domain in entry.domains)
    leading = [register.unit(name) for entry in entries for name in (*entry.leads, *entry.publishers)]
    publishing = [unit for record in of_domains(register, [domain])[:1] for unit in register.units_of(record)]
    named = {unit.id: unit for unit in (*leading, *publishing) if unit}
    ask = tuple(named.values())[:_ASKED]
    return Subject(f"domains/{domain.slug}/", domain.value, "", (domain,), ask, f"domain-{domain.slug}")


def held(register: Register, subject: Subject) -> Held:
    """What there is of a subject on the Register's day."""
    wanted = set(subject.domains)
    found = of_domains(register, subject.domains)
    records = [each for each in found if subject.has(audiences_of(register, each))]
    documents = [each for each in records if isinstance(each, Policy) and not each.closed]
    # those of another district are among the newest, and never among what holds here
    policies = [each for each in documents if not each.elsewhere]
    states = {each.id: register.standing(each).status for each in policies}
    over = {name for name, state in states.items() if state in (Status.REPEALED, Status.EXPIRED)}
    return Held(
        [
            each
            for each in actions(register)
            if wanted.intersection(each.domains) and subject.has(each.audiences)
        ],
        [each for each in policies if each.id not in over],
        sum(state is Status.NOT_YET for state in states.values()),
        len(over),
        [
            each
            for each in gathered(register)
            if not each.ended
            and wanted.intersection(each.domains)
            and subject.has(audiences_of(register, each.asked.record))
        ],
        [each for each in records if isinstance(each, Service)],
        records,
    )
