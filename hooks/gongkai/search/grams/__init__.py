"""Documents → an index in which any string is found, of Chinese or not, exactly as it was written.

All places of all strings stand in the order of what follows them, cut into small files, so that a browser
reads one or two of them for a word however long it is, and a few documents where it is longer than a key.
``grams.js`` and ``gram-find.js`` in ``overrides/assets/js/search/`` read it.

Measured by ``scripts/bench search 30000 --phone SITE``, records of 881 characters, on two processors that had
three to four times as much to do as they can (adding up 20 million numbers in a loop took 2.8 to 3.6 seconds
of one, against 1.5 on a quiet day; seconds below are as they were):

- from nothing 64 seconds of a processor while much else ran (79 before, the same evening), 47 when less did;
  at most 495 to 501 MB of memory (505), 184 MB in 65,555 files, of which cards are 84;
- 315 of 315 queries answered exactly; nothing read before, 195 KB and 50 requests each, 95 of 100 at most
  389 KB and 125 requests, the largest 543 KB and 193: a long sentence and all words of it;
- asked again 12 milliseconds of a processor (14 before), 95 of 100 at most 33 (40), with seven times as much
  to do as the processors can; words that ten thousand documents hold 22 (32);
- an edit 1.9 seconds of a processor (3.2 to 3.4 while much else ran, before links were made with less work),
  27 files, 0.07 MB;
- slow phone, over HTTP/2 and with all tables of the demonstration, where six times as much ran as the
  processors can do: first result after 4.4 seconds, 95 of 100 at most 9.5, all after 6.2 and 12.3; without
  HTTP/2 the first after 5.2, which took 9.4 before the program was one file, in the same minutes; never
  measured where nothing else ran. Since the page names what is read first (``ahead.py``) nobody waits for the
  program before asking for it; what that saves is less than one run differs from the next: 7.7 seconds
  when last measured, as before it in a pair of runs of which the other took 6.5. The page's process 131 MB,
  after 100 queries 199.

With 100,000: 225 seconds of a processor, 1,033 MB of memory, 670 MB in 242,616 files, 9 shards; 60 of 60
queries answered exactly, 415 KB each when nothing was read before (95 of 100 at most 659), again 33
milliseconds of a processor (146).
"""

from gongkai.search.grams.files import Files
from gongkai.search.grams.reader import finds
from gongkai.search.grams.shard import VERSION, write

__all__ = ["VERSION", "Files", "finds", "write"]
