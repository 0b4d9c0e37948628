"""A new rule, figure, duty or type is found by its file; what is half of one is named."""

from __future__ import annotations

import sys

import pytest

from gongkai.common.discovery import IncompleteModule, classes, folders, modules


class Base:
    """What the classes of the trial's package come from."""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Writes a package of these modules and gives its name."""
    (tmp_path / "trial").mkdir()
    (tmp_path / "trial/__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(sys.modules, "base_of_trial", sys.modules[__name__])

    def write(**files: str) -> str:
        for name, text in files.items():
            (tmp_path / f"trial/{name}.py").write_text(text, "utf-8")
        return "trial"

    yield write
    for name in [each for each in sys.modules if each.split(".")[0] == "trial"]:
        del sys.modules[name]


def test_modules_with_every_part_are_found_in_order_of_their_names_and_helpers_are_not(package):
    name = package(b="check = 1\nEXAMPLE = 2", a="check = 3\nEXAMPLE = 4", helper="other = 5")
    assert [(name, found.check) for name, found in modules(name, ("check", "EXAMPLE"))] == [
        ("a", 3),
        ("b", 1),
    ]


def test_without_parts_every_module_is_found(package):
    assert [name for name, _ in modules(package(b="", a=""))] == ["a", "b"]


def test_folders_are_found_by_their_full_names(package, tmp_path):
    name = package(module="")
    for folder in ("b", "a"):
        (tmp_path / name / folder).mkdir()
        (tmp_path / name / folder / "__init__.py").touch()
    assert folders(name) == ["trial.a", "trial.b"]


def test_a_module_that_lacks_a_part_is_named_in_one_sentence(package):
    name = package(rule="check = 1\nscope = 2")
    with pytest.raises(IncompleteModule) as told:
        list(modules(name, ("check", "scope", "EXAMPLE")))
    assert str(told.value) == "trial.rule lacks EXAMPLE; its kind has check, scope, EXAMPLE."


def test_classes_are_found_where_they_are_defined_in_the_order_of_the_file(package):
    one = "from base_of_trial import Base\n\nclass Second(Base): TYPE = 2\n\nclass First(Base): TYPE = 1\n"
    name = package(one=one, two="from trial.one import First\n")
    assert [each.__name__ for each in classes(name, Base, ("TYPE",))] == ["Second", "First"]


def test_a_class_that_only_inherits_a_part_is_named(package):
    one = "from base_of_trial import Base\n\nclass A(Base): TYPE = 1\n\nclass B(A): pass\n"
    with pytest.raises(IncompleteModule, match=r"^trial\.one\.B lacks TYPE; its kind has TYPE\.$"):
        list(classes(package(one=one), Base, ("TYPE",)))
