"""deploy/nginx.conf in a real nginx: what is answered, with which headers, and what never is."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import SECRETS

if TYPE_CHECKING:
    from .conftest import Answer, Ask

GONE = "/zwgk/items/minzheng-ju/2019/chongfu/"
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src",
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "accelerometer=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-cache",
}
PROJECT = Path(__file__).parents[2]
OPEN = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
FOREVER = "public, max-age=31536000, immutable"


def first(root: Path, pattern: str) -> str:
    """The address of a built file, by its pattern below the column."""
    return "/" + sorted((root / "zwgk").glob(pattern))[0].relative_to(root).as_posix()


def is_not_found(answer: Answer) -> bool:
    """The column's own page, which tells nothing of what there is."""
    return answer.status == 404 and "<title>没有找到这个页面" in answer.text


@pytest.mark.parametrize(
    ("path", "status"), [("/zwgk/", 200), ("/zwgk/nothing/", 404), (GONE, 410), ("/zwgk/.env", 404)]
)
def test_every_answer_carries_every_header_once(ask: Ask, path: str, status: int) -> None:
    answer = ask(path)
    assert answer.status == status
    assert {name: answer.headers[name][: len(start)] for name, start in HEADERS.items()} == HEADERS
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["server"] == "nginx"
    assert not {name for name in answer.headers if name.startswith("access-control-")}


def test_data_of_a_search_goes_without_what_guards_a_page(ask: Ask, web_root: Path) -> None:
    """Fifty files are read for one answer, each with headers; one that is missing is a page again."""
    lean = {
        "content-security-policy",
        "x-content-type-options",
        "cross-origin-resource-policy",
        "cache-control",
    }
    for pattern in ("search/index/*/head.gram", "search/index/shards.json"):
        answer = ask(first(web_root, pattern))
        assert {name for name in HEADERS if name in answer.headers} == lean, pattern
        assert answer.headers["content-security-policy"] == "default-src 'none'"
    missing = ask("/zwgk/search/index/nothing.json")
    assert missing.status == 404 and set(HEADERS) <= set(missing.headers)


@pytest.mark.parametrize("name", SECRETS)
def test_what_lies_beside_and_beneath_is_never_answered(ask: Ask, name: str) -> None:
    for path in (f"/{name}", f"/{name}".replace(".", "%2e"), f"/zwgk/../{name}", f"/zwgk/%2e%2e/{name}"):
        answer = ask(path)
        assert is_not_found(answer), (path, answer.status)
        assert "lies at" not in answer.text


@pytest.mark.parametrize("path", ["/zwgk/../../etc/passwd", "/zwgk/..%2f..%2f..%2fetc/passwd", "/zwgk/%00"])
def test_no_way_leads_out_of_the_folder(ask: Ask, path: str) -> None:
    assert ask(path).status in {400, 404}


def test_what_belongs_beside_the_column_is_answered(ask: Ask) -> None:
    assert ask("/robots.txt").text == "lies at robots.txt"
    assert ask("/.well-known/acme-challenge/proof").text == "lies at .well-known/acme-challenge/proof"
    assert (ask("/").status, ask("/").headers["location"]) == (302, "/zwgk/")
    assert (ask("/zwgk").status, ask("/zwgk").headers["location"]) == (301, "/zwgk/")


@pytest.mark.parametrize(
    "path",
    ["/zwgk/assets/", "/zwgk/search/index/", "/zwgk/assets", "/state/", "/zwgk/404.html"],
)
def test_a_folder_without_a_page_is_not_found_like_anything_else(ask: Ask, path: str) -> None:
    answer = ask(path)
    if answer.status == 301:
        answer = ask(answer.headers["location"])
    assert is_not_found(answer), answer


def test_the_folder_of_files_leads_on(ask: Ask) -> None:
    assert ask("/zwgk/files").headers["location"] == "/zwgk/files/"
    assert (ask("/zwgk/files/").status, "refresh" in ask("/zwgk/files/").text) == (200, True)


@pytest.mark.parametrize("name", ["", "index.html"])
def test_a_withdrawn_page_is_gone_by_both_names_and_says_why(ask: Ask, name: str) -> None:
    answer = ask(GONE + name)
    assert answer.status == 410
    assert "重复发布" in answer.text
    assert ask(GONE + name, "HEAD").status == 410
    assert ask(GONE.rstrip("/")).headers["location"] == GONE


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("data/policies.csv", "text/csv; charset=utf-8"),
        ("data/policies.jsonl", "application/jsonl; charset=utf-8"),
        ("data/policies.schema.json", "application/json; charset=utf-8"),
        ("data/column.sqlite", "application/vnd.sqlite3"),
        ("datasets/*/*.parquet", "application/vnd.apache.parquet"),
        ("datasets/*/*.csv", "text/csv; charset=utf-8"),
        ("policies/list.csv", "text/csv; charset=utf-8"),
        ("calendar/*.ics", "text/calendar; charset=utf-8"),
        ("feeds/all.atom.xml", "application/atom+xml; charset=utf-8"),
        ("feeds/all.rss.xml", "application/rss+xml; charset=utf-8"),
        ("quality/badge/*.svg", "image/svg+xml"),
    ],
)
def test_open_data_is_read_from_other_sites_pages(ask: Ask, web_root: Path, pattern: str, kind: str) -> None:
    path = first(web_root, pattern)
    answer = ask(path, Origin="https://a.example")
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert {name: answer.headers[name] for name in OPEN} == OPEN
    assert "Content-Range" in answer.headers["access-control-expose-headers"]
    asked_first = ask(path, "OPTIONS", Origin="https://a.example", Access_Control_Request_Headers="range")
    assert asked_first.status == 204
    assert "Range" in asked_first.headers["access-control-allow-headers"]


