"""The name of a package → its modules, or the classes they define, found by looking into its folder.

A new rule, figure, duty, record type or list of terms is therefore one new file, named nowhere else.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


class IncompleteModule(Exception):
    """A module or class that has some parts of its kind and lacks others."""


def folders(package: str) -> list[str]:
    """The packages right below ``package``, each by its full name, in order of names."""
    below = pkgutil.iter_modules(importlib.import_module(package).__path__)
    return sorted(f"{package}.{each.name}" for each in below if each.ispkg)


def modules(package: str, parts: Sequence[str] = ()) -> Iterator[tuple[str, ModuleType]]:
    """The modules of ``package`` that have these ``parts``, each with its own short name, in order of names.

    A module with none of them is a helper and left out; one with some of them is unfinished.
    """
    for name in sorted(each.name for each in pkgutil.iter_modules(importlib.import_module(package).__path__)):
        module = importlib.import_module(f"{package}.{name}")
        has = [part for part in parts if hasattr(module, part)]
        if has or not parts:
            _complete(module.__name__, has, parts)
            yield name, module


def classes(package: str, base: type[T], parts: Sequence[str] = ()) -> Iterator[type[T]]:
    """The classes below ``base`` that the modules of ``package`` define, as they stand in the files.

    Each must itself have every one of ``parts``; what a file imports is another file's.
    """
    for _, module in modules(package):
        for value in vars(module).values():
            if getattr(value, "__module__", "") != module.__name__ or value is base:
                continue
            if isinstance(value, type) and issubclass(value, base):
                has = [part for part in parts if part in vars(value)]
                _complete(f"{module.__name__}.{value.__name__}", has, parts)
                yield value


def _complete(name: str, has: Sequence[str], parts: Sequence[str]) -> None:
    missing = [part for part in parts if part not in has]
    if missing:
        raise IncompleteModule(f"{name} lacks {', '.join(missing)}; its kind has {', '.join(parts)}.")
