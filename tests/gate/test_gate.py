"""What may not leave: a marker in every text of every type, closed, draft, of a later day, embargoed.

The markers are planted in records, not in files, so that no field has to be listed: a new type
or a new field is planted as soon as it is there.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from gongkai import gate, pipeline
from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, a_policy
from gongkai.load import load
from gongkai.records import record_types
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.parts import Part
from gongkai.records.fields.values import ShownFrom
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Disclosure
from gongkai.release.unpacked import everything
from gongkai.settings import PROJECT, Settings

GOOD = PROJECT / "tests/sites/good"
LATER = dt.date(2027, 9, 9)
HIDDEN = {"draft", "later", "embargo"}
#: what readers have of a closed policy: written out, so that nobody lets more out by the way
TOLD = {
    *("标题", "索引号", "体裁", "发文机关", "发文字号", "不公开理由", "公开事项"),
    *("修改·文件", "废止·文件", "部分废止·文件", "替代·文件"),
}


class Markers:
    """Gives a word of letters for every text it is asked for, and knows where each was put."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}
        self._words = ("zq" + "".join(each) + "qz" for each in itertools.product("bcdfghjk", repeat=5))

    def put(self, place: str) -> str:
        word = next(self._words)
        self.places[word] = place
        return word

    def mark(self, part: Any, place: str, *, embargo: bool = False) -> Any:
        """The part with a marker in every text; with ``embargo`` only where readers see it later."""
        changed: dict[str, Any] = {}
        later = embargo and part.SHOWN_FROM is not None
        if later:
            changed[part.SHOWN_FROM] = LATER
        for name, info in type(part).model_fields.items():
            day = next((each.day for each in info.metadata if isinstance(each, ShownFrom)), None)
            if embargo and day:
                changed[day] = LATER
            inside = embargo and not later and not day
            value = self._marked(getattr(part, name), f"{place}·{info.alias or name}", embargo=inside)
            changed.setdefault(name, value)
        return part.model_copy(update=changed)

    def _marked(self, value: Any, place: str, *, embargo: bool) -> Any:
        if isinstance(value, Part):
            return self.mark(value, place, embargo=embargo)
        if isinstance(value, tuple):
            return tuple(self._marked(each, place, embargo=embargo) for each in value)
        if isinstance(value, str) and not isinstance(value, Enum) and not embargo:
            return f"{value}{self.put(place)}"
        return value


def placed(record: Record, whole: Record, name: str, body: str) -> Record:
    """The copy stands in a file of its own beside the original's, with a text."""
    source = whole.source
    path = f"{source.path.rpartition('.')[0]}-{name}.{source.path.rpartition('.')[2]}"
    return record.placed(replace(source, path=path, key=f"{source.key}-{name}", body=body, body_line=2))


def postponed(part: Any) -> Any:
    """The part with every day in it moved to a later one."""
    if isinstance(part, dt.date):
        return LATER
    if isinstance(part, tuple):
        return tuple(map(postponed, part))
    if isinstance(part, Part):
        return part.model_copy(update={name: postponed(value) for name, value in part})
    return part


def copies(record: ContentRecord, markers: Markers) -> Iterator[Record]:
    """The record as a draft, of a later day, closed and embargoed, a marker in every text."""

    def copy(state: str, **changes: Any) -> Record:
        label = f"{state} {record.LABEL}"
        marked = markers.mark(record.model_copy(update=changes), label)
        return placed(marked, record, state, f"正文{markers.put(f'{label}·（正文）')}。")

    yield copy("draft", draft=True)
    yield copy("later", **dict(postponed(record)))
    if isinstance(record, Policy):
        yield copy("closed", disclosure=Disclosure.CLOSED, closed_reason="内部事务信息")
        yield copy("on-request", disclosure=Disclosure.ON_REQUEST, closed_reason="商业秘密")
    if isinstance(record, Meeting):
        topics = tuple(topic.model_copy(update={"open": False}) for topic in record.agenda)
        marked = tuple(markers.mark(topic, "closed 议题") for topic in topics)
        named = record.model_copy(update={"title": "另一次会议", "agenda": marked})
        yield placed(named, record, "closed", "会议安排。")
    embargoed = markers.mark(record, f"embargo {record.LABEL}", embargo=True)
    if embargoed != record:
        yield placed(embargoed, record, "embargo", record.body)


