"""What a search needs to know beside the index, as one file: words people use, columns, manners, weights."""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gongkai.search.beside import write_beside
from gongkai.search.normalise import normalise
from gongkai.search.pieces import COUNT, piece_of, write_pieces

#: what questions are made of; what people say of any matter; what documents are worth; what questions ask for
_NAMES = ("wording", "saying", "ranking", "answering")
_SHIPPED = tuple(Path(__file__).with_name(f"{name}.json") for name in _NAMES)
#: official words of one that people use; more would only make the list longer
_MOST = 4


class Named(NamedTuple):
    """A column: its name, its address below the site's root, other names it goes by."""

    label: str
    address: str
    others: tuple[str, ...] = ()


def tables(
    aliases: Iterable[tuple[str, Sequence[str]]],
    columns: Iterable[Named],
    units: Iterable[str] = (),
    care: Iterable[str] = (),
) -> dict[str, Any]:
    """All of it as the browser reads it; words in the form in which queries are compared, in their order.

    ``units``: the names that results have, in the order of the directory. ``care``: those of the aliases that
    are a matter in the care of a unit, not a name of it.
    """
    meant: dict[str, dict[str, None]] = {}
    for word, official in aliases:
        plain = _plain(word)
        others = (each for each in official if _plain(each) != plain)
        meant.setdefault(plain, {}).update(dict.fromkeys(others))
    wording, saying, ranking, answering = (json.loads(path.read_text("utf-8")) for path in _SHIPPED)
    return {
        "aliases": {
            word: list(meant[word])[:_MOST] for word in sorted(meant) if len(word) > 1 and meant[word]
        },
        "columns": sorted([each.label, each.address, list(each.others)] for each in columns),
        "units": list(dict.fromkeys(units)),
        "care": sorted({_plain(word) for word in care}),
        **wording,
        **saying,
        "weights": ranking,
        "answering": answering,
    }


def officials_types() -> frozenset[str]:
    """The types that only officials look for."""
    return frozenset(json.loads(Path(__file__).with_name("ranking.json").read_text("utf-8"))["folded"])


def write(found: Mapping[str, Any], folder: Path) -> int:
    """Writes them beside an index; gives how many bytes a browser takes for them, packed.

    What people say is in pieces by its first character; what else only a question needs, a file of its own.
    """
    saying = {key: found[key] for key in json.loads(_SHIPPED[_NAMES.index("saying")].read_text("utf-8"))}
    alike = saying.pop("alike")
    write_beside(folder, "saying", saying)
    cared = _cared(found["aliases"], set(found["care"]))
    write_pieces(folder, "said", _pieces({"aliases": cared.pop("aliases"), "alike": alike}))
    words = {key: value for key, value in found.items() if key not in {*saying, "aliases", "alike"}}
    return len(gzip.compress(write_beside(folder, "words", words | cared), mtime=0))


def _pieces(said: Mapping[str, Mapping[str, Any]]) -> list[dict[str, dict[str, Any]]]:
    """Tables of words in pieces by their first character."""
    found: list[dict[str, dict[str, Any]]] = [{name: {} for name in said} for _ in range(COUNT)]
    for name, table in said.items():
        for word, meant in table.items():
            found[piece_of(word[0])][name][word] = meant
    return found


def _cared(aliases: Mapping[str, list[str]], care: Collection[str]) -> dict[str, Any]:
    """Matters in the care of a unit by the place of its names in ``care``: names once, words once."""
    units = list(dict.fromkeys(tuple(aliases[word]) for word in aliases if word in care))
    places = {names: place for place, names in enumerate(units)}
    found = {word: places[tuple(names)] if word in care else names for word, names in aliases.items()}
    return {"aliases": found, "care": units}


def _plain(word: str) -> str:
    return normalise(word).replace(" ", "")
