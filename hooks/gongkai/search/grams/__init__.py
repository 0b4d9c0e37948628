"""Documents → an index in which any string is found, of Chinese or not, exactly as it was written.

All places of all strings stand in the order of what follows them, cut into small files, so that a browser
reads one or two of them for a word however long it is, and a few documents where it is longer than a key.
``grams.js`` and ``gram-find.js`` in ``overrides/assets/js/search/`` read it.
"""

from gongkai.search.grams.files import Files
from gongkai.search.grams.reader import finds
from gongkai.search.grams.shard import VERSION, write

__all__ = ["VERSION", "Files", "finds", "write"]
