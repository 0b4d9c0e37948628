"""A text's HTML is taken from before only where the column answers all it asks as it did then."""

from __future__ import annotations

import pytest

from gongkai.common.kept import Kept
from gongkai.render.asked_texts import Answers, AskedTexts
from gongkai.text.facts import Named

LEADS = {"b.md": "../b/", "c.pdf": ""}
MEANS = {("办法", "示发〔2026〕1号"): "policies/a/", ("规定", ""): ""}


@pytest.fixture
def made(tmp_path):
    """Answers of a day → the HTML of the same text, and whether it was made."""

    def html(leads=LEADS, means=MEANS, words=("一篇", "标题")):
        kept, count = Kept(tmp_path, b"1"), []
        answers = Answers(leads.__getitem__, lambda name: means[name.title, name.number])

        def make():
            count.append(1)
            named = (Named(title, number, 3, 9) for title, number in MEANS)
            return "\n".join([*map(answers.lead, LEADS), *map(answers.mean, named), *words])

        found = AskedTexts(kept).html(words, answers, make)
        kept.save("0")
        return found, bool(count)

    return html


def test_the_same_answers_are_the_same_html(made):
    first, again = made(), made()
    assert first == ("../b/\n\npolicies/a/\n\n一篇\n标题", True) and again == (first[0], False)


@pytest.mark.parametrize(
    "other",
    [
        {"leads": LEADS | {"b.md": "../moved/"}},
        {"leads": LEADS | {"c.pdf": "c.pdf"}},
        {"means": MEANS | {("办法", "示发〔2026〕1号"): ""}},
        {"means": MEANS | {("规定", ""): "policies/b/"}},
        {"words": ("一", "篇标题")},
    ],
    ids=["a link leads elsewhere", "a link leads", "a document gone", "a document there", "words"],
)
def test_another_answer_or_another_word_makes_it_anew(made, other):
    before, _ = made()
    after, anew = made(**other)
    assert anew and after != before
    assert made(**other) == (after, False), "and it is what is kept now"


def test_without_a_folder_every_text_is_made():
    texts, made = AskedTexts(Kept()), iter("12")
    assert [texts.html(("a",), Answers(str, str), lambda: next(made)) for _ in range(2)] == ["1", "2"]
