"""A Word file → its blocks in order, every number as Word shows it; nothing is lost in silence.

The walk goes over the XML itself: a record needs what converters throw away (alignment, colour, page
breaks, which text stood in a box, the place of each change). What is not taken is listed with its reason.
"""

from gongkai.desk.word.blocks import Block, Cell, Note, Paragraph, Picture, Reading, Run, Table, Told
from gongkai.desk.word.package import Refused
from gongkai.desk.word.reading import read

__all__ = [
    "Block",
    "Cell",
    "Note",
    "Paragraph",
    "Picture",
    "Reading",
    "Refused",
    "Run",
    "Table",
    "Told",
    "read",
]
