"""Text from files → text for other formats: nothing that XML 1.0, HTML or a table cell refuses."""

from __future__ import annotations

import re

# All that XML 1.0 forbids, and the control characters it only discourages.
_REFUSED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text without characters that XML 1.0 refuses, with LF line ends."""
    return _REFUSED.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def one_line(text: str) -> str:
    """The same on one line: every run of white space is one space, none at the ends."""
    if " " not in text and text.isprintable():
        return text  # Python calls nothing printable that is white space or that XML refuses
    return " ".join(xml_text(text).split())