def planted(checked: pipeline.Checked, markers: Markers) -> pipeline.Checked:
    """The good column with all these copies, a waiver for each hidden one and a finding in it."""
    whole = checked.register
    records = list(whole.every)
    problems = []
    for record in whole.content:
        for copy in copies(record, markers):
            records.append(copy)
            path, row = copy.source.path, copy.source.row
            told = f"{copy.name}：{copy.body}" if isinstance(copy, Policy) else copy.id
            problems.append(Problem("freshness", path, told, "改", level=Level.NOTICE, row=row))
    draft = next(each for each in records if each.source.path.endswith("yanglao-draft.md"))
    waiver = markers.mark(whole.waivers[0], "draft 豁免").model_copy(update={"record": draft.source.path})
    records.append(placed(waiver, whole.waivers[0], "draft", ""))
    datasets = {each.id: whole.tables_of(each) for each in whole.everything(Dataset)}
    register = Register(records, whole.today, whole.column, files=whole.files, tables=datasets)
    found = tuple(problems)
    return replace(checked, register=register, problems=found, waived=found, used=frozenset())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Markers, pipeline.Checked, dict[str, str]]:
    """The planted column through the real build, search index too: its markers and all its texts."""
    site = tmp_path_factory.mktemp("gate") / "site"
    markers, caught = Markers(), []
    check = pipeline.check

    def plant(settings: Settings, **how: Any) -> pipeline.Checked:
        caught.append(planted(check(settings, **how), markers))
        return caught[0]

    before = os.umask(0o022)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "check", plant)
        patch.setenv("GONGKAI_ROOT", str(GOOD))
        patch.setenv("GONGKAI_DATE", "2026-11-21")
        build(load_config(str(PROJECT / "mkdocs.yml"), site_dir=str(site)))
    os.umask(before)
    return markers, caught[0], dict(everything(site))


def found_in(built: tuple[Markers, pipeline.Checked, dict[str, str]]) -> dict[str, str]:
    """Place of a marker → the first file it is in."""
    markers, _, texts = built
    met = {word: name for name, text in texts.items() for word in re.findall("zq[b-k]{5}qz", text)}
    return {markers.places[word]: name for word, name in met.items()}


@pytest.fixture
def small_tree(tmp_path, identity):
    """Files → their Register."""

    def make(files):
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        return Register(validate(load(tmp_path).documents).records, dt.date(2026, 11, 21), identity)

    return make


def parts(kind: type[Part] = Part) -> set[type[Part]]:
    """Every group of fields there is."""
    return {kind}.union(*(parts(each) for each in kind.__subclasses__()))


def test_every_type_was_planted_in_every_state(built):
    _, checked, _ = built
    kinds = {kind for kind in record_types() if issubclass(kind, ContentRecord)}
    paths = {kind: [each.source.path for each in checked.register.everything(kind)] for kind in kinds}
    for state in ("-draft.", "-later."):
        assert {kind for kind, named in paths.items() if any(state in path for path in named)} == kinds
    states = {place.split()[0] for place in built[0].places.values()}
    assert states == {*HIDDEN, "closed", "on-request"}


def test_nothing_of_drafts_and_later_days_and_embargoed_parts_is_anywhere(built):
    leaked = {place: name for place, name in found_in(built).items() if place.split()[0] in HIDDEN}
    assert leaked == {}


