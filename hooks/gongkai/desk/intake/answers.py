"""问：… 答：… in the text of an interpretation → 问答 of the record, each beside the articles it speaks of.

All of a text or nothing: where one answer has more than a paragraph, or something that is no plain text, the
questions stay in the text as they are, and that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.text import style

_COUNT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_NUMBER = rf"(?:{_COUNT}[.．、]\s*|[（(]{_COUNT}[）)]\s*)?"
_ASKED = re.compile(rf"{_NUMBER}问题?{_COUNT}?\s*[：:]\s*(?P<words>.+)")
_ANSWERED = re.compile(r"答\s*[：:]\s*(?P<words>.+)")
#: a line that heads what is below it
_HEADING = re.compile(rf"(?:#+ |{_COUNT}、)[^。；：\n]{{1,30}}")
#: what only means something in a text: marks, notes, tables, pictures
_NO_PLAIN_WORDS = re.compile(r"[\\<*&\[\]|`~]")
_ARTICLE = re.compile(
    r"(?:《(?P<of>[^《》]+)》(?:（[^（）]*）)?(?:的)?)?(?P<article>第[一二三四五六七八九十百零]+条)"
)


class Answer(NamedTuple):
    """One 问 and its 答, with the articles that they name."""

    question: str
    answer: str
    articles: tuple[str, ...]


class Taken(NamedTuple):
    """The text that is left, its questions, and what has to be looked at."""

    text: str
    answers: tuple[Answer, ...]
    doubt: str = ""


def taken(body: str, title: str, articles: Sequence[str]) -> Taken:
    """Questions of a text; ``articles`` are those of the policy called ``title``."""
    blocks = body.strip("\n").split("\n\n")
    asked = [at for at, each in enumerate(blocks) if _ASKED.match(each)]
    if not asked:
        return Taken(body, ())
    found, left = [], blocks[: asked[0]]
    for number, at in enumerate(asked, 1):
        question = blocks[at]
        rest = blocks[at + 1 : asked[number] if number < len(asked) else None]
        answer, after = _answer(rest)
        if not answer or _NO_PLAIN_WORDS.search(question + answer):
            why = f"第 {number} 问的答不是一段文字，问答都留在正文里：要一问一页的，在“问答”里一组一组写"
            return Taken(body, (), why)
        words = _words(_ASKED, question), _words(_ANSWERED, answer)
        found.append(Answer(*words, tuple(_named("".join(words), title, articles))))
        left += after
    kept, alone = _headed(left)
    text = "\n\n".join(kept)
    why = f"“{'”“'.join(alone)}”下面只有问答，这一行没有写进正文" if alone else ""
    return Taken(text + "\n" if text else "", tuple(found), why)


def _headed(blocks: Sequence[str]) -> tuple[list[str], list[str]]:
    """Without headings that nothing is left below, and these."""
    kept: list[str] = []
    alone: list[str] = []
    for each in reversed(blocks):
        if _HEADING.fullmatch(each) and (not kept or _HEADING.fullmatch(kept[0])):
            alone.insert(0, each)
        else:
            kept.insert(0, each)
    return kept, alone


def _answer(blocks: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The one paragraph of an answer and what stands behind it; "" where the answer goes on."""
    if not blocks or not _ANSWERED.match(blocks[0]):
        return "", blocks
    after = blocks[1:]
    ends = not after or after[0].startswith("#") or all(map(_signs, after))
    return (blocks[0], after) if ends else ("", after)


def _signs(block: str) -> bool:
    """Whether a block is nothing but offices and their day, as nearly every paper ends."""
    lines = [re.sub(r"\s", "", line) for line in block.splitlines()]
    return all(style.is_issuer(line) or style.is_date(line) for line in lines if line)


def _words(form: re.Pattern[str], block: str) -> str:
    found = form.fullmatch(block)
    return found["words"].strip() if found else ""


def _named(text: str, title: str, articles: Sequence[str]) -> Iterator[str]:
    """Articles of the policy, each once; those of another document are none of its."""
    cited = (each["article"] for each in _ARTICLE.finditer(text) if (each["of"] or title) in title)
    yield from dict.fromkeys(each for each in cited if each in articles)
