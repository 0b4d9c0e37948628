"""Documents → an index in which any string is found, of Chinese or not, exactly as it was written.

All places of all strings stand in the order of what follows them, cut into small files, so that a browser
reads one or two of them for a word however long it is. ``grams.js`` and ``gram-find.js`` in
``overrides/assets/js/search/`` read it.
"""

from gongkai.search.grams.reader import finds
from gongkai.search.grams.shard import VERSION, files

__all__ = ["VERSION", "files", "finds"]
