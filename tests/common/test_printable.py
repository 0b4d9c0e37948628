"""What other formats refuse is taken away, and nothing else."""

from __future__ import annotations

import sys

from gongkai.common.printable import one_line, xml_text


def test_a_text_that_is_taken_as_it_is_has_nothing_to_be_taken_away():
    printable = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1)))).replace(" ", "")
    assert printable.split() == [printable] == [xml_text(printable)] == [one_line(printable)]


def test_white_space_and_what_xml_refuses_are_taken_away():
    assert one_line("\u3000甲\n 乙\x00\t丙\ufffe ") == "甲 乙 丙"
    assert one_line("甲\u3000乙") == "甲 乙" and one_line("甲  乙") == "甲 乙" and one_line("") == ""
