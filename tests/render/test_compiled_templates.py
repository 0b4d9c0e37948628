"""Templates are compiled once; what is kept of them does no harm whatever becomes of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import jinja2
import pytest

from gongkai.render.frame.compiled import CompiledTemplates, compiled_templates


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def rendered(kept: Path, text: str, language: str = "zh", **filters: Any) -> tuple[str, int]:
    """What a template gives, and how often something was compiled for it."""
    made = jinja2.Environment(
        loader=jinja2.DictLoader({"page.html": text}), bytecode_cache=CompiledTemplates(kept, language)
    )
    made.filters.update(filters)
    compiled: list[Any] = []
    compile_it = made.compile
    made.compile = lambda *words, **named: compiled.append(words) or compile_it(*words, **named)  # type: ignore[assignment, method-assign, func-returns-value]
    return made.get_template("page.html").render(), len(compiled)


def test_the_second_process_compiles_nothing(kept: Path) -> None:
    assert rendered(kept, "{{ 1 + 1 }}") == ("2", 1)
    assert rendered(kept, "{{ 1 + 1 }}") == ("2", 0)


def test_a_changed_text_is_compiled_anew_in_the_same_file(kept: Path) -> None:
    rendered(kept, "a")
    assert rendered(kept, "b") == ("b", 1)
    assert len(list(kept.iterdir())) == 1


def test_languages_are_apart_because_constants_are_worked_out_before(kept: Path) -> None:
    assert rendered(kept, "{{ 'x'|said }}", said=lambda text: text + "中") == ("x中", 1)
    assert rendered(kept, "{{ 'x'|said }}", "en", said=lambda text: text + "e") == ("xe", 1)


def test_other_code_of_ours_is_compiled_for(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(kept, "a")
    monkeypatch.setattr("gongkai.render.frame.compiled._code", lambda: "another day's code")
    assert rendered(kept, "a") == ("a", 1)


@pytest.mark.parametrize("damage", [b"", b"j2", b"\x80" * 40, b"garbage " * 50, None])
def test_a_damaged_file_is_compiled_again(kept: Path, damage: bytes | None) -> None:
    rendered(kept, "a")
    (file,) = kept.iterdir()
    file.write_bytes(file.read_bytes()[:-7] if damage is None else damage)
    assert rendered(kept, "a") == ("a", 1)
    assert rendered(kept, "a") == ("a", 0)


def test_where_nothing_can_be_kept_templates_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert rendered(tmp_path / "file/kept", "a") == ("a", 1)


def test_they_are_kept_where_python_keeps_modules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled_templates("zh") is None
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    where = compiled_templates("zh")
    assert where is not None
    assert where.folder.is_relative_to(tmp_path)
