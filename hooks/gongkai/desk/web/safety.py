"""Who asks, and whether the question was asked by our own page: nothing else of a request is believed."""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path
from urllib.parse import urlsplit

from werkzeug.exceptions import BadRequest, Forbidden, Unauthorized
from werkzeug.sansio.utils import host_is_trusted
from werkzeug.wrappers import Request, Response

from gongkai.desk.web.options import Options

#: who works on a machine of his own
ALONE = "本机"
COOKIE, TOKEN = "gongkai-desk", "token"
_MOST_NAME = 64
_SAME = ("same-origin", "none")
#: of the page; the form needs styles of its own, which its library writes while it runs
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; "
    "object-src 'none'"
)


class Guard:
    """Keeps the secret of one desk, and asks every request for its papers."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._secret = _secret(options.state / "secret")

    @property
    def key(self) -> str:
        """What opens the desk on one's own machine: it stands in the address that the command prints."""
        return self._signed("key")

    def token(self, user: str) -> str:
        """What a form of ours brings back."""
        return self._signed(f"token:{user}")

    def user(self, request: Request) -> str:
        """Who asks. Raises where it is not known, or the host is another's."""
        if not host_is_trusted(request.host, self._options.hosts):
            raise BadRequest("网址不对：请用打开写稿台时的那个网址")
        if self._options.user_header:
            return self._from_login(request)
        given = request.cookies.get(COOKIE, "")
        if not hmac.compare_digest(given.encode(), self.key.encode()):
            raise Unauthorized("请用 scripts/desk 显示的网址打开")
        return ALONE

    def opened(self, request: Request) -> bool:
        """Whether the address has the key of one's own machine."""
        given = request.args.get("key", "")
        trusted = host_is_trusted(request.host, self._options.hosts) and not self._options.user_header
        return trusted and hmac.compare_digest(given.encode(), self.key.encode())

    def let_in(self, response: Response) -> None:
        """From now on the browser is known by a cookie that no other site's page can send."""
        response.set_cookie(COOKIE, self.key, httponly=True, samesite="Strict", path="/")

    def asked_by_us(self, request: Request, user: str) -> None:
        """Refuses what a page of another site sends. Raises Forbidden."""
        origin = request.headers.get("Origin", "")
        foreign = origin and urlsplit(origin).netloc != request.host
        if foreign or request.headers.get("Sec-Fetch-Site", "same-origin") not in _SAME:
            raise Forbidden("这个请求不是写稿台的网页发出的")
        given = request.form.get(TOKEN, "")
        if not hmac.compare_digest(given.encode(), self.token(user).encode()):
            raise Forbidden("网页放得太久，请刷新以后再点一次；写好的都在")

    def _from_login(self, request: Request) -> str:
        raw = request.headers.get(self._options.user_header, "")
        name = raw.encode("latin-1", "replace").decode("utf-8", "replace").strip()
        if not name or len(name) > _MOST_NAME or not name.isprintable():
            raise Unauthorized("没有登录：请从单位的登录页进来")
        return name

    def _signed(self, what: str) -> str:
        return hmac.new(self._secret, what.encode(), hashlib.sha256).hexdigest()


def _secret(file: Path) -> bytes:
    """Made once, readable by the desk alone, so that open pages outlive a restart."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_bytes()
    with os.fdopen(handle, "wb") as opened:
        secret = os.urandom(32)
        opened.write(secret)
    return secret


def headers(response: Response, *, styles: bool) -> None:
    """What every answer says: what it may load, that it is kept nowhere and shown in no other's frame."""
    response.headers.setdefault(
        "Content-Security-Policy", POLICY.format(styles=" 'unsafe-inline'" if styles else "")
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers.setdefault("Cache-Control", "no-store")
