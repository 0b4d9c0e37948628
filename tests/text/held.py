"""What is asked of every text with a fault, and of every text without one."""

from __future__ import annotations

from gongkai.text import Converter, UnsafeText, find_faults

SCHEMES = ("javascript:", "vbscript:", "data:", "file:", "//")


def is_found(body: str, rule: str, line: int, words: str) -> None:
    """The fault is told on its line, with these words, and with a way to mend it."""
    found = [(fault.rule, fault.line) for fault in find_faults(body) if words in fault.message]
    assert (rule, line) in found, list(find_faults(body))
    assert all(fault.fix and fault.column >= 1 for fault in find_faults(body))


def is_left_alone(body: str) -> None:
    """Nothing is wrong with the text, and it becomes HTML."""
    assert list(find_faults(body)) == []
    Converter().convert(body)


def is_harmless(body: str) -> None:
    """Whoever forgets to look for faults still publishes nothing that runs."""
    try:
        html = Converter().convert(body).html.lower()
    except UnsafeText as refused:
        assert str(refused)
        return
    assert not any(f'="{scheme}' in html for scheme in SCHEMES)
    assert "<script" not in html
    assert "<!--\n" not in html
