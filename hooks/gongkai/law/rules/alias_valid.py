"""通俗说法须用得上。

看什么：data/aliases/ 里的每一项，群众搜索时写的话和栏目里的话。
怎样算错：一个说法写了两次；说法和正式的话一样；说法就是一个单位的名称，正式的话却不是这个单位；
正式的话栏目里一处也没有（只提示：搜这个说法仍然什么也找不到）。
怎样改：重复的合成一项；一样的、说错单位的删去；栏目里没有的，换成标题和正文里实际用的话。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.law.shared.field_texts import field_texts
from gongkai.law.shared.nearest import shown
from gongkai.records.base import Record
from gongkai.records.types.alias import Alias
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.standard import Standard

_FILE = "data/aliases/shili.yml"
_GOOD = "- 说法: [民政处电话]\n  正式: [养老服务]\n"
EXAMPLE = Example(
    good={**CLEAN, _FILE: _GOOD},
    bad={_FILE: "- 说法: [民政处电话, 养老服务]\n  正式: [养老服务]\n"},
    message="说法“养老服务”和正式的话一样",
    edges=(
        Edge(
            "栏目里没有“养老服务补助”",
            {_FILE: _GOOD},
            {_FILE: _GOOD.replace("[养老服务]", "[养老服务补助]")},
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Alias)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    aliases = register.everything(Alias)
    said: dict[str, Alias] = {}
    absent = _absent(register, [word for alias in aliases for word in alias.official])
    for alias in aliases:
        for place, word in enumerate(alias.words):
            yield from _word(register, rule, alias, place, said)
            said.setdefault(_plain(word), alias)
        for place, word in enumerate(alias.official):
            if word in absent:
                message = f"栏目里没有“{shown(word)}”，搜这些说法不会多找到什么"
                fix = "换成标题和正文里实际用的话；内容还没有公布的，公布时再写"
                yield rule.problem(alias, ("正式", place), message, fix, Level.NOTICE)


def _word(
    register: Register, rule: Standard, alias: Alias, place: int, said: dict[str, Alias]
) -> Iterator[Problem]:
    """What is wrong with one of the words people type; ``said`` has those before it."""
    word = alias.words[place]
    at = ("说法", place)
    if first := said.get(_plain(word)):
        where = "这一项里" if first is alias else f"在 {_where(first)} 已经"
        yield rule.problem(alias, at, f"说法“{shown(word)}”{where}写过", "只留一处；正式的话合在那一处")
    if _plain(word) in map(_plain, alias.official):
        yield rule.problem(alias, at, f"说法“{shown(word)}”和正式的话一样", "删去：照正式的话本来就找得到")
    unit = register.unit(word)
    if unit and unit.name == word and unit not in map(register.unit, alias.official):
        message = f"“{shown(word)}”是一个单位的名称（{unit.source.path}），正式的话却不是它"
        yield rule.problem(alias, at, message, f"删去，或在“正式”里写上“{unit.label}”")


def _where(alias: Alias) -> str:
    row = "" if alias.source.row is None else f" 第{alias.source.row + 1}项"
    return f"{alias.source.path}{row}"


def _plain(word: str) -> str:
    return "".join(word.split()).lower()


def _absent(register: Register, words: Iterable[str]) -> set[str]:
    """Those that stand in no text of any record; looked for record by record until all are found."""
    left = {word: _plain(word) for word in words}
    for record in register.every:
        if not left:
            break
        if isinstance(record, Alias):
            continue
        texts = (text for _, text in field_texts(record))
        text = _plain("\n".join([record.body, *texts, *_rows(register, record)]))
        left = {word: plain for word, plain in left.items() if plain not in text}
    return set(left)


def _rows(register: Register, record: Record) -> Iterator[str]:
    """The words by which rows of a dataset are narrowed, by which a search finds it."""
    for file in register.tables_of(record) if isinstance(record, Dataset) else ():
        for values in file.facets.values():
            yield from values
