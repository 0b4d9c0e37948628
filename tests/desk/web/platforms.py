"""Code platforms as the desk sees them: what they say of who approved a proposal, each in its manner."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

from gongkai.desk.web.options import Way

#: what is asked for is often not given: platforms have a limit of their own
A_PAGE = 2


@contextmanager
def platform(answers: dict[str, object]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A server on this machine that answers as an API does; what was asked of it."""
    asked: list[tuple[str, str]] = []

    class Api(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            key = self.headers["Authorization"] or self.headers["PRIVATE-TOKEN"]
            asked.append((self.path.partition("?")[0], key))
            found = answers.get(self.path.partition("?")[0])
            self.send_response(404 if found is None else 200)
            if isinstance(found, list):
                page = int(parse_qs(urlsplit(self.path).query)["page"][0])
                if page * A_PAGE < len(found):
                    link = f'<https://elsewhere.example/api?page={page + 1}>; rel="next", <…>; rel="last"'
                    self.send_header("Link", link.encode().decode("latin-1"))
                found = found[(page - 1) * A_PAGE : page * A_PAGE]
            self.end_headers()
            self.wfile.write(json.dumps(found).encode())

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(201)
            self.end_headers()

        def log_message(self, format: str, *words: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Api)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/api", asked
    finally:  # a thread that is left keeps later tests from forking
        server.shutdown()
        server.server_close()


def reviews(commit: str, way: Way) -> tuple[dict[str, object], str]:
    """What each platform says: three who pass it, one of another commit, one who took it back."""
    at = "2026-11-22T09:30:00Z"
    if way is Way.GITLAB:
        base = "/api/projects/qu%2Fzhuanlan/merge_requests"
        by = [
            {"user": {"username": each}, "approved_at": "2099-11-22T09:30:00.000Z"}
            for each in ("lisi", "wangwu")
        ]
        by.append({"user": {"username": "赵某"}, "approved_at": "2020-01-01T00:00:00.000Z"})
        return {
            base: [*({"iid": each, "sha": "0"} for each in range(6)), {"iid": 7, "sha": commit}],
            f"{base}/7/approvals": {"approved_by": by},
        }, "t"
    base = "/api/repos/qu/zhuanlan/pulls"

    def review(who: str, state: str, of: str = commit, body: str = "") -> dict[str, object]:
        return {"user": {"login": who}, "state": state, "commit_id": of, "submitted_at": at, "body": body}

    found = [
        review("lisi", "APPROVED", body="初审通过"),
        review("wangwu", "APPROVED"),
        review("wangwu", "COMMENTED", body="写得好"),
        review("赵某", "APPROVED"),
        review("赵某", "CHANGES_REQUESTED"),
        review("赵某", "APPROVED", of="0"),
        review("stranger", "APPROVED"),
        review("张某", "APPROVED"),
    ]
    others = [{"number": each, "head": {"sha": "0"}} for each in range(10, 16)]
    return {base: [*others, {"number": 4, "head": {"sha": commit}}], f"{base}/4/reviews": found}, (
        "Bearer t" if way is Way.GITHUB else "token t"
    )