def test_of_what_is_closed_only_what_may_be_told_is_there(built):
    closed = {place: name for place, name in found_in(built).items() if place.split()[0] not in HIDDEN}
    told = {place.split("政策文件·")[-1] for place in closed if "政策文件" in place}
    assert told <= TOLD
    assert {"标题", "发文字号", "不公开理由"} <= told
    assert {place for place in closed if "议题" in place} <= {
        "closed 议题·不公开理由",
        "closed 议题·承办单位",
    }


def test_readers_of_a_closed_document_are_told_why_and_how_to_ask(built):
    _, _, texts = built
    page = texts["policies/2026/yanglao-on-request/index.html"]
    assert "这份文件依申请公开" in page and "商业秘密" in page
    assert "这份文件不予公开" in texts["policies/2026/yanglao-closed/index.html"]
    meeting = texts["meetings/2026/changwuhui-46-closed/index.html"]
    assert "不公开的议题" in meeting


def test_no_file_of_a_hidden_record_is_named(built):
    assert [name for name in built[2] if "-draft" in name or "-later" in name] == []


def test_what_a_closed_part_cannot_be_without_is_told_or_has_words_instead():
    """A required field that is withheld would leave the part without a value its readers count on."""
    closing = [part for part in parts() if part.closed is not Part.closed]
    assert {part.__name__ for part in closing} >= {"Policy", "Agenda"}
    for part in closing:
        required = {name for name, info in part.model_fields.items() if info.is_required()}
        assert required <= part.TOLD | part.INSTEAD.keys()


def test_what_repeats_a_closed_document_does_not_leave(small_tree):
    files = a_policy(body="", 公开属性="不予公开", 不公开理由="内部事务信息")
    released = gate.released(small_tree({**CLEAN, **files}))
    assert [each.slug for each in released.policies] == ["yanglao"]
    assert released.interpretations == []


def test_the_face_of_what_is_open_keeps_everything_but_how_it_was_reviewed(small_tree):
    whole = small_tree(CLEAN)
    for face, record in zip(gate.released(whole).policies, whole.policies, strict=True):
        assert face.model_dump(exclude={"review"}) == record.model_dump(exclude={"review"})
        assert face.body == record.body and face.review is None and record.review is not None


@pytest.mark.parametrize(("day", "gone"), [("2026-11-22", False), ("2026-11-21", True)])
def test_what_is_to_be_withdrawn_leaves_until_its_day_and_so_does_what_repeats_it(small_tree, day, gone):
    row = f"- {{地址: policies/2026/yanglao/, 撤下日期: {day}, 理由: 内容有误, 说明: 作废}}\n"
    released = gate.released(small_tree({**CLEAN, "data/addresses/moved.yml": row}))
    left = [each.slug for each in (*released.policies, *released.interpretations)]
    assert left == ([] if gone else ["yanglao", "yanglao-jiedu"])
    assert [each.note for each in released.moved] == (["作废"] if gone else [])


@pytest.mark.parametrize(("day", "left"), [("2026-11-22", ["files/a.txt"]), ("2026-11-21", [])])
def test_a_file_to_be_withdrawn_leaves_until_its_day(small_column, day, left):
    row = f"- {{地址: files/a.txt, 撤下日期: {day}, 理由: 内容有误}}\n"
    register = small_column({"data/addresses/moved.yml": row, "content/files/a.txt": "名单"})
    assert [*gate.released(register).files] == left


def test_a_waiver_leaves_unless_anything_it_may_mean_is_hidden(small_column):
    text = "规则: date-order\n对象: {name}\n理由: 无\n批准人: 办公室\n有效期至: 2027-12-31\n"
    hidden = "---\n标题: 草稿\n单位: 区民政局\n发布日期: 2025-10-12\n草稿: 是\n---\n正文。\n"
    files = {
        "content/items/minzheng-ju/2025/jiuzhu.md": hidden,
        "data/waivers/liang.yml": text.format(name="jiuzhu"),
        "data/waivers/jia.yml": text.format(name="content/meetings"),
    }
    assert [each.slug for each in gate.released(small_column(files)).waivers] == ["jia"]
