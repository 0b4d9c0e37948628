"""The texts of templates, each read once: what is filled is what was looked at before."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2

from gongkai.common.program import files_below

#: another template that a template draws on, and one whose name only shows when it is filled
_DRAWS_ON = re.compile(
    r"""{%[-+]?\s*(?:extends|include|import|from)\s+"""
    r"""(?:(?:"([^"]+)"|'([^']+)')(?=\s*[-+]?%}|\s+(?:as|import|with|without|ignore)\b)|(\S))"""
)
_COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Drawn:
    """A template with all that it draws on: a digest of their texts, and every word outside of comments."""

    digest: bytes
    words: frozenset[str]


class TemplateTexts:
    """Everything below ``overrides/`` that is a template, by its name."""

    def __init__(self, overrides: Path) -> None:
        self._overrides = overrides
        self._text = cache(self._read)
        self.drawn = cache(self._drawn)
        self.first = cache(self._first)

    @property
    def whole(self) -> bytes:
        """A digest of all there is below ``overrides/``."""
        return files_below(self._overrides)

    @property
    def loader(self) -> jinja2.BaseLoader:
        """By which Jinja gets these very texts."""
        return jinja2.FunctionLoader(self._load)

    def _load(self, name: str) -> tuple[str, str, None] | None:
        text = self._text(name)
        return None if text is None else (text, str(self._overrides / name), None)

    def _read(self, name: str) -> str | None:
        try:
            return (self._overrides / name).read_text("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _first(self, names: tuple[str, ...]) -> str:
        """The first of these that there is."""
        return next((name for name in names if self._text(name) is not None), names[-1])

    def _drawn(self, name: str) -> Drawn | None:
        """None where what it draws on is only known when it is filled."""
        found = {name: self._text(name) or ""}
        waiting = [name]
        while waiting:
            for double, single, other in _DRAWS_ON.findall(found[waiting.pop()]):
                if other:
                    return None
                if (each := double or single) not in found:
                    found[each] = self._text(each) or ""
                    waiting.append(each)
        words = _WORD.findall(_COMMENT.sub(" ", " ".join(found.values())))
        return Drawn(_digest(found.items()), frozenset(words))


def _digest(texts: Iterable[tuple[str, str]]) -> bytes:
    whole = hashlib.blake2b(digest_size=32)
    for name, text in sorted(texts):
        whole.update(f"{len(name)} {len(text)} {name}{text}".encode())
    return whole.digest()
