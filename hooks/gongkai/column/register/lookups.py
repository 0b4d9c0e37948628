"""Names → records: every way an editor may name a unit, a policy or a catalogue entry."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from gongkai.common.document_numbers import corrected, first_in, parts, plain
from gongkai.records.base import ContentRecord
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit


def numbers(number: str | None) -> set[str]:
    """The names a 发文字号 gives: itself, and each of the numbers of a joint document."""
    return {plain(each) for each in (number, *parts(number))} if number else set()


class UnitNames:
    """Units by any of their names, and the names that more than one unit claims."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_name: dict[str, Unit] = {}
        self.claims: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            for name in (unit.slug, *dict.fromkeys(unit.names)):
                self._by_name.setdefault(name, unit)
                self.claims[name].append(unit)

    def find(self, name: str) -> Unit | None:
        return self._by_name.get(name.strip())

    def known(self) -> list[str]:
        return [name for name in self._by_name if not name.isascii()]


_CITED = re.compile(r"《(.+)》\s*[（(](.+)[）)]")
_PRINTED = re.compile(r"(?:印发|发布|公布|转发)《(.+)》的(?:通知|公告|通告|决定|函)$")


def _cited(name: str) -> str:
    """A name without 《》; of 《题目》（文号） the number, since an older edition may have the same title."""
    text = name.strip().removesuffix(".md")
    if (found := _CITED.fullmatch(text)) and (number := corrected(found[2]) or first_in(found[2])):
        return number
    return text.removeprefix("《").removesuffix("》").removesuffix(".md")


class PolicyNames:
    """Policies by file name, id, path, 发文字号 or title; a shared file name needs its year."""

    def __init__(self, policies: Iterable[Policy]) -> None:
        self._by_name: dict[str, list[Policy]] = defaultdict(list)
        #: what a notice prints, by the title it has inside; only where nothing is called so itself
        self._printed: dict[str, list[Policy]] = defaultdict(list)
        for policy in policies:
            for name in sorted(self._names(policy)):
                self._by_name[name].append(policy)
            if printed := _PRINTED.search(policy.title):
                self._printed[printed[1]].append(policy)

    @staticmethod
    def _names(policy: Policy) -> set[str]:
        names = {policy.slug, policy.id, policy.source.path, policy.title}
        names.add(policy.id.removeprefix("policies/"))
        return names | numbers(policy.number)

    def all(self, name: str) -> list[Policy]:
        """Every policy the name may mean: none, one, or several."""
        text = _cited(name)
        for form in (text, plain(text), text + ".md", *map(plain, parts(text))):
            if form in self._by_name:
                return self._by_name[form]
        return self._printed.get(text, [])

    def find(self, name: str) -> Policy | None:
        """The one policy meant, or None when there is none or more than one."""
        found = self.all(name)
        return found[0] if len(found) == 1 else None

    def known(self) -> list[str]:
        return list(self._by_name)


class EntryNumbers:
    """Catalogue entries by 编号."""

    def __init__(self, entries: Iterable[CatalogueEntry]) -> None:
        self.claims: dict[str, list[CatalogueEntry]] = defaultdict(list)
        for entry in entries:
            self.claims[entry.number].append(entry)

    def find(self, number: str) -> CatalogueEntry | None:
        found = self.claims.get(number.strip())
        return found[0] if found else None

    def known(self) -> list[str]:
        return list(self.claims)


class RecordNames:
    """Content records of any type by id, path, file name or title; a shared name needs the longer form."""

    def __init__(self, records: Iterable[ContentRecord]) -> None:
        self._by_name: dict[str, list[ContentRecord]] = defaultdict(list)
        for record in records:
            number = getattr(record, "number", None)
            names = {record.id, record.source.path}
            if record.LANGUAGE == ContentRecord.LANGUAGE:
                # a translation may have its original's file name: that means the original
                names |= {record.slug, record.name}
            for name in sorted(names | numbers(number)):
                self._by_name[name].append(record)

    def all(self, name: str) -> list[ContentRecord]:
        """Every record the name may mean: none, one, or several."""
        text = name.strip().removeprefix("《").removesuffix("》").removesuffix(".md").removeprefix("content/")
        for form in (text, plain(text), name.strip()):
            if form in self._by_name:
                return self._by_name[form]
        return []

    def find(self, name: str) -> ContentRecord | None:
        """The one record meant, or None when there is none or more than one."""
        found = self.all(name)
        return found[0] if len(found) == 1 else None

    def known(self) -> list[str]:
        return list(self._by_name)
