"""``city.yml`` → which columns a city has, where their content is, and at which revision."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai.common.problems import Key, Problem
from gongkai.load.document import Raw
from gongkai.load.yaml.text import Reading, read_yaml

_SLUG = re.compile(r"[a-z][a-z0-9-]{0,40}")
#: what the portal has at its own address
_TAKEN = frozenset({"data", "feeds", "figures", "policies", "search", "columns"})
_REMOTE = re.compile(r"(?:https?|ssh|git|file)://|[\w.-]+@[\w.-]+:")
_NEEDED = {"名称", "网址", "主办单位", "栏目"}
_OF_COLUMN = {"代号", "名称", "来源"}
_MAY = {"版本", "上线网址"}


@dataclass(frozen=True)
class Source:
    """A column: its name in addresses and in words, where its content is, at which revision."""

    slug: str
    name: str
    #: a folder, or the address of a Git repository
    place: str
    #: a Git revision; empty: the folder as it stands
    revision: str = ""
    #: where readers find it, when that is not below the city's address
    address: str = ""

    @property
    def remote(self) -> bool:
        """True for a repository that is not a folder here."""
        return bool(_REMOTE.match(self.place))


@dataclass(frozen=True)
class City:
    """A city and its columns."""

    name: str
    organiser: str
    address: str
    columns: tuple[Source, ...]


def read(path: Path) -> tuple[City | None, list[Problem]]:
    """The city of a file, or what is wrong in it, each at its line."""
    reading = read_yaml(path.read_text("utf-8-sig"), path.name)
    faults = _Faults(path.name, reading)
    whole = reading.data
    if reading.problems or not isinstance(whole, Mapping):
        if not reading.problems:
            faults.add((), "不是若干行“键: 值”", "照 docs/city.md 的样例写")
        return None, [*reading.problems, *faults.found]
    faults.keys(whole, (), _NEEDED, set())
    listed = whole.get("栏目")
    columns = listed if isinstance(listed, Sequence) and not isinstance(listed, str) else []
    if not columns and "栏目" in whole:
        faults.add(("栏目",), "没有列出栏目", "每个栏目写一项：代号、名称、来源")
    found = [_source(each, number, path, faults) for number, each in enumerate(columns)]
    _once([each for each in found if each], faults)
    address = _text(whole, "网址")
    if address and not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?/", address):
        faults.add(("网址",), f"“{address}”不是以 / 结尾的网址", "写成 https://www.example.gov.cn/city/")
    if faults.found:
        return None, faults.found
    return City(_text(whole, "名称"), _text(whole, "主办单位"), address, tuple(filter(None, found))), []


class _Faults:
    """Collects what is wrong, each at its line."""

    def __init__(self, path: str, reading: Reading) -> None:
        self._path, self._places = path, reading.places
        self.found: list[Problem] = []

    def add(self, at: tuple[Key, ...], message: str, fix: str) -> None:
        line, column = next(
            (self._places[at[:n]] for n in range(len(at), -1, -1) if at[:n] in self._places), (1, 1)
        )
        self.found.append(
            Problem("city", self._path, message, fix, name="全市的栏目", at=at, line=line, column=column)
        )

    def keys(self, written: Mapping[str, Raw], at: tuple[Key, ...], needed: set[str], more: set[str]) -> None:
        """Keys that are missing, and such as there are none."""
        for key in sorted(needed - set(written)):
            self.add(at, f"缺少“{key}”", f"加一行 {key}: …")
        for key in sorted(set(written) - needed - more):
            self.add((*at, key), f"没有“{key}”这个键", f"可以写的：{'、'.join(sorted(needed | more))}")
        for key in sorted((needed & set(written)) - {"栏目"}):
            if not _text(written, key):
                self.add((*at, key), f"“{key}”是空的", f"在 {key}: 后面写上")


def _text(written: Mapping[str, Raw], key: str) -> str:
    found = written.get(key)
    return found.strip() if isinstance(found, str) else ""


def _source(each: Raw, number: int, path: Path, faults: _Faults) -> Source | None:
    at: tuple[Key, ...] = ("栏目", number)
    if not isinstance(each, Mapping):
        faults.add(at, "这一项不是“键: 值”", "写代号、名称、来源")
        return None
    faults.keys(each, at, _OF_COLUMN, _MAY)
    slug, place = _text(each, "代号"), _text(each, "来源")
    if slug and (not _SLUG.fullmatch(slug) or slug in _TAKEN):
        faults.add(
            (*at, "代号"), f"“{slug}”不能作代号", "小写字母开头，只用小写字母、数字和 -，不用 data、feeds 等"
        )
    found = Source(slug, _text(each, "名称"), place, _text(each, "版本"), _text(each, "上线网址"))
    if place and not found.remote:
        folder = (path.parent / place).resolve()
        if not folder.is_dir():
            faults.add((*at, "来源"), f"没有这个文件夹：{folder}", "写内容所在的文件夹，或 Git 仓库的网址")
        return Source(slug, found.name, str(folder), found.revision, found.address)
    if found.remote and not found.revision:
        faults.add(at, "从仓库取的没有写“版本”", "写分支、标签或提交，如 版本: main")
    return found


def _once(columns: Sequence[Source], faults: _Faults) -> None:
    slugs = [each.slug for each in columns]
    for number, slug in enumerate(slugs):
        if slug in slugs[:number]:
            faults.add(("栏目", number, "代号"), f"代号“{slug}”用了两次", "每个栏目用自己的代号")
