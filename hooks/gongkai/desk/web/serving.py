"""The desk's server: on this machine alone, or where the office's login stands before it."""

from __future__ import annotations

import sys

import waitress

from gongkai.desk.web.app import Desk
from gongkai.desk.web.options import Options

_THREADS = 4
#: bytes of a request's head
_MOST_HEAD = 16 * 1024


def serve(options: Options, host: str, port: int) -> None:
    """Answer until Ctrl-C."""
    desk = Desk(options)
    known = "" if options.user_header else f"?key={desk.guard.key}"
    print(f"写稿台在 http://{host}:{port}/{known}", file=sys.stderr, flush=True)
    waitress.serve(
        desk,
        host=host,
        port=port,
        threads=_THREADS,
        max_request_header_size=_MOST_HEAD,
        max_request_body_size=options.most,
        ident=None,
        clear_untrusted_proxy_headers=True,
        _quiet=True,
    )
