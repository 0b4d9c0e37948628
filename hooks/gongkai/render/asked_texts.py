"""The HTML of texts, kept from one build to the next with all that a text asked of the column.

A text asks two things while it is made HTML: where a link as written leads, and which document 《…》 is. Both
are asked again of what is kept; where an answer is another one, the HTML is made anew. All else is its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from gongkai.common.kept import Kept
from gongkai.text.facts import Named


class Answers:
    """What the column answers one text: "" is no answer; every answer given is noted."""

    def __init__(self, lead: Callable[[str], str], mean: Callable[[Named], str]) -> None:
        self._lead, self._mean = lead, mean
        self._leads: dict[str, str] = {}
        self._means: dict[tuple[str, str], str] = {}

    def lead(self, target: str) -> str:
        """A link as written → as readers follow it."""
        answer = self._leads[target] = self._lead(target)
        return answer

    def mean(self, name: Named) -> str:
        """A document named → its address below the root, wherever in the text it stands."""
        answer = self._means[name.title, name.number] = self._mean(name)
        return answer

    @property
    def given(self) -> list[list[list[str]]]:
        """Every question with its answer, as JSON has them."""
        return [[*map(list, self._leads.items())], [[*name, each] for name, each in self._means.items()]]

    def holds(self, given: list[list[list[str]]]) -> bool:
        """Whether the answers are still those that were given."""
        leads, means = given
        return all(self._lead(target) == answer for target, answer in leads) and all(
            self._mean(Named(title, number, 0, 0)) == answer for title, number, answer in means
        )


class AskedTexts:
    """HTML under the words it was made of."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept

    def html(self, words: tuple[str, ...], answers: Answers, make: Callable[[], str]) -> str:
        """What is kept of these words, where the column answers as before; or else made, by ``answers``."""
        if not self.kept.keeps:
            return make()
        key = self.kept.key(b"text", *(each.encode("utf-8", "surrogatepass") for each in words))
        if (found := self.kept.get(key)) is not None:
            html, given = json.loads(found)
            if answers.holds(given):
                return str(html)
        made = make()
        self.kept.put(key, json.dumps([made, answers.given]).encode())
        return made
