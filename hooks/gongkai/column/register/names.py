"""Any name an editor may write → the unit, policy or catalogue entry it means."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from gongkai.column.register.lookups import EntryNumbers, PolicyNames, RecordNames, UnitNames
from gongkai.column.register.records import Records
from gongkai.column.validate import Broken
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit


class NamedRecords(Records):
    """Records that can be found by name; ``broken`` files are known by theirs."""

    def __init__(self, records: Iterable[Record], today: dt.date, broken: Iterable[Broken]) -> None:
        super().__init__(records, today)
        self.broken = tuple(broken)
        self._unit_names = UnitNames(self.units)
        self._policy_names = PolicyNames(self.everything(Policy))
        self._entries = EntryNumbers(self.catalogue)

    def unit(self, name: str) -> Unit | None:
        """The unit of that name, short name, former name or file name."""
        return self._unit_names.find(name)

    def policy(self, name: str) -> Policy | None:
        """The one policy meant by a file name, id, 发文字号 or title, public or not."""
        return self._policy_names.find(name)

    def _public_policy(self, name: str) -> Policy | None:
        found = self.policy(name)
        return found if found and found.is_public(self.today) else None

    def record(self, name: str) -> ContentRecord | None:
        """The one content record of any type meant by an id, file name, title or number, public or not."""
        return self.record_names.find(name)

    @cached_property
    def record_names(self) -> RecordNames:
        return RecordNames(self.content)

    def entry(self, number: str) -> CatalogueEntry | None:
        return self._entries.find(number)

    @property
    def unit_names(self) -> UnitNames:
        return self._unit_names

    @property
    def policy_names(self) -> PolicyNames:
        return self._policy_names

    @property
    def entry_numbers(self) -> EntryNumbers:
        return self._entries

    def is_broken(self, record_type: type[Record], name: str) -> bool:
        """True when a name may mean a file that is itself faulty: then it is not reported twice."""
        return name in self._broken_names.get(record_type, set())

    @cached_property
    def _broken_names(self) -> dict[type[Record], set[str]]:
        names: dict[type[Record], set[str]] = defaultdict(set)
        for each in self.broken:
            slug = each.key.rsplit("/", 1)[-1]
            written = [each.data.get(key) for key in ("标题", "发文字号", "名称", "简称", "曾用名", "编号")]
            flat = [n for value in written for n in (value if isinstance(value, list) else [value])]
            names[each.record_type].update({slug, each.key}, (n for n in flat if isinstance(n, str)))
        return names
