"""The documentation is what the code says: compared as committed, and tried out."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gongkai.desk import cli, reference
from gongkai.desk.reference import example_trial, fields, rules, schema, templates
from gongkai.law import checking
from gongkai.law.example import TODAY
from gongkai.law.shipped import shipped
from gongkai.load import load
from gongkai.load.rules import NAMES
from gongkai.records import description as model
from gongkai.records import record_types
from gongkai.records.base import Record
from gongkai.records.vocabulary import terms
from gongkai.settings import PROJECT

TYPES = sorted(record_types(), key=lambda each: each.TYPE)
#: what makes a key of a template wait
WAITING = re.compile(r"^# (?!yaml-language-server)(?=\s*(?:- )?[^\s：:，；]+:(?:\s|$))", re.MULTILINE)
each_type = pytest.mark.parametrize("record_type", TYPES, ids=lambda each: each.TYPE)


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return reference.documents(cli.parser())


def test_the_committed_files_are_what_the_code_says(made: dict[str, str]) -> None:
    assert reference.stale(made) == [], "运行 scripts/reference，把改动一并提交"


def test_what_is_behind_missing_or_left_over_is_told_and_mended(tmp_path: Path, made: dict[str, str]) -> None:
    assert reference.write(made, tmp_path) == sorted(made)
    assert reference.stale(made, tmp_path) == []
    (tmp_path / "docs/fields.md").write_bytes(b"\xff")
    (tmp_path / "docs/schema/unit.json").unlink()
    (tmp_path / "docs/templates/gone.yml").write_text("以前的种类")
    told = ["docs/fields.md", "docs/schema/unit.json", "docs/templates/gone.yml"]
    assert reference.stale(made, tmp_path) == told
    assert reference.write(made, tmp_path) == told
    assert reference.stale(made, tmp_path) == []
    assert not (tmp_path / "docs/templates/gone.yml").exists()


@pytest.mark.slow
@pytest.mark.night
def test_the_command_says_the_same_in_other_surroundings(tmp_path: Path) -> None:
    surroundings = {
        "PYTHONPATH": str(PROJECT / "hooks"),
        "PYTHONHASHSEED": "7",
        "LC_ALL": "C",
        "TZ": "America/Lima",
    }
    outcome = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "gongkai", "reference", "--check"],
        cwd=tmp_path,
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
    )
    assert (outcome.returncode, outcome.stdout) == (0, "生成的文件都是最新的\n"), outcome.stderr


def test_the_command_only_compares_when_asked_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reference, "documents", lambda parser: {"docs/fields.md": parser.prog})
    monkeypatch.setattr(reference, "stale", sorted)
    monkeypatch.setattr(reference, "write", lambda _: ["docs/rules.md"])
    assert cli.main(["reference", "--check"]) == 1
    assert capsys.readouterr().out == "不是最新：docs/fields.md\n"
    assert cli.main(["reference"]) == 0
    assert capsys.readouterr().out == "已更新：docs/rules.md\n"


@each_type
def test_every_key_of_every_type_is_explained(record_type: type[Record], made: dict[str, str]) -> None:
    section = made["docs/fields.md"].split(f'<a id="{record_type.TYPE}"></a>')[1].split("<a id=")[0]
    explained = {value.key: value for value in model.values(record_type)}
    for info in record_type.model_fields.values():
        row = next(line for line in section.splitlines() if line.startswith(f"| `{info.alias}` |"))
        assert ("| 是 |" in row) == info.is_required()
        assert (info.description or "") in row or explained[str(info.alias)].says_choices
    assert record_type.EXAMPLE in section
    assert fields.fault(record_type).as_text() in section


@pytest.mark.parametrize("name", sorted(checking.rules()))
def test_every_rule_is_explained_with_what_it_says(name: str, made: dict[str, str]) -> None:
    section = made["docs/rules.md"].split(f'<a id="{name}"></a>')[1].split("<a id=")[0]
    standard = shipped().standards[name]
    for part in (
        "**看什么**：",
        "**怎样算错**：",
        "**怎样改**：",
        f"## {standard.title}",
        str(standard.level),
    ):
        assert part in section
    for basis in standard.bases:
        assert str(basis) in section
    for parameter, value in standard.parameters.items():
        assert f"{parameter} = {value}" in section
    assert checking.rules()[name].example.message in section
    assert f"[{standard.title} {name}]" in section


def test_the_rules_of_reading_are_listed(made: dict[str, str]) -> None:
    for rule, name in NAMES.items():
        assert f"| {name} | `{rule}` |" in made["docs/rules.md"]


def test_every_word_of_a_closed_list_is_in_the_glossary(made: dict[str, str]) -> None:
    for term in terms():
        section = made["docs/glossary.md"].split(f'<a id="{term.__name__.lower()}"></a>')[1]
        for word in term:
            assert f"| {word.value} | `{word.slug}` |" in section


def test_links_between_the_pages_lead_somewhere(made: dict[str, str]) -> None:
    pages = {path.removeprefix("docs/"): text for path, text in made.items() if path.endswith(".md")}
    for name in ("fields.md", "rules.md", "glossary.md"):
        for target in re.findall(r"\]\(([^)]+)\)", pages[name]):
            page, _, anchor = target.partition("#")
            if page.endswith("/"):
                assert any(path.startswith(page) for path in pages), target
            else:
                assert not anchor or f'<a id="{anchor}"></a>' in pages[page or name], target


@each_type
def test_a_template_passes_as_it_is(record_type: type[Record]) -> None:
    assert example_trial.record_problems(record_type, _template(record_type)) == []


@each_type
def test_a_template_s_waiting_keys_are_keys_of_the_type_and_must_be_filled(record_type: type[Record]) -> None:
    """Taken into use all at once: read without fault, no unknown key, and each one left empty is refused."""
    text = WAITING.sub("", _template(record_type))
    lines = [*text.splitlines(), ""]
    empty = {number for number, line in enumerate(lines, 1) if re.search(r"[^\s#]:(?:  # .*)?$", line)}
    groups = {number for number in empty if _indent(lines[number]) > _indent(lines[number - 1])}
    found = example_trial.record_problems(record_type, text)
    assert {problem.rule for problem in found} <= {"field-value"}, found
    # of a list whose only item cannot be read, the list is told too
    lists = {number for number in groups | _filled(lines) if lines[number].lstrip().startswith("- ")}
    assert {problem.line for problem in found} - lists == empty - groups


def _filled(lines: list[str]) -> set[int]:
    """The keys of the example that have others below them."""
    return {number for number, line in enumerate(lines, 1) if line.endswith(":")}


@each_type
def test_the_schema_takes_the_example_and_refuses_the_wrong_one(
    record_type: type[Record], tmp_path: Path
) -> None:
    wanted = json.loads(json.dumps(schema.of_type(record_type)))
    assert list(_faults(wanted, _data(tmp_path / "good", record_type, record_type.EXAMPLE))) == []
    assert list(_faults(wanted, _data(tmp_path / "bad", record_type, record_type.EXAMPLE_BAD))) != []


def test_the_schemas_know_numbers_lists_and_short_forms() -> None:
    policy = schema.of_type(next(each for each in TYPES if each.TYPE == "policy"))["properties"]
    assert (
        list(_faults(policy["发文机关"], "区民政局")) == list(_faults(policy["发文机关"], ["甲", "乙"])) == []
    )
    assert list(_faults(policy["废止"], ["示民发〔2020〕1号", {"文件": "示民发〔2020〕2号"}])) == []
    assert list(_faults(policy["索引号"], 2026)) == []
    assert list(_faults(policy["标题"], "长" * 121)) != []
    assert list(_faults(policy["附件"], "申请表")) != []
    address = schema.of_type(next(each for each in TYPES if each.TYPE == "address"))["items"]["properties"]
    assert list(_faults(address["转到"], "/policies/")) != []


def test_patterns_are_written_for_programs_in_other_languages(made: dict[str, str]) -> None:
    for path, text in made.items():
        if path.startswith("docs/schema/"):
            assert "(?P<" not in text
            assert "\\\\Z" not in text


def test_own_keys_come_before_shared_ones() -> None:
    keys = [value.key for value in model.values(next(each for each in TYPES if each.TYPE == "page"))]
    assert keys.index("更新日期") < keys.index("摘要")


def test_the_wrong_example_of_a_rule_speaks_on_its_own_day() -> None:
    rule = next(each for each in checking.rules().values() if each.example.today != TODAY)
    assert rule.example.message in rules.message(rule).message


def _indent(line: str) -> int:
    found = re.match(r" *(?:- )?", line)
    assert found
    return found.end()


def _template(record_type: type[Record]) -> str:
    made = templates.files()
    return next(
        text for path, text in made.items() if path.rsplit("/", 1)[-1].startswith(f"{record_type.TYPE}.")
    )


def _data(root: Path, record_type: type[Record], text: str) -> Any:
    path = root / example_trial.sample_path(record_type)
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return load(root).documents[0].data


KINDS = {"string": str, "number": int, "null": type(None), "array": list, "object": dict}
CHECKED = {
    *("type", "enum", "anyOf", "pattern", "minLength", "maxLength"),
    *("properties", "required", "additionalProperties", "items", "minItems"),
}
ABOUT = {"$schema", "title", "description", "default"}


def _faults(wanted: dict[str, Any], value: Any) -> Iterator[str]:
    """What JSON Schema says of a value, for the words these schemas use."""
    assert wanted.keys() <= CHECKED | ABOUT, wanted.keys() - CHECKED - ABOUT
    if "anyOf" in wanted and not any(not list(_faults(each, value)) for each in wanted["anyOf"]):
        yield "anyOf"
    if "enum" in wanted and value not in wanted["enum"]:
        yield "enum"
    types = wanted.get("type", list(KINDS))
    if not isinstance(value, tuple(KINDS[kind] for kind in ([types] if isinstance(types, str) else types))):
        yield "type"
    readers: dict[type, Any] = {str: _text_faults, list: _list_faults, dict: _group_faults}
    inside = readers.get(type(value))
    yield from inside(wanted, value) if inside else ()


def _text_faults(wanted: dict[str, Any], value: str) -> Iterator[str]:
    if not re.search(wanted.get("pattern", ""), value, re.ASCII):
        yield "pattern"
    if not wanted.get("minLength", 0) <= len(value) <= wanted.get("maxLength", 10**6):
        yield "length"


def _list_faults(wanted: dict[str, Any], value: list[Any]) -> Iterator[str]:
    if len(value) < wanted.get("minItems", 0):
        yield "minItems"
    for each in value:
        yield from _faults(wanted.get("items", {}), each)


def _group_faults(wanted: dict[str, Any], value: dict[str, Any]) -> Iterator[str]:
    yield from (f"missing {key}" for key in wanted.get("required", []) if key not in value)
    for key, each in value.items():
        more = wanted.get("properties", {}).get(key, wanted.get("additionalProperties", {}))
        yield from [f"unknown {key}"] if more is False else _faults(more, each)
