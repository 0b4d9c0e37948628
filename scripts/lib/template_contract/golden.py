"""What stands where on a page of each template, as text that is kept, read by people and compared."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from template_contract.contracts import Contract, Surrounding, contracts
from template_contract.coverage import Noting, Place, noting
from template_contract.pages import Chosen, Page, page, retold, told

UNSEEN = "unseen"
#: the first letters of a line that says what is chosen
_CHOSEN = "== "
_INDEX = re.compile(r"(?<=\.)\d+")


def loaded(overrides: Path) -> Noting:
    """The environment with every template read, so that it knows all places."""
    environment = noting(overrides)
    for file in sorted(overrides.rglob("*.html")):
        environment.get_template(file.relative_to(overrides).as_posix())
    return environment


def kept(environment: Noting, overrides: Path) -> dict[str, tuple[Contract, Page]]:
    """Name of a text → what it is of, with the usual page: one a template, more where a type shows more."""
    found: dict[str, tuple[Contract, Page]] = {}
    passed: dict[str, set[Place]] = {}
    for contract in [*contracts(overrides), Surrounding("main.html")]:
        usual = page(environment, contract, {})
        name = contract.template.removesuffix(".html").replace("/", ".")
        if name in found:
            if usual.passed <= passed[name]:
                continue
            passed[name] |= usual.passed
            found[f"{name}.{contract.record.TYPE}"] = contract, usual
        else:
            passed[name] = set(usual.passed)
            found[name] = contract, usual
    return found


def again(environment: Noting, contract: Contract, usual: Page, text: str) -> tuple[str, frozenset[Place]]:
    """The same text made anew, with the choices that it names, and the places that were passed."""
    more = [retold(environment, contract, usual, choices) for choices in chosen_in(text)]
    passed = usual.passed.union(*(found.passed for _, found in more))
    return text_of(environment, contract, usual, more), passed


def chosen_in(text: str) -> Iterator[dict[str, str]]:
    """What a text says was chosen, in words: one for each page beside the usual."""
    for line in text.splitlines():
        if line.startswith(_CHOSEN):
            yield dict(each.split(" = ", 1) for each in line.removeprefix(_CHOSEN).split("；"))


def _parent(environment: Noting, contract: Contract) -> Page | None:
    """The usual page of the list that a list of its own extends: only what differs is kept."""
    if not contract.template.startswith("lists/list-"):
        return None
    return page(environment, Contract("lists/list.html", contract.view), {})


def text_of(environment: Noting, contract: Contract, usual: Page, more: Sequence[Chosen]) -> str:
    """The text that is kept: the usual page, and what other choices change in it."""
    parent = _parent(environment, contract)
    lines = [contract.template, *(_changes(parent.lines, usual.lines) if parent else _short(usual.lines))]
    for chosen, other in more:
        told_ = "；".join(f"{path} = {told(value)}" for path, value in chosen.items())
        lines += ["", f"{_CHOSEN}{told_}", *_changes(usual.lines, other.lines)]
    return "\n".join(lines) + "\n"


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """The lines that are new, and how many went, where they did."""
    for kind, start, end, first, last in difflib.SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if kind in {"delete", "replace"}:
            yield f"－ {end - start} 行：{before[start][:40]}"
        if kind in {"insert", "replace"}:
            yield from (f"＋ {line}" for line in _short(after[first:last]))


def _short(lines: Sequence[str]) -> Iterator[str]:
    """Lines one after the other that say the same of the next of several: the further ones as a mark."""
    for before, line in zip(["", *lines], lines, strict=False):
        yield "⋮" if _next(before, line) else line


def _next(before: str, line: str) -> bool:
    if _INDEX.sub("", before) != _INDEX.sub("", line):
        return False
    pairs = list(zip(_INDEX.findall(before), _INDEX.findall(line), strict=True))
    steps = {int(after) - int(first) for first, after in pairs}
    return 1 in steps and steps <= {0, 1}


def _places(places: set[Place]) -> list[str]:
    counts: dict[str, int] = {}
    for template, _, _ in places:
        counts[template] = counts.get(template, 0) + 1
    return [f"{template} {count}" for template, count in sorted(counts.items())]


def unseen(environment: Noting, passed: set[Place]) -> str:
    """The places that no kept page passes, counted by template."""
    return "".join(f"{line}\n" for line in _places(environment.places - passed))
