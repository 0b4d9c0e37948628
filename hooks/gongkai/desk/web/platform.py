"""Asking the API of a code platform, with a token out of a file."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from gongkai.desk.web import trees
from gongkai.desk.web.options import HandIn, Way

_MOST, _MOST_PAGES = 8 * 1024 * 1024, 100
_NEXT = re.compile(r"""rel=["']?next\b""")


def ask(to: HandIn, method: str, path: str, body: object = None) -> tuple[int, Any]:
    """Status and what the platform answers, None where that is no JSON; Failed where it is out of reach."""
    status, answer, _ = _asked(to, method, path, body)
    return status, answer


def every(to: HandIn, path: str) -> Iterator[Any]:
    """A list to its end, a page after the other; Failed where the platform gives none.

    All three say in the header ``Link`` whether a page follows; its address is not followed, since it may
    name the platform as it knows itself behind a proxy, and the token goes nowhere else.
    """
    mark = "&" if "?" in path else "?"
    for page in range(1, _MOST_PAGES + 1):
        status, answer, more = _asked(to, "GET", f"{path}{mark}page={page}")
        if status != 200 or not isinstance(answer, list):
            raise trees.Failed(f"平台没有给出清单（{status}）")
        yield from answer
        if not more or not answer:
            return
    raise trees.Failed(f"平台的清单超过 {_MOST_PAGES} 页，没有读完：请关掉不用的合并请求")


def _asked(to: HandIn, method: str, path: str, body: object = None) -> tuple[int, Any, bool]:
    """Status, answer, and whether another page of it follows."""
    at = urlsplit(to.api)
    kind = http.client.HTTPSConnection if at.scheme == "https" else http.client.HTTPConnection
    connection = kind(at.netloc, timeout=30)
    try:
        given = None if body is None else json.dumps(body).encode()
        connection.request(method, at.path.rstrip("/") + path, given, _headers(to))
        answer = connection.getresponse()
        more = _NEXT.search(answer.getheader("Link", "")) is not None
        return answer.status, _read(answer.read(_MOST)), more
    except (OSError, http.client.HTTPException) as error:
        raise trees.Failed(f"连不上 {at.netloc}（{error}）") from None
    finally:
        connection.close()


def _headers(to: HandIn) -> dict[str, str]:
    if to.token is None:
        raise trees.Failed("没有写明令牌文件（--token-file）")
    token = to.token.read_text("utf-8").strip()
    own = {
        Way.GITLAB: {"PRIVATE-TOKEN": token},
        Way.GITEA: {"Authorization": f"token {token}"},
    }
    github = {"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"}
    return {"User-Agent": "gongkai-desk", **own.get(to.way, github)}


def _read(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        return None
