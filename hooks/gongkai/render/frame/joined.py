"""Scripts in many files → one for each that a page asks for: a telephone asks once and not forty times.

A module becomes a function of its own, so names stay apart: ``const $a = (() => { … return { top }; })();``.
What the page asks for later (``import("./most.js")``) is a file of its own, which takes from the page's what
is there already; what other pages ask for stays in its modules, for several share them: where both do, the
page's stands beside it under a name of its own, else every page would take the search's whole program along.
The forms of import and export that our scripts have are understood, others refused.

Not by a bundler: none comes as a wheel for every machine that builds a column, and a build has no Node. The
scripts are ours and few forms are in them, so the linters of scripts read them as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath, relpath
from types import MappingProxyType

_FROM = re.compile(r'^import (\{[^}]*\}|\* as [\w$]+) from "(\.[^"]+)";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
_NAMED = re.compile(r"^export ((?:async )?function|class|const) ([\w$]+|\[[\w$, ]+\])", re.MULTILINE)
_LISTED = re.compile(r"^export \{([^}]*)\};\n", re.MULTILINE)
_OTHER = re.compile(r"^(?:import\b(?!\()|export\b).*", re.MULTILINE)


class NotUnderstood(ValueError):
    """A script is written in a way that cannot be joined."""


@dataclass(frozen=True)
class _Module:
    """``code`` is the body of the function; it takes names from ``needs`` and exports ``given``."""

    code: str
    needs: tuple[str, ...]
    given: tuple[str, ...]


def joined(files: Mapping[str, bytes], page: str) -> dict[str, bytes]:
    """The page's script and every script that is asked for later, by name, each with all that it needs.

    ``files``: all by name; ``page``: the module that a page begins with, absent from a column without it.
    What that module exports its file exports, for a page over several columns.
    """
    texts = {name: content.decode() for name, content in files.items() if name.endswith(".js")}
    of_page = _with_needs(texts, page) if page in texts else []
    later = {name for name in of_page for name in _later(name, texts[name])}
    shared = {name for each in sorted(later) for name in _taken(texts, each, of_page)}
    beside = _beside(texts, later, of_page)
    found: dict[str, str] = {}
    for each in sorted(later):
        own = [name for name in _with_needs(texts, each) if name not in of_page]
        taken = sorted(_taken(texts, each, of_page))
        found[beside.get(each, each)] = _file(texts, each, taken, own, page, beside)
    if of_page:
        given = [_variable(name) for name in of_page if name in shared]
        ended = f"export {{ {', '.join(given)} }};\n" if given else ""
        if exported := _module(page, texts[page]).given:
            ended += f"export const {{ {', '.join(exported)} }} = {_variable(page)};\n"
        found[page] = _file(texts, "", [], of_page, beside=beside) + ended
    return {name: text.encode() for name, text in found.items()}


def _beside(texts: Mapping[str, str], later: set[str], of_page: list[str]) -> dict[str, str]:
    """The page's name for each script asked for later that modules of other pages need as well."""
    inside = {*of_page, *(name for each in sorted(later) for name in _with_needs(texts, each))}
    needed = {
        _path(name, path)
        for name, text in texts.items()
        if name not in inside
        for path in (*(path for _, path in _FROM.findall(text)), *_LATER.findall(text))
    }
    return {each: f"{each.removesuffix('.js')}-here.js" for each in sorted(later & needed)}


def _taken(texts: Mapping[str, str], later: str, of_page: list[str]) -> set[str]:
    """What a script that is asked for later takes from the page's."""
    own = [name for name in _with_needs(texts, later) if name not in of_page]
    return {need for name in own for need in _module(name, texts[name]).needs if need in of_page}


def _with_needs(texts: Mapping[str, str], entry: str) -> list[str]:
    """A module and all that it needs, each behind what it needs itself."""
    ordered: list[str] = []
    begun: set[str] = set()

    def add(name: str) -> None:
        if name in ordered:
            return
        if name in begun:
            raise NotUnderstood(f"{name} needs itself by way of others")
        begun.add(name)
        for need in _module(name, texts[name]).needs:
            add(need)
        ordered.append(name)

    add(entry)
    return ordered


def _file(
    texts: Mapping[str, str],
    entry: str,
    taken: list[str],
    modules: list[str],
    page: str = "",
    beside: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Modules in their order in one file; what ``entry`` exports, the file exports."""
    parts = []
    if taken:
        path = _relative(page, dirname(entry))
        parts.append(f'import {{ {", ".join(map(_variable, taken))} }} from "{path}";\n')
    folder = dirname(entry or modules[-1])
    for name in modules:
        code = _later_from(folder, name, texts[name], beside)
        if name == entry:
            parts.append(_imported(name, code))
        else:
            parts.append(f"const {_variable(name)} = (() => {{\n{_module(name, code).code.lstrip()}}})();\n")
    return "".join(parts)


def _module(name: str, text: str) -> _Module:
    needs = tuple(_path(name, path) for _, path in _FROM.findall(text))
    body = _imported(name, text)
    given = [found[2].strip("[]") for found in _NAMED.finditer(body)]
    for listed in _LISTED.findall(body):
        given += [_property(each) for each in listed.split(",") if each.strip()]
    body = _LISTED.sub("", _NAMED.sub(r"\1 \2", body))
    if other := _OTHER.search(body):
        raise NotUnderstood(f"{name}: {other[0]}")
    return _Module(
        f"{body}return {{ {', '.join(given)} }};\n", needs, tuple(each.partition(":")[0] for each in given)
    )


def _imported(name: str, text: str) -> str:
    """Imports as what the other module's function gave."""

    def taken(found: re.Match[str]) -> str:
        names, variable = found[1], _variable(_path(name, found[2]))
        if names.startswith("*"):
            return f"const {names.removeprefix('* as ')} = {variable};\n"
        return f"const {names.replace(' as ', ': ')} = {variable};\n"

    return _FROM.sub(taken, text)


def _property(exported: str) -> str:
    """``phrases as asked`` → ``asked: phrases``"""
    name, _, other = exported.strip().partition(" as ")
    return f"{other}: {name}" if other else name


def _variable(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js").removeprefix("js/"))


def _later(name: str, text: str) -> list[str]:
    return [_path(name, path) for path in _LATER.findall(text)]


def _path(name: str, path: str) -> str:
    return normpath(join(dirname(name), path))


def _later_from(folder: str, name: str, text: str, beside: Mapping[str, str]) -> str:
    """What is asked for later, by its address from the folder in which the code stands now."""

    def asked(found: re.Match[str]) -> str:
        path = _path(name, found[1])
        return f'import("{_relative(beside.get(path, path), folder)}")'

    return _LATER.sub(asked, text)


def _relative(name: str, folder: str) -> str:
    path = relpath(name, folder)
    return path if path.startswith(".") else f"./{path}"
