"""Texts of pages → an index that the browser searches, made right for Chinese.

Two engines behind one interface: ``grams`` finds any string exactly, for Chinese at any size; Pagefind finds
words, for the English version. Nobody chooses between them: asked the same 250 to 315 queries, Pagefind gave
exactly what is there to 93 % of them at 300 records, to 89 % at 3,000 and to 86 % at 30,000 (with every mark
made a break, 94 % at 3,000), for a part of a number is no word; it also cost nine times the bytes at 300
records and over ten times at 30,000. The room is the only one that starts another program. Its counterpart in
the browser is ``overrides/assets/js/search/``; both sides normalise text in the same way.
"""

from gongkai.search.ahead import write_ahead
from gongkai.search.answering import Answered, write_answers
from gongkai.search.beside import write_beside
from gongkai.search.documents import IndexReport, SearchDocument, SearchFailed
from gongkai.search.engine import GRAMS, PAGEFIND, index
from gongkai.search.grams import finds
from gongkai.search.normalise import normalise, spaced
from gongkai.search.typing_aids import write as write_typing_aids
from gongkai.search.words import write as write_words

__all__ = [
    "GRAMS",
    "PAGEFIND",
    "Answered",
    "IndexReport",
    "SearchDocument",
    "SearchFailed",
    "finds",
    "index",
    "normalise",
    "spaced",
    "write_ahead",
    "write_answers",
    "write_beside",
    "write_typing_aids",
    "write_words",
]
