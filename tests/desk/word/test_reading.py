"""Word files → blocks: every character, every number, every grid as Word shows them."""

from __future__ import annotations

import pytest

from gongkai.desk.word import Table, read

from . import official


def _shown(block):
    if isinstance(block, Table):
        return tuple(tuple((cell.text, cell.wide, cell.high) for cell in row) for row in block.rows)
    return (block.label, block.own)


@pytest.mark.parametrize("name", official.FILES)
def test_every_block_is_read_as_word_shows_it(name):
    doc = official.FILES[name]()
    reading = read(doc.data())
    assert [_shown(block) for block in reading.blocks] == doc.truth
    assert not reading.refused
