"""Documents → an index in which any string is found, of Chinese or not, exactly as it was written.

All places of all strings stand in the order of what follows them, cut into small files, so that a browser
reads one or two of them for a word however long it is, and a few documents where it is longer than a key.
``grams.js`` and ``gram-find.js`` in ``overrides/assets/js/search/`` read it.

Measured by ``scripts/bench search 30000 --phone SITE``, records of 881 characters, on two processors that had
three to four times as much to do as they can (adding up 20 million numbers in a loop took 2.8 to 3.6 seconds
of one, against 1.5 on a quiet day; seconds below are as they were):

- from nothing 35 to 39 seconds of a processor where eight times as much ran as the processors can do; 460 MB
  of memory in all processes, 186 MB in 65,892 files, of which cards are 84. Of the 36, sorting takes some 15,
  hot strings 4, packing 4, comparing texts 3 (``docs/performance.md``);
- of 335 queries as many documents were found, and the same ten shown, as before columns were a file of their
  own, when 315 of 315 were exact; nothing read before, 181 KB and 49 requests each, 95 of 100 at most 338 KB
  and 116 requests, the largest 550 KB and 200: a long sentence and all words of it;
- asked again 5 milliseconds of a processor, 95 of 100 at most 14 to 16, with five times as much to do as the
  processors can (in the same hour 8 and 22 to 23 before loops over documents made no objects and cards
  were kept for all shards together); a fifth of it is the collection of garbage;
- an edit 1.9 seconds of a processor (3.2 to 3.4 while much else ran, before links were made with less
  work), 27 files, 0.07 MB;
- slow phone, over HTTP/2 and with all tables of the demonstration, where six times as much ran as the
  processors can do: first result after 4.4 seconds, 95 of 100 at most 9.5, all after 6.2 and 12.3; without
  HTTP/2 the first after 5.2. Never measured where nothing else ran. Until the first result the page's
  thread works 250 milliseconds (so a slow phone 1.0 seconds), 155 to 210 KB come (0.8 to 1.0 seconds), and
  six journeys follow each other (0.9 seconds: connection, page, program, table, places, cards); some of it
  at once. Columns of older years (47 KB) come only where something is found there. The page's process
  138 MB, after 100 queries 214 to 217, of which its heap 35. What a driver puts into the page to wait for
  results took half a second of these in earlier figures; it does not any more.

With 100,000, before files were packed by libdeflate: 225 seconds of a processor, 1,033 MB of memory, 670 MB
in 242,616 files, 9 shards; 60 of 60 queries answered exactly, 415 KB each when nothing was read before (95 of
100 at most 659), again 33 milliseconds of a processor (146).
"""

from gongkai.search.grams.files import Files
from gongkai.search.grams.reader import finds
from gongkai.search.grams.shard import VERSION, write

__all__ = ["VERSION", "Files", "finds", "write"]
