"""公开主体 as a 标准目录 words it → units of the column; 县级民政部门 is what somebody says it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk.intake import units
from gongkai.desk.intake.catalogue_cells import one_line
from gongkai.desk.intake.catalogue_sheet import Entry
from gongkai.desk.word.blocks import Told


@dataclass
class Placing:
    """Whose an entry is: ``whole`` leads all of a workbook, ``who`` says which unit a wording means."""

    register: Register
    whole: str = ""
    who: Mapping[str, str] = field(default_factory=dict)
    _found: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in filter(None, (self.whole, *self.who.values())):
            if self.register.unit(name) is None:
                raise EnvironmentProblem(f"data/units/ 里没有单位“{name}”：写单位的名称或简称")
        if self.whole and (unit := self.register.unit(self.whole)):
            self.whole = unit.name

    def of(self, entry: Entry) -> tuple[list[str], list[str]]:
        """The units that publish an entry, and words that name none."""
        found, others = [], []
        for words in entry.publishers:
            known = self._known(words)
            found += known
            others += [] if known else [one_line(words)]
        return list(dict.fromkeys(found)) or ([self.whole] if self.whole else []), others

    def _known(self, words: str) -> list[str]:
        """The unit of a wording, or the units that stand in it line by line."""
        whole = self._unit("".join(words.split()))
        parts = [self._unit(each) for each in words.split()]
        return [whole] if whole else parts if all(parts) else []

    def _unit(self, words: str) -> str:
        if words not in self._found:
            self._found[words] = units.known(self.register, self.who.get(words, words))
        return self._found[words]


def nobodys(entries: Iterable[Entry], placing: Placing) -> Iterable[Told]:
    """Words of 公开主体 in entries that are left without any unit, each once."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        publishers, others = placing.of(entry)
        for words in () if publishers else others or ("",):
            found.setdefault(words, []).append(entry)
    for words, left in found.items():
        how = f"加 --who {words or '说法'}=单位 写明是哪个单位，或加 --unit 写明整张表由谁负责"
        why = (
            f"公开主体里的这个说法不是本栏目的单位（{len(left)} 项）：{how}"
            if words
            else f"公开主体空着：{how}"
        )
        yield Told(left[0].place, why, words)


def kept(entries: Iterable[Entry], placing: Placing) -> Iterable[Told]:
    """Words of 公开主体 that are kept as words, each once."""
    seen: dict[str, str] = {}
    for entry in entries:
        for words in placing.of(entry)[1]:
            seen.setdefault(words, entry.place)
    for words, place in seen.items():
        yield Told(place, "公开主体里的这个说法不是本栏目的单位，照原文写进“其他责任单位”", words)
