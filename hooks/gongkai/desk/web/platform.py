"""Asking the API of a code platform, with a token out of a file."""

from __future__ import annotations

import http.client
import json
from typing import Any
from urllib.parse import urlsplit

from gongkai.desk.web import trees
from gongkai.desk.web.options import HandIn, Way

_MOST = 8 * 1024 * 1024


def ask(to: HandIn, method: str, path: str, body: object = None) -> tuple[int, Any]:
    """Status and what the platform answers, None where that is no JSON; Failed where it is out of reach."""
    at = urlsplit(to.api)
    kind = http.client.HTTPSConnection if at.scheme == "https" else http.client.HTTPConnection
    connection = kind(at.netloc, timeout=30)
    try:
        given = None if body is None else json.dumps(body).encode()
        connection.request(method, at.path.rstrip("/") + path, given, _headers(to))
        answer = connection.getresponse()
        return answer.status, _read(answer.read(_MOST))
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
