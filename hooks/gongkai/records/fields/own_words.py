"""Lists of words that a district may extend: the program's are the default, the district's stand beside.

What a district added is known while its files are validated (``validate``): the same word is refused in
another column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo, ValidatorFunctionWrapHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from gongkai.common.problems import excerpt
from gongkai.records.fields.values import wrong
from gongkai.records.vocabulary.documents import Domain
from gongkai.records.vocabulary.term import Term
from gongkai.records.vocabulary.units import UnitKind
from gongkai.records.vocabulary.usual import meant

T = TypeVar("T", bound=Term)
#: what the list is called in files → the list
OPEN: Mapping[str, type[Term]] = {"领域": Domain, "单位类别": UnitKind}


class Added(Protocol):
    """A word as the district's file adds it."""

    @property
    def name(self) -> str: ...
    @property
    def slug_name(self) -> str: ...
    @property
    def others(self) -> tuple[str, ...]: ...
    @property
    def terms(self) -> type[Term]: ...
    def word(self, place: int) -> Term: ...


@dataclass(frozen=True)
class OwnWords:
    """The words that one district added, and other names for them."""

    words: tuple[Term, ...] = ()
    #: (other name, word)
    others: tuple[tuple[str, Term], ...] = ()
    #: 区, 县, 市 or 旗: what the column is of
    level: str = "区"

    @classmethod
    def of_terms(cls, added: Iterable[Added]) -> OwnWords:
        """Of two of one name or address the first."""
        words: dict[tuple[type[Term], str], Term] = {}
        others: list[tuple[str, Term]] = []
        for place, each in enumerate(added):
            taken = {key for word in words.values() for key in (word.value, word.slug)}
            if not taken & {each.name, each.slug_name}:
                words[each.terms, each.name] = word = each.word(place)
                others += [(name, word) for name in each.others]
        return cls(tuple(words.values()), tuple(others))

    def of(self, terms: type[Term]) -> tuple[Term, ...]:
        """Those of a list."""
        return tuple(each for each in self.words if isinstance(each, terms))

    def known(self, terms: type[Term], written: object) -> Term | None:
        """The word that is written, by its own or another name."""
        named = [(each.value, each) for each in self.words]
        found = (word for name, word in (*named, *self.others) if name == written)
        return next((word for word in found if isinstance(word, terms)), None)


NONE = OwnWords()


def own_words(info: ValidationInfo) -> OwnWords:
    """What the district added, of the files that are being read."""
    return info.context if isinstance(info.context, OwnWords) else NONE


def names(terms: type[Term], own: OwnWords) -> list[str]:
    """Every word that is offered, the program's first; without those that are read as another."""
    read = {name for name, word in own.others if isinstance(word, terms)}
    return [each.value for each in (*terms, *own.of(terms)) if each.value not in read]


def in_order(found: Iterable[T]) -> list[T]:
    """Each once: the program's words in their order, a district's beside those they count as."""
    return sorted(set(found), key=lambda each: (each.rank, each.slug))


def _unknown(terms: type[Term], own: OwnWords, text: str) -> PydanticCustomError:
    """What is said of a word that the list does not have; the right one where it is known by another."""
    said = f"填的“{excerpt(text)}”不在可填的值里"
    if right := meant(terms, text):
        return wrong(f"{said}，这里叫“{right}”", f"改为 {right}", right)
    return wrong(said, f"从这些里选一个：{'、'.join(names(terms, own))}")


class Extended:
    """Marks a field whose list of words a district may extend."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(written: Any, known: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
            own = own_words(info)
            text = written.strip() if isinstance(written, str) else written
            if (word := own.known(source, text)) is not None:
                return word
            if own.of(source) and isinstance(text, str) and text not in names(source, NONE):
                raise _unknown(source, own, text)
            return known(written)

        return core_schema.with_info_wrap_validator_function(read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """What a program for editors accepts: it does not know what the district added."""
        return {"anyOf": [handler(schema), {"type": "string", "minLength": 1}]}
