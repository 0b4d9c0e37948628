"""What styles would fetch is found however it is written; what they carry themselves is not meant."""

from __future__ import annotations

import pytest

from gongkai.column.look.styles import fetched, is_closed, without_comments


@pytest.mark.parametrize(
    "styles",
    [
        "a { background: url(https://example.com/a) }",
        "a { background: URL( '//example.com/a' ) }",
        'a { background: url("a.png") }',
        r"a { background: u\72l(//example.com/a) }",
        r"a { background: \75 rl(//example.com/a) }",
        r"a { background: ur\l(//example.com/a) }",
        "a { background: ur/**/l(//example.com/a) }",
        "@import 'a.css';",
        r"@\69mport 'a.css';",
        "@im/* */port 'a.css';",
        "a { background: image-set('//example.com/a' 1x) }",
        "a { background: -webkit-image-set('//example.com/a' 1x) }",
        "a { background: src('//example.com/a') }",
        "a { background: url(data:text/css,x) }",
        "@font-face { src: url(data:font/woff2;base64,AAAA) }",
        'a { background: url("data:image/png,x" https://example.com/a) }',
    ],
)
def test_what_is_fetched_is_found(styles: str) -> None:
    assert fetched(without_comments(styles))


@pytest.mark.parametrize(
    "styles",
    [
        "a { filter: url( #x ); clip-path: url('#y') }",
        "a { background: url(data:image/png;base64,AAAA) }",
        "a { background: url(\"data:image/svg+xml,%3csvg xmlns='http://www.w3.org/2000/svg'/%3e\") }",
        "a::after { content: 'important' } .curl { color: red }",
    ],
)
def test_what_is_carried_is_not_fetched(styles: str) -> None:
    assert fetched(styles) is None
    assert is_closed(styles)


def test_the_line_is_that_of_the_file() -> None:
    assert fetched(without_comments("/* one\ntwo */\na { background: url(x) }")) == ("url(", 3)


@pytest.mark.parametrize(
    "styles", ["a {", "a { b: (}", "a } b {", "a { b: 'c }", "a {} /* b", "a {} b */ c {}"]
)
def test_what_does_not_end_swallows_what_follows(styles: str) -> None:
    assert not is_closed(without_comments(styles))


def test_what_stands_in_a_string_opens_nothing() -> None:
    assert is_closed(r"a::before { content: '} (' } .md\:b { color: red }")
