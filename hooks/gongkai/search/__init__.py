"""Texts of pages → an index that the browser searches, made right for Chinese.

The only room that starts another program. Its counterpart in the browser is
``overrides/assets/js/search/``; both sides normalise text in the same way.
"""

from gongkai.search.documents import IndexReport, SearchDocument, SearchFailed
from gongkai.search.engine import index
from gongkai.search.lookup import finds
from gongkai.search.normalise import normalise, spaced

__all__ = ["IndexReport", "SearchDocument", "SearchFailed", "finds", "index", "normalise", "spaced"]
