"""Documents → an index in which any string is found, of Chinese or not, exactly as it was written.

All places of all strings stand in the order of what follows them, cut into small files, so that a browser
reads one or two of them for a word however long it is, and a few documents where it is longer than a key.
``grams.js`` and ``gram-find.js`` in ``overrides/assets/js/search/`` read it.

Measured with 30,000 records of 881 characters on two busy processors, before ``GATHERED`` was halved: an
edit at the beginning of a text of the year under way takes 3 to 5 seconds of a processor and moves 0.07 MB;
everything from nothing takes 81 seconds and 515 MB; of 112 queries one reads 173 KB when nothing was read
before (95 of 100 at most 297). With 3,000 records 315 of 315 queries were answered exactly, and an edit at
either end moved 0.07 MB. ``scripts/bench search`` measures it.
"""

from gongkai.search.grams.files import Files
from gongkai.search.grams.reader import finds
from gongkai.search.grams.shard import VERSION, write

__all__ = ["VERSION", "Files", "finds", "write"]
