"""Word files → blocks: every character, every number, every grid as Word shows them."""

from __future__ import annotations

import io
import zipfile

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


def test_the_strict_form_of_the_format_is_read_as_the_usual_one():
    doc = official.notice_with_measures()
    with zipfile.ZipFile(io.BytesIO(doc.data())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    doc.more = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in parts.items()
    }
    reading = read(doc.data())
    assert [_shown(block) for block in reading.blocks] == doc.truth