@pytest.mark.parametrize("pattern", ["index.html", "search/index/shards.json", "assets/*/column.css"])
def test_pages_and_their_parts_are_not_for_other_sites(ask: Ask, web_root: Path, pattern: str) -> None:
    path = first(web_root, pattern)
    answer = ask(path, Origin="https://a.example")
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in answer.headers
    assert ask(path, "OPTIONS").status == 405


@pytest.mark.parametrize(
    ("pattern", "cache"),
    [
        ("assets/*/column.css", FOREVER),
        ("search/index/*/index/*", FOREVER),
        ("en/search/index/*/index/*", FOREVER),
        ("search/index/*/head.gram", FOREVER),
        ("search/index/*/columns.gram", FOREVER),
        ("search/index/answers/*", FOREVER),
        ("search/index/words-*.json", FOREVER),
        ("search/index/said-*/*.json", FOREVER),
        ("search/index/pinyin/*.json", FOREVER),
        ("en/search/index/suggest-*.json", FOREVER),
        ("search/index/shards.json", "no-cache"),
        ("en/search/index/*/pagefind-entry.json", "no-cache"),
        ("datasets/*/table/head.bin", FOREVER),
        ("feeds/all.atom.xml", "public, max-age=300"),
        ("data/policies.csv", "no-cache"),
    ],
)
def test_only_what_never_changes_is_kept_unasked(ask: Ask, web_root: Path, pattern: str, cache: str) -> None:
    assert ask(first(web_root, pattern)).headers["cache-control"] == cache


def test_only_the_english_search_runs_a_program_of_its_own_kind(ask: Ask) -> None:
    allowed = "script-src 'self' 'wasm-unsafe-eval'; style-src"
    assert allowed in ask("/zwgk/en/search/").headers["content-security-policy"]
    for path in ("/zwgk/search/", "/zwgk/en/"):
        assert "script-src 'self'; style-src" in ask(path).headers["content-security-policy"]


def test_what_is_missing_is_not_kept(ask: Ask) -> None:
    assert ask("/zwgk/assets/nothing.js").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/zwgk/", "/zwgk/feeds/all.atom.xml", "/zwgk/data/policies.jsonl"])
def test_text_travels_small_and_not_at_all_when_unchanged(ask: Ask, path: str) -> None:
    plain = ask(path)
    small = ask(path, Accept_Encoding="gzip")
    assert small.headers["content-encoding"] == "gzip"
    assert gzip.decompress(small.body) == plain.body
    assert "Accept-Encoding" in small.headers["vary"]
    for answer in (plain, small):
        again = ask(path, If_None_Match=answer.headers["etag"], Accept_Encoding="gzip")
        assert (again.status, again.body) == (304, b"")
    assert ask(path, If_Modified_Since=plain.headers["last-modified"]).status == 304


def test_parts_of_a_large_file_are_given(ask: Ask, web_root: Path) -> None:
    path = first(web_root, "datasets/*/*.parquet")
    part = ask(path, Range="bytes=0-3", Origin="https://a.example")
    assert (part.status, part.body) == (206, b"PAR1")
    assert ask(path, Range="bytes=999999999-").status == 416


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "MKCOL"])
def test_nothing_is_taken_in(ask: Ask, method: str) -> None:
    assert ask("/zwgk/", method).status == 405


def test_a_line_break_in_an_address_makes_no_header(ask: Ask) -> None:
    answer = ask("/zwgk/files%0d%0aSet-Cookie:%20a=b")
    assert "set-cookie" not in answer.headers
    assert is_not_found(answer)


def test_any_host_gets_the_same_page(ask: Ask) -> None:
    """As the file says: nothing in an answer depends on the name that was asked for."""
    there, elsewhere = ask("/zwgk/"), ask("/zwgk/", Host="other.example")
    assert (elsewhere.status, elsewhere.body) == (200, there.body)
    assert "other.example" not in "".join(ask("/zwgk", Host="other.example").headers.values())


def test_nginx_keeps_its_headers_and_the_policy_of_the_site() -> None:
    """A header inside a location would make nginx drop all those of the server."""
    config = (PROJECT / "deploy/nginx.conf").read_text("utf-8")
    server, *locations = re.split(r"^    location ", config, flags=re.MULTILINE)
    assert not any("add_header" in location for location in locations)
    headers = re.findall(r"^    add_header ([\w-]+) .*?( always)?;$", server, re.MULTILINE)
    assert len(headers) == len({name for name, _ in headers}) == 12
    assert all(always for _, always in headers)
    policy = re.search(r'gongkai_csp \{\n    default   "([^"]+)"', server)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'self'$gongkai_wasm; style-src 'self';")
    assert "unsafe-inline" not in policy[1]
    assert "http" not in policy[1]
